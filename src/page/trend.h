#ifndef PAGE_TREND_H
#define PAGE_TREND_H

#include "flow.h"

/* A trend chart with its title and subtitle: the months that the topic's table shows, targets, benchmark years. */
void trend_set(struct composer *composer, struct flow *flow, const struct block *block,
               const struct indicator *indicator);

/* The data of the chart, without its frame. */
struct chart *trend_chart(struct composer *composer, const struct block *block, const struct indicator *indicator);

#endif
