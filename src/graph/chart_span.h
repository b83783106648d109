#ifndef GRAPH_CHART_SPAN_H
#define GRAPH_CHART_SPAN_H

#include "chart_draft.h"

/*
 * The least that the scale of a chart covers where it does not start at zero, so that small changes do not look like
 * cliffs: what the catalogue says of the indicator, else the greater of
 *
 *   its usual variation, as wide as the near lines of a control chart of all of its figures up to the pack's period
 *   10 points of a percentage, a fifth of the largest figure shown of anything else; of a small line of percentages
 *   half of the largest, where that is less
 *
 * The chart has its series. In the unit that is printed.
 */
double chart_span_least(const struct chart_draft *draft);

#endif
