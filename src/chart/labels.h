#ifndef CHART_LABELS_H
#define CHART_LABELS_H

#include "callout.h"

/*
 * The labels of a chart: names of panels, series and targets at their ends, the latest, highest and lowest figures,
 * all columns' where they have room, the note in a gap. No two overlap and all are within the chart. What is least
 * needed is left out where there is no room.
 */
struct callout_list labels_make(const struct plot *plot);

/* White behind the labels, so that no grid line runs through one and none is read on a column; goes under lines. */
void labels_paint_backs(cairo_t *cr, const struct plot *plot, const struct callout_list *labels);
void labels_paint(cairo_t *cr, const struct plot *plot, const struct callout_list *labels);

#endif
