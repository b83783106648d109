#ifndef ATTENTION_ATTENTION_COUNTS_H
#define ATTENTION_ATTENTION_COUNTS_H

#include "attention.h"
#include "composer.h"

/* How all measures stand: `Of all 51: 8 off target, 4 on target, 9 better than the target, 29 no target, 1 no figure.`
 * The counts add up to all. Classes are those of tiles and keys, in their words, the worst first; those that stand in
 * no way by what they lack. */
const char *attention_counts(struct composer *composer, const struct attention *attention);

/* Whether tiles of the page that is set count how these measures stand, which no words need to repeat. */
bool attention_counts_in_tiles(const struct composer *composer, const struct attention *attention);

#endif
