#ifndef CHART_COMPARISON_PLOT_H
#define CHART_COMPARISON_PLOT_H

#include <cairo.h>

#include "callout.h"

/* What charts of organisations share. */

/* How marks look: one's own, those of the group, and the others, told apart by lightness and shape. */
extern const struct chart_series comparison_looks[WHOSE_COUNT];

/* The widest of a scale's ticks. */
double comparison_ticks_width(const struct plot *plot, const struct standings *shown, const struct scale *scale);

/* One's own mark; NULL where it has no figure. */
const struct standing *comparison_own(const struct standings *shown);

/* A label that stays as it is put: words that start at x (side 1), end there (-1) or are centred on it (0). */
void comparison_put(struct callout_maker *maker, struct callout callout, struct callout_spot spot);

/* The name of the group with how its members look, starting at x; nothing where no group is asked for. */
void comparison_add_key(struct callout_maker *maker, const struct standings *shown, const struct chart_series *look,
                        double x, double baseline);

/* Hairlines of the grid, dashes of the limits, strokes of an average. */
void comparison_line(cairo_t *cr, const struct plot *plot, struct segment line, enum colour colour, double width);

/* Words in the second text colour, as axes have them. */
void comparison_note(cairo_t *cr, const struct plot *plot, struct callout_spot spot, const char *words);

#endif
