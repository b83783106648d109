#ifndef GRAPH_CHART_TARGET_H
#define GRAPH_CHART_TARGET_H

#include "chart_draft.h"

/* What the figures of a chart should come to: a line of targets with the sign of the side on which they are met, `≥
 * 85`; where there is none and green lies between two bounds, a band from one to the other. */
void chart_target_add(struct chart_draft *draft);

/* Gives a series of ranges those of an indicator's bands of green that have two bounds. */
void chart_target_fill_range(struct chart_draft *draft, const struct indicator *indicator, struct chart_series *series);

#endif
