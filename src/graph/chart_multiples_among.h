#ifndef GRAPH_CHART_MULTIPLES_AMONG_H
#define GRAPH_CHART_MULTIPLES_AMONG_H

#include "chart_draft.h"
#include "comparison_chart.h"

/* Gives a chart of organisations, whose standings are there, a small one for each, in their order, and behind them for
 * each that has no figure: of the members of its group and one's own, or without a group of all. */
void chart_multiples_among(struct composer *composer, const struct comparison_chart *asked,
                           const struct indicator *indicator, struct chart *chart);

#endif
