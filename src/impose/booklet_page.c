#include "booklet_page.h"

#include <math.h>

#include "sheet_order.h"

/* Less than can be seen. */
static const double NEAR_PT = 0.5;

struct extent {
    double from, to;
};

static struct extent frame_extent(const struct frame *frame) {
    struct extent extent = {fmin(frame->x, frame->x + frame->width), fmax(frame->x, frame->x + frame->width)};
    if (frame->kind == FRAME_TEXT && frame->turn == TURN_UP)
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

static bool is_cut_left(const struct booklet_page *page) {
    return page->left_pt > 0;
}

static bool is_cut_right(const struct booklet_page *page) {
    return page->right_pt < page->source->width_pt;
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

bool booklet_page_is_cut(const struct booklet_page *page) {
    return is_cut_left(page) || is_cut_right(page);
}

bool booklet_page_frame(const struct booklet_page *page, const struct frame *whole, struct frame *part) {
    struct extent extent = frame_extent(whole);
    double middle = (extent.from + extent.to) / 2;
    *part = *whole;
    bool across = (is_cut_left(page) && lies_across(extent, page->left_pt)) ||
                  (is_cut_right(page) && lies_across(extent, page->right_pt));
    if (is_whole(whole) || !across)
        return (middle >= page->left_pt || !is_cut_left(page)) && (middle < page->right_pt || !is_cut_right(page));
    double from = is_cut_left(page) ? fmax(extent.from, page->left_pt + page->margin_pt) : extent.from;
    double to = is_cut_right(page) ? fmin(extent.to, page->right_pt - page->margin_pt) : extent.to;
    if (to - from < NEAR_PT)
        return false;
    shorten(part, from, to);
    return true;
}

/* What stays free on both sides of a cut, so that lines across it end there; no more than at the other edges. */
static double fold_margin(const struct composer *composer, const struct page *page, double fold) {
    double margin = fmin(composer->layout->paper.inner_pt, composer->layout->paper.outer_pt);
    for (size_t i = 0; i < page->frame_count; i++) {
        struct extent extent = frame_extent(&page->frames[i]);
        if (!lies_across(extent, fold))
            margin = fmin(margin, extent.to <= fold + NEAR_PT ? fold - extent.to : extent.from - fold);
    }
    return fmax(margin, 0);
}

static bool has_content(const struct booklet_page *page) {
    struct frame part;
    for (size_t i = 0; i < page->source->frame_count; i++)
        if (page->source->frames[i].element != NULL && booklet_page_frame(page, &page->source->frames[i], &part))
            return true;
    return false;
}

static const char *what_is_cut(const struct composer *composer, const struct frame *frame) {
    if (frame->kind == FRAME_TEXT)
        return arena_printf(composer->arena, "\"%s\"", frame->u.text.string);
    return frame->kind == FRAME_CHART ? "a chart" : frame->kind == FRAME_IMAGE ? "a picture" : "a symbol";
}

/* The first thing of a page that a cut would go through is reported. A page of another paper than that of its upright
 * pack could lie on its side as one of the pack's own does. */
static void check_cut(const struct composer *composer, const struct page *page, double fold) {
    const struct paper *paper = &composer->layout->paper;
    for (size_t i = 0; i < page->frame_count; i++) {
        const struct frame *frame = &page->frames[i];
        struct extent extent = frame_extent(frame);
        if (!is_whole(frame) || !lies_across(extent, fold))
            continue;
        diag_error(composer->diag, composer->layout->pos,
                   "page %s is wider than high, and a booklet cuts it at its middle, through %s; keep each block left "
                   "or right of %.1f pt%s",
                   page->label != NULL ? page->label : "without a number", what_is_cut(composer, frame), fold,
                   paper->width_pt < paper->height_pt
                       ? ", or leave its paper out: a page on the pack's own paper stays whole, on its side"
                       : "");
        return;
    }
}

static void add_page(const struct composer *composer, struct booklet_pages *pages, struct booklet_page page) {
    arena_append(composer->arena, pages->items, pages->count, pages->capacity) = page;
}

static void add_blanks(const struct composer *composer, struct booklet_pages *pages, size_t count) {
    for (; count > 0; count--)
        add_page(composer, pages, (struct booklet_page){.source = NULL});
}

/* The left half of the document's first page, where the right one is read first: it goes round the spine, to the back.
 */
static bool is_back(const struct booklet_page *left) {
    const struct page *page = left->source;
    const struct frame *first = NULL;
    struct frame part;
    for (size_t i = 0; i < page->frame_count; i++) {
        const struct frame *frame = &page->frames[i];
        if (frame->element != NULL && (first == NULL || frame->element->index < first->element->index))
            first = frame;
    }
    return left->number == 0 && first != NULL && !booklet_page_frame(left, first, &part);
}

/* Two halves face each other, the left one on an even page. A half without a word of its own is left out. */
static void add_halves(const struct composer *composer, struct booklet_pages *pages, struct booklet_page whole) {
    double fold = whole.source->width_pt / 2;
    whole.margin_pt = fold_margin(composer, whole.source, fold);
    struct booklet_page left = whole, right = whole;
    left.right_pt = right.left_pt = fold;
    check_cut(composer, whole.source, fold);
    bool left_filled = has_content(&left), right_filled = has_content(&right);
    if (left_filled && right_filled && is_back(&left)) {
        add_page(composer, pages, right);
        pages->back = left;
        return;
    }
    if (left_filled && right_filled && pages->count % 2 == 0) {
        if (pages->count == 0)
            diag_warning(composer->diag, composer->layout->pos,
                         "the first page fills both of its halves, so that the booklet's front cover stays blank; "
                         "begin with a page that fills one half");
        add_blanks(composer, pages, 1);
    }
    if (left_filled || !right_filled)
        add_page(composer, pages, left);
    if (right_filled)
        add_page(composer, pages, right);
}

/* Before the back cover: half of the first page, or a single page behind others. */
static void fill_sheets(const struct composer *composer, struct booklet_pages *pages) {
    if (pages->back.source != NULL) {
        add_blanks(composer, pages, sheet_order_length(pages->count + 1) - (pages->count + 1));
        add_page(composer, pages, pages->back);
        return;
    }
    size_t blanks = sheet_order_length(pages->count) - pages->count, last = pages->count - 1;
    struct booklet_page cover = pages->items[last];
    bool single = last > 0 && pages->items[last - 1].source != cover.source;
    pages->count -= single;
    add_blanks(composer, pages, blanks);
    if (single)
        add_page(composer, pages, cover);
}

struct booklet_pages booklet_pages_cut(struct composer *composer, const struct document *document) {
    struct booklet_pages pages = {0};
    size_t frames = 1;
    for (size_t i = 0; i < document->page_count; i++) {
        const struct page *page = &document->pages[i];
        struct booklet_page whole = {.source = page, .number = i, .first_frame = frames, .right_pt = page->width_pt};
        frames += page->frame_count;
        if (page->width_pt > page->height_pt && !page->turned)
            add_halves(composer, &pages, whole);
        else
            add_page(composer, &pages, whole);
    }
    if (pages.count > 0)
        fill_sheets(composer, &pages);
    return pages;
}
