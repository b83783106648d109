#ifndef CHART_COMPARISON_PLOT_H
#define CHART_COMPARISON_PLOT_H

#include <cairo.h>

#include "callout.h"

/* What charts of organisations share. */

/* How marks look, as columns or as points: one's own, those of the group as the lines of its comparator, and the
 * others, told apart by lightness and shape. */
struct chart_series comparison_look(const struct standings *shown, enum standing_whose whose, enum chart_mark mark);

/* The colour of what marks are held against: that of the lines of a comparator, else that of the text. */
enum colour comparison_level_colour(const struct standings_level *level);

/* The widest of a scale's ticks. */
double comparison_ticks_width(const struct plot *plot, const struct standings *shown, const struct scale *scale);

/* One's own mark; NULL where it has no figure. */
const struct standing *comparison_own(const struct standings *shown);

/* A label that stays as it is put: words that start at x (side 1), end there (-1) or are centred on it (0). */
void comparison_put(struct callout_maker *maker, struct callout callout, struct callout_spot spot);

/* An entry of a key, a name behind how what it names looks, that starts at a spot; gives where the next one does.
 * Nothing without a name, and where it has no room. */
double comparison_add_key(struct callout_maker *maker, const char *name, const struct chart_series *look,
                          struct callout_spot spot);

/* Hairlines of the grid, dashes of the limits, strokes of an average. */
void comparison_line(cairo_t *cr, const struct plot *plot, struct segment line, enum colour colour, double width);

/* Words in the second text colour, as axes have them. */
void comparison_note(cairo_t *cr, const struct plot *plot, struct callout_spot spot, const char *words);

#endif
