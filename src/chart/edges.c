#include "edges.h"

#include <math.h>

#include "axis_chart.h"
#include "plot_layout.h"

static const double near_pt = 0.5;

static bool is_of_periods(const struct frame *frame) {
    return frame->kind == FRAME_CHART && chart_drawing_of(frame->u.chart.chart->kind)->paint == axis_chart_paint &&
           frame->u.chart.chart->group_count == 1 && frame->u.chart.chart->groups[0].kind == GROUP_PERIODS;
}

static bool in_one_column(const struct frame *a, const struct frame *b) {
    return is_of_periods(a) && is_of_periods(b) && fabs(a->x - b->x) < near_pt && fabs(a->width - b->width) < near_pt &&
           a->u.chart.chart->groups[0].count == b->u.chart.chart->groups[0].count;
}

/* The next frame behind one that stands in a column with it; the number of frames where there is none. */
static size_t next_in_column(const struct page *page, size_t frame) {
    size_t next = frame + 1;
    while (next < page->frame_count && !in_one_column(&page->frames[frame], &page->frames[next]))
        next++;
    return next;
}

bool edges_are_shared(const struct page *page) {
    for (size_t f = 0; f < page->frame_count; f++)
        if (is_of_periods(&page->frames[f]) && next_in_column(page, f) < page->frame_count)
            return true;
    return false;
}

/* What a chart needs beside its plot, where it has room for one. */
static struct chart_edges edges_of(const struct frame *frame, struct lettering *lettering, const struct theme *theme) {
    struct arena *arena = arena_create();
    const struct chart_canvas canvas = {NULL, lettering, theme, arena, frame->width, frame->height};
    struct chart_edges edges = {0};
    struct plot plot;
    if (plot_layout_make(&plot, &canvas, frame->u.chart.chart, NULL))
        edges = (struct chart_edges){plot.groups[0].left, plot.width - plot.groups[plot.group_count - 1].right};
    arena_destroy(arena);
    return edges;
}

void edges_share(const struct page *page, struct lettering *lettering, const struct theme *theme) {
    for (size_t first = 0; first < page->frame_count; first++) {
        struct chart_edges most = {0};
        if (!is_of_periods(&page->frames[first]) || next_in_column(page, first) == page->frame_count)
            continue;
        for (size_t f = first; f < page->frame_count; f = next_in_column(page, f)) {
            const struct chart_edges edges = edges_of(&page->frames[f], lettering, theme);
            most = (struct chart_edges){fmax(most.left_pt, edges.left_pt), fmax(most.right_pt, edges.right_pt)};
        }
        for (size_t f = first; f < page->frame_count; f = next_in_column(page, f))
            page->frames[f].u.chart.chart->edges = most;
    }
}
