#ifndef GRAPH_CHART_GAPS_H
#define GRAPH_CHART_GAPS_H

#include "chart_draft.h"

/*
 * Gives each period up to the pack's that has no figure of any measure, though one of the first axis was due, its
 * reason: the note of the data, else that there was nothing to count, else what its status means. Figures in words are
 * their own reason. Before the first figure a period that is merely missing has none: there the measure begins. Of
 * several series each has its own.
 */
void chart_gaps_explain(struct chart_draft *draft);

/* The same for one series among several, which shows a line: its points have the reasons. */
void chart_gaps_explain_series(const struct chart_draft *draft, const struct chart_line *line,
                               struct chart_series *series);

/* Gives each row without a figure its reason; one that is not due has that. */
void chart_gaps_explain_rows(const struct chart_draft *draft, struct chart_series *series);

#endif
