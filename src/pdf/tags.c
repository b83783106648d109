#include "tags.h"

#include <math.h>

#include "reading.h"
#include "syntax.h"

/* The structure types of PDF 1.7; of a heading by its level. It has none for blocks of any kind and for what is set off
 * by its looks. */
static const char *const types[ROLE_COUNT] = {
    [ROLE_DOCUMENT] = "Document", [ROLE_SECTION] = "Sect",
    [ROLE_HEADING_1] = "H1",      [ROLE_HEADING_2] = "H2",
    [ROLE_HEADING_3] = "H3",      [ROLE_HEADING_4] = "H4",
    [ROLE_HEADING_5] = "H5",      [ROLE_HEADING_6] = "H6",
    [ROLE_PARAGRAPH] = "P",       [ROLE_LIST] = "L",
    [ROLE_LIST_ITEM] = "LI",      [ROLE_LIST_LABEL] = "Lbl",
    [ROLE_LIST_BODY] = "LBody",   [ROLE_TABLE] = "Table",
    [ROLE_TABLE_HEAD] = "THead",  [ROLE_TABLE_BODY] = "TBody",
    [ROLE_TABLE_ROW] = "TR",      [ROLE_HEADER_CELL] = "TH",
    [ROLE_DATA_CELL] = "TD",      [ROLE_FIGURE] = "Figure",
    [ROLE_CONTENTS] = "TOC",      [ROLE_CONTENTS_ITEM] = "TOCI",
    [ROLE_LINK] = "Link",         [ROLE_SYMBOL] = "Span",
    [ROLE_SPAN] = "Span",         [ROLE_QUOTE] = "BlockQuote",
    [ROLE_NOTE] = "Note",         [ROLE_REFERENCE] = "Reference",
    [ROLE_CODE] = "Code",         [ROLE_STRUCK] = "Span",
    [ROLE_ABBREVIATION] = "Span",
};

/* Of an element without a type the content belongs to the element above it. */
static const struct element *owner_of(const struct element *element) {
    while (types[element->role] == NULL)
        element = element->parent;
    return element;
}

enum { GOES_ON = -1 };

struct page_marks {
    const struct element **owners; /* by mark */
    size_t count, capacity;
};

struct tags {
    struct arena *arena;
    const struct document *document;
    struct reading *reading;
    int *marks;   /* by frame: the mark that it begins on its page, or its annotation; GOES_ON in the mark before it */
    int *objects; /* by element->index; 0: none, it is left out */
    struct page_marks *pages;
    const struct element **links; /* by annotation, in order */
    size_t link_count, link_capacity;
    struct haru *haru; /* while writing */
    struct text body;
};

struct tags *tags_create(struct arena *arena, const struct document *document) {
    struct tags *tags = arena_new(arena, struct tags);
    size_t frames = 0;
    for (size_t p = 0; p < document->page_count; p++)
        frames += document->pages[p].frame_count;
    tags->arena = arena;
    tags->document = document;
    tags->reading = reading_create(arena, document);
    tags->marks = arena_new_array(arena, frames + 1, int);
    for (size_t i = 0; i < frames; i++)
        tags->marks[i] = GOES_ON;
    tags->objects = arena_new_array(arena, document->element_count, int);
    tags->pages = arena_new_array(arena, document->page_count, struct page_marks);
    return tags;
}

bool tags_goes_on(const struct element *element, const struct element *before) {
    return owner_of(element) == owner_of(before);
}

const char *tags_type(const struct tags *tags, const struct element *element) {
    const struct element *owner = owner_of(element);
    int level = reading_level(tags->reading, owner);
    return types[level > 0 ? ROLE_HEADING_1 + level - 1 : (int)owner->role];
}

int tags_mark(struct tags *tags, size_t page, size_t frame, const struct element *element) {
    struct page_marks *marks = &tags->pages[page];
    tags->marks[frame] = (int)marks->count;
    arena_append(tags->arena, marks->owners, marks->count, marks->capacity) = owner_of(element);
    return tags->marks[frame];
}

const struct reading_frame *tags_place(const struct tags *tags, const struct element *element) {
    return reading_first(tags->reading, element);
}

int tags_link(struct tags *tags, size_t frame, const struct element *element, int annotation) {
    int key = (int)(tags->document->page_count + tags->link_count);
    arena_append(tags->arena, tags->links, tags->link_count, tags->link_capacity) = owner_of(element);
    tags->marks[frame] = annotation;
    return key;
}

/* Chooses what stays and gives it numbers, parents first. */
static void reserve_tree(struct tags *tags, const struct element *element, bool parent_kept) {
    bool placed = reading_first(tags->reading, element) != NULL;
    bool kept = placed || element->parent == NULL || (parent_kept && element_is_of_grid(element));
    if (kept && types[element->role] != NULL)
        tags->objects[element->index] = haru_reserve(tags->haru);
    for (const struct element *child = element->first_child; child != NULL; child = child->next)
        reserve_tree(tags, child, kept);
}

static void add_page(struct tags *tags, size_t page) {
    text_add(&tags->body, "/Pg ");
    syntax_reference(&tags->body, haru_page_object(tags->haru, page));
}

/* The first frame of an element and of those below it that have no type. */
static const struct reading_frame *first_own(const struct tags *tags, const struct element *element) {
    size_t count;
    const struct reading_frame *first = reading_frames(tags->reading, element, &count);
    if (count == 0)
        first = NULL;
    for (const struct element *child = element->first_child; child != NULL; child = child->next) {
        const struct reading_frame *below = types[child->role] == NULL ? first_own(tags, child) : NULL;
        if (below != NULL && (first == NULL || below->order < first->order))
            first = below;
    }
    return first;
}

static void add_frame(struct tags *tags, const struct reading_frame *frame, size_t home) {
    int mark = tags->marks[frame->number];
    if (mark == GOES_ON)
        return;
    if (frame->frame->kind == FRAME_LINK) {
        text_add(&tags->body, "<</Type/OBJR");
        add_page(tags, frame->page);
        text_add(&tags->body, "/Obj ");
        syntax_reference(&tags->body, mark);
        text_add(&tags->body, ">> ");
    } else if (frame->page == home) {
        syntax_integer(&tags->body, mark);
    } else {
        text_add(&tags->body, "<</Type/MCR");
        add_page(tags, frame->page);
        text_add(&tags->body, "/MCID ");
        syntax_integer(&tags->body, mark);
        text_add(&tags->body, ">> ");
    }
}

static void add_content(struct tags *tags, const struct element *element, size_t home) {
    for (struct reading_part part = reading_part_of(element); reading_next(tags->reading, &part);) {
        if (part.frame != NULL)
            add_frame(tags, part.frame, home);
        else if (types[part.child->role] == NULL)
            add_content(tags, part.child, home);
        else if (tags->objects[part.child->index] != 0)
            syntax_reference(&tags->body, tags->objects[part.child->index]);
    }
}

static void add_kids(struct tags *tags, const struct element *element) {
    const struct reading_frame *first = first_own(tags, element);
    if (first != NULL)
        add_page(tags, first->page);
    text_add(&tags->body, "/K [");
    add_content(tags, element, first != NULL ? first->page : 0);
    text_add(&tags->body, "]");
}

static void add_table_attributes(struct tags *tags, const struct element *element) {
    static const char *const scopes[] = {
        [SCOPE_NONE] = "", [SCOPE_COLUMN] = "/Scope/Column", [SCOPE_ROW] = "/Scope/Row"};
    if (element->scope == SCOPE_NONE && element->column_span <= 1 && element->row_span <= 1)
        return;
    text_add(&tags->body, "/A<</O/Table");
    text_add(&tags->body, scopes[element->scope]);
    if (element->column_span > 1)
        text_printf(&tags->body, "/ColSpan %d", element->column_span);
    if (element->row_span > 1)
        text_printf(&tags->body, "/RowSpan %d", element->row_span);
    text_add(&tags->body, ">>");
}

/* left, top, right, bottom */
static void extend(double box[4], double x, double y) {
    box[0] = fmin(box[0], x);
    box[1] = fmin(box[1], y);
    box[2] = fmax(box[2], x);
    box[3] = fmax(box[3], y);
}

static void extend_by_frame(double box[4], const struct frame *frame) {
    if (frame->kind == FRAME_TEXT)
        return;
    if (frame->kind != FRAME_SHAPE) {
        extend(box, frame->x, frame->y);
        extend(box, frame->x + frame->width, frame->y + frame->height);
    }
    for (size_t i = 0; frame->kind == FRAME_SHAPE && i < frame->u.shape.count; i++)
        extend(box, frame->u.shape.points[i].x, frame->u.shape.points[i].y);
}

static void add_figure_attributes(struct tags *tags, const struct element *element) {
    double box[4] = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    size_t count;
    const struct reading_frame *frames = reading_frames(tags->reading, element, &count);
    for (size_t i = 0; i < count; i++)
        extend_by_frame(box, frames[i].frame);
    if (box[0] > box[2])
        return;
    double height = tags->document->pages[reading_first(tags->reading, element)->page].height_pt;
    const double flipped[4] = {box[0], height - box[3], box[2], height - box[1]};
    text_add(&tags->body, "/A<</O/Layout/Placement/Block/BBox[");
    for (int i = 0; i < 4; i++) {
        syntax_number(&tags->body, flipped[i], 2);
        text_add(&tags->body, " ");
    }
    text_add(&tags->body, "]>>");
}

/* The first words of a list's label; NULL: it has none. */
static const char *label_string(const struct tags *tags, const struct element *label) {
    size_t count;
    const struct reading_frame *frames = reading_frames(tags->reading, label, &count);
    for (size_t i = 0; i < count; i++)
        if (frames[i].frame->kind == FRAME_TEXT)
            return frames[i].frame->u.text.string;
    return NULL;
}

/* The label of a list's first item says how the list is numbered. */
static void add_list_attributes(struct tags *tags, const struct element *element) {
    const struct element *item = element->first_child;
    for (; item != NULL && item->role != ROLE_LIST_ITEM; item = item->next)
        ;
    const struct element *label = item != NULL ? item->first_child : NULL;
    const char *string = label != NULL && label->role == ROLE_LIST_LABEL ? label_string(tags, label) : NULL;
    if (string != NULL)
        text_printf(&tags->body, "/A<</O/List/ListNumbering/%s>>",
                    *string >= '0' && *string <= '9' ? "Decimal" : "Disc");
}

static void add_struck_attributes(struct tags *tags, const struct element *element) {
    (void)element;
    text_add(&tags->body, "/A<</O/Layout/TextDecorationType/LineThrough>>");
}

static void add_note_id(struct tags *tags, const struct element *element) {
    text_printf(&tags->body, "/ID(note-%08zu)", element->index);
}

static void (*const add_attributes[ROLE_COUNT])(struct tags *, const struct element *) = {
    [ROLE_HEADER_CELL] = add_table_attributes, [ROLE_DATA_CELL] = add_table_attributes,
    [ROLE_FIGURE] = add_figure_attributes,     [ROLE_LIST] = add_list_attributes,
    [ROLE_STRUCK] = add_struck_attributes,     [ROLE_NOTE] = add_note_id,
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
    text_add(&tags->body, tags_type(tags, element));
    text_add(&tags->body, "/P ");
    syntax_reference(&tags->body, parent);
    add_text_entry(tags, "/Alt", element->alt);
    add_text_entry(tags, "/ActualText", element->actual_text);
    add_text_entry(tags, "/E", element->expansion);
    add_text_entry(tags, "/Lang", element->lang);
    if (add_attributes[element->role] != NULL)
        add_attributes[element->role](tags, element);
    add_kids(tags, element);
    haru_fill(tags->haru, tags->objects[element->index], &tags->body);
}

static void write_tree(struct tags *tags, const struct element *element, int parent) {
    int object = tags->objects[element->index];
    if (object != 0)
        write_element(tags, element, parent);
    for (const struct element *child = element->first_child; child != NULL; child = child->next)
        write_tree(tags, child, object != 0 ? object : parent);
}

static void add_parent_entry(struct tags *tags, size_t key) {
    size_t pages = tags->document->page_count;
    syntax_integer(&tags->body, (long long)key);
    if (key >= pages) {
        syntax_reference(&tags->body, tags->objects[tags->links[key - pages]->index]);
        return;
    }
    text_add(&tags->body, "[");
    for (size_t i = 0; i < tags->pages[key].count; i++)
        syntax_reference(&tags->body, tags->objects[tags->pages[key].owners[i]->index]);
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

/* The notes by their identifiers, which are made in the order of the tree. */
static void add_ids(struct tags *tags, const struct element *element, struct text *names) {
    if (element->role == ROLE_NOTE && tags->objects[element->index] != 0) {
        text_printf(names, "(note-%08zu)", element->index);
        syntax_reference(names, tags->objects[element->index]);
    }
    for (const struct element *child = element->first_child; child != NULL; child = child->next)
        add_ids(tags, child, names);
}

int tags_write(struct tags *tags, struct haru *haru) {
    const struct element *root = tags->document->root;
    tags->haru = haru;
    int tree = haru_reserve(haru);
    reserve_tree(tags, root, true);
    write_tree(tags, root, tree);
    int parents = write_parent_tree(tags);
    struct text names = {0};
    add_ids(tags, root, &names);
    text_clear(&tags->body);
    if (names.length > 0)
        text_printf(&tags->body, "/IDTree <</Names [%s]>> ", text_string(&names));
    text_free(&names);
    text_printf(&tags->body, "/Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R /ParentTreeNextKey %zu\n",
                tags->objects[root->index], parents, tags->document->page_count + tags->link_count);
    haru_fill(haru, tree, &tags->body);
    text_free(&tags->body);
    return tree;
}
