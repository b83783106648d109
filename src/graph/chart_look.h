#ifndef GRAPH_CHART_LOOK_H
#define GRAPH_CHART_LOOK_H

#include "catalogue.h"
#include "chart.h"

/* How the series of a chart look, so that they are told from one another without colour too. */

/* The line of that number; 0 is the measure's own. */
void chart_look_line(struct chart_series *series, size_t look);

/* A line of others: a comparator by its number, a reference. */
void chart_look_other(struct chart_series *series, size_t other);

/* Of one that is computed, its number, so that it looks alike in all charts of a pack; else, and where there is none,
 * that of the others of the chart, behind those. */
size_t chart_look_number(const struct catalogue *catalogue, const struct comparator *comparator, size_t other);

/* The set of columns of that number. */
void chart_look_column(struct chart_series *series, size_t set);

#endif
