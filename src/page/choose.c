#include "choose.h"

#include "condition.h"

struct chooser {
    struct arena *arena;
    const struct figures *figures;
    int period;
    const struct layout *whole;
    struct layout *chosen;
    const struct page_spec *page; /* being looked at, of the whole */
};

/* The indicators that a condition is judged of. */
struct subjects {
    const struct indicator **items;
    size_t count, capacity;
};

static void add_own(const struct chooser *chooser, struct subjects *subjects, const struct block *block) {
    if (block->indicator != NULL)
        arena_append(chooser->arena, subjects->items, subjects->count, subjects->capacity) = block->indicator;
    for (size_t i = 0; block->indicator == NULL && i < block->selection.count; i++)
        arena_append(chooser->arena, subjects->items, subjects->count, subjects->capacity) =
            block->selection.indicators[i];
}

/* Those of a block, and of all that is in it. */
static void add_all(const struct chooser *chooser, struct subjects *subjects, const struct block *block) {
    add_own(chooser, subjects, block);
    for (const struct block *child = block->first_child; child != NULL; child = child->next)
        add_all(chooser, subjects, child);
}

/* block   NULL: the page as a whole */
static struct subjects find_subjects(const struct chooser *chooser, const struct block *block) {
    struct subjects subjects = {0};
    const struct indicator *of_page = chooser->page->indicator;
    const struct catalogue *catalogue = chooser->whole->catalogue;
    if (block != NULL)
        add_own(chooser, &subjects, block);
    if (subjects.count == 0 && of_page != NULL)
        arena_append(chooser->arena, subjects.items, subjects.count, subjects.capacity) = of_page;
    if (subjects.count == 0 && block != NULL && block->leads != NULL)
        arena_append(chooser->arena, subjects.items, subjects.count, subjects.capacity) = block->leads;
    if (subjects.count == 0 && (block != NULL || chooser->page->body != NULL))
        add_all(chooser, &subjects, block != NULL ? block : chooser->page->body);
    bool all = subjects.count == 0;
    for (size_t i = 0; all && i < catalogue->indicator_count; i++)
        arena_append(chooser->arena, subjects.items, subjects.count, subjects.capacity) = catalogue->indicators[i];
    return subjects;
}

static bool holds(const struct chooser *chooser, const struct condition *when, const struct block *block) {
    if (when == NULL)
        return true;
    const struct subjects subjects = find_subjects(chooser, block);
    return condition_holds(when, chooser->whole, chooser->figures, chooser->period, subjects.items, subjects.count);
}

static void leave_out(const struct chooser *chooser, const struct block *block, const struct condition *when) {
    struct layout *chosen = chooser->chosen;
    arena_append(chooser->arena, chosen->left_out, chosen->left_out_count, chosen->left_out_capacity) =
        (struct left_out){chooser->page, block, when};
}

static bool is_conditional(const struct block *block) {
    if (block->when != NULL)
        return true;
    for (const struct block *child = block->first_child; child != NULL; child = child->next)
        if (is_conditional(child))
            return true;
    return false;
}

/* A copy of a block with those of its blocks that stand; NULL where it has some, and none stands. */
static struct block *choose_blocks(const struct chooser *chooser, const struct block *block, struct block *parent) {
    struct block *copy = arena_new(chooser->arena, struct block);
    *copy = *block;
    copy->parent = parent;
    copy->first_child = copy->last_child = copy->next = NULL;
    for (const struct block *child = block->first_child; child != NULL; child = child->next) {
        bool stands = holds(chooser, child->when, child);
        struct block *chosen = stands ? choose_blocks(chooser, child, copy) : NULL;
        if (!stands)
            leave_out(chooser, child, child->when);
        if (chosen == NULL)
            continue;
        if (copy->last_child == NULL)
            copy->first_child = chosen;
        else
            copy->last_child->next = chosen;
        copy->last_child = chosen;
    }
    return copy->first_child == NULL && block->first_child != NULL ? NULL : copy;
}

/* Whether anything stands on a page but its heading. */
static bool has_content(const struct block *block) {
    if (block->kind != BLOCK_HEADING && block->kind != BLOCK_PAGE_BREAK && !block_rules[block->kind].contains)
        return true;
    for (const struct block *child = block->first_child; child != NULL; child = child->next)
        if (has_content(child))
            return true;
    return false;
}

static void choose_page(struct chooser *chooser, const struct page_spec *page) {
    struct layout *chosen = chooser->chosen;
    struct page_spec spec = *page;
    chooser->page = page;
    if (!holds(chooser, page->when, NULL)) {
        leave_out(chooser, NULL, page->when);
        return;
    }
    if (page->body != NULL && is_conditional(page->body)) {
        spec.body = choose_blocks(chooser, page->body, NULL);
        if (spec.body == NULL || !has_content(spec.body)) {
            leave_out(chooser, NULL, NULL);
            return;
        }
    }
    arena_append(chooser->arena, chosen->pages, chosen->page_count, chosen->page_capacity) = spec;
}

static bool has_conditions(const struct layout *layout) {
    for (size_t i = 0; i < layout->page_count; i++)
        if (layout->pages[i].when != NULL || (layout->pages[i].body != NULL && is_conditional(layout->pages[i].body)))
            return true;
    return false;
}

struct layout *choose_pages(struct arena *arena, struct layout *layout, const struct figures *figures, int period,
                            struct diag *diag) {
    if (!has_conditions(layout))
        return layout;
    struct layout *chosen = arena_new(arena, struct layout);
    struct chooser chooser = {.arena = arena, .figures = figures, .period = period, .whole = layout, .chosen = chosen};
    *chosen = *layout;
    chosen->pages = NULL;
    chosen->page_count = chosen->page_capacity = 0;
    for (size_t i = 0; i < layout->page_count; i++)
        choose_page(&chooser, &layout->pages[i]);
    if (chosen->page_count == 0)
        diag_error(diag, layout->pos,
                   "the condition of no page holds, so that nothing is left; give the pack a page without one");
    return chosen;
}

void choose_tell(const struct layout *chosen, struct diag *diag) {
    for (size_t i = 0; i < chosen->left_out_count; i++) {
        const struct left_out *out = &chosen->left_out[i];
        const struct page_spec *page = out->page;
        const char *name = page->id != NULL ? page->id : page->title != NULL ? page->title : "";
        if (out->block != NULL)
            diag_note(diag, out->block->pos, "the <%s> of the page \"%s\" is left out, since when=\"%s\" does not hold",
                      block_words[out->block->kind], name, out->when->written);
        else if (out->when != NULL)
            diag_note(diag, page->pos, "the page \"%s\" is left out, since when=\"%s\" does not hold", name,
                      out->when->written);
        else
            diag_note(diag, page->pos, "the page \"%s\" is left out, since no more than its heading is left of it",
                      name);
    }
}
