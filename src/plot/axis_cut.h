#ifndef PLOT_AXIS_CUT_H
#define PLOT_AXIS_CUT_H

#include <cairo.h>

#include "plot.h"

/* True where a scale does not start at zero, so that heights cannot be compared as they stand. */
bool axis_is_cut(const struct scale *scale);

/* The zigzag at the foot of a scale that is cut, between its numbers and the frame that starts at (left, bottom);
 * nothing at one that starts at zero. */
void axis_cut_paint(cairo_t *cr, const struct plot *plot, const struct scale *scale, double left, double bottom);

#endif
