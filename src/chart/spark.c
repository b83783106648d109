#include <math.h>

#include "chart_drawing.h"
#include "describe.h"

static const double line_width = 0.9, dot_radius = 1.5, lone_radius = 0.9;

/* Where points lie: y of all alike is the middle. */
struct track {
    const struct chart_series *series;
    size_t count;
    double left, step, top, height, low, high;
};

static bool track_place(const struct track *track, size_t category, double *x, double *y) {
    double value, range = track->high - track->low;
    if (!point_value(track->series, category, &value))
        return false;
    *x = track->left + track->step * (double)category;
    *y = track->top + track->height * (range > 0 ? (track->high - value) / range : 0.5);
    return true;
}

static struct track track_make(const struct chart *chart, double width_pt, double height_pt) {
    struct track track = {
        .series = chart->series, .count = chart->category_count, .left = dot_radius, .top = dot_radius};
    track.step = track.count > 1 ? fmax(width_pt - 2 * dot_radius, 0) / (double)(track.count - 1) : 0;
    track.height = fmax(height_pt - 2 * dot_radius, 0);
    track.low = INFINITY;
    track.high = -INFINITY;
    for (size_t i = 0; i < track.count; i++) {
        double value;
        if (!point_value(track.series, i, &value))
            continue;
        track.low = fmin(track.low, value);
        track.high = fmax(track.high, value);
    }
    return track;
}

static void dot_paint(cairo_t *cr, double x, double y, double radius) {
    cairo_new_path(cr);
    cairo_arc(cr, x, y, radius, 0, 2 * M_PI);
    cairo_fill(cr);
}

/* The points that stand side by side from (x, y), that of a category, on, across what is not due; returns the category
 * behind them. One alone is a dot. */
static size_t run_paint(cairo_t *cr, const struct track *track, size_t first, double x, double y) {
    double next_x, next_y;
    size_t end = first + 1;
    cairo_line_to(cr, x, y);
    bool alone = true;
    for (; end < track->count; end++) {
        bool placed = track_place(track, end, &next_x, &next_y);
        if (!placed && !track->series->points[end].not_due)
            break;
        if (placed)
            cairo_line_to(cr, next_x, next_y);
        alone &= !placed;
    }
    if (alone)
        dot_paint(cr, x, y, lone_radius);
    else
        cairo_stroke(cr);
    return end;
}

/* The line of the first series from edge to edge, highest figure at the top, lowest at the bottom, with a dot at the
 * latest. Gaps are gaps. */
static bool paint(const struct chart_canvas *canvas, const struct chart *chart) {
    cairo_t *cr = canvas->cr;
    double x, y;
    if (chart->series_count == 0)
        return true;
    struct track track = track_make(chart, canvas->width_pt, canvas->height_pt);
    const struct rgb *rgb = &canvas->theme->colours[chart->series[0].colour];
    cairo_set_source_rgb(cr, rgb->red, rgb->green, rgb->blue);
    cairo_set_line_width(cr, line_width);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    cairo_new_path(cr);
    for (size_t i = 0; i < track.count; i++)
        if (track_place(&track, i, &x, &y))
            i = run_paint(cr, &track, i, x, y);
    size_t last;
    if (point_last(track.series, 0, track.count, &last) && track_place(&track, last, &x, &y))
        dot_paint(cr, x, y, dot_radius);
    return true;
}

const struct chart_drawing chart_drawing_spark = {.paint = paint, .describe = describe_axis};
