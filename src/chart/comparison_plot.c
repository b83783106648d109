#include "comparison_plot.h"

#include <math.h>

#include "unit.h"

const struct chart_series comparison_looks[WHOSE_COUNT] = {
    [WHOSE_OTHER] = {.mark = MARK_COLUMN, .marker = MARKER_DOT, .fill = FILL_PALE, .colour = COLOUR_PAST_COLUMN},
    [WHOSE_MEMBER] = {.mark = MARK_COLUMN, .marker = MARKER_SQUARE, .fill = FILL_SOLID, .colour = COLOUR_THIRD_TEXT},
    [WHOSE_OWN] = {.mark = MARK_COLUMN, .marker = MARKER_DIAMOND, .fill = FILL_SOLID, .colour = COLOUR_BRAND},
};

double comparison_ticks_width(const struct plot *plot, const struct standings *shown, const struct scale *scale) {
    double widest = 0;
    for (int i = 0; i < scale->lines; i++)
        widest =
            fmax(widest, lettering_width(plot->lettering, plot->note, unit_tick(plot->arena, shown->unit, scale, i)));
    return widest;
}

const struct standing *comparison_own(const struct standings *shown) {
    return shown->own == STANDINGS_NONE ? NULL : &shown->marks[shown->own];
}

void comparison_put(struct callout_maker *maker, struct callout callout, struct callout_spot spot) {
    callout_move(maker->plot, &callout, spot);
    callout_add(maker, callout);
}

void comparison_add_key(struct callout_maker *maker, const struct standings *shown, const struct chart_series *look,
                        double x, double baseline) {
    const struct plot *plot = maker->plot;
    if (shown->group_name == NULL)
        return;
    const char *name =
        lettering_shorten(plot->lettering, plot->arena, plot->note, shown->group_name, plot->width - x - SWATCH_WIDTH);
    struct callout callout = callout_make(name, "", plot->note.size_pt, COLOUR_TEXT);
    callout.swatch = look;
    comparison_put(maker, callout, (struct callout_spot){x, baseline, 1});
}

void comparison_line(cairo_t *cr, const struct plot *plot, struct segment line, enum colour colour, double width) {
    cairo_move_to(cr, line.x1, line.y1);
    cairo_line_to(cr, line.x2, line.y2);
    plot_set_colour(cr, plot, colour);
    cairo_set_line_width(cr, width);
    cairo_stroke(cr);
}

void comparison_note(cairo_t *cr, const struct plot *plot, struct callout_spot spot, const char *words) {
    struct callout callout = callout_make(words, "", plot->note.size_pt, COLOUR_SECOND_TEXT);
    callout_move(plot, &callout, spot);
    plot_set_colour(cr, plot, callout.colour);
    lettering_show(plot->lettering, cr, plot->note, callout.x, callout.baseline, words);
}
