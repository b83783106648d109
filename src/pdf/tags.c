#include "tags.h"

#include <assert.h>
#include <string.h>

#include "syntax.h"

/* The structure types of PDF 1.7. */
static const char *const types[ROLE_COUNT] = {
    [ROLE_DOCUMENT] = "Document",  [ROLE_SECTION] = "Sect",     [ROLE_HEADING_1] = "H1",    [ROLE_HEADING_2] = "H2",
    [ROLE_HEADING_3] = "H3",       [ROLE_PARAGRAPH] = "P",      [ROLE_EMPHASIS] = "Span",   [ROLE_LIST] = "L",
    [ROLE_LIST_ITEM] = "LI",       [ROLE_LIST_LABEL] = "Lbl",   [ROLE_LIST_BODY] = "LBody", [ROLE_TABLE] = "Table",
    [ROLE_TABLE_HEAD] = "THead",   [ROLE_TABLE_BODY] = "TBody", [ROLE_TABLE_ROW] = "TR",    [ROLE_HEADER_CELL] = "TH",
    [ROLE_DATA_CELL] = "TD",       [ROLE_FIGURE] = "Figure",    [ROLE_CAPTION] = "Caption", [ROLE_CONTENTS] = "TOC",
    [ROLE_CONTENTS_ITEM] = "TOCI", [ROLE_LINK] = "Link",        [ROLE_SPAN] = "Span",
};

/* A piece of an element: marked content, or an annotation. */
struct piece {
    struct piece *next;
    size_t page, order;
    int number; /* the mark on its page, or the annotation's object */
    bool annotation;
};

struct node {
    struct piece *first, *last;
    bool kept;
    bool placed;        /* something of it, or below it, is on a page */
    size_t page, order; /* the first of that, in reading order */
    int object;
    double box[4];
    bool has_box;
    const char *label;
};

struct page_marks {
    const struct element **owners; /* by mark */
    size_t count, capacity;
};

struct tags {
    struct arena *arena;
    const struct document *document;
    struct node *nodes; /* by element->index */
    struct page_marks *pages;
    const struct element **links; /* by annotation, in order */
    size_t link_count, link_capacity;
    struct haru *haru; /* while writing */
    struct text body;
};

struct tags *tags_create(struct arena *arena, const struct document *document) {
    struct tags *tags = arena_new(arena, struct tags);
    tags->arena = arena;
    tags->document = document;
    tags->nodes = arena_new_array(arena, document->element_count, struct node);
    tags->pages = arena_new_array(arena, document->page_count, struct page_marks);
    return tags;
}

const char *tags_type(const struct element *element) {
    return types[element->role];
}

static struct node *node_of(const struct tags *tags, const struct element *element) {
    assert(element->index < tags->document->element_count);
    return &tags->nodes[element->index];
}

static void add_piece(struct tags *tags, const struct element *element, struct piece piece) {
    struct node *node = node_of(tags, element);
    struct piece *kept = arena_new(tags->arena, struct piece);
    *kept = piece;
    struct piece **place = node->last != NULL && node->last->order <= piece.order ? &node->last->next : &node->first;
    while (*place != NULL && (*place)->order <= piece.order)
        place = &(*place)->next;
    kept->next = *place;
    *place = kept;
    if (kept->next == NULL)
        node->last = kept;
}

int tags_mark(struct tags *tags, size_t page, size_t order, const struct element *element) {
    struct page_marks *marks = &tags->pages[page];
    int number = (int)marks->count;
    arena_append(tags->arena, marks->owners, marks->count, marks->capacity) = element;
    add_piece(tags, element, (struct piece){.page = page, .order = order, .number = number});
    return number;
}

int tags_link(struct tags *tags, size_t page, size_t order, const struct element *element, int annotation) {
    int key = (int)(tags->document->page_count + tags->link_count);
    arena_append(tags->arena, tags->links, tags->link_count, tags->link_capacity) = element;
    add_piece(tags, element, (struct piece){.page = page, .order = order, .number = annotation, .annotation = true});
    return key;
}

void tags_extend(struct tags *tags, const struct element *element, const double box[4]) {
    struct node *node = node_of(tags, element);
    if (!node->has_box)
        memcpy(node->box, box, sizeof(node->box));
    for (int i = 0; i < 4; i++)
        if (i < 2 ? box[i] < node->box[i] : box[i] > node->box[i])
            node->box[i] = box[i];
    node->has_box = true;
}

void tags_label(struct tags *tags, const struct element *element, const char *string) {
    struct node *node = node_of(tags, element);
    if (node->label == NULL)
        node->label = string;
}

static void place(struct node *node, size_t page, size_t order) {
    if (node->placed && node->order <= order)
        return;
    node->placed = true;
    node->page = page;
    node->order = order;
}

/* Finds for each element where it is first seen. */
static void place_tree(struct tags *tags, const struct element *element) {
    struct node *node = node_of(tags, element);
    if (node->first != NULL)
        place(node, node->first->page, node->first->order);
    for (const struct element *child = element->first_child; child != NULL; child = child->next) {
        place_tree(tags, child);
        const struct node *below = node_of(tags, child);
        if (below->placed)
            place(node, below->page, below->order);
    }
}

static bool is_part_of_grid(enum role role) {
    return role == ROLE_TABLE_ROW || role == ROLE_HEADER_CELL || role == ROLE_DATA_CELL;
}

/* Chooses what stays and gives it numbers, parents first. */
static void reserve_tree(struct tags *tags, const struct element *element, bool parent_kept) {
    struct node *node = node_of(tags, element);
    node->kept = node->placed || element->parent == NULL || (parent_kept && is_part_of_grid(element->role));
    if (node->kept)
        node->object = haru_reserve(tags->haru);
    for (const struct element *child = element->first_child; child != NULL; child = child->next)
        reserve_tree(tags, child, node->kept);
}

static void add_page(struct tags *tags, size_t page) {
    text_add(&tags->body, "/Pg ");
    syntax_reference(&tags->body, haru_page_object(tags->haru, page));
}

static void add_piece_entry(struct tags *tags, const struct piece *piece, const struct piece *home) {
    if (piece->annotation) {
        text_add(&tags->body, "<</Type/OBJR");
        add_page(tags, piece->page);
        text_add(&tags->body, "/Obj ");
        syntax_reference(&tags->body, piece->number);
        text_add(&tags->body, ">> ");
    } else if (piece->page == home->page) {
        syntax_integer(&tags->body, piece->number);
    } else {
        text_add(&tags->body, "<</Type/MCR");
        add_page(tags, piece->page);
        text_add(&tags->body, "/MCID ");
        syntax_integer(&tags->body, piece->number);
        text_add(&tags->body, ">> ");
    }
}

/* Children stay in the order of the tree; the element's own pieces go before the first child that is seen later. */
static void add_kids(struct tags *tags, const struct element *element) {
    const struct piece *piece = node_of(tags, element)->first, *home = piece;
    if (home != NULL)
        add_page(tags, home->page);
    text_add(&tags->body, "/K [");
    for (const struct element *child = element->first_child; child != NULL; child = child->next) {
        const struct node *below = node_of(tags, child);
        if (!below->kept)
            continue;
        for (; piece != NULL && below->placed && piece->order < below->order; piece = piece->next)
            add_piece_entry(tags, piece, home);
        syntax_reference(&tags->body, below->object);
    }
    for (; piece != NULL; piece = piece->next)
        add_piece_entry(tags, piece, home);
    text_add(&tags->body, "]");
}

static void add_table_attributes(struct tags *tags, const struct element *element) {
    static const char *const scopes[] = {
        [SCOPE_NONE] = "", [SCOPE_COLUMN] = "/Scope/Column", [SCOPE_ROW] = "/Scope/Row"};
    if (element->scope == SCOPE_NONE && element->column_span <= 1 && element->row_span <= 1)
        return;
    text_printf(&tags->body, "/A<</O/Table%s", scopes[element->scope]);
    if (element->column_span > 1)
        text_printf(&tags->body, "/ColSpan %d", element->column_span);
    if (element->row_span > 1)
        text_printf(&tags->body, "/RowSpan %d", element->row_span);
    text_add(&tags->body, ">>");
}

static void add_figure_attributes(struct tags *tags, const struct element *element) {
    const struct node *node = node_of(tags, element);
    const double *box = element->has_bbox ? element->bbox : node->box;
    if (!node->placed || !(element->has_bbox || node->has_box))
        return;
    double height = tags->document->pages[node->page].height_pt;
    double flipped[4] = {box[0], height - box[3], box[2], height - box[1]};
    text_add(&tags->body, "/A<</O/Layout/Placement/Block/BBox[");
    for (int i = 0; i < 4; i++) {
        syntax_number(&tags->body, flipped[i], 2);
        text_add(&tags->body, " ");
    }
    text_add(&tags->body, "]>>");
}

/* The label of a list's first item says how the list is numbered. */
static void add_list_attributes(struct tags *tags, const struct element *element) {
    const struct element *item = element->first_child;
    for (; item != NULL && item->role != ROLE_LIST_ITEM; item = item->next)
        ;
    const struct element *label = item != NULL ? item->first_child : NULL;
    const char *string = label != NULL && label->role == ROLE_LIST_LABEL ? node_of(tags, label)->label : NULL;
    if (string != NULL)
        text_printf(&tags->body, "/A<</O/List/ListNumbering/%s>>",
                    *string >= '0' && *string <= '9' ? "Decimal" : "Disc");
}

static void (*const add_attributes[ROLE_COUNT])(struct tags *, const struct element *) = {
    [ROLE_HEADER_CELL] = add_table_attributes,
    [ROLE_DATA_CELL] = add_table_attributes,
    [ROLE_FIGURE] = add_figure_attributes,
    [ROLE_LIST] = add_list_attributes,
};

static void add_text_entry(struct tags *tags, const char *key, const char *value) {
    if (value == NULL)
        return;
    text_add(&tags->body, key);
    syntax_string(&tags->body, value);
}

static void write_element(struct tags *tags, const struct element *element, int parent) {
    text_clear(&tags->body);
    text_add(&tags->body, "/S/");
    text_add(&tags->body, types[element->role]);
    text_add(&tags->body, "/P ");
    syntax_reference(&tags->body, parent);
    add_text_entry(tags, "/Alt", element->alt);
    add_text_entry(tags, "/ActualText", element->actual_text);
    add_text_entry(tags, "/Lang", element->lang);
    if (add_attributes[element->role] != NULL)
        add_attributes[element->role](tags, element);
    add_kids(tags, element);
    haru_fill(tags->haru, node_of(tags, element)->object, &tags->body);
}

static void write_tree(struct tags *tags, const struct element *element, int parent) {
    if (!node_of(tags, element)->kept)
        return;
    write_element(tags, element, parent);
    for (const struct element *child = element->first_child; child != NULL; child = child->next)
        write_tree(tags, child, node_of(tags, element)->object);
}

static void add_parent_entry(struct tags *tags, size_t key) {
    size_t pages = tags->document->page_count;
    syntax_integer(&tags->body, (long long)key);
    if (key >= pages) {
        syntax_reference(&tags->body, node_of(tags, tags->links[key - pages])->object);
        return;
    }
    text_add(&tags->body, "[");
    for (size_t i = 0; i < tags->pages[key].count; i++)
        syntax_reference(&tags->body, node_of(tags, tags->pages[key].owners[i])->object);
    text_add(&tags->body, "]\n");
}

/* In leaves, so that a reader need not take in a large document's parents at once. */
static int write_parent_tree(struct tags *tags) {
    enum { KEYS_PER_LEAF = 32 };
    size_t keys = tags->document->page_count + tags->link_count;
    struct text kids = {0};
    text_add(&kids, "/Kids [");
    for (size_t first = 0; first < keys; first += KEYS_PER_LEAF) {
        size_t last = (keys - first > KEYS_PER_LEAF ? first + KEYS_PER_LEAF : keys) - 1;
        text_clear(&tags->body);
        text_printf(&tags->body, "/Limits [%zu %zu] /Nums [", first, last);
        for (size_t key = first; key <= last; key++)
            add_parent_entry(tags, key);
        text_add(&tags->body, "]\n");
        syntax_reference(&kids, haru_add(tags->haru, &tags->body));
    }
    text_add(&kids, "]\n");
    int object = haru_add(tags->haru, &kids);
    text_free(&kids);
    return object;
}

int tags_write(struct tags *tags, struct haru *haru) {
    const struct element *root = tags->document->root;
    tags->haru = haru;
    int tree = haru_reserve(haru);
    place_tree(tags, root);
    reserve_tree(tags, root, true);
    write_tree(tags, root, tree);
    int parents = write_parent_tree(tags);
    text_clear(&tags->body);
    text_printf(&tags->body, "/Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R /ParentTreeNextKey %zu\n",
                node_of(tags, root)->object, parents, tags->document->page_count + tags->link_count);
    haru_fill(haru, tree, &tags->body);
    text_free(&tags->body);
    return tree;
}
