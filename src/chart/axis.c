#include "axis.h"

#include <math.h>

#include "text.h"

static const double tick_length = 2.5;
static const double bracket_drop = 13.7; /* from the base line */
static const double foot_baseline = 22;
static const double bracket_inset = 2;
static const double least_slot_for_years = 1.5; /* below it the lines between years are no help */

void axis_set_colour(cairo_t *cr, const struct plot *plot, enum colour colour) {
    const struct rgb *rgb = &plot->theme->colours[colour];
    cairo_set_source_rgb(cr, rgb->red, rgb->green, rgb->blue);
}

static void line_across(cairo_t *cr, double left, double right, double y) {
    cairo_move_to(cr, left, y);
    cairo_line_to(cr, right, y);
}

/* True where any picked series has a figure. */
static bool has_figure(const struct plot *plot, size_t first, size_t count) {
    size_t found;
    for (size_t s = 0; s < plot->chart->series_count; s++)
        if (plot_picks(plot, &plot->chart->series[s]) && point_last(&plot->chart->series[s], first, count, &found))
            return true;
    return false;
}

bool axis_next_gap(const struct plot *plot, const struct strip *strip, size_t from, size_t *first, size_t *last) {
    size_t end = strip->first + strip->count;
    if (strip->kind != GROUP_MONTHS)
        return false;
    for (size_t i = from; i < end; i++) {
        if (plot->chart->categories[i].future || has_figure(plot, i, 1) ||
            !has_figure(plot, strip->first, i - strip->first))
            continue;
        *first = *last = i;
        while (*last + 1 < end && !plot->chart->categories[*last + 1].future && !has_figure(plot, *last + 1, 1))
            ++*last;
        return true;
    }
    return false;
}

static void gap_paint(cairo_t *cr, const struct plot *plot, const struct strip *strip, size_t first, size_t last) {
    double left = plot_x(strip, first) - strip->slot / 2, right = plot_x(strip, last) + strip->slot / 2;
    static const double dash[] = {2, 2};
    for (size_t i = 0; i < plot->panel_count; i++) {
        const struct panel *panel = &plot->panels[i];
        axis_set_colour(cr, plot, COLOUR_GAP);
        cairo_rectangle(cr, left, panel->top, right - left, panel->bottom - panel->top);
        cairo_fill(cr);
        axis_set_colour(cr, plot, COLOUR_AXIS);
        cairo_set_line_width(cr, 0.6);
        cairo_set_dash(cr, dash, 2, 0);
        cairo_move_to(cr, left, panel->top);
        cairo_line_to(cr, left, panel->bottom);
        cairo_stroke(cr);
        cairo_set_dash(cr, NULL, 0, 0);
    }
}

static void grid_paint(cairo_t *cr, const struct plot *plot, const struct panel *panel) {
    axis_set_colour(cr, plot, COLOUR_GRID);
    cairo_set_line_width(cr, plot->theme->lines_pt[LINE_HAIR]);
    for (int line = 0; line < panel->scale.lines; line++) {
        double y = plot_y(panel, scale_tick(&panel->scale, line));
        for (size_t s = 0; s < plot->strip_count; s++)
            line_across(cr, plot->strips[s].left, plot->strips[s].right, y);
    }
    cairo_stroke(cr);
}

/* The last category of the bracket that starts at first. */
static size_t bracket_end(const struct plot *plot, const struct strip *strip, size_t first) {
    const struct chart_category *categories = plot->chart->categories;
    size_t last = first;
    while (last + 1 < strip->first + strip->count &&
           text_equal(categories[first].bracket, categories[last + 1].bracket))
        last++;
    return last;
}

static void dividers_paint(cairo_t *cr, const struct plot *plot, const struct strip *strip) {
    static const double dash[] = {2, 2};
    axis_set_colour(cr, plot, COLOUR_HAIRLINE);
    cairo_set_line_width(cr, 0.5);
    cairo_set_dash(cr, dash, 2, 0);
    size_t end = strip->first + strip->count;
    for (size_t i = bracket_end(plot, strip, strip->first) + 1; i < end; i = bracket_end(plot, strip, i) + 1) {
        double x = plot_x(strip, i) - strip->slot / 2;
        cairo_move_to(cr, x, plot->panels[plot->panel_count - 1].top);
        cairo_line_to(cr, x, plot->floor);
    }
    cairo_stroke(cr);
    cairo_set_dash(cr, NULL, 0, 0);
}

void axis_paint_ground(cairo_t *cr, const struct plot *plot) {
    for (size_t i = 0; i < plot->panel_count; i++)
        grid_paint(cr, plot, &plot->panels[i]);
    for (size_t s = 0; s < plot->strip_count; s++) {
        const struct strip *strip = &plot->strips[s];
        if (strip->kind == GROUP_MONTHS && strip->slot >= least_slot_for_years)
            dividers_paint(cr, plot, strip);
        size_t first, last = strip->first;
        for (size_t from = strip->first; axis_next_gap(plot, strip, from, &first, &last); from = last + 1)
            gap_paint(cr, plot, strip, first, last);
    }
}

static void show_centred(cairo_t *cr, const struct plot *plot, enum face face, double x, double baseline,
                         const char *string, double room) {
    const char *shown =
        lettering_shorten(plot->lettering, plot->arena, face, plot->note_pt, string, fmin(room, plot->width));
    double width = lettering_width(plot->lettering, face, plot->note_pt, shown);
    double left = fmax(0, fmin(x - width / 2, plot->width - width));
    lettering_show(plot->lettering, cr, face, plot->note_pt, left, baseline, shown);
}

/* Every so many categories there is room for a label. Months go by quarters, half years and years. */
static size_t label_interval(const struct plot *plot, const struct strip *strip) {
    static const size_t by_month[] = {1, 2, 3, 6, 12, 24, 36, 60, 120, 240};
    static const size_t by_one[] = {1, 2, 3, 4, 5, 10, 20, 25, 50, 100};
    double widest = 0;
    if (strip->kind == GROUP_BENCHMARKS)
        return 1;
    for (size_t i = strip->first; i < strip->first + strip->count; i++) {
        const char *label = plot->chart->categories[i].label;
        if (label != NULL)
            widest = fmax(widest, lettering_width(plot->lettering, FACE_TABLE, plot->note_pt, label));
    }
    const size_t *intervals = strip->kind == GROUP_MONTHS ? by_month : by_one;
    size_t i = 0;
    while (i < 9 && widest + 3 > (double)intervals[i] * strip->slot)
        i++;
    return intervals[i];
}

/* Columns that name every month name the latest in bold. */
static bool is_latest_column(const struct plot *plot, const struct strip *strip, size_t category) {
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        const struct chart_series *series = &plot->chart->series[s];
        size_t latest;
        if (series->mark == MARK_COLUMN && plot_latest(plot, series, strip, &latest) && latest == category)
            return true;
    }
    return false;
}

static void category_ticks_paint(cairo_t *cr, const struct plot *plot, const struct strip *strip, size_t interval) {
    axis_set_colour(cr, plot, COLOUR_AXIS);
    cairo_set_line_width(cr, 0.5);
    for (size_t i = strip->first; i < strip->first + strip->count; i += interval) {
        cairo_move_to(cr, plot_x(strip, i), plot->floor);
        cairo_line_to(cr, plot_x(strip, i), plot->floor + tick_length);
    }
    cairo_stroke(cr);
}

static double line_step(const struct plot *plot) {
    return plot->label_lines > 1 ? (plot->foot - plot->floor) / (plot->label_lines - 1) : 0;
}

/* A month stands on one line, anything else on as many as it needs. */
static int category_lines(const struct plot *plot, const struct strip *strip, size_t category, const char **lines) {
    const char *label = plot->chart->categories[category].label;
    lines[0] = label;
    return strip->kind == GROUP_MONTHS || label == NULL ? 1 : plot_label_break(plot, label, strip->slot - 2, lines);
}

static void category_paint(cairo_t *cr, const struct plot *plot, const struct strip *strip, size_t category,
                           enum face face, double room) {
    double baseline = plot->floor + tick_length + plot->note_pt;
    const char *lines[PLOT_LABEL_LINES];
    int count = category_lines(plot, strip, category, lines);
    for (int i = 0; i < count; i++)
        show_centred(cr, plot, face, plot_x(strip, category), baseline + line_step(plot) * i, lines[i], room);
}

static void categories_paint(cairo_t *cr, const struct plot *plot, const struct strip *strip) {
    size_t interval = label_interval(plot, strip);
    double room = interval < strip->count ? (double)interval * strip->slot : strip->right - strip->left + strip->slot;
    category_ticks_paint(cr, plot, strip, interval);
    for (size_t i = strip->first; i < strip->first + strip->count; i += interval) {
        bool latest = interval == 1 && is_latest_column(plot, strip, i);
        axis_set_colour(cr, plot, latest ? COLOUR_BRAND : COLOUR_SECOND_TEXT);
        if (plot->chart->categories[i].label != NULL)
            category_paint(cr, plot, strip, i, latest ? FACE_TABLE_BOLD : FACE_TABLE, room - 2);
    }
}

static bool bracket_fits(const struct plot *plot, const char *bracket, double width) {
    return width > 0 &&
           lettering_width(plot->lettering, FACE_TABLE, plot->note_pt, bracket) <= width + 2 * bracket_inset;
}

static void brackets_paint(cairo_t *cr, const struct plot *plot, const struct strip *strip) {
    size_t last;
    for (size_t i = strip->first; i < strip->first + strip->count; i = last + 1) {
        last = bracket_end(plot, strip, i);
        const char *bracket = plot->chart->categories[i].bracket;
        double left = plot_x(strip, i) - strip->slot / 2 + bracket_inset;
        double right = plot_x(strip, last) + strip->slot / 2 - bracket_inset;
        if (bracket == NULL || !bracket_fits(plot, bracket, right - left))
            continue;
        axis_set_colour(cr, plot, COLOUR_HAIRLINE);
        cairo_set_line_width(cr, 0.5);
        line_across(cr, left, right, plot->floor + bracket_drop);
        cairo_stroke(cr);
        axis_set_colour(cr, plot, COLOUR_SECOND_TEXT);
        show_centred(cr, plot, FACE_TABLE, (left + right) / 2, plot->floor + foot_baseline, bracket, plot->width);
    }
}

/* Below the longest of its names. */
static void strip_title_paint(cairo_t *cr, const struct plot *plot, const struct strip *strip) {
    const char *lines[PLOT_LABEL_LINES];
    int most = 1;
    if (strip->title == NULL || plot->chart->categories[strip->first].bracket != NULL)
        return;
    for (size_t i = strip->first; i < strip->first + strip->count; i++) {
        int count = category_lines(plot, strip, i, lines);
        most = count > most ? count : most;
    }
    axis_set_colour(cr, plot, COLOUR_SECOND_TEXT);
    show_centred(cr, plot, FACE_TABLE, (strip->left + strip->right) / 2,
                 plot->floor + foot_baseline + line_step(plot) * (most - 1), strip->title,
                 strip->right - strip->left + 16);
}

static void scale_paint(cairo_t *cr, const struct plot *plot, const struct panel *panel) {
    char tick[TICK_SIZE];
    axis_set_colour(cr, plot, COLOUR_SECOND_TEXT);
    for (int line = 0; line < panel->scale.lines && !panel->empty; line++) {
        plot_tick(panel, line, tick);
        double baseline = plot_y(panel, scale_tick(&panel->scale, line)) + 0.355 * plot->note_pt;
        double x = plot->strips[plot->strip_count - 1].right + 4;
        if (!panel->on_right)
            x = plot->strips[0].left - 6 - lettering_width(plot->lettering, FACE_TABLE, plot->note_pt, tick);
        lettering_show(plot->lettering, cr, FACE_TABLE, plot->note_pt, x, baseline, tick);
    }
}

/* The base line stands at zero where zero is within the scale, else at its foot. */
static void base_paint(cairo_t *cr, const struct plot *plot) {
    const struct panel *panel = &plot->panels[0];
    double y = scale_low(&panel->scale) < 0 ? plot_y(panel, 0) : panel->bottom;
    axis_set_colour(cr, plot, COLOUR_AXIS);
    cairo_set_line_width(cr, 0.75);
    for (size_t s = 0; s < plot->strip_count; s++)
        line_across(cr, plot->strips[s].left, plot->strips[s].right, y);
    cairo_stroke(cr);
}

void axis_paint(cairo_t *cr, const struct plot *plot) {
    base_paint(cr, plot);
    for (size_t i = 0; i < plot->panel_count; i++)
        scale_paint(cr, plot, &plot->panels[i]);
    for (size_t s = 0; s < plot->strip_count; s++) {
        categories_paint(cr, plot, &plot->strips[s]);
        if (plot->footed) {
            brackets_paint(cr, plot, &plot->strips[s]);
            strip_title_paint(cr, plot, &plot->strips[s]);
        }
    }
}
