#ifndef GRAPH_CHART_SERIES_H
#define GRAPH_CHART_SERIES_H

#include "chart_draft.h"

/* The lines, the target, comparators and references, once the categories are there. */
void chart_series_fill(struct chart_draft *draft);

#endif
