#ifndef GRAPH_CHART_REBASES_H
#define GRAPH_CHART_REBASES_H

#include "chart_draft.h"

/* The periods of a chart's own measure with which it begins anew, as its control chart in the catalogue says: no line
 * of figures leads from what was counted before to what is counted since. Nothing of a measure without one. */
void chart_rebases_add(struct chart_draft *draft);

#endif
