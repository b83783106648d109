#ifndef CHART_MARKS_H
#define CHART_MARKS_H

#include <cairo.h>

#include "label.h"
#include "plot.h"

/* Columns, lines with their markers, target steps and levels. An absent point leaves a hole in all of them. */

void marks_paint_columns(cairo_t *cr, const struct plot *plot);
/* What figures are held against: it lies below them, and the paper behind labels covers it. */
void marks_paint_levels(cairo_t *cr, const struct plot *plot);
void marks_paint_lines(cairo_t *cr, const struct plot *plot);

/* Tells labels where the marks will be. */
void marks_fill_field(const struct plot *plot, struct label_field *field);

/* The dashes of a line; none again by DASH_NONE. */
void marks_dash(cairo_t *cr, enum chart_dash dash);

/* The path of a marker round a point; a dot for none. */
void marks_shape(cairo_t *cr, enum chart_marker marker, double x, double y, double radius);

/* A point by itself: a marker, hollow where it is pale. */
void marks_point(cairo_t *cr, const struct plot *plot, const struct chart_series *series, struct mark at,
                 double radius);

/* What a line looks like, from (x, y) to the right, for a key. */
void marks_sample(cairo_t *cr, const struct plot *plot, const struct chart_series *series, double x, double y,
                  double width);

#endif
