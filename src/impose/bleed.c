#include "bleed.h"

#include <math.h>

#include "flow.h"
#include "print_marks.h"

static const double near_pt = 0.01;

/* How far a field goes on at one of its ends, which lies at `end` where the paper is cut at `cut`. */
static double further(double end, double cut, double bleed_pt) {
    return fabs(end - cut) < near_pt ? bleed_pt : 0;
}

void bleed_extend(struct page *page, double bleed_pt) {
    double right = page->width_pt - page->slug_x_pt, bottom = page->height_pt - page->slug_y_pt;
    page->bleed_pt = bleed_pt;
    for (size_t i = 0; i < page->frame_count; i++) {
        struct frame *frame = &page->frames[i];
        if (frame->kind != FRAME_FILL)
            continue;
        double left = further(frame->x, page->slug_x_pt, bleed_pt), top = further(frame->y, page->slug_y_pt, bleed_pt);
        frame->width += left + further(frame->x + frame->width, right, bleed_pt);
        frame->height += top + further(frame->y + frame->height, bottom, bleed_pt);
        frame->x -= left;
        frame->y -= top;
    }
}

static void add_page(struct document *bled, const struct page *from, double bleed_pt) {
    double slug = bleed_pt + PRINT_MARK_GAP_PT + PRINT_MARK_PT;
    struct page *page = document_add_page(bled, from->width_pt + 2 * slug, from->height_pt + 2 * slug);
    struct page own = *page;
    *page = *from;
    page->width_pt = own.width_pt;
    page->height_pt = own.height_pt;
    page->slug_x_pt = page->slug_y_pt = slug;
    page->frames = NULL;
    page->frame_count = page->frame_capacity = 0;
    for (size_t i = 0; i < from->frame_count; i++) {
        struct frame *frame = page_add_frame(bled, page, from->frames[i].kind, NULL);
        *frame = from->frames[i];
        frame_move(bled->arena, frame, slug, slug);
    }
    bleed_extend(page, bleed_pt);
    print_marks_crop(bled, page, bleed_pt + PRINT_MARK_GAP_PT);
}

struct document *bleed_impose(struct arena *arena, const struct document *document, double bleed_pt) {
    struct document *bled = arena_new(arena, struct document);
    *bled = *document;
    bled->arena = arena;
    bled->pages = NULL;
    bled->page_count = bled->page_capacity = 0;
    for (size_t i = 0; i < document->page_count; i++)
        add_page(bled, &document->pages[i], bleed_pt);
    return bled;
}
