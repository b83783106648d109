#ifndef CHART_LABELS_H
#define CHART_LABELS_H

#include "callout.h"

/*
 * The labels of a chart: names of panels, series and targets at their ends, the latest figures, the others where all
 * have room, else a few, the note in a gap. No two overlap, all are within the chart, and none stands on a line, a
 * column, a marker or beyond a line from its mark but the names and latest figures that have no other place. What is
 * least needed is left out where there is no room; names and latest figures are not: then the list lacks one.
 */
struct callout_list labels_make(const struct plot *plot);

/* White behind the labels, so that no grid line runs through one and none is read on a column; goes under lines. */
void labels_paint_backs(cairo_t *cr, const struct plot *plot, const struct callout_list *labels);
void labels_paint(cairo_t *cr, const struct plot *plot, const struct callout_list *labels);

#endif
