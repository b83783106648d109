#include "empty_pages.h"

#include <string.h>

#include "key_lines.h"

/* Whether a block would show something on the page that is being looked at. */
static bool shows(const struct composer *composer, const struct block *block) {
    if (block->kind == BLOCK_HEADING || block->kind == BLOCK_PAGE_BREAK)
        return false;
    if (block->kind == BLOCK_KEY || block->kind == BLOCK_GLOSSARY) {
        const struct usage usage = key_usage(composer, block);
        return !usage_is_none(&usage);
    }
    if (!block_rules[block->kind].contains)
        return true;
    for (const struct block *child = block->first_child; child != NULL; child = child->next)
        if (shows(composer, child))
            return true;
    return false;
}

static bool is_empty(const struct layout *layout, const struct page_usage *used, const struct page_spec *spec,
                     struct diag *diag) {
    struct page_state page = {.spec = spec, .pos = spec->pos};
    const struct composer composer = {
        .arena = diag->arena, .diag = diag, .layout = layout, .words = layout->words, .known = used, .page = &page};
    return !spec->blank && spec->body != NULL && spec->body->first_child != NULL && !shows(&composer, spec->body);
}

static void tell(const struct page_spec *spec, struct diag *diag) {
    diag_warning(diag, spec->pos,
                 "the page \"%s\" is left out, since its key or glossary has nothing to explain; take it out",
                 spec->id != NULL      ? spec->id
                 : spec->title != NULL ? spec->title
                                       : "");
}

const struct layout *empty_pages_mark(const struct layout *layout, const struct page_usage *used, struct diag *diag) {
    struct arena *arena = diag->arena;
    struct layout *marked = arena_new(arena, struct layout);
    size_t empty = 0;
    *marked = *layout;
    marked->pages = arena_new_array(arena, layout->page_count + 1, struct page_spec);
    memcpy(marked->pages, layout->pages, layout->page_count * sizeof *layout->pages);
    for (size_t i = 0; i < layout->page_count; i++) {
        if (!is_empty(layout, used, &layout->pages[i], diag))
            continue;
        marked->pages[i].empty = true;
        marked->pages[i].listed = false;
        empty++;
    }
    if (empty == 0 || empty == layout->page_count)
        return layout;
    for (size_t i = 0; i < layout->page_count; i++)
        if (marked->pages[i].empty)
            tell(&marked->pages[i], diag);
    return marked;
}
