#ifndef CHART_SPARK_H
#define CHART_SPARK_H

#include <cairo.h>

#include "chart.h"

/* The line of the first series from edge to edge, highest figure at the top, lowest at the bottom, with a dot at the
 * latest. Gaps are gaps. */
void spark_paint(cairo_t *cr, const struct theme *theme, const struct chart *chart, double width_pt, double height_pt);

#endif
