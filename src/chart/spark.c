#include <math.h>

#include "chart_drawing.h"
#include "describe.h"
#include "ink.h"

static const double line_width = 0.9, dot_radius = 1.5, lone_radius = 0.9, target_width = 0.5, anew_width = 0.5;

/* Where points lie: y of all alike is the middle. */
struct track {
    size_t count;
    double left, step, top, height, low, high;
};

static double track_y(const struct track *track, double value) {
    double range = track->high - track->low;
    return track->top + track->height * (range > 0 ? (track->high - value) / range : 0.5);
}

static bool track_place(const struct track *track, const struct chart_series *series, size_t category, double *x,
                        double *y) {
    double value;
    if (!point_value(series, category, &value))
        return false;
    *x = track->left + track->step * (double)category;
    *y = track_y(track, value);
    return true;
}

/* Figures and targets from edge to edge, but no small change as high as the line. */
static struct track track_make(const struct chart *chart, double width_pt, double height_pt) {
    struct track track = {.count = chart->category_count, .left = dot_radius, .top = dot_radius};
    track.step = track.count > 1 ? fmax(width_pt - 2 * dot_radius, 0) / (double)(track.count - 1) : 0;
    track.height = fmax(height_pt - 2 * dot_radius, 0);
    track.low = INFINITY;
    track.high = -INFINITY;
    for (size_t i = 0; i < track.count * chart->series_count; i++) {
        double value;
        if (!point_value(&chart->series[i / track.count], i % track.count, &value))
            continue;
        track.low = fmin(track.low, value);
        track.high = fmax(track.high, value);
        if (chart->series[i / track.count].mark == MARK_RANGE)
            track.high = fmax(track.high, chart->series[i / track.count].points[i % track.count].upto);
    }
    double more = fmax(chart->least_span - (track.high - track.low), 0);
    track.low -= more / 2;
    track.high += more / 2;
    return track;
}

static void dot_paint(cairo_t *cr, double x, double y, double radius) {
    cairo_new_path(cr);
    cairo_arc(cr, x, y, radius, 0, 2 * M_PI);
    ink_fill(cr);
}

/* The points that stand side by side from (x, y), that of a category, on, across what is not due; returns the category
 * behind them. One alone is a dot. */
static size_t run_paint(cairo_t *cr, const struct track *track, const struct chart_series *series, size_t first,
                        double x, double y) {
    double next_x, next_y;
    size_t end = first + 1;
    cairo_line_to(cr, x, y);
    bool alone = true;
    for (; end < track->count && !series->points[end].anew; end++) {
        bool placed = track_place(track, series, end, &next_x, &next_y);
        if (!placed && !series->points[end].not_due)
            break;
        if (placed)
            cairo_line_to(cr, next_x, next_y);
        alone &= !placed;
    }
    if (alone)
        dot_paint(cr, x, y, lone_radius);
    else
        ink_stroke(cr);
    return end;
}

static void runs_paint(cairo_t *cr, const struct track *track, const struct chart_series *series) {
    double x, y;
    size_t next;
    for (size_t i = 0; i < track->count; i = next) {
        next = i + 1;
        if (track_place(track, series, i, &x, &y))
            next = run_paint(cr, track, series, i, x, y);
    }
}

/* The edge of what is drawn. */
static double track_right(const struct track *track) {
    return track->left + track->step * (double)(track->count - 1) + dot_radius;
}

/* A step of a target: half way to the periods beside its own. */
struct step {
    double left, right, y, upto; /* of a range: its two ends */
};

static bool step_of(const struct track *track, const struct chart_series *series, size_t category, struct step *step) {
    double x;
    if (!track_place(track, series, category, &x, &step->y))
        return false;
    step->left = fmax(x - track->step / 2, 0);
    step->right = fmin(x + track->step / 2, track_right(track));
    step->upto = series->mark == MARK_RANGE ? track_y(track, series->points[category].upto) : step->y;
    return true;
}

/* Between its two ends a range has a ground. */
static void range_fill(cairo_t *cr, const struct track *track, const struct chart_series *series,
                       const struct rgb *ground) {
    struct step step;
    for (size_t i = 0; i < track->count; i++)
        if (step_of(track, series, i, &step))
            cairo_rectangle(cr, step.left, step.upto, step.right - step.left, step.y - step.upto);
    cairo_set_source_rgb(cr, ground->red, ground->green, ground->blue);
    ink_fill(cr);
}

/* From one step to the next, along the end of a range where `upto`. */
static void steps_add(cairo_t *cr, const struct track *track, const struct chart_series *series, bool upto) {
    struct step step;
    for (size_t i = 0; i < track->count; i++) {
        if (!step_of(track, series, i, &step))
            continue;
        double y = upto ? step.upto : step.y;
        if (i == 0 || !series->points[i - 1].present)
            cairo_move_to(cr, step.left, y);
        cairo_line_to(cr, step.left, y);
        cairo_line_to(cr, step.right, y);
    }
}

/* The target steps from one to the next, quiet and dashed; a range has a line at either end. */
static void target_paint(cairo_t *cr, const struct track *track, const struct chart_series *series,
                         const struct rgb *colours) {
    static const double dash[] = {2, 1.5};
    const struct rgb *rgb = &colours[series->colour];
    bool range = series->mark == MARK_RANGE;
    if (range)
        range_fill(cr, track, series, &colours[COLOUR_TINT]);
    for (int end = 0; end <= range; end++)
        steps_add(cr, track, series, end > 0);
    cairo_set_source_rgb(cr, rgb->red, rgb->green, rgb->blue);
    cairo_set_line_width(cr, target_width);
    cairo_set_dash(cr, dash, 2, 0);
    ink_stroke(cr);
    cairo_set_dash(cr, NULL, 0, 0);
}

/* An upright line where it begins anew, behind a figure of before. */
static void anew_paint(cairo_t *cr, const struct track *track, const struct chart *chart, const struct rgb *rgb) {
    for (size_t i = 0; i < chart->rebase_count; i++) {
        double x = track->left + track->step * ((double)chart->rebases[i].category - 0.5);
        if (chart->rebases[i].category == 0)
            continue;
        cairo_move_to(cr, x, track->top - dot_radius);
        cairo_line_to(cr, x, track->top + track->height + dot_radius);
    }
    cairo_set_source_rgb(cr, rgb->red, rgb->green, rgb->blue);
    cairo_set_line_width(cr, anew_width);
    ink_stroke(cr);
}

/* The line of the first series over its target, with a dot at the latest. Gaps are gaps, and a year to date starts
 * again, as does what begins anew. */
static bool paint(const struct chart_canvas *canvas, const struct chart *chart) {
    cairo_t *cr = canvas->cr;
    double x, y;
    if (chart->series_count == 0)
        return true;
    const struct chart_series *series = &chart->series[0];
    struct track track = track_make(chart, canvas->width_pt, canvas->height_pt);
    const struct rgb *colours = canvas->theme->colours, *rgb = &colours[series->colour];
    cairo_new_path(cr);
    for (size_t s = 1; s < chart->series_count; s++)
        target_paint(cr, &track, &chart->series[s], colours);
    anew_paint(cr, &track, chart, &colours[COLOUR_AXIS]);
    cairo_set_source_rgb(cr, rgb->red, rgb->green, rgb->blue);
    cairo_set_line_width(cr, line_width);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    runs_paint(cr, &track, series);
    size_t last;
    if (point_last(series, 0, track.count, &last) && track_place(&track, series, last, &x, &y))
        dot_paint(cr, x, y, dot_radius);
    return true;
}

const struct chart_drawing chart_drawing_spark = {.paint = paint, .describe = describe_axis};
