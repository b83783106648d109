#ifndef GRAPH_SPC_SIGNS_H
#define GRAPH_SPC_SIGNS_H

#include "flow.h"

/* What stands with a control chart. The indicator has a control chart in its catalogue. */

/* Above the chart: the icons of variation and assurance, each with its words. */
void spc_signs_set_icons(struct composer *composer, struct flow *flow, const struct indicator *indicator,
                         const struct chart *chart);

/* Below the chart: the key of the markers, and a note that names the rules and what the limits rest on. */
void spc_signs_set_note(struct composer *composer, struct flow *flow, const struct indicator *indicator,
                        const struct chart *chart);

#endif
