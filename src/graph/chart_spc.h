#ifndef GRAPH_CHART_SPC_H
#define GRAPH_CHART_SPC_H

#include "flow.h"

/* What a control chart has beyond a trend chart. The indicator has a control chart in its catalogue. */

/*
 * Adds the mean and the limits to a chart, and what its points say.
 *
 * offset   the category of the month `first`
 * months   how many there are, none after the period
 */
void chart_spc_add(struct composer *composer, const struct indicator *indicator, struct chart *chart, size_t offset,
                   int first, int months);

/* Above the chart: the icons of variation and assurance, each with its words. */
void chart_spc_set_icons(struct composer *composer, struct flow *flow, const struct indicator *indicator,
                         const struct chart *chart);

/* Below the chart: the key of the markers, and a note that names the rules and what the limits rest on. */
void chart_spc_set_note(struct composer *composer, struct flow *flow, const struct indicator *indicator,
                        const struct chart *chart);

#endif
