#include "bars.h"

#include <math.h>

#include "describe.h"
#include "fill.h"
#include "unit.h"
#include "words.h"

static const double least_type = 7;
static const double foot_room = 12;   /* the numbers of the scale */
static const double head_room = 11;   /* the names of reference lines */
static const double name_share = 0.4; /* of the width that names may take */
static const double name_gap = 6, value_gap = 4;
static const double bar_share = 0.66, widest_bar = 15;
static const double zero_width = 1.5; /* of the mark of a figure of zero */
static const double least_row = 8, least_frame = 24;

static double words_width(const struct bars *bars, struct lettering_style style, const char *words) {
    return lettering_width(bars->lettering, style, words);
}

static const char *bar_printed(const struct bars *bars, const struct chart_series *series, size_t category) {
    const struct chart_point *point = &series->points[category];
    if (point->printed != NULL && point->printed[0] != '\0')
        return point->printed;
    return unit_number(bars->arena, bars->chart->unit, point->value, bars->chart->decimals);
}

static const char *category_label(const struct bars *bars, size_t category) {
    const char *label = bars->chart->categories[category].label;
    return label != NULL ? label : "";
}

static bool has_levels(const struct chart *chart) {
    for (size_t s = 0; s < chart->series_count; s++)
        if (chart->series[s].mark == MARK_LEVEL)
            return true;
    return false;
}

bool bars_make(struct bars *bars, const struct chart_canvas *canvas, const struct chart *chart) {
    double note_pt = fmax(canvas->theme->type[STYLE_NOTE].size_pt, least_type);
    *bars = (struct bars){.chart = chart,
                          .theme = canvas->theme,
                          .lettering = canvas->lettering,
                          .arena = canvas->arena,
                          .note = {FACE_TABLE, note_pt},
                          .bold = {FACE_TABLE_BOLD, note_pt}};
    double names = 0, values = 0;
    for (size_t i = 0; i < chart->category_count && chart->series_count > 0; i++) {
        double value;
        names = fmax(names, words_width(bars, bars->note, category_label(bars, i)));
        if (point_value(&chart->series[0], i, &value))
            values = fmax(values, words_width(bars, bars->bold, bar_printed(bars, &chart->series[0], i)));
    }
    bars->left = fmin(names, canvas->width_pt * name_share) + name_gap;
    bars->right = canvas->width_pt - values - value_gap - 1;
    bars->top = has_levels(chart) ? head_room : 2;
    bars->bottom = canvas->height_pt - foot_room;
    if (chart->category_count == 0 || bars->right - bars->left < least_frame)
        return false;
    bars->row = (bars->bottom - bars->top) / (double)chart->category_count;
    bool roomy = bars->right - bars->left > 160;
    bars->empty = !chart_scale(chart, false, roomy ? 4 : 3, roomy ? 6 : 4, &bars->scale);
    return bars->row >= least_row;
}

double bars_x(const struct bars *bars, double value) {
    return bars->left + scale_part(&bars->scale, value) * (bars->right - bars->left);
}

static double row_middle(const struct bars *bars, size_t category) {
    return bars->top + ((double)category + 0.5) * bars->row;
}

bool bars_box(const struct bars *bars, size_t category, struct box *box) {
    double value;
    if (bars->chart->series_count == 0 || !point_value(&bars->chart->series[0], category, &value))
        return false;
    double half = fmin(bars->row * bar_share, widest_bar) / 2, base = bars_x(bars, 0), end = bars_x(bars, value);
    double middle = row_middle(bars, category);
    *box = (struct box){fmin(base, end), middle - half, fmax(base, end), middle + half};
    return true;
}

static void set_colour(cairo_t *cr, const struct bars *bars, enum colour colour) {
    const struct rgb *rgb = &bars->theme->colours[colour];
    cairo_set_source_rgb(cr, rgb->red, rgb->green, rgb->blue);
}

static void show(cairo_t *cr, const struct bars *bars, struct lettering_style style, double x, double baseline,
                 const char *words) {
    lettering_show(bars->lettering, cr, style, x, baseline, words);
}

static void scale_paint(cairo_t *cr, const struct bars *bars) {
    for (int line = 0; line < bars->scale.lines && !bars->empty; line++) {
        double value = scale_tick(&bars->scale, line), x = bars_x(bars, value);
        const char *words = unit_tick(bars->arena, bars->chart->unit, &bars->scale, line);
        set_colour(cr, bars, value == 0 ? COLOUR_AXIS : COLOUR_GRID);
        cairo_set_line_width(cr, value == 0 ? 0.75 : bars->theme->lines_pt[LINE_HAIR]);
        cairo_move_to(cr, x, bars->top);
        cairo_line_to(cr, x, bars->bottom);
        cairo_stroke(cr);
        set_colour(cr, bars, COLOUR_SECOND_TEXT);
        show(cr, bars, bars->note, x - words_width(bars, bars->note, words) / 2, bars->bottom + bars->note.size_pt + 2,
             words);
    }
}

static void row_paint(cairo_t *cr, const struct bars *bars, size_t category) {
    struct box box;
    double baseline = row_middle(bars, category) + LETTERING_MIDDLE * bars->note.size_pt;
    const char *name = lettering_shorten(bars->lettering, bars->arena, bars->note, category_label(bars, category),
                                         bars->left - name_gap);
    set_colour(cr, bars, COLOUR_TEXT);
    show(cr, bars, bars->note, bars->left - name_gap - words_width(bars, bars->note, name), baseline, name);
    if (!bars_box(bars, category, &box))
        return;
    cairo_rectangle(cr, box.left, box.top, fmax(box.right - box.left, zero_width), box.bottom - box.top);
    fill_paint(cr, bars->theme, bars->chart->series[0].fill, bars->chart->series[0].colour, true);
}

/* Figures have white behind them, so that no line runs through one. */
static void figure_paint(cairo_t *cr, const struct bars *bars, size_t category) {
    struct box box;
    bool present = bars_box(bars, category, &box);
    double middle = row_middle(bars, category), x = (present ? box.right : bars_x(bars, 0)) + value_gap;
    struct lettering_style style = present ? bars->bold : bars->note;
    const char *words =
        present ? bar_printed(bars, &bars->chart->series[0], category) : words_get(bars->chart->words, WORD_NO_FIGURES);
    set_colour(cr, bars, COLOUR_WHITE);
    cairo_rectangle(cr, x - 1, middle - bars->note.size_pt / 2, words_width(bars, style, words) + 2,
                    bars->note.size_pt);
    cairo_fill(cr);
    set_colour(cr, bars, present ? COLOUR_TEXT : COLOUR_SECOND_TEXT);
    show(cr, bars, style, x, middle + LETTERING_MIDDLE * bars->note.size_pt, words);
}

/* A reference is a line from top to bottom, behind the bars' figures, named above it. */
static void level_paint(cairo_t *cr, const struct bars *bars, const struct chart_series *series, double *free_from) {
    static const double dash[] = {4, 2.5};
    size_t category;
    if (series->mark != MARK_LEVEL || !point_last(series, 0, bars->chart->category_count, &category))
        return;
    double x = bars_x(bars, series->points[category].value);
    set_colour(cr, bars, series->colour);
    cairo_set_line_width(cr, bars->theme->lines_pt[LINE_SECOND]);
    cairo_set_dash(cr, dash, 2, 0);
    cairo_move_to(cr, x, bars->top);
    cairo_line_to(cr, x, bars->bottom);
    cairo_stroke(cr);
    cairo_set_dash(cr, NULL, 0, 0);
    const char *name = series->name != NULL ? series->name : "";
    const char *words = arena_printf(bars->arena, "%s %s", name, bar_printed(bars, series, category));
    double width = words_width(bars, bars->note, words);
    double left = fmax(fmin(x - width / 2, bars->right - width), *free_from);
    if (left + width > bars->right + 1)
        return;
    set_colour(cr, bars, series->label_colour);
    show(cr, bars, bars->note, left, bars->top - 3, words);
    *free_from = left + width + 4;
}

static void bars_paint(cairo_t *cr, const struct bars *bars) {
    double free_from = bars->left;
    scale_paint(cr, bars);
    for (size_t i = 0; i < bars->chart->category_count; i++)
        row_paint(cr, bars, i);
    for (size_t s = 0; s < bars->chart->series_count; s++)
        level_paint(cr, bars, &bars->chart->series[s], &free_from);
    for (size_t i = 0; i < bars->chart->category_count; i++)
        figure_paint(cr, bars, i);
}

static bool paint(const struct chart_canvas *canvas, const struct chart *chart) {
    struct bars bars;
    if (!bars_make(&bars, canvas, chart))
        return false;
    bars_paint(canvas->cr, &bars);
    return true;
}

const struct chart_drawing chart_drawing_bars = {.paint = paint, .describe = describe_rows};
