#include "page_grid.h"

struct page_grid {
    size_t page_count;
    size_t *first;           /* by page: the first page that is like it, itself where none is before it */
    struct region_fit *fits; /* by such a page: the most of those like it */
};

static bool same_blocks(const struct block *a, const struct block *b) {
    for (; a != NULL && b != NULL; a = a->next, b = b->next)
        if (a->kind != b->kind)
            return false;
    return a == NULL && b == NULL;
}

static bool alike(const struct page_spec *a, const struct page_spec *b) {
    return a->indicator != NULL && b->indicator != NULL && a->body != NULL && b->body != NULL && a->paper == b->paper &&
           same_blocks(a->body->first_child, b->body->first_child);
}

struct page_grid *page_grid_create(struct arena *arena, const struct layout *layout) {
    struct page_grid *grid = arena_new(arena, struct page_grid);
    bool any = false;
    grid->page_count = layout->page_count;
    grid->first = arena_new_array(arena, layout->page_count + 1, size_t);
    grid->fits = arena_new_array(arena, layout->page_count + 1, struct region_fit);
    for (size_t i = 0; i < layout->page_count; i++) {
        size_t first = 0;
        while (first < i && (grid->first[first] != first || !alike(&layout->pages[first], &layout->pages[i])))
            first++;
        grid->first[i] = first;
        any = any || first < i;
    }
    return any ? grid : NULL;
}

void page_grid_note(struct page_grid *grid, size_t page, struct region_fit fit) {
    struct region_fit *most = &grid->fits[grid->first[page]];
    most->tight = most->tight || fit.tight;
    if (fit.shrunk_pt > most->shrunk_pt)
        most->shrunk_pt = fit.shrunk_pt;
}

bool page_grid_gave_way(const struct page_grid *grid) {
    for (size_t i = 0; i < grid->page_count; i++)
        if (grid->fits[i].tight || grid->fits[i].shrunk_pt > 0)
            return true;
    return false;
}

struct region_fit page_grid_fit(const struct page_grid *grid, size_t page) {
    return grid == NULL ? (struct region_fit){0} : grid->fits[grid->first[page]];
}
