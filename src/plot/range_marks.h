#ifndef PLOT_RANGE_MARKS_H
#define PLOT_RANGE_MARKS_H

#include <cairo.h>

#include "label.h"
#include "plot.h"

/* The bands in which figures should lie: pale, under all marks, their edges over columns. */

void range_marks_paint_bands(cairo_t *cr, const struct plot *plot);
void range_marks_paint_edges(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                             const struct axis_group *group);

/* Tells labels where the edges will be. */
void range_marks_fill_field(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                            struct label_field *field);

/* True where all of a box lies within a band: what is white on paper is pale there. */
bool range_marks_hold(const struct plot *plot, struct box box);

#endif
