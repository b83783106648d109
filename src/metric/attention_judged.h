#ifndef METRIC_ATTENTION_JUDGED_H
#define METRIC_ATTENTION_JUDGED_H

#include "attention.h"

/* How an indicator stands in a period by one of its figures: by its letter, its target, or its quarter. */
struct attention_standing attention_standing(const struct figure_table *table, enum field field, int period);

/* Against its target; TARGET_NONE is no standing. */
struct attention_standing attention_by_target(int word);

/* Red by its letter, or off its target. */
bool attention_is_red(struct attention_standing standing);
bool attention_is_amber(struct attention_standing standing);
/* In the last quarter of all organisations. */
bool attention_is_last_quarter(struct attention_standing standing);

#endif
