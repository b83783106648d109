#ifndef GRAPH_COMPARISON_MAKE_H
#define GRAPH_COMPARISON_MAKE_H

#include "chart.h"
#include "composer.h"

/* The data of a block's chart of organisations; of an indicator, or of those that the block selects. A funnel of
 * figures that chance says nothing of is a ranked chart. */
struct chart *comparison_make(struct composer *composer, const struct block *block);

/* Settles the scale of a funnel that starts elsewhere than at zero, for the height that it has, since words speak of
 * it; other scales are left to the drawing. */
void comparison_settle_scale(struct chart *chart, double height_pt);

#endif
