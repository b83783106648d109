#ifndef GRAPH_CHART_GAPS_H
#define GRAPH_CHART_GAPS_H

#include "chart_draft.h"

/*
 * Gives each period up to the pack's that has no figure of the first axis, though one was due, its reason: the note of
 * the data, else that there was nothing to count, else what its status means. Figures in words are their own reason.
 * Before the first figure a period that is merely missing has none: there the measure begins.
 */
void chart_gaps_explain(struct chart_draft *draft);

#endif
