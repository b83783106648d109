#ifndef ATTENTION_ATTENTION_REASON_H
#define ATTENTION_ATTENTION_REASON_H

#include "attention.h"
#include "composer.h"

/* Why one is listed: `Red for the third month in a row. 26 points worse than the family group. 3.2 points worse than a
 * year ago.` What the heading over it says already, how it stands, is left out. Where no line is `drawn` beside it, it
 * tells from what to what the figure went while it stood so. */
const char *attention_reason(struct composer *composer, const struct attention *attention,
                             const struct attention_item *item, bool drawn);

/* Whether its reason tells by how much it changes on average. */
bool attention_reason_tells_average(const struct attention_item *item);

#endif
