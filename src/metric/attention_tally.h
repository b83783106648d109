#ifndef METRIC_ATTENTION_TALLY_H
#define METRIC_ATTENTION_TALLY_H

#include "attention.h"

/* Counts an item into what stands above a list and below it; of actions only where the catalogue tells them. */
void attention_tally(struct attention *attention, const struct attention_item *item, bool tells_actions);

#endif
