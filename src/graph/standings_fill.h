#ifndef GRAPH_STANDINGS_FILL_H
#define GRAPH_STANDINGS_FILL_H

#include "comparison_chart.h"
#include "composer.h"

/* How organisations stand in an indicator, in the pack's period or the latest in which it is due. None, where the
 * catalogue has not their figures. What is to be drawn by its size, and has none, is left out. */
struct standings standings_fill(struct composer *composer, const struct comparison_chart *asked,
                                const struct indicator *indicator, struct source_pos pos, bool sized);

#endif
