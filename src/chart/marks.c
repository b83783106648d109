#include "marks.h"

#include <math.h>

#include "chart_drawing.h"
#include "columns.h"
#include "ink.h"
#include "level.h"
#include "range_marks.h"
#include "spc_marks.h"

static const double dot_radius = 1.5;
static const double year_dot_radius = 2.8;
static const double shape_radius = 2;       /* hollow */
static const double shape_clearance = 0.75; /* to a label */
static const double latest_radius = 3;
static const double ring = 1; /* white, round the latest point */
static const double least_slot_for_dots = 4;
static const double least_slot_for_shapes = 7;
static const double name_start = 5, name_end = 40,
                    line_room = 4;    /* behind the end of a line: a figure there seems its name */
static const double beyond_frame = 5; /* a level that goes on in the next group: a figure behind it seems its name */

static const double dashes[DASH_COUNT][4] = {[DASH_LONG] = {7, 1.5, 7, 1.5},
                                             [DASH_DOTTED] = {1.2, 1.8, 1.2, 1.8},
                                             [DASH_DOT_LONG] = {7, 1.5, 1.2, 1.5},
                                             [DASH_SHORT] = {2.5, 1.2, 2.5, 1.2},
                                             [DASH_OVER] = {4, 4, 4, 4}};

void marks_dash(cairo_t *cr, enum chart_dash dash) {
    cairo_set_dash(cr, dashes[dash], dash == DASH_NONE ? 0 : 4, 0);
}

static bool is_strong(const struct chart_series *series) {
    return series->headline || series->colour == COLOUR_BRAND;
}

static bool is_hollow(const struct chart_series *series) {
    return series->marker > MARKER_DOT && !series->headline;
}

/* Shapes and dashes together would be too much: dashes stand in where slots are too narrow for shapes. */
static enum chart_dash line_dash(const struct chart_series *series, const struct axis_group *group) {
    bool shapes = series->marker > MARKER_DOT && group->slot >= least_slot_for_shapes;
    return shapes || series->headline ? DASH_NONE : series->dash;
}

/* True where a line is painted before another: what the chart is about lies on top. */
static bool lies_under(const struct chart_series *series, const struct chart_series *other) {
    return series->headline == other->headline ? series < other : other->headline;
}

/* True where a line under this one runs just as it does from one point to the next. */
static bool coincides(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                      size_t category) {
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        const struct chart_series *other = &plot->chart->series[s];
        if (lies_under(other, series) && chart_lines_coincide(plot->chart, series, other, group->first, category))
            return true;
    }
    return false;
}

/* The parts of a line that lie over another, or those that do not; false where there is none. */
static bool line_path(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                      const struct axis_group *group, bool over) {
    const struct axis_panel *panel = plot_scale(plot, group, series);
    bool any = false;
    for (size_t i = group->first; i < group->first + group->count && group->kind != GROUP_BENCHMARKS; i++) {
        double value;
        size_t before;
        if (!point_value(series, i, &value))
            continue;
        bool joined = point_before(series, group->first, i, &before) && coincides(plot, series, group, i) == over;
        (joined ? cairo_line_to : cairo_move_to)(cr, plot_x(group, i), plot_y(panel, value));
        any |= joined;
    }
    return any;
}

/* Where two lines coincide the upper one is dashed, so that both are seen. */
static void line_paint(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                       const struct axis_group *group) {
    enum chart_dash dash = line_dash(series, group);
    plot_set_colour(cr, plot, series->colour);
    cairo_set_line_width(cr, plot->theme->lines_pt[is_strong(series) ? LINE_SERIES : LINE_SECOND]);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    line_path(cr, plot, series, group, false);
    marks_dash(cr, dash);
    ink_stroke(cr);
    cairo_new_path(cr);
    marks_dash(cr, dash == DASH_NONE ? DASH_OVER : dash);
    if (line_path(cr, plot, series, group, true))
        ink_stroke(cr);
    cairo_new_path(cr);
    marks_dash(cr, DASH_NONE);
}

void marks_shape(cairo_t *cr, enum chart_marker marker, double x, double y, double radius) {
    static const struct {
        int count;
        double corners[4][2]; /* of a radius of 1; shapes look equally large */
    } shapes[] = {[MARKER_SQUARE] = {4, {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}},
                  [MARKER_DIAMOND] = {4, {{0, -1.4}, {1.4, 0}, {0, 1.4}, {-1.4, 0}}},
                  [MARKER_TRIANGLE] = {3, {{0, -1.45}, {1.3, 0.8}, {-1.3, 0.8}}}};
    cairo_new_sub_path(cr);
    if (marker == MARKER_NONE || marker == MARKER_DOT) {
        cairo_arc(cr, x, y, radius, 0, 2 * M_PI);
        return;
    }
    for (int i = 0; i < shapes[marker].count; i++)
        cairo_line_to(cr, x + radius * shapes[marker].corners[i][0], y + radius * shapes[marker].corners[i][1]);
    cairo_close_path(cr);
}

/* A point with no neighbour on either side would be no line at all. */
static bool is_alone(const struct chart_series *series, const struct axis_group *group, size_t category) {
    size_t before, after, end = group->first + group->count;
    if (point_before(series, group->first, category, &before))
        return false;
    for (after = category + 1; after < end && series->points[after].not_due;)
        after++;
    return after == end || !point_before(series, group->first, after, &before) || !series->points[after].present;
}

/* A line of no length with round ends is a dot that takes one operator, not four curves. */
static void dot_path(cairo_t *cr, double x, double y) {
    cairo_move_to(cr, x, y);
    cairo_line_to(cr, x, y);
}

static void dots_paint(cairo_t *cr, double diameter) {
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_width(cr, diameter);
    ink_stroke(cr);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
}

static bool has_marker(const struct chart_series *series, const struct axis_group *group, size_t category) {
    double least = is_hollow(series) ? least_slot_for_shapes : least_slot_for_dots;
    return (series->marker != MARKER_NONE && group->slot >= least) || group->kind == GROUP_BENCHMARKS ||
           is_alone(series, group, category);
}

static void markers_paint(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                          const struct axis_group *group) {
    const struct axis_panel *panel = plot_scale(plot, group, series);
    bool others = group->kind == GROUP_BENCHMARKS && series->marker <= MARKER_DOT;
    enum chart_marker marker = others ? MARKER_DIAMOND : series->marker;
    bool dots = marker <= MARKER_DOT, hollow = is_hollow(series) || others;
    double radius = hollow ? shape_radius : group->kind == GROUP_PERIODS ? dot_radius : year_dot_radius;
    for (size_t i = group->first; i < group->first + group->count; i++) {
        double value;
        if (!point_value(series, i, &value) || !has_marker(series, group, i))
            continue;
        if (dots)
            dot_path(cr, plot_x(group, i), plot_y(panel, value));
        else
            marks_shape(cr, marker, plot_x(group, i), plot_y(panel, value), radius);
    }
    plot_set_colour(cr, plot, hollow ? COLOUR_WHITE : series->colour);
    if (dots) {
        dots_paint(cr, 2 * radius);
        return;
    }
    ink_fill_preserve(cr);
    plot_set_colour(cr, plot, series->colour);
    cairo_set_line_width(cr, plot->theme->lines_pt[LINE_SECOND]);
    ink_stroke(cr);
}

void marks_point(cairo_t *cr, const struct plot *plot, const struct chart_series *series, struct mark at,
                 double radius) {
    marks_shape(cr, series->marker, at.x, at.y, radius);
    plot_set_colour(cr, plot, series->fill == FILL_PALE ? COLOUR_WHITE : series->colour);
    ink_fill_preserve(cr);
    plot_set_colour(cr, plot, series->colour);
    cairo_set_line_width(cr, plot->theme->lines_pt[LINE_TABLE]);
    ink_stroke(cr);
}

void marks_sample(cairo_t *cr, const struct plot *plot, const struct chart_series *series, double x, double y,
                  double width) {
    plot_set_colour(cr, plot, series->colour);
    cairo_set_line_width(cr, plot->theme->lines_pt[is_strong(series) ? LINE_SERIES : LINE_SECOND]);
    cairo_move_to(cr, x, y);
    cairo_line_to(cr, x + width, y);
    marks_dash(cr, series->mark == MARK_LEVEL ? series->dash : DASH_NONE);
    ink_stroke(cr);
    marks_dash(cr, DASH_NONE);
    if (series->marker == MARKER_NONE)
        return;
    marks_shape(cr, series->marker, x + width / 2, y, dot_radius);
    ink_fill(cr);
}

static void latest_paint(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                         const struct axis_group *group) {
    size_t latest;
    double value;
    if (!plot_latest(plot, series, group, &latest) || !point_value(series, latest, &value) ||
        group->kind != GROUP_PERIODS)
        return;
    double x = plot_x(group, latest), y = plot_y(plot_scale(plot, group, series), value);
    marks_shape(cr, series->marker, x, y, latest_radius + ring);
    plot_set_colour(cr, plot, COLOUR_WHITE);
    ink_fill(cr);
    marks_shape(cr, series->marker, x, y, latest_radius);
    plot_set_colour(cr, plot, series->colour);
    ink_fill(cr);
}

/* A level as a horizontal line from slot to slot; one that spans its group whatever its points. */
static struct segment level_segment(const struct plot *plot, const struct chart_series *series,
                                    const struct axis_group *group, const struct level *level) {
    double y = plot_y(plot_scale(plot, group, series), level->value);
    if (series->mark == MARK_LEVEL)
        return (struct segment){group->left, y, group->right, y};
    return (struct segment){plot_left(group, level->first), y, plot_right(group, level->last), y};
}

/* The levels of a group; of a MARK_LEVEL series only the latest one. */
static struct level *group_levels(const struct plot *plot, const struct chart_series *series,
                                  const struct axis_group *group, size_t *count) {
    struct level *levels = level_list(plot->arena, series, group->first, group->count, count);
    if (series->mark != MARK_LEVEL || *count == 0)
        return levels;
    levels += *count - 1;
    *count = 1;
    return levels;
}

static void levels_paint(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                         const struct axis_group *group) {
    static const double target_dash[] = {4, 2.5};
    size_t count;
    const struct level *levels = group_levels(plot, series, group, &count);
    for (size_t i = 0; i < count; i++) {
        struct segment line = level_segment(plot, series, group, &levels[i]);
        if (i > 0 && levels[i - 1].last + 1 == levels[i].first)
            cairo_line_to(cr, line.x1, line.y1);
        else
            cairo_move_to(cr, line.x1, line.y1);
        cairo_line_to(cr, line.x2, line.y2);
    }
    bool target = series->mark == MARK_TARGET;
    plot_set_colour(cr, plot, series->colour);
    cairo_set_line_width(cr, plot->theme->lines_pt[target ? LINE_TARGET : LINE_SECOND]);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_MITER);
    if (target)
        cairo_set_dash(cr, target_dash, 2, 0);
    else
        marks_dash(cr, series->dash);
    ink_stroke(cr);
    marks_dash(cr, DASH_NONE);
}

static void lines_paint(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                        const struct axis_group *group) {
    line_paint(cr, plot, series, group);
    const struct chart_drawing *drawing = chart_drawing_of(plot->chart->kind);
    if (drawing->points != NULL && series->headline) {
        drawing->points(cr, plot, series, group);
        return;
    }
    markers_paint(cr, plot, series, group);
    latest_paint(cr, plot, series, group);
}

struct layer {
    enum chart_mark mark;
    bool headline; /* of data series: what the chart is about goes on top */
    plot_painter *paint;
};

static void layer_paint(cairo_t *cr, const struct plot *plot, const struct layer *layer) {
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        const struct chart_series *series = &plot->chart->series[s];
        if (series->mark != layer->mark || (series_is_data(series) && series->headline != layer->headline))
            continue;
        for (size_t group = 0; group < plot->group_count; group++)
            layer->paint(cr, plot, series, &plot->groups[group]);
    }
}

void marks_paint_columns(cairo_t *cr, const struct plot *plot) {
    const struct chart_drawing *drawing = chart_drawing_of(plot->chart->kind);
    plot_painter *paint = drawing->columns != NULL ? drawing->columns : columns_paint;
    layer_paint(cr, plot, &(struct layer){MARK_COLUMN, false, paint});
    layer_paint(cr, plot, &(struct layer){MARK_COLUMN, true, paint});
}

static void layers_paint(cairo_t *cr, const struct plot *plot, const struct layer *layers, size_t count) {
    for (size_t i = 0; i < count; i++)
        layer_paint(cr, plot, &layers[i]);
}

void marks_paint_levels(cairo_t *cr, const struct plot *plot) {
    static const struct layer layers[] = {
        {MARK_NEAR, false, spc_marks_paint_line}, {MARK_LIMIT, false, spc_marks_paint_line},
        {MARK_MEAN, false, spc_marks_paint_line}, {MARK_RANGE, false, range_marks_paint_edges},
        {MARK_LEVEL, false, levels_paint},        {MARK_TARGET, false, levels_paint}};
    layers_paint(cr, plot, layers, sizeof layers / sizeof layers[0]);
}

void marks_paint_lines(cairo_t *cr, const struct plot *plot) {
    static const struct layer layers[] = {{MARK_LINE, false, lines_paint}, {MARK_LINE, true, lines_paint}};
    layers_paint(cr, plot, layers, sizeof layers / sizeof layers[0]);
}

static void levels_fill(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                        struct label_field *field) {
    size_t count;
    const struct level *levels = group_levels(plot, series, group, &count);
    for (size_t i = 0; i < count; i++) {
        struct segment line = level_segment(plot, series, group, &levels[i]);
        bool goes_on = series->mark == MARK_LEVEL && group + 1 < plot->groups + plot->group_count;
        bool ends_group = series->mark == MARK_LEVEL || levels[i].last + 1 == group->first + group->count;
        line.x2 += goes_on ? beyond_frame : 0;
        label_field_add_level(field, line);
        if (ends_group)
            label_field_close(field, (struct box){group->right + name_start, line.y1 - line_room,
                                                  group->right + name_end, line.y1 + line_room});
        if (i > 0 && levels[i - 1].last + 1 == levels[i].first)
            label_field_add_level(field, (struct segment){line.x1,
                                                          plot_y(plot_scale(plot, group, series), levels[i - 1].value),
                                                          line.x1, line.y1});
    }
}

static void columns_fill(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                         struct label_field *field) {
    for (size_t i = group->first; i < group->first + group->count; i++) {
        struct box box;
        if (!column_box(plot, series, group, i, &box))
            continue;
        double end = series->points[i].value < 0 ? box.bottom : box.top;
        label_field_add_column(field, box);
        label_field_add_mark(field, (struct mark){(box.left + box.right) / 2, end});
    }
}

/* How far the shape of a point reaches, 0 where it has none. */
static double marker_reach(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                           size_t category) {
    size_t latest;
    if (plot->chart->spc != NULL)
        return spc_marks_reach;
    if (plot_latest(plot, series, group, &latest) && latest == category)
        return latest_radius + ring;
    if (!has_marker(series, group, category))
        return 0;
    return group->kind == GROUP_PERIODS || is_hollow(series) ? shape_radius : year_dot_radius;
}

static void line_fill(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                      struct label_field *field) {
    struct mark last = {0, 0};
    for (size_t i = group->first; i < group->first + group->count; i++) {
        double value, reach = marker_reach(plot, series, group, i) + shape_clearance;
        size_t before;
        if (!point_value(series, i, &value))
            continue;
        struct mark at = {plot_x(group, i), plot_y(plot_scale(plot, group, series), value)};
        bool joined = group->kind != GROUP_BENCHMARKS && point_before(series, group->first, i, &before);
        struct mark from = joined ? last : at;
        label_field_add_line(field, (struct segment){from.x, from.y, at.x, at.y});
        label_field_add_shape(field, (struct box){at.x - reach, at.y - reach, at.x + reach, at.y + reach});
        label_field_add_mark(field, at);
        last = at;
    }
}

static void base_fill(const struct plot *plot, struct label_field *field) {
    for (size_t i = 0; i < plot->group_count; i++)
        for (size_t p = 0; p < plot->panel_count; p++) {
            const struct axis_group *group = &plot->groups[i];
            const struct axis_panel *panel = plot_group_panel(plot, group, &plot->panels[p]);
            double y = plot_base(panel);
            label_field_add_base(field, (struct segment){group->left, y, group->right, y});
        }
}

void marks_fill_field(const struct plot *plot, struct label_field *field) {
    base_fill(plot, field);
    for (size_t s = 0; s < plot->chart->series_count; s++)
        for (size_t i = 0; i < plot->group_count; i++) {
            const struct chart_series *series = &plot->chart->series[s];
            (series->mark == MARK_COLUMN  ? columns_fill
             : series_is_data(series)     ? line_fill
             : series->mark == MARK_RANGE ? range_marks_fill_field
                                          : levels_fill)(plot, series, &plot->groups[i], field);
        }
}
