#include "leaf.h"

#include <math.h>

#include "saddle.h"

/* Less than can be seen. */
static const double NEAR_PT = 0.5;

struct extent {
    double from, to;
};

static struct extent frame_extent(const struct frame *frame) {
    struct extent extent = {fmin(frame->x, frame->x + frame->width), fmax(frame->x, frame->x + frame->width)};
    if (frame->kind == FRAME_TEXT && frame->u.text.turned)
        return (struct extent){frame->x - frame->u.text.size_pt, frame->x};
    for (size_t i = 0; frame->kind == FRAME_SHAPE && i < frame->u.shape.count; i++) {
        double x = frame->u.shape.points[i].x;
        extent.from = i == 0 ? x : fmin(extent.from, x);
        extent.to = i == 0 ? x : fmax(extent.to, x);
    }
    return extent;
}

/* Text, charts and symbols stand on one side of a cut; lines, fields and the areas of links go on behind it. */
static bool is_whole(const struct frame *frame) {
    return frame->kind == FRAME_TEXT || frame->kind == FRAME_CHART || frame->kind == FRAME_IMAGE ||
           frame->kind == FRAME_SHAPE;
}

static bool lies_across(struct extent extent, double fold) {
    return extent.from < fold - NEAR_PT && extent.to > fold + NEAR_PT;
}

static bool is_cut_left(const struct leaf *leaf) {
    return leaf->left_pt > 0;
}

static bool is_cut_right(const struct leaf *leaf) {
    return leaf->right_pt < leaf->page->width_pt;
}

/* Keeps what lies between two places; a slanted line keeps its slope. */
static void shorten(struct frame *frame, double from, double to) {
    struct frame whole = *frame;
    bool backwards = whole.width < 0;
    frame->x = backwards ? to : from;
    frame->width = backwards ? from - to : to - from;
    if (whole.kind != FRAME_RULE)
        return;
    frame->y += whole.height * (frame->x - whole.x) / whole.width;
    frame->height = whole.height * frame->width / whole.width;
}

bool leaf_frame(const struct leaf *leaf, const struct frame *whole, struct frame *part) {
    struct extent extent = frame_extent(whole);
    double middle = (extent.from + extent.to) / 2;
    *part = *whole;
    bool across = (is_cut_left(leaf) && lies_across(extent, leaf->left_pt)) ||
                  (is_cut_right(leaf) && lies_across(extent, leaf->right_pt));
    if (is_whole(whole) || !across)
        return (middle >= leaf->left_pt || !is_cut_left(leaf)) && (middle < leaf->right_pt || !is_cut_right(leaf));
    double from = is_cut_left(leaf) ? fmax(extent.from, leaf->left_pt + leaf->margin_pt) : extent.from;
    double to = is_cut_right(leaf) ? fmin(extent.to, leaf->right_pt - leaf->margin_pt) : extent.to;
    if (to - from < NEAR_PT)
        return false;
    shorten(part, from, to);
    return true;
}

/* What stays free on both sides of a cut, so that lines across it end there; no more than at the other edges. */
static double fold_margin(const struct composer *composer, const struct page *page, double fold) {
    double margin = fmin(composer->layout->margin_inner_pt, composer->layout->margin_outer_pt);
    for (size_t i = 0; i < page->frame_count; i++) {
        struct extent extent = frame_extent(&page->frames[i]);
        if (!lies_across(extent, fold))
            margin = fmin(margin, extent.to <= fold + NEAR_PT ? fold - extent.to : extent.from - fold);
    }
    return fmax(margin, 0);
}

static bool has_content(const struct leaf *leaf) {
    struct frame part;
    for (size_t i = 0; i < leaf->page->frame_count; i++)
        if (leaf->page->frames[i].element != NULL && leaf_frame(leaf, &leaf->page->frames[i], &part))
            return true;
    return false;
}

static const char *what_is_cut(const struct composer *composer, const struct frame *frame) {
    if (frame->kind == FRAME_TEXT)
        return arena_printf(composer->arena, "\"%s\"", frame->u.text.string);
    return frame->kind == FRAME_CHART ? "a chart" : frame->kind == FRAME_IMAGE ? "a picture" : "a symbol";
}

/* The first thing of a page that a cut would go through is reported. */
static void check_cut(const struct composer *composer, const struct page *page, double fold) {
    for (size_t i = 0; i < page->frame_count; i++) {
        const struct frame *frame = &page->frames[i];
        struct extent extent = frame_extent(frame);
        if (!is_whole(frame) || !lies_across(extent, fold))
            continue;
        diag_error(composer->diag, composer->layout->pos,
                   "page %s is wider than high, and a booklet cuts it at its middle, through %s; keep each block left "
                   "or right of %.1f pt",
                   page->label != NULL ? page->label : "without a number", what_is_cut(composer, frame), fold);
        return;
    }
}

static void add_leaf(const struct composer *composer, struct leaves *leaves, struct leaf leaf) {
    arena_append(composer->arena, leaves->items, leaves->count, leaves->capacity) = leaf;
}

static void add_blanks(const struct composer *composer, struct leaves *leaves, size_t count) {
    for (; count > 0; count--)
        add_leaf(composer, leaves, (struct leaf){.page = NULL});
}

/* Two halves face each other, the left one on an even page. A half without a word of its own is left out. */
static void add_halves(const struct composer *composer, struct leaves *leaves, struct leaf whole) {
    double fold = whole.page->width_pt / 2;
    whole.margin_pt = fold_margin(composer, whole.page, fold);
    struct leaf left = whole, right = whole;
    left.right_pt = right.left_pt = fold;
    check_cut(composer, whole.page, fold);
    bool left_filled = has_content(&left), right_filled = has_content(&right);
    if (left_filled && right_filled && leaves->count % 2 == 0) {
        if (leaves->count == 0)
            diag_warning(composer->diag, composer->layout->pos,
                         "the first page fills both of its halves, so that the booklet's front cover stays blank; "
                         "begin with a page that fills one half");
        add_blanks(composer, leaves, 1);
    }
    if (left_filled || !right_filled)
        add_leaf(composer, leaves, left);
    if (right_filled)
        add_leaf(composer, leaves, right);
}

/* Before the back cover, where that is a single leaf behind others. */
static void fill_sheets(const struct composer *composer, struct leaves *leaves) {
    size_t blanks = saddle_length(leaves->count) - leaves->count, last = leaves->count - 1;
    struct leaf cover = leaves->items[last];
    bool single = last > 0 && leaves->items[last - 1].page != cover.page;
    leaves->count -= single;
    add_blanks(composer, leaves, blanks);
    if (single)
        add_leaf(composer, leaves, cover);
}

struct leaves leaves_cut(struct composer *composer, const struct document *document) {
    struct leaves leaves = {0};
    size_t frames = 1;
    for (size_t i = 0; i < document->page_count; i++) {
        const struct page *page = &document->pages[i];
        struct leaf whole = {.page = page, .number = i, .first_frame = frames, .right_pt = page->width_pt};
        frames += page->frame_count;
        if (page->width_pt > page->height_pt)
            add_halves(composer, &leaves, whole);
        else
            add_leaf(composer, &leaves, whole);
    }
    if (leaves.count > 0)
        fill_sheets(composer, &leaves);
    return leaves;
}
