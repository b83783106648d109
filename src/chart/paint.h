#ifndef CHART_PAINT_H
#define CHART_PAINT_H

#include <cairo.h>

#include "chart.h"
#include "lettering.h"

/* Draws a chart into width x height points from the current origin, on whatever surface. Leaves the state of cr as it
 * was. False, and nothing drawn, where the room is too small for it. */
bool chart_paint(cairo_t *cr, struct lettering *lettering, const struct theme *theme, const struct chart *chart,
                 double width_pt, double height_pt);

#endif
