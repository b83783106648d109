#ifndef ATTENTION_ATTENTION_AIM_H
#define ATTENTION_ATTENTION_AIM_H

#include "attention.h"
#include "comparator_gap.h"

/* What the figure of one is held against. */

/* Its target as it is printed, with the decimals of the figure where they do, and without a sign; NULL: it has none. */
const char *attention_target(struct composer *composer, const struct attention_item *item);

/* `target ≥ 90.0`, `range 16 to 22`: its target with the side on which it is met, or the range that figures should lie
 * in; `in_words` with the unit, `target ≥ 90.0%`. NULL where it has neither. */
const char *attention_aim(struct composer *composer, const struct attention_item *item, bool in_words);

/* `6.3 points below the target of 90.0%.`, `219.4 above its target range.`: NULL where it is at it, or has none. */
const char *attention_gap(struct composer *composer, const struct attention_item *item);

/* How far it is from a comparator's. A year to date is no figure of the period, and is not held against one. */
struct comparator_gap attention_against(const struct composer *composer, const struct attention_item *item,
                                        const struct comparator *against);

#endif
