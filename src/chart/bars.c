#include "bars.h"

#include <math.h>

#include "describe.h"
#include "fill.h"
#include "ink.h"
#include "text.h"
#include "unit.h"
#include "words.h"

static const double least_type = 7;
static const double foot_room = 12;                              /* the numbers of the scale */
static const double head_room = 11;                              /* the names of reference lines */
static const double name_share = 0.4, greatest_name_share = 0.6; /* of the width that names may take */
static const double name_line = 1.1;                             /* in sizes of type */
static const double name_gap = 6, value_gap = 4, level_gap = 4;
static const double bar_share = 0.66, widest_bar = 15;
static const double zero_width = 1.5; /* of the mark of a figure of zero */
static const double least_row = 8, least_frame = 24;

static double words_width(const struct bars *bars, struct lettering_style style, const char *words) {
    return lettering_width(bars->lettering, style, words);
}

static const char *bar_printed(const struct bars *bars, const struct chart_series *series, size_t category) {
    return chart_printed(bars->arena, bars->chart, series, category);
}

static const char *category_label(const struct bars *bars, size_t category) {
    const char *label = bars->chart->categories[category].label;
    return label != NULL ? label : "";
}

double bars_x(const struct bars *bars, double value) {
    return bars->left + scale_part(&bars->scale, value) * (bars->right - bars->left);
}

static bool level_meets(const struct bars *bars, const struct bars_level *level) {
    for (size_t i = 0; i < bars->level_count; i++) {
        const struct bars_level *other = &bars->levels[i];
        if (other->row == level->row && other->left < level->left + level->width + level_gap &&
            level->left < other->left + other->width + level_gap)
            return true;
    }
    return false;
}

/* In how many lines a name stands; 0: it has no room in as many as its row is high. */
static int name_break(const struct bars *bars, size_t category, const char **lines) {
    const struct lettering_lines within = {lines, bars->name_lines, bars->names};
    int count = lettering_break(bars->lettering, bars->arena, bars->note, category_label(bars, category), &within);
    for (int i = 0; i < count; i++)
        if (words_width(bars, bars->note, lines[i]) > bars->names)
            return 0;
    return count;
}

static bool names_fit(const struct bars *bars) {
    const char *lines[BARS_NAME_LINES];
    for (size_t i = 0; i < bars->chart->category_count; i++)
        if (name_break(bars, i, lines) == 0)
            return false;
    return true;
}

/* As wide as the widest name, if no wider than their share; wider where one has no room on its lines. False where
 * that does not help. */
static bool names_make(struct bars *bars, double widest, const struct chart_canvas *canvas) {
    double row = (bars->bottom - head_room) / (double)bars->chart->category_count;
    int lines = (int)(row / (name_line * bars->note.size_pt));
    bars->name_lines = lines < 1 ? 1 : lines > BARS_NAME_LINES ? BARS_NAME_LINES : lines;
    bars->names = fmin(widest, canvas->width_pt * name_share);
    while (!names_fit(bars) && bars->names < canvas->width_pt * greatest_name_share)
        bars->names += name_gap;
    return names_fit(bars);
}

/* The lines, each named in the first row that has room for it; gives how many rows these take. */
static size_t levels_make(struct bars *bars, double width) {
    const struct chart *chart = bars->chart;
    size_t rows = 0, category;
    bars->levels = arena_new_array(bars->arena, chart->series_count + 1, struct bars_level);
    for (size_t s = 0; s < chart->series_count; s++) {
        const struct chart_series *series = &chart->series[s];
        if (series->mark != MARK_LEVEL || !point_last(series, 0, chart->category_count, &category))
            continue;
        struct bars_level level = {.series = series};
        const char *words = arena_printf(bars->arena, "%s %s", series->name != NULL ? series->name : "",
                                         bar_printed(bars, series, category));
        level.words = lettering_shorten(bars->lettering, bars->arena, bars->note, words, width);
        level.width = words_width(bars, bars->note, level.words);
        double x = bars_x(bars, series->points[category].value);
        level.left = fmax(0, fmin(x - level.width / 2, width - level.width));
        while (level_meets(bars, &level))
            level.row++;
        bars->levels[bars->level_count++] = level;
        rows = level.row + 1 > rows ? level.row + 1 : rows;
    }
    return rows;
}

bool bars_make(struct bars *bars, const struct chart_canvas *canvas, const struct chart *chart) {
    double note_pt = fmax(canvas->theme->type[STYLE_NOTE].size_pt, least_type);
    *bars = (struct bars){.chart = chart,
                          .theme = canvas->theme,
                          .lettering = canvas->lettering,
                          .arena = canvas->arena,
                          .note = {FACE_TABLE, note_pt},
                          .bold = {FACE_TABLE_BOLD, note_pt}};
    double names = 0, values = 0, negatives = 0;
    for (size_t i = 0; i < chart->category_count && chart->series_count > 0; i++) {
        double value;
        names = fmax(names, words_width(bars, bars->note, category_label(bars, i)));
        if (!point_value(&chart->series[0], i, &value))
            continue;
        double width = words_width(bars, bars->bold, bar_printed(bars, &chart->series[0], i));
        values = fmax(values, width);
        negatives = value < 0 ? fmax(negatives, width + value_gap) : negatives;
    }
    bars->bottom = canvas->height_pt - foot_room;
    if (chart->category_count == 0 || !names_make(bars, names, canvas))
        return false;
    bars->left = bars->names + name_gap + negatives;
    bars->right = canvas->width_pt - values - value_gap - 1;
    if (bars->right - bars->left < least_frame)
        return false;
    bool roomy = bars->right - bars->left > 160;
    bars->empty = !chart_scale(chart, CHART_AXIS_FIRST, roomy ? 4 : 3, roomy ? 6 : 4, &bars->scale);
    size_t rows = levels_make(bars, canvas->width_pt);
    bars->top = rows > 0 ? head_room * (double)rows : 2;
    bars->row = (bars->bottom - bars->top) / (double)chart->category_count;
    return bars->row >= least_row;
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
        ink_stroke(cr);
        set_colour(cr, bars, COLOUR_SECOND_TEXT);
        show(cr, bars, bars->note, x - words_width(bars, bars->note, words) / 2, bars->bottom + bars->note.size_pt + 2,
             words);
    }
}

static void row_paint(cairo_t *cr, const struct bars *bars, size_t category) {
    struct box box;
    const char *lines[BARS_NAME_LINES];
    int count = name_break(bars, category, lines);
    double size = bars->note.size_pt, line = name_line * size;
    double baseline = row_middle(bars, category) + LETTERING_MIDDLE * size - line * (count - 1) / 2;
    set_colour(cr, bars, COLOUR_TEXT);
    for (int i = 0; i < count; i++)
        show(cr, bars, bars->note, bars->names - words_width(bars, bars->note, lines[i]), baseline + line * i,
             lines[i]);
    if (!bars_box(bars, category, &box))
        return;
    double width = fmax(box.right - box.left, zero_width);
    bool negative = bars->chart->series[0].points[category].value < 0;
    cairo_rectangle(cr, negative ? box.right - width : box.left, box.top, width, box.bottom - box.top);
    fill_paint(cr, bars->theme, bars->chart->series[0].fill, bars->chart->series[0].colour, true);
}

/* Why a row has no figure, where that has room. */
static const char *absence_words(const struct bars *bars, size_t category, double room) {
    const struct chart_point *points = bars->chart->series_count == 0 ? NULL : bars->chart->series[0].points;
    const char *reason = points == NULL ? NULL : points[category].gap_reason;
    const char *words = reason == NULL ? "" : text_capital(bars->arena, reason);
    bool fits = words[0] != '\0' && words_width(bars, bars->note, words) <= room;
    return fits ? words : words_get(bars->chart->words, WORD_NO_FIGURES);
}

/* Figures stand at the ends of their bars, with white behind them, so that no line runs through one. */
static void figure_paint(cairo_t *cr, const struct bars *bars, size_t category) {
    struct box box;
    bool present = bars_box(bars, category, &box);
    double middle = row_middle(bars, category), x = (present ? box.right : bars_x(bars, 0)) + value_gap;
    struct lettering_style style = present ? bars->bold : bars->note;
    double value = 0;
    const char *words =
        present ? bar_printed(bars, &bars->chart->series[0], category) : absence_words(bars, category, bars->right - x);
    if (present && point_value(&bars->chart->series[0], category, &value) && value < 0)
        x = box.left - value_gap - words_width(bars, style, words);
    set_colour(cr, bars, COLOUR_WHITE);
    cairo_rectangle(cr, x - 1, middle - bars->note.size_pt / 2, words_width(bars, style, words) + 2,
                    bars->note.size_pt);
    ink_fill(cr);
    set_colour(cr, bars, present ? COLOUR_TEXT : COLOUR_SECOND_TEXT);
    show(cr, bars, style, x, middle + LETTERING_MIDDLE * bars->note.size_pt, words);
}

/* A line from top to bottom, behind the bars' figures, named above. */
static void level_paint(cairo_t *cr, const struct bars *bars, const struct bars_level *level) {
    static const double dash[] = {4, 2.5};
    size_t category;
    if (!point_last(level->series, 0, bars->chart->category_count, &category))
        return;
    double x = bars_x(bars, level->series->points[category].value), foot = head_room * (double)(level->row + 1) - 3;
    set_colour(cr, bars, level->series->colour);
    cairo_set_line_width(cr, bars->theme->lines_pt[LINE_SECOND]);
    cairo_set_dash(cr, dash, 2, 0);
    cairo_move_to(cr, x, bars->top);
    cairo_line_to(cr, x, bars->bottom);
    ink_stroke(cr);
    cairo_set_dash(cr, NULL, 0, 0);
    set_colour(cr, bars, level->series->label_colour);
    show(cr, bars, bars->note, level->left, foot, level->words);
}

static void bars_paint(cairo_t *cr, const struct bars *bars) {
    scale_paint(cr, bars);
    for (size_t i = 0; i < bars->chart->category_count; i++)
        row_paint(cr, bars, i);
    for (size_t i = 0; i < bars->level_count; i++)
        level_paint(cr, bars, &bars->levels[i]);
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
