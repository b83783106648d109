#ifndef CHART_GAP_FIELD_H
#define CHART_GAP_FIELD_H

#include <cairo.h>

#include "plot.h"

/* Periods that follow each other without a figure that was due, all for one reason. */
struct gap {
    size_t first, last; /* categories, both in */
};

/* The next gap of a group from a category on: where no picked series has a figure. False where there is none. */
bool gap_next(const struct plot *plot, const struct axis_group *group, size_t from, struct gap *gap);

/* Its edges, in points. */
double gap_left(const struct axis_group *group, const struct gap *gap);
double gap_right(const struct axis_group *group, const struct gap *gap);

/* The fields of a group's gaps, by what is absent: plain where a figure is missing, hatched where it is suppressed, an
 * outline where there can be none. */
void gap_fields_paint(cairo_t *cr, const struct plot *plot, const struct axis_group *group);

#endif
