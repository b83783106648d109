#include "marks.h"

#include <math.h>

#include "axis.h"
#include "level.h"

static const double column_share = 0.68; /* of a slot */
static const double dot_radius = 1.5;
static const double year_dot_radius = 2.8;
static const double latest_radius = 3;
static const double ring = 1; /* white, round the latest point */
static const double least_slot_for_dots = 4;
static const double least_slot_for_shapes = 7;

/* Several sets of columns stand side by side in a slot. */
static size_t column_sets(const struct plot *plot, const struct chart_series *series, size_t *place) {
    size_t sets = 0;
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        const struct chart_series *other = &plot->chart->series[s];
        if (other->mark != MARK_COLUMN || other->second_axis != series->second_axis)
            continue;
        if (other == series)
            *place = sets;
        sets++;
    }
    return sets;
}

struct box marks_column(const struct plot *plot, const struct chart_series *series, const struct strip *strip,
                        size_t category, double value) {
    const struct panel *panel = plot_panel(plot, series);
    size_t place = 0;
    size_t sets = column_sets(plot, series, &place);
    double width = strip->slot * column_share / (double)sets;
    double left = plot_x(strip, category) - strip->slot * column_share / 2 + width * (double)place;
    double base = plot_y(panel, 0), end = plot_y(panel, value);
    return (struct box){left, fmin(base, end), left + width, fmax(base, end)};
}

static void columns_paint(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                          const struct strip *strip) {
    size_t latest = 0;
    bool picked = plot_picks(plot, series);
    bool has_latest = plot_latest(plot, series, strip, &latest);
    for (size_t i = strip->first; i < strip->first + strip->count; i++) {
        double value;
        if (!point_value(series, i, &value))
            continue;
        bool past = picked && !(has_latest && i == latest);
        struct box box = marks_column(plot, series, strip, i, value);
        cairo_rectangle(cr, box.left, box.top, box.right - box.left, box.bottom - box.top);
        axis_set_colour(cr, plot, past ? COLOUR_PAST_COLUMN : series->colour);
        if (!past || box.right - box.left < 2.5) {
            cairo_fill(cr);
            continue;
        }
        cairo_fill_preserve(cr);
        axis_set_colour(cr, plot, COLOUR_PAST_COLUMN_EDGE);
        cairo_set_line_width(cr, plot->theme->lines_pt[LINE_HAIR]);
        cairo_stroke(cr);
    }
}

static bool is_strong(const struct chart_series *series) {
    return series->headline || series->colour == COLOUR_BRAND;
}

static void line_paint(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                       const struct strip *strip) {
    const struct panel *panel = plot_panel(plot, series);
    bool drawing = false;
    for (size_t i = strip->first; i < strip->first + strip->count; i++) {
        double value;
        bool present = point_value(series, i, &value);
        if (present && drawing)
            cairo_line_to(cr, plot_x(strip, i), plot_y(panel, value));
        else if (present)
            cairo_move_to(cr, plot_x(strip, i), plot_y(panel, value));
        drawing = present;
    }
    axis_set_colour(cr, plot, series->colour);
    cairo_set_line_width(cr, plot->theme->lines_pt[is_strong(series) ? LINE_SERIES : LINE_SECOND]);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    cairo_stroke(cr);
}

static void shape_path(cairo_t *cr, enum chart_marker marker, double x, double y, double radius) {
    static const struct {
        double reach; /* of the corners, so that all shapes look equally large */
        int corners;
        double turn; /* of the first corner, in quarter turns */
    } shapes[] = {[MARKER_SQUARE] = {1.41, 4, 0.5}, [MARKER_DIAMOND] = {1.4, 4, 0}, [MARKER_TRIANGLE] = {1.45, 3, -1}};
    if (marker == MARKER_NONE || marker == MARKER_DOT) {
        cairo_new_sub_path(cr);
        cairo_arc(cr, x, y, radius, 0, 2 * M_PI);
        return;
    }
    for (int i = 0; i < shapes[marker].corners; i++) {
        double angle = M_PI / 2 * shapes[marker].turn + 2 * M_PI * i / shapes[marker].corners;
        double reach = radius * shapes[marker].reach;
        cairo_line_to(cr, x + reach * cos(angle), y + reach * sin(angle));
    }
    cairo_close_path(cr);
}

static void hollow_paint(cairo_t *cr, const struct plot *plot, const struct chart_series *series) {
    axis_set_colour(cr, plot, COLOUR_WHITE);
    cairo_fill_preserve(cr);
    axis_set_colour(cr, plot, series->colour);
    cairo_set_line_width(cr, plot->theme->lines_pt[LINE_SECOND]);
    cairo_stroke(cr);
}

/* A point with no neighbour on either side would be no line at all. */
static bool is_alone(const struct chart_series *series, const struct strip *strip, size_t category) {
    double value;
    bool before = category > strip->first && point_value(series, category - 1, &value);
    bool after = category + 1 < strip->first + strip->count && point_value(series, category + 1, &value);
    return !before && !after;
}

static void markers_paint(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                          const struct strip *strip) {
    const struct panel *panel = plot_panel(plot, series);
    bool hollow = series->marker > MARKER_DOT && !series->headline;
    double radius = hollow ? 2 : strip->months ? dot_radius : year_dot_radius;
    bool dense = strip->slot < (hollow ? least_slot_for_shapes : least_slot_for_dots);
    for (size_t i = strip->first; i < strip->first + strip->count; i++) {
        double value;
        bool wanted = series->marker != MARKER_NONE && !dense;
        if (!point_value(series, i, &value) || !(wanted || is_alone(series, strip, i)))
            continue;
        shape_path(cr, series->marker, plot_x(strip, i), plot_y(panel, value), radius);
        if (hollow)
            hollow_paint(cr, plot, series);
    }
    axis_set_colour(cr, plot, series->colour);
    cairo_fill(cr);
}

static void latest_paint(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                         const struct strip *strip) {
    size_t latest;
    double value;
    if (!plot_latest(plot, series, strip, &latest) || !point_value(series, latest, &value) || !strip->months)
        return;
    double x = plot_x(strip, latest), y = plot_y(plot_panel(plot, series), value);
    shape_path(cr, series->marker, x, y, latest_radius + ring);
    axis_set_colour(cr, plot, COLOUR_WHITE);
    cairo_fill(cr);
    shape_path(cr, series->marker, x, y, latest_radius);
    axis_set_colour(cr, plot, series->colour);
    cairo_fill(cr);
}

/* A level as a horizontal line from slot to slot; one that spans its strip whatever its points. */
static struct segment level_segment(const struct plot *plot, const struct chart_series *series,
                                    const struct strip *strip, const struct level *level) {
    double y = plot_y(plot_panel(plot, series), level->value);
    double half = strip->slot / 2;
    if (series->mark == MARK_LEVEL)
        return (struct segment){strip->left, y, strip->right, y};
    return (struct segment){plot_x(strip, level->first) - half, y, plot_x(strip, level->last) + half, y};
}

/* The levels of a strip; of a MARK_LEVEL series only the latest one. */
static struct level *strip_levels(const struct plot *plot, const struct chart_series *series, const struct strip *strip,
                                  size_t *count) {
    struct level *levels = level_list(plot->arena, series, strip->first, strip->count, count);
    if (series->mark != MARK_LEVEL || *count == 0)
        return levels;
    levels += *count - 1;
    *count = 1;
    return levels;
}

static void levels_paint(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                         const struct strip *strip) {
    static const double dash[] = {4, 2.5};
    size_t count;
    const struct level *levels = strip_levels(plot, series, strip, &count);
    for (size_t i = 0; i < count; i++) {
        struct segment line = level_segment(plot, series, strip, &levels[i]);
        if (i > 0 && levels[i - 1].last + 1 == levels[i].first)
            cairo_line_to(cr, line.x1, line.y1);
        else
            cairo_move_to(cr, line.x1, line.y1);
        cairo_line_to(cr, line.x2, line.y2);
    }
    bool target = series->mark == MARK_TARGET;
    axis_set_colour(cr, plot, series->colour);
    cairo_set_line_width(cr, plot->theme->lines_pt[target ? LINE_TARGET : LINE_SECOND]);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_MITER);
    cairo_set_dash(cr, dash, target ? 2 : 0, 0);
    cairo_stroke(cr);
    cairo_set_dash(cr, NULL, 0, 0);
}

static void lines_paint(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                        const struct strip *strip) {
    line_paint(cr, plot, series, strip);
    markers_paint(cr, plot, series, strip);
    latest_paint(cr, plot, series, strip);
}

void marks_paint(cairo_t *cr, const struct plot *plot) {
    static const struct {
        enum chart_mark mark;
        bool headline;
        void (*paint)(cairo_t *, const struct plot *, const struct chart_series *, const struct strip *);
    } layers[] = {
        {MARK_COLUMN, false, columns_paint}, {MARK_COLUMN, true, columns_paint}, {MARK_LEVEL, false, levels_paint},
        {MARK_TARGET, false, levels_paint},  {MARK_LINE, false, lines_paint},    {MARK_LINE, true, lines_paint},
    };
    for (size_t layer = 0; layer < sizeof layers / sizeof layers[0]; layer++)
        for (size_t s = 0; s < plot->chart->series_count; s++) {
            const struct chart_series *series = &plot->chart->series[s];
            bool data = series_is_data(series);
            if (series->mark != layers[layer].mark || (data && series->headline != layers[layer].headline))
                continue;
            for (size_t strip = 0; strip < plot->strip_count; strip++)
                layers[layer].paint(cr, plot, series, &plot->strips[strip]);
        }
}

static void levels_fill(const struct plot *plot, const struct chart_series *series, const struct strip *strip,
                        struct label_field *field) {
    size_t count;
    const struct level *levels = strip_levels(plot, series, strip, &count);
    for (size_t i = 0; i < count; i++) {
        struct segment line = level_segment(plot, series, strip, &levels[i]);
        label_field_add_line(field, line);
        if (i > 0 && levels[i - 1].last + 1 == levels[i].first)
            label_field_add_line(field, (struct segment){line.x1, plot_y(plot_panel(plot, series), levels[i - 1].value),
                                                         line.x1, line.y1});
    }
}

static void points_fill(const struct plot *plot, const struct chart_series *series, const struct strip *strip,
                        struct label_field *field) {
    double before_x = 0, before_y = 0;
    bool joined = false;
    for (size_t i = strip->first; i < strip->first + strip->count; i++) {
        double value;
        bool present = point_value(series, i, &value);
        double x = plot_x(strip, i), y = present ? plot_y(plot_panel(plot, series), value) : 0;
        if (present && series->mark == MARK_COLUMN)
            label_field_add_column(field, marks_column(plot, series, strip, i, value));
        else if (present)
            label_field_add_line(field,
                                 joined ? (struct segment){before_x, before_y, x, y} : (struct segment){x, y, x, y});
        before_x = x;
        before_y = y;
        joined = present;
    }
}

void marks_fill_field(const struct plot *plot, struct label_field *field) {
    for (size_t s = 0; s < plot->chart->series_count; s++)
        for (size_t i = 0; i < plot->strip_count; i++) {
            const struct chart_series *series = &plot->chart->series[s];
            (series_is_data(series) ? points_fill : levels_fill)(plot, series, &plot->strips[i], field);
        }
}
