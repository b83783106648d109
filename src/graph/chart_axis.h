#ifndef GRAPH_CHART_AXIS_H
#define GRAPH_CHART_AXIS_H

#include "chart_draft.h"

/* Categories, groups and slots: what the block asks for and has figures. */
void chart_axis_fill(struct chart_draft *draft);

#endif
