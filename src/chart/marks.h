#ifndef CHART_MARKS_H
#define CHART_MARKS_H

#include <cairo.h>

#include "label.h"
#include "plot.h"

/* Columns, lines with their markers, target steps and levels. An absent point leaves a hole in all of them. */

void marks_paint_columns(cairo_t *cr, const struct plot *plot);
void marks_paint_lines(cairo_t *cr, const struct plot *plot);

/* Tells labels where the marks will be. */
void marks_fill_field(const struct plot *plot, struct label_field *field);

/* What a line looks like, from (x, y) to the right, for a key. */
void marks_sample(cairo_t *cr, const struct plot *plot, const struct chart_series *series, double x, double y,
                  double width);

#endif
