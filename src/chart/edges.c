#include "edges.h"

#include <math.h>

#include "axis_chart.h"
#include "plot_layout.h"

enum { ROUNDS = 5 };
static const double near_pt = 0.5, settled_pt = 0.01;
static const double periods_share = 0.37; /* of the width: less lets months be told no more */

static bool is_of_periods(const struct frame *frame) {
    return frame->kind == FRAME_CHART && chart_drawing_of(frame->u.chart.chart->kind)->paint == axis_chart_paint &&
           frame->u.chart.chart->group_count > 0 && frame->u.chart.chart->groups[0].kind == GROUP_PERIODS;
}

static bool have_same_periods(const struct chart *a, const struct chart *b) {
    const struct chart_group *one = &a->groups[0], *other = &b->groups[0];
    return one->count == other->count && a->calendar.grain == b->calendar.grain &&
           a->categories[one->first].period == b->categories[other->first].period;
}

static bool in_one_column(const struct frame *a, const struct frame *b) {
    return is_of_periods(a) && is_of_periods(b) && fabs(a->x - b->x) < near_pt && fabs(a->width - b->width) < near_pt &&
           have_same_periods(a->u.chart.chart, b->u.chart.chart);
}

/* The next frame behind one that stands in a column with it; the number of frames where there is none. */
static size_t next_in_column(const struct page *page, size_t frame) {
    size_t next = frame + 1;
    while (next < page->frame_count && !in_one_column(&page->frames[frame], &page->frames[next]))
        next++;
    return next;
}

bool edges_matter(const struct page *page) {
    for (size_t f = 0; f < page->frame_count; f++)
        if (is_of_periods(&page->frames[f]))
            return true;
    return false;
}

/* How a chart is laid out. */
struct room {
    struct chart_edges edges;
    double share; /* of the width that its periods have */
};

/* False where it has no room. */
static bool room_of(const struct frame *frame, struct lettering *lettering, const struct theme *theme,
                    struct room *room) {
    struct arena *arena = arena_create();
    const struct chart_canvas canvas = chart_canvas_scaled((struct chart_canvas){.lettering = lettering,
                                                                                 .theme = theme,
                                                                                 .arena = arena,
                                                                                 .width_pt = frame->width,
                                                                                 .height_pt = frame->height},
                                                           frame->u.chart.chart);
    struct plot plot;
    bool fits = plot_layout_make(&plot, &canvas, frame->u.chart.chart, NULL);
    if (fits)
        *room = (struct room){{plot.groups[0].left, plot.width - plot.groups[0].right},
                              (plot.groups[0].right - plot.groups[0].left) / plot.width};
    arena_destroy(arena);
    return fits;
}

/* Leaves the oldest year out, where there are others; false: there are none. */
static bool leave_year_out(struct chart *chart) {
    for (size_t g = 1; g < chart->group_count; g++) {
        if (chart->groups[g].kind != GROUP_YEARS || chart->groups[g].count < 2)
            continue;
        chart->groups[g].first++;
        chart->groups[g].count--;
        return true;
    }
    return false;
}

/* Gives the periods of a chart by itself the share that is theirs, where that can be. */
static void fit(const struct frame *frame, struct lettering *lettering, const struct theme *theme) {
    struct room room = {.share = 1};
    frame->u.chart.chart->edges = (struct chart_edges){0};
    while (room_of(frame, lettering, theme, &room) && room.share < periods_share &&
           leave_year_out(frame->u.chart.chart))
        ;
}

/* Narrower frames can need more room for a label beside them: it takes a few rounds until all have the same edges. */
static void share_in_column(const struct page *page, size_t first, struct lettering *lettering,
                            const struct theme *theme) {
    struct chart_edges most = {0};
    bool settled = false;
    for (int round = 0; round < ROUNDS && !settled; round++) {
        settled = true;
        for (size_t f = first; f < page->frame_count; f = next_in_column(page, f)) {
            struct room room = {.edges = most};
            room_of(&page->frames[f], lettering, theme, &room);
            settled &= fabs(room.edges.left_pt - most.left_pt) < settled_pt &&
                       fabs(room.edges.right_pt - most.right_pt) < settled_pt;
            most =
                (struct chart_edges){fmax(most.left_pt, room.edges.left_pt), fmax(most.right_pt, room.edges.right_pt)};
        }
        for (size_t f = first; f < page->frame_count; f = next_in_column(page, f))
            page->frames[f].u.chart.chart->edges = most;
    }
}

/* True where a frame stands in a column with an earlier one. */
static bool is_below_another(const struct page *page, size_t frame) {
    for (size_t f = 0; f < frame; f++)
        if (in_one_column(&page->frames[f], &page->frames[frame]))
            return true;
    return false;
}

void edges_share(const struct page *page, struct lettering *lettering, const struct theme *theme) {
    for (size_t f = 0; f < page->frame_count; f++)
        if (is_of_periods(&page->frames[f]))
            fit(&page->frames[f], lettering, theme);
    for (size_t f = 0; f < page->frame_count; f++)
        if (is_of_periods(&page->frames[f]) && next_in_column(page, f) < page->frame_count &&
            !is_below_another(page, f))
            share_in_column(page, f, lettering, theme);
}
