#include "multiples_paint.h"

#include <math.h>

#include "axis_cut.h"
#include "describe.h"
#include "gap_field.h"
#include "ink.h"
#include "level.h"
#include "marks.h"
#include "unit.h"

static const double line_width = 1.2, own_width = 2, held_width = 0.75, target_width = 1, axis_width = 0.5;
static const double dot_radius = 2, lone_radius = 1, ring = 1;
static const double figure_baseline = 9, letter_width = 13, letter_height = 9, head_gap = 5;
static const double own_edge = 4; /* of what lies behind one's own, beyond its frame */
static const double date_baseline = 8.5, tick_gap = 6, tick_leading = 8.5;

static void line_across(cairo_t *cr, const struct box *frame, double y) {
    cairo_move_to(cr, frame->left, y);
    cairo_line_to(cr, frame->right, y);
}

/* Behind all of one's own, so that it is found without its colour. */
static void own_paint(cairo_t *cr, const struct plot *plot, const struct multiple_spot *spot) {
    const struct box *frame = &spot->frame;
    if (!spot->multiple->own)
        return;
    cairo_rectangle(cr, frame->left - own_edge, spot->head, frame->right - frame->left + 2 * own_edge,
                    frame->bottom - spot->head);
    plot_set_colour(cr, plot, COLOUR_TINT);
    ink_fill(cr);
}

/* True where a period has no figure and was to have one. */
static bool is_gap(const struct chart *chart, size_t first, size_t category) {
    const struct chart_point *point = &chart->series->points[category];
    double value;
    bool begun = category >= first && !point->not_due && !chart->categories[category].future;
    return point->gap_reason != NULL || (begun && !point_value(chart->series, category, &value));
}

static void gaps_paint(cairo_t *cr, const struct plot *plot, const struct multiple_spot *spot) {
    const struct chart *chart = &spot->chart;
    double half = (multiple_x(spot, 1) - multiple_x(spot, 0)) / 2;
    size_t first;
    if (!point_first(chart->series, 0, chart->category_count, &first))
        first = chart->category_count; /* what has no figure at all may say why */
    for (size_t i = 0; i < chart->category_count; i++) {
        double x = multiple_x(spot, i);
        if (is_gap(chart, first, i))
            gap_field_paint(cr, plot, (struct box){x - half, spot->frame.top, x + half, spot->frame.bottom},
                            chart->series->points[i].gap_status);
    }
}

/* The numbers of a scale, as many as there is room for, its ends first. */
static void ground_paint(cairo_t *cr, const struct plot *plot, const struct multiple_spot *spot) {
    const struct box *frame = &spot->frame;
    const struct scale *scale = &spot->scale;
    double pitch = (frame->bottom - frame->top) / (double)(scale->lines - 1);
    plot_set_colour(cr, plot, COLOUR_GRID);
    cairo_set_line_width(cr, plot->theme->lines_pt[LINE_HAIR]);
    for (int line = 0; line < scale->lines; line++)
        line_across(cr, frame, multiple_y(spot, scale_tick(scale, line)));
    ink_stroke(cr);
    plot_set_colour(cr, plot, COLOUR_SECOND_TEXT);
    for (int line = 0; line < scale->lines && spot->scaled; line++) {
        bool end = line == 0 || line + 1 == scale->lines;
        if (!end && pitch < tick_leading)
            continue;
        const char *tick = unit_tick(plot->arena, spot->chart.unit, scale, line);
        double x = frame->left - tick_gap - lettering_width(plot->lettering, plot->note, tick),
               y = multiple_y(spot, scale_tick(scale, line)) + LETTERING_MIDDLE * plot->note.size_pt;
        lettering_show(plot->lettering, cr, plot->note, x, y, tick);
    }
}

static void axis_paint(cairo_t *cr, const struct plot *plot, const struct multiple_spot *spot) {
    const struct scale *scale = &spot->scale;
    double base = scale_has_zero(scale) ? multiple_y(spot, 0) : spot->frame.bottom;
    plot_set_colour(cr, plot, COLOUR_AXIS);
    cairo_set_line_width(cr, axis_width);
    line_across(cr, &spot->frame, base);
    ink_stroke(cr);
    if (spot->scaled)
        axis_cut_paint(cr, plot, scale, spot->frame.left, spot->frame.bottom);
}

/* Pale, with an edge at both sides, for each stretch in which a range stays the same. */
static void range_paint(cairo_t *cr, const struct plot *plot, const struct multiple_spot *spot,
                        const struct chart_series *series) {
    size_t count;
    const struct level *levels = level_list(plot->arena, series, 0, spot->chart.category_count, &count);
    double half = (multiple_x(spot, 1) - multiple_x(spot, 0)) / 2;
    cairo_set_line_width(cr, axis_width);
    for (size_t i = 0; i < count; i++) {
        const struct box band = {multiple_x(spot, levels[i].first) - half, multiple_y(spot, levels[i].upto),
                                 multiple_x(spot, levels[i].last) + half, multiple_y(spot, levels[i].value)};
        cairo_rectangle(cr, band.left, band.top, band.right - band.left, band.bottom - band.top);
        plot_set_colour(cr, plot, COLOUR_TINT);
        ink_fill(cr);
        line_across(cr, &band, band.top);
        line_across(cr, &band, band.bottom);
        plot_set_colour(cr, plot, series->colour);
        ink_stroke(cr);
    }
}

/* A dashed line at each of its levels. */
static void target_paint(cairo_t *cr, const struct plot *plot, const struct multiple_spot *spot,
                         const struct chart_series *series) {
    size_t count;
    const struct level *levels = level_list(plot->arena, series, 0, spot->chart.category_count, &count);
    double half = (multiple_x(spot, 1) - multiple_x(spot, 0)) / 2;
    static const double dash[] = {3, 2};
    plot_set_colour(cr, plot, COLOUR_TARGET);
    cairo_set_line_width(cr, target_width);
    cairo_set_dash(cr, dash, 2, 0);
    for (size_t i = 0; i < count; i++) {
        double y = multiple_y(spot, levels[i].value);
        cairo_move_to(cr, multiple_x(spot, levels[i].first) - half, y);
        cairo_line_to(cr, multiple_x(spot, levels[i].last) + half, y);
    }
    ink_stroke(cr);
    cairo_set_dash(cr, NULL, 0, 0);
}

static void dot_paint(cairo_t *cr, double x, double y, double radius) {
    cairo_new_path(cr);
    cairo_arc(cr, x, y, radius, 0, 2 * M_PI);
    ink_fill(cr);
}

/* Points that stand side by side; one alone is a dot. */
static void series_paint(cairo_t *cr, const struct plot *plot, const struct multiple_spot *spot,
                         const struct chart_series *series, double width) {
    size_t count = spot->chart.category_count, before, after;
    double value, next;
    plot_set_colour(cr, plot, series->colour);
    cairo_set_line_width(cr, width);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    for (size_t i = 0; i < count; i++) {
        if (!point_value(series, i, &value))
            continue;
        bool follows = point_before(series, 0, i, &before);
        for (after = i + 1; after < count && series->points[after].not_due; after++)
            ;
        bool goes_on = after < count && point_value(series, after, &next);
        if (!follows && !goes_on)
            dot_paint(cr, multiple_x(spot, i), multiple_y(spot, value), lone_radius);
        else if (!follows)
            cairo_move_to(cr, multiple_x(spot, i), multiple_y(spot, value));
        else
            cairo_line_to(cr, multiple_x(spot, i), multiple_y(spot, value));
        if (follows && !goes_on)
            ink_stroke(cr);
    }
}

static void latest_paint(cairo_t *cr, const struct plot *plot, const struct multiple_spot *spot) {
    const struct chart_series *series = spot->chart.series;
    double value;
    if (spot->multiple->latest >= spot->chart.category_count || !point_value(series, spot->multiple->latest, &value))
        return;
    double x = multiple_x(spot, spot->multiple->latest), y = multiple_y(spot, value);
    plot_set_colour(cr, plot, COLOUR_WHITE);
    dot_paint(cr, x, y, dot_radius + ring);
    plot_set_colour(cr, plot, series->colour);
    dot_paint(cr, x, y, dot_radius);
}

/* The letter of a band in its colour, from x on; gives where it ends. */
static double letter_paint(cairo_t *cr, const struct plot *plot, enum band_colour band, double x, double baseline) {
    const struct band_colours *look = &band_colours[band];
    const char *letter = words_band_letter(plot->chart->words, band);
    double top = baseline - LETTERING_MIDDLE * plot->note.size_pt - letter_height / 2;
    cairo_rectangle(cr, x, top, letter_width, letter_height);
    plot_set_colour(cr, plot, look->fill);
    ink_fill_preserve(cr);
    plot_set_colour(cr, plot, look->edge);
    cairo_set_line_width(cr, axis_width);
    ink_stroke(cr);
    plot_set_colour(cr, plot, look->text);
    lettering_show(plot->lettering, cr, plot->bold,
                   x + (letter_width - lettering_width(plot->lettering, plot->bold, letter)) / 2, baseline, letter);
    return x + letter_width;
}

/* The range in which the latest figure should lie; NULL: none is drawn. */
static const char *range_words(const struct multiple_spot *spot) {
    for (size_t s = 1; s < spot->chart.series_count; s++) {
        const struct chart_series *series = &spot->chart.series[s];
        if (series->mark == MARK_RANGE && series->points[spot->multiple->latest].present)
            return series->points[spot->multiple->latest].printed;
    }
    return NULL;
}

/* Title, latest figure, letter, rank or range. */
static void head_paint(cairo_t *cr, const struct plot *plot, const struct multiple_spot *spot) {
    const struct multiple *multiple = spot->multiple;
    const struct lettering_style bold = {FACE_TABLE_BOLD, plot->theme->type[STYLE_TABLE].size_pt};
    double x = spot->frame.left, baseline = spot->head + LETTERING_ASCENT * plot->bold.size_pt + 1;
    plot_set_colour(cr, plot, multiple->own ? COLOUR_BRAND : COLOUR_TEXT);
    for (int i = 0; i < spot->title_lines; i++)
        lettering_show(plot->lettering, cr, plot->bold, x, baseline + MULTIPLE_TITLE_PT * i, spot->title[i]);
    baseline = spot->head + MULTIPLE_TITLE_PT * spot->title_lines + figure_baseline - 0.5;
    const char *figure = multiple->symbol != NULL
                             ? multiple->symbol
                             : describe_figure(plot->arena, &spot->chart, spot->chart.series, multiple->latest);
    figure = lettering_shorten(plot->lettering, plot->arena, bold, figure, spot->frame.right - x - letter_width);
    plot_set_colour(cr, plot, multiple->symbol != NULL ? COLOUR_SECOND_TEXT : spot->chart.series->colour);
    lettering_show(plot->lettering, cr, bold, x, baseline, figure);
    x += lettering_width(plot->lettering, bold, figure) + head_gap;
    if (multiple->judged)
        x = letter_paint(cr, plot, multiple->band, x, baseline) + head_gap;
    const char *beside = multiple->rank != NULL ? multiple->rank : range_words(spot);
    if (beside == NULL)
        return;
    plot_set_colour(cr, plot, COLOUR_SECOND_TEXT);
    lettering_show(plot->lettering, cr, plot->note, x, baseline,
                   lettering_shorten(plot->lettering, plot->arena, plot->note, beside, spot->frame.right - x));
}

/* The first and the last period, or the last alone where there is no room for both. */
static void dates_paint(cairo_t *cr, const struct plot *plot, const struct multiple_spot *spot) {
    const struct chart *chart = &spot->chart;
    if (!spot->dated || chart->category_count == 0)
        return;
    const char *first = chart->categories[0].label, *last = chart->categories[chart->category_count - 1].label;
    if (first == NULL || last == NULL)
        return;
    double y = spot->frame.bottom + date_baseline, width = spot->frame.right - spot->frame.left;
    double first_width = lettering_width(plot->lettering, plot->note, first),
           last_width = lettering_width(plot->lettering, plot->note, last);
    plot_set_colour(cr, plot, COLOUR_SECOND_TEXT);
    if (chart->category_count > 1 && first_width + last_width + head_gap <= width)
        lettering_show(plot->lettering, cr, plot->note, spot->frame.left, y, first);
    lettering_show(plot->lettering, cr, plot->note, spot->frame.right - last_width, y, last);
}

void multiples_paint(cairo_t *cr, const struct plot *plot, const struct multiple_spot *spot) {
    own_paint(cr, plot, spot);
    gaps_paint(cr, plot, spot);
    for (size_t s = 1; s < spot->chart.series_count; s++)
        if (spot->chart.series[s].mark == MARK_RANGE)
            range_paint(cr, plot, spot, &spot->chart.series[s]);
    ground_paint(cr, plot, spot);
    axis_paint(cr, plot, spot);
    for (size_t s = 1; s < spot->chart.series_count; s++)
        if (spot->chart.series[s].mark == MARK_TARGET)
            target_paint(cr, plot, spot, &spot->chart.series[s]);
        else if (spot->chart.series[s].mark == MARK_LINE)
            series_paint(cr, plot, spot, &spot->chart.series[s], held_width);
    series_paint(cr, plot, spot, spot->chart.series, spot->multiple->own ? own_width : line_width);
    latest_paint(cr, plot, spot);
    head_paint(cr, plot, spot);
    dates_paint(cr, plot, spot);
}
