#ifndef GRAPH_CHART_WHOSE_H
#define GRAPH_CHART_WHOSE_H

#include "chart_draft.h"

/* Whose years and benchmarks stand beside several measures of one chart: words that say it, where it is not plain. */

/* The title of a group of the categories from first on: as it is where several measures have figures there, or the
 * chart has one measure; else `Benchmarks for "Ever"`. */
const char *chart_whose_group(const struct chart_draft *draft, size_t first, const char *title);

/* The same for what only the chart's own indicator can have, benchmarks by years and as lines. */
const char *chart_whose_benchmark(const struct chart_draft *draft, const char *title);

#endif
