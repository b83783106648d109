#ifndef PAGE_TREND_H
#define PAGE_TREND_H

#include "flow.h"

/* A chart with its title and subtitle, and a flag where its figures stopped before the pack's month. */
void trend_set(struct composer *composer, struct flow *flow, const struct block *block,
               const struct indicator *indicator);

#endif
