#include "arrange.h"

#include "block_parts.h"
#include "block_setters.h"
#include "dated.h"
#include "notes.h"
#include "section_head.h"
#include "side_label.h"

enum { LABEL_PT = 14, LABEL_GAP_PT = 8, COLUMN_GAP_PT = 16 };

static void (*const setters[BLOCK_KIND_COUNT])(struct composer *, struct flow *, const struct block *) = {
#define BLOCK(KIND, noun, ...) [BLOCK_##KIND] = noun##_set,
#define PLAIN BLOCK
#include "blocks.def"
};

/* The title of a block that does not set its own. */
static void set_title(struct composer *composer, struct flow *flow, const struct block *block) {
    if (block->title != NULL && !block_rules[block->kind].heads_itself)
        section_head_set(composer, flow, dated_words(composer, block->title), NULL);
}

static double gap_before(const struct block *block) {
    return block->gap_pt >= 0 ? block->gap_pt : block_rules[block->kind].gap_pt;
}

static void set_block(struct composer *composer, struct flow *flow, const struct block *block);

static size_t child_count(const struct block *block) {
    size_t count = 0;
    for (const struct block *child = block->first_child; child != NULL; child = child->next)
        count++;
    return count;
}

/* Fixed and natural widths first; what is left is shared by weight. A natural width is half of an even share. */
static bool share_width(struct composer *composer, const struct block *row, double width, double between,
                        double *widths) {
    size_t count = child_count(row), i = 0;
    double left = width - between * (double)(count - 1), weights = 0, even = left / (double)count;
    for (const struct block *child = row->first_child; child != NULL; child = child->next, i++) {
        widths[i] = child->width.kind == WIDTH_FIXED     ? child->width.amount
                    : child->width.kind == WIDTH_NATURAL ? even / 2
                                                         : 0;
        left -= widths[i];
        weights += child->width.kind == WIDTH_WEIGHT ? child->width.amount : 0;
    }
    if (left < -0.01 || (weights > 0 && left < 20)) {
        diag_error(
            composer->diag, row->pos,
            "the widths of this row add up to %.0f points and the row has %.0f; make a width smaller or use weights",
            width - left, width);
        return false;
    }
    i = 0;
    for (const struct block *child = row->first_child; child != NULL; child = child->next, i++)
        if (child->width.kind == WIDTH_WEIGHT)
            widths[i] = left * child->width.amount / weights;
    return true;
}

void stack_set(struct composer *composer, struct flow *flow, const struct block *block) {
    for (const struct block *child = block->first_child; child != NULL; child = child->next) {
        struct piece *last = flow->last;
        set_block(composer, flow, child);
        struct piece *first = last == NULL ? flow->first : last->next;
        if (first != NULL && last != NULL) {
            first->gap_pt = child == block->first_child ? 0 : gap_before(child); /* below its title */
            first->section = true;
        }
    }
}

/* The space between the blocks of a row: that of the fold, where its two halves lie at both sides of one. */
static double between_blocks(const struct block *row, double fold) {
    const struct block *first = row->first_child, *second = first != NULL ? first->next : NULL;
    bool halves = second != NULL && second->next == NULL && first->width.kind == second->width.kind &&
                  first->width.amount == second->width.amount;
    return halves && fold > 0 ? fold : COLUMN_GAP_PT;
}

static bool holds_cover(const struct block *block) {
    for (const struct block *child = block->first_child; child != NULL; child = child->next)
        if (holds_cover(child))
            return true;
    return block->kind == BLOCK_COVER;
}

/* Children of a row into the flows of a region; false where they cannot stand side by side. */
static bool fill_row(struct composer *composer, struct region *region, const struct block *row,
                     const struct flow *flow) {
    double widths[REGION_FLOWS_MAX], x = 0, between = between_blocks(row, flow->fold_pt);
    size_t count = child_count(row);
    if (count == 0)
        return false;
    if (count > REGION_FLOWS_MAX) {
        diag_error(composer->diag, row->pos, "a row holds at most %d blocks and this one has %zu; divide it in two",
                   REGION_FLOWS_MAX, count);
        return false;
    }
    if (!share_width(composer, row, flow->width_pt, between, widths))
        return false;
    region->flow_count = count;
    for (size_t i = 0; i < count; x += widths[i++] + between) {
        region->x[i] = x;
        region->flows[i].width_pt = widths[i];
    }
    /* a cover is read first, wherever it stands */
    for (int others = 0; others < 2; others++) {
        struct flow *own = region->flows;
        for (const struct block *child = row->first_child; child != NULL; child = child->next, own++)
            if (holds_cover(child) == (others == 0))
                set_block(composer, own, child);
    }
    return true;
}

/* A row inside a column is one piece: it does not break. */
void row_set(struct composer *composer, struct flow *flow, const struct block *block) {
    struct region inner = {0};
    if (!fill_row(composer, &inner, block, flow))
        return;
    struct piece *whole = flow_add(composer, flow, region_height(&inner));
    for (size_t i = 0; i < inner.flow_count; i++) {
        double y = 0;
        for (struct piece *piece = inner.flows[i].first; piece != NULL; piece = piece->next) {
            y += piece == inner.flows[i].first ? 0 : piece->gap_pt;
            piece_adopt(composer, whole, piece, inner.x[i], y);
            y += piece->height_pt;
        }
        side_labels_adopt(composer, whole, &inner.flows[i], inner.x[i]);
    }
}

/* With the footnotes that its words have marks of, at its foot. */
static void set_contents(struct composer *composer, struct flow *flow, const struct block *block) {
    setters[block->kind](composer, flow, block);
    notes_set(composer, flow);
}

/* Pieces move to the right of their label, and the last one grows where the label needs it. */
static void set_beside_title(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct type_size *type = &composer->layout->theme.type[STYLE_NOTE];
    struct flow inner = {.width_pt = flow->width_pt - LABEL_PT - LABEL_GAP_PT};
    struct side_label *label = arena_new(composer->arena, struct side_label);
    *label = (struct side_label){.width_pt = LABEL_PT, .size_pt = type->size_pt};
    composer_go_on(composer, block->pos, label);
    set_title(composer, &inner, block);
    set_contents(composer, &inner, block);
    composer_go_on(composer, block->pos, NULL);
    if (inner.first == NULL)
        return;
    double least = label->words == NULL ? 0 : side_label_length(composer, label);
    double lacking = least - flow_height(&inner);
    for (const struct piece *piece = inner.first; piece != NULL; piece = piece->next) {
        bool grows = piece->next == NULL && lacking > 0;
        struct piece *moved = flow_add(composer, flow, piece->height_pt + (grows ? lacking : 0));
        moved->gap_pt = piece->gap_pt;
        moved->keep = piece->keep;
        moved->side_label = label->words == NULL ? NULL : label;
        piece_adopt(composer, moved, piece, LABEL_PT + LABEL_GAP_PT, 0);
    }
}

/* With its title. */
static void set_whole(struct composer *composer, struct flow *flow, const struct block *block) {
    if (block->title_left) {
        set_beside_title(composer, flow, block);
        return;
    }
    if (!block_rules[block->kind].contains || block->title != NULL)
        composer_go_on(composer, block->pos, NULL);
    set_title(composer, flow, block);
    set_contents(composer, flow, block);
}

static void set_block(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct indicator *indicator = composer_indicator(composer, block);
    if (setters[block->kind] == NULL)
        return;
    if (block_rules[block->kind].about == ABOUT_INDICATOR && indicator == NULL && block->selection.count == 0) {
        diag_error(composer->diag, block->pos,
                   "the block \"%s\" needs an indicator; give the page or the block the attribute indicator",
                   block_words[block->kind]);
        return;
    }
    composer_open(composer, ROLE_BLOCK, block_words[block->kind]);
    set_whole(composer, flow, block);
    composer_close(composer);
}

static struct region *add_region(struct composer *composer, struct region ***end, double gap) {
    struct region *region = arena_new(composer->arena, struct region);
    region->gap_pt = gap;
    **end = region;
    *end = &region->next;
    return region;
}

/* The title of a row stands across all of it, in a region of its own; gives the region for the row. */
static struct region *below_title(struct composer *composer, struct region ***end, struct region *region,
                                  const struct block *row, const struct flow *whole) {
    if (row->title == NULL)
        return region;
    composer_go_on(composer, row->pos, NULL);
    region->flow_count = 1;
    region->flows[0] = *whole;
    region->keep = true;
    set_title(composer, &region->flows[0], row);
    return add_region(composer, end, 0);
}

/* Where the headings at the end of a flow begin, which stay with what follows; NULL: it does not end with one. */
static struct piece *kept_end(const struct flow *flow, struct piece **before) {
    struct piece *start = NULL, *previous = NULL;
    for (struct piece *piece = flow->first; piece != NULL; previous = piece, piece = piece->next) {
        if (piece->keep && start == NULL) {
            start = piece;
            *before = previous;
        }
        if (!piece->keep)
            start = NULL;
    }
    return start;
}

/* Headings at the end of a block go to the page of the block behind it: alone, where more stands before them. */
static void keep_end(struct composer *composer, struct region ***end, struct region *region) {
    struct piece *before = NULL, *start = kept_end(&region->flows[0], &before);
    if (start == NULL || region->repeat)
        return;
    if (before != NULL) {
        struct flow *whole = &region->flows[0];
        struct region *rest = add_region(composer, end, start->gap_pt);
        rest->flow_count = 1;
        rest->flows[0] = *whole;
        rest->flows[0].first = start;
        whole->last = before;
        before->next = NULL;
        region = rest;
    }
    region->keep = true;
}

struct region *arrange_blocks(struct composer *composer, const struct block *body, double width_pt) {
    struct region *first = NULL, **end = &first;
    const struct flow whole = {.width_pt = width_pt, .fold_pt = composer_paper(composer)->fold_pt};
    for (const struct block *block = body->first_child; block != NULL; block = block->next) {
        if (block->kind == BLOCK_PAGE_BREAK) {
            if (!block_page_break(block)->facing_only || composer->layout->facing_pages)
                add_region(composer, &end, 0)->page_break = true;
            continue;
        }
        struct region *region = add_region(composer, &end, gap_before(block));
        if (block->kind == BLOCK_ROW) {
            composer_open(composer, ROLE_BLOCK, block_words[block->kind]);
            region = below_title(composer, &end, region, block, &whole);
            if (!fill_row(composer, region, block, &whole))
                region->flow_count = 0;
            composer_close(composer);
            continue;
        }
        region->flow_count = 1;
        region->flows[0] = whole;
        region->repeat = block->kind == BLOCK_STACK && block_stack(block)->repeat;
        set_block(composer, &region->flows[0], block);
        keep_end(composer, &end, region);
    }
    return first;
}
