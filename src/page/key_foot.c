#include "key_foot.h"

#include "block_parts.h"
#include "key_lines.h"

static bool has_kind(const struct block *block, enum block_kind kind) {
    for (const struct block *child = block->first_child; child != NULL; child = child->next)
        if (child->kind == kind || has_kind(child, kind))
            return true;
    return false;
}

/* A key in what is drawn at the top of each side. */
static bool has_key_on_all(const struct block *body) {
    const struct block *first = body->first_child;
    return first != NULL && first->kind == BLOCK_STACK && block_stack(first)->repeat && has_kind(first, BLOCK_KEY);
}

struct page_foot key_foot(struct composer *composer, double width_pt) {
    const struct page_spec *spec = composer->page->spec;
    struct usage usage = usage_so_far(composer);
    bool explained = has_kind(spec->body, BLOCK_KEY);
    if (has_kind(spec->body, BLOCK_RAG_KEY)) {
        usage.bands = 0;
        usage.signs &= ~(UINT64_C(1) << SIGN_PUBLISHED);
    }
    if (has_key_on_all(spec->body) || usage_is_none(&usage))
        return (struct page_foot){0};
    struct flow flow = {.width_pt = width_pt, .fold_pt = composer_paper(composer)->fold_pt}, whole = flow;
    composer_go_on(composer, spec->pos, NULL);
    if (!explained)
        composer_open(composer, ROLE_BLOCK, "key");
    key_lines_set(composer, &flow, &usage, explained ? KEY_AGAIN : KEY_FOOT);
    if (!explained)
        composer_close(composer);
    struct piece *foot = flow_add(composer, &whole, flow_height(&flow));
    double y = 0;
    for (const struct piece *line = flow.first; line != NULL; y += line->height_pt, line = line->next)
        piece_adopt(composer, foot, line, 0, y);
    return (struct page_foot){foot, explained};
}
