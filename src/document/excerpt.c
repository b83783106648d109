#include "excerpt.h"

#include "text.h"

enum { GONE = -1 };

struct excerpt {
    struct arena *arena;
    const struct document *whole;
    struct document *part;
    size_t first_page, last_page; /* of the whole, both in: where to look */
    const char *id;
    struct element **sections; /* children of the whole's root that have something on the pages, in their order */
    size_t section_count, section_capacity;
    struct element **copies; /* by the index of the original, less first_index */
    size_t first_index, copy_count;
};

static bool is_wanted(const struct excerpt *excerpt, size_t page) {
    return text_equal(excerpt->whole->pages[page].id, excerpt->id);
}

/* Where a page of the whole stands in the part, or GONE. */
static ptrdiff_t place_of(const struct excerpt *excerpt, size_t page) {
    ptrdiff_t place = 0;
    if (page >= excerpt->whole->page_count || !is_wanted(excerpt, page))
        return GONE;
    for (size_t p = excerpt->first_page; p < page; p++)
        place += is_wanted(excerpt, p);
    return place;
}

static bool find_pages(struct excerpt *excerpt) {
    bool found = false;
    for (size_t p = 0; p < excerpt->whole->page_count; p++) {
        if (!is_wanted(excerpt, p))
            continue;
        excerpt->first_page = found ? excerpt->first_page : p;
        excerpt->last_page = p;
        found = true;
    }
    return found;
}

static struct element *section_of(struct element *element) {
    while (element->parent != NULL && element->parent->parent != NULL)
        element = element->parent;
    return element;
}

/* Sections of one page are few, and frames of one section are neighbours. */
static void add_section(struct excerpt *excerpt, struct element *section) {
    size_t place = excerpt->section_count;
    for (; place > 0 && excerpt->sections[place - 1]->index >= section->index; place--)
        if (excerpt->sections[place - 1] == section)
            return;
    arena_append(excerpt->arena, excerpt->sections, excerpt->section_count, excerpt->section_capacity) = section;
    for (size_t i = excerpt->section_count - 1; i > place; i--)
        excerpt->sections[i] = excerpt->sections[i - 1];
    excerpt->sections[place] = section;
}

static void find_sections(struct excerpt *excerpt) {
    for (size_t p = excerpt->first_page; p <= excerpt->last_page; p++) {
        const struct page *page = &excerpt->whole->pages[p];
        for (size_t f = 0; is_wanted(excerpt, p) && f < page->frame_count; f++)
            if (page->frames[f].element != NULL)
                add_section(excerpt, section_of(page->frames[f].element));
    }
}

static size_t highest_index(const struct element *element) {
    size_t highest = element->index;
    for (const struct element *child = element->first_child; child != NULL; child = child->next) {
        size_t below = highest_index(child);
        highest = below > highest ? below : highest;
    }
    return highest;
}

/* A link whose page is gone leaves its words, which are then no link's. */
static void copy_link(const struct excerpt *excerpt, struct element *link) {
    ptrdiff_t place = place_of(excerpt, link->link.page);
    if (link->link.target != NULL)
        return; /* in the same block, which is copied whole */
    link->role = place == GONE ? ROLE_SPAN : ROLE_LINK;
    link->link.page = place == GONE ? 0 : (size_t)place;
}

static void copy_element(struct excerpt *excerpt, struct element *parent, const struct element *from) {
    struct element *copy = document_copy_element(excerpt->part, parent, from);
    if (copy->role == ROLE_LINK && copy->link.uri == NULL)
        copy_link(excerpt, copy);
    excerpt->copies[from->index - excerpt->first_index] = copy;
    for (const struct element *child = from->first_child; child != NULL; child = child->next)
        copy_element(excerpt, copy, child);
}

/* Links lead to copies. */
static void move_targets(const struct excerpt *excerpt, struct element *element) {
    if (element->link.target != NULL)
        element->link.target = excerpt->copies[element->link.target->index - excerpt->first_index];
    for (struct element *child = element->first_child; child != NULL; child = child->next)
        move_targets(excerpt, child);
}

static void copy_sections(struct excerpt *excerpt) {
    size_t last = 0;
    if (excerpt->section_count == 0)
        return;
    excerpt->first_index = excerpt->sections[0]->index;
    for (size_t i = 0; i < excerpt->section_count; i++) {
        size_t highest = highest_index(excerpt->sections[i]);
        last = highest > last ? highest : last;
    }
    excerpt->copies = arena_new_array(excerpt->arena, last - excerpt->first_index + 1, struct element *);
    for (size_t i = 0; i < excerpt->section_count; i++)
        copy_element(excerpt, NULL, excerpt->sections[i]);
    move_targets(excerpt, excerpt->part->root);
}

static void copy_frame(struct excerpt *excerpt, struct page *page, const struct frame *from) {
    struct element *element =
        from->element == NULL ? NULL : excerpt->copies[from->element->index - excerpt->first_index];
    if (from->kind == FRAME_LINK && element->role != ROLE_LINK)
        return;
    struct frame *frame = page_add_frame(excerpt->part, page, from->kind, NULL);
    *frame = *from;
    frame->element = element;
}

static void copy_page(struct excerpt *excerpt, const struct page *from) {
    struct page *page = document_add_page(excerpt->part, from->width_pt, from->height_pt);
    page->turned = from->turned;
    page->label = from->label;
    page->id = from->id;
    page->title = from->title;
    page->about = from->about;
    for (size_t f = 0; f < from->frame_count; f++)
        copy_frame(excerpt, page, &from->frames[f]);
}

/* An entry that lost those above it moves up. */
static void copy_outline(struct excerpt *excerpt) {
    const struct document *whole = excerpt->whole;
    struct document *part = excerpt->part;
    for (size_t i = 0; i < whole->outline_count; i++) {
        struct outline_entry entry = whole->outline[i];
        ptrdiff_t place = place_of(excerpt, entry.page);
        int deepest = part->outline_count == 0 ? 1 : part->outline[part->outline_count - 1].level + 1;
        if (place == GONE)
            continue;
        entry.page = (size_t)place;
        entry.level = entry.level < deepest ? entry.level : deepest;
        arena_append(part->arena, part->outline, part->outline_count, part->outline_capacity) = entry;
    }
}

struct document *excerpt_create(struct arena *arena, const struct document *whole, const char *id) {
    struct excerpt excerpt = {.arena = arena, .whole = whole, .id = id};
    if (!find_pages(&excerpt))
        return NULL;
    struct document *part = excerpt.part = document_create(arena);
    const struct page *first = &whole->pages[excerpt.first_page];
    part->title = first->title;
    part->subject = first->about;
    part->language = whole->language;
    part->author = whole->author;
    part->keywords = whole->keywords;
    part->created = whole->created;
    part->theme = whole->theme;
    part->fonts = whole->fonts;
    find_sections(&excerpt);
    copy_sections(&excerpt);
    for (size_t p = excerpt.first_page; p <= excerpt.last_page; p++)
        if (is_wanted(&excerpt, p))
            copy_page(&excerpt, &whole->pages[p]);
    copy_outline(&excerpt);
    return part;
}
