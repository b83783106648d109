#ifndef GRAPH_CHART_SERIES_H
#define GRAPH_CHART_SERIES_H

#include "chart_draft.h"

/* The series of a chart, once its categories are there. */

/* Its lines, and what they are held against. */
void chart_series_fill(struct chart_draft *draft);

/* True where the figures of a line run from the start of each year, so that it breaks there. */
bool chart_line_restarts(const struct chart_draft *draft, const struct chart_line *line);

/* What a line shows in a category, and whether it starts anew there. */
struct chart_reading chart_line_reading(const struct chart_draft *draft, const struct chart_line *line,
                                        size_t category);

/* What figures are held against alone: the target, comparators and references. */
void chart_series_add_held(struct chart_draft *draft);

#endif
