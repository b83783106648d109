#ifndef METRIC_ATTENTION_TALLY_H
#define METRIC_ATTENTION_TALLY_H

#include "attention.h"

/* Red by its letter, or off its target. */
bool attention_is_red(struct attention_standing standing);
bool attention_is_amber(struct attention_standing standing);
/* In the last quarter of all organisations. */
bool attention_is_last_quarter(struct attention_standing standing);

/* Counts an item into what stands above a list and below it; of actions only where the catalogue tells them. */
void attention_tally(struct attention *attention, const struct attention_item *item, bool tells_actions);

#endif
