#ifndef CHART_MULTIPLES_PAINT_H
#define CHART_MULTIPLES_PAINT_H

#include <cairo.h>

#include "multiples_chart.h"

/* Draws one of small multiples where it stands. */
void multiples_paint(cairo_t *cr, const struct plot *plot, const struct multiple_spot *spot);

#endif
