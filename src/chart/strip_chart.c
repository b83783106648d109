#include "strip_chart.h"

#include <math.h>

#include "comparison_describe.h"
#include "ink.h"
#include "labels.h"
#include "marks.h"
#include "plot_layout.h"
#include "words.h"

static const double above_line = 17, below_line = 17; /* what a line needs: one's own label, the ends */
static const double head_row = 15;                    /* the key, and which end is better */
static const double title_share = 0.3, title_gap = 10;
static const double title_line = 9;
static const double own_radius = 3.6, ring = 1.2, edge = 6; /* of the frame, so that marks at the ends are whole */
static const double band_half = 7, stroke_half = 4.5, member_half = 5.5, median_half = 9;
static const double end_gap = 2.5,
                    beside_gap = 5; /* round the figures at the ends, and between them and the median's */
static const double arrow_length = 12, arrow_head = 2.5;
static const double least_width = 100;
enum { MANY = 80 };

static const struct standings *line_of(const struct strip_chart *strip, size_t line) {
    return &strip->plot.chart->standings[line];
}

double strip_chart_y(const struct strip_chart *strip, size_t line) {
    return strip->top + (double)line * strip->pitch + above_line;
}

/* The best is the first mark, the worst the last; lower figures than the last are at the left of no mark. */
double strip_chart_x(const struct strip_chart *strip, size_t line, double value) {
    const struct standings *shown = line_of(strip, line);
    double first = shown->count > 0 ? shown->marks[0].value : 0;
    double last = shown->count > 0 ? shown->marks[shown->count - 1].value : 0;
    double part = first == last ? 0.5 : (value - last) / (first - last);
    return strip->left + fmax(0, fmin(part, 1)) * (strip->right - strip->left);
}

static void add_title(struct strip_chart *strip, size_t line, double room) {
    const struct plot *plot = &strip->plot;
    const char *lines[PLOT_LABEL_LINES];
    int count = plot_label_break(plot, line_of(strip, line)->title, room, lines);
    double size = plot->note.size_pt, middle = strip_chart_y(strip, line);
    double first = middle + LETTERING_MIDDLE * size - title_line * (count - 1) / 2;
    for (int i = 0; i < count; i++) {
        const char *words = lettering_shorten(plot->lettering, plot->arena, plot->note, lines[i], room);
        comparison_put(&strip->labels, callout_make(words, "", size, COLOUR_TEXT),
                       (struct callout_spot){0, first + title_line * i, 1});
    }
}

/* `Northby has no figure.`, at the left above the line. */
static void add_no_own(struct strip_chart *strip, size_t line, double baseline) {
    const struct plot *plot = &strip->plot;
    const char *name = line_of(strip, line)->own_name;
    if (name == NULL)
        return;
    const char *words = words_format(plot->arena, plot->chart->words, WORD_COMPARISON_NO_OWN, "name", name, NULL);
    words = lettering_shorten(plot->lettering, plot->arena, plot->note, words, strip->right - strip->left);
    comparison_put(&strip->labels, callout_make(words, "", plot->note.size_pt, COLOUR_BRAND),
                   (struct callout_spot){strip->left - edge, baseline, 1});
}

/* `Northby 98.4%, 5th of 32`, above the mark. */
static void add_own(struct strip_chart *strip, size_t line) {
    const struct plot *plot = &strip->plot;
    const struct standings *shown = line_of(strip, line);
    const struct standing *own = comparison_own(shown);
    double baseline = strip_chart_y(strip, line) - median_half - 2.5;
    if (own == NULL) {
        add_no_own(strip, line, baseline);
        return;
    }
    const char *behind = shown->own_rank == NULL ? "" : arena_printf(plot->arena, ", %s", shown->own_rank);
    behind = arena_printf(plot->arena, " %s%s", own->said, behind);
    double room = strip->right - strip->left - lettering_width(plot->lettering, plot->bold, behind);
    const char *name = lettering_shorten(plot->lettering, plot->arena, plot->bold, own->name, room);
    struct callout callout =
        callout_make("", arena_printf(plot->arena, "%s%s", name, behind), plot->note.size_pt, COLOUR_BRAND);
    double half = callout_width(plot, &callout) / 2;
    double x =
        fmax(strip->left - edge + half, fmin(strip_chart_x(strip, line, own->value), strip->right + edge - half));
    comparison_put(&strip->labels, callout, (struct callout_spot){x, baseline, 0});
}

/* A figure at an end, with room beside it; gives where it stands. */
static struct box put_end(struct strip_chart *strip, const char *said, struct callout_spot spot) {
    struct callout callout = callout_make(said, "", strip->plot.note.size_pt, COLOUR_SECOND_TEXT);
    callout_move(&strip->plot, &callout, spot);
    callout_add(&strip->labels, callout);
    const struct box *box = &callout.box;
    label_field_add_label(&strip->labels.field,
                          (struct box){box->left - end_gap, box->top, box->right + end_gap, box->bottom});
    return callout.box;
}

/* What stands under a line: the figures at both ends, and that of the median. */
struct strip_scale {
    const char *best, *worst, *median;
};

/* False where the median's has no room between the ends: at its stroke, or beside an end. */
static bool put_scale(struct strip_chart *strip, size_t line, const struct strip_scale *scale) {
    const struct plot *plot = &strip->plot;
    const struct standings *shown = line_of(strip, line);
    double size = plot->note.size_pt;
    double baseline = strip_chart_y(strip, line) + median_half + 1 + LETTERING_ASCENT * size;
    struct box worst = {.right = strip->left}, best = {.left = strip->right};
    if (shown->marks[0].value != shown->marks[shown->count - 1].value) {
        best = put_end(strip, scale->best, (struct callout_spot){strip->right + edge, baseline, -1});
        worst = put_end(strip, scale->worst, (struct callout_spot){strip->left - edge, baseline, 1});
    }
    const char *name = words_get(plot->chart->words, WORD_COMPARISON_MEDIAN);
    struct callout median =
        callout_make(arena_printf(plot->arena, "%s %s", name, scale->median), "", size, COLOUR_SECOND_TEXT);
    double x = strip_chart_x(strip, line, shown->median);
    const struct callout_spot by_best = {best.left - beside_gap, baseline, -1},
                              by_worst = {worst.right + beside_gap, baseline, 1},
                              spots[] = {{x, baseline, 0},
                                         {x + 2, baseline, -1},
                                         {x - 2, baseline, 1},
                                         2 * x > strip->left + strip->right ? by_best : by_worst};
    return callout_place(&strip->labels, median, (struct callout_spots){NULL, spots, sizeof spots / sizeof *spots});
}

/* With their units, or where these leave no room for the median as a table has them: false where that has none either.
 */
static bool add_scale(struct strip_chart *strip, size_t line) {
    const struct standings *shown = line_of(strip, line);
    const struct callout_maker before = strip->labels;
    if (shown->count == 0)
        return true;
    const struct standing *best = &shown->marks[0], *worst = &shown->marks[shown->count - 1];
    if (put_scale(strip, line, &(struct strip_scale){best->said, worst->said, shown->median_said}))
        return true;
    strip->labels = before;
    return put_scale(strip, line, &(struct strip_scale){best->printed, worst->printed, shown->median_printed});
}

/* Which end is better, at the right, and the key of the group at the left. */
static void add_head(struct strip_chart *strip) {
    const struct plot *plot = &strip->plot;
    double size = plot->note.size_pt, baseline = LETTERING_ASCENT * size + 0.5;
    struct chart_series member = comparison_look(line_of(strip, 0), WHOSE_MEMBER, MARK_COLUMN);
    comparison_add_key(&strip->labels, line_of(strip, 0)->members_name, &member,
                       (struct callout_spot){strip->left - edge, baseline, 1});
    if (!strip->judged)
        return;
    const char *better = words_get(plot->chart->words, WORD_COMPARISON_BETTER);
    double right = strip->right + edge, middle = baseline - LETTERING_MIDDLE * size;
    strip->better = (struct box){right - arrow_length, middle, right, middle};
    comparison_put(&strip->labels, callout_make(better, "", size, COLOUR_TEXT),
                   (struct callout_spot){strip->better.left - 3, baseline, -1});
}

bool strip_chart_make(struct strip_chart *strip, const struct chart_canvas *canvas, const struct chart *chart) {
    *strip = (struct strip_chart){.plot = plot_layout_start(canvas, chart), .judged = true};
    double titles = chart->standings_count > 1 ? canvas->width_pt * title_share : 0;
    strip->labels.plot = &strip->plot;
    strip->labels.field.arena = canvas->arena;
    strip->labels.field.bounds = (struct box){0, 0, canvas->width_pt, canvas->height_pt};
    for (size_t i = 0; i < chart->standings_count; i++)
        strip->judged &= polarity_has_better(chart->standings[i].polarity);
    strip->left = titles + edge;
    strip->right = canvas->width_pt - edge;
    strip->top = strip->judged || chart->standings->members_name != NULL ? head_row : 0;
    strip->pitch = (canvas->height_pt - strip->top) / (double)chart->standings_count;
    if (strip->right - strip->left < least_width || strip->pitch < above_line + below_line)
        return false;
    add_head(strip);
    for (size_t i = 0; i < chart->standings_count; i++) {
        if (titles > 0)
            add_title(strip, i, titles - title_gap);
        add_own(strip, i);
        if (!add_scale(strip, i))
            return false;
    }
    return true;
}

static void stroke_paint(cairo_t *cr, const struct strip_chart *strip, size_t line, const struct standing *mark) {
    double x = strip_chart_x(strip, line, mark->value), y = strip_chart_y(strip, line);
    bool member = mark->whose == WHOSE_MEMBER, many = line_of(strip, line)->count > MANY;
    double half = member ? member_half : stroke_half;
    comparison_line(cr, &strip->plot, (struct segment){x, y - half, x, y + half},
                    member ? comparison_look(line_of(strip, line), WHOSE_MEMBER, MARK_COLUMN).colour
                           : COLOUR_SECOND_TEXT,
                    member ? 2
                    : many ? 0.4
                           : 0.75);
}

static void own_paint(cairo_t *cr, const struct strip_chart *strip, size_t line) {
    const struct standing *own = comparison_own(line_of(strip, line));
    struct chart_series look = comparison_look(line_of(strip, line), WHOSE_OWN, MARK_POINT);
    if (own == NULL)
        return;
    double x = strip_chart_x(strip, line, own->value), y = strip_chart_y(strip, line);
    marks_shape(cr, look.marker, x, y, own_radius + ring);
    plot_set_colour(cr, &strip->plot, COLOUR_WHITE);
    ink_fill(cr);
    marks_shape(cr, look.marker, x, y, own_radius);
    plot_set_colour(cr, &strip->plot, look.colour);
    ink_fill(cr);
}

static void line_paint(cairo_t *cr, const struct strip_chart *strip, size_t line) {
    const struct standings *shown = line_of(strip, line);
    const struct plot *plot = &strip->plot;
    double y = strip_chart_y(strip, line), low = strip_chart_x(strip, line, shown->q25),
           high = strip_chart_x(strip, line, shown->q75), median = strip_chart_x(strip, line, shown->median);
    if (shown->count == 0)
        return;
    plot_set_colour(cr, plot, COLOUR_GRID);
    cairo_rectangle(cr, fmin(low, high), y - band_half, fabs(high - low), 2 * band_half);
    ink_fill(cr);
    comparison_line(cr, plot, (struct segment){strip->left, y, strip->right, y}, COLOUR_AXIS,
                    plot->theme->lines_pt[LINE_HAIR]);
    for (enum standing_whose whose = WHOSE_OTHER; whose < WHOSE_OWN; whose++)
        for (size_t i = 0; i < shown->count; i++)
            if (shown->marks[i].whose == whose)
                stroke_paint(cr, strip, line, &shown->marks[i]);
    comparison_line(cr, plot, (struct segment){median, y - median_half, median, y + median_half}, COLOUR_TEXT, 1.25);
    own_paint(cr, strip, line);
}

static void better_paint(cairo_t *cr, const struct strip_chart *strip) {
    const struct box *arrow = &strip->better;
    comparison_line(cr, &strip->plot, (struct segment){arrow->left, arrow->top, arrow->right, arrow->top}, COLOUR_TEXT,
                    strip->plot.theme->lines_pt[LINE_SECTION]);
    cairo_move_to(cr, arrow->right, arrow->top);
    cairo_line_to(cr, arrow->right - arrow_head * 1.5, arrow->top - arrow_head);
    cairo_line_to(cr, arrow->right - arrow_head * 1.5, arrow->top + arrow_head);
    cairo_close_path(cr);
    ink_fill(cr);
}

static bool paint(const struct chart_canvas *canvas, const struct chart *chart) {
    struct strip_chart strip;
    cairo_t *cr = canvas->cr;
    if (!strip_chart_make(&strip, canvas, chart))
        return false;
    for (size_t i = 0; i < chart->standings_count; i++)
        line_paint(cr, &strip, i);
    if (strip.judged)
        better_paint(cr, &strip);
    labels_paint_backs(cr, &strip.plot, &strip.labels.list);
    labels_paint(cr, &strip.plot, &strip.labels.list);
    return true;
}

const struct chart_drawing chart_drawing_strip = {.paint = paint, .describe = comparison_describe_strip};
