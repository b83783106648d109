#ifndef ATTENTION_ATTENTION_REASON_H
#define ATTENTION_ATTENTION_REASON_H

#include "attention.h"
#include "composer.h"

/* Why one is listed: `Red for the third month in a row. 3.2 points worse than a year ago.` */
const char *attention_reason(struct composer *composer, const struct attention_item *item);

/* The target of one as it is printed beside its figure, with the decimals of that where they do; NULL: it has none. */
const char *attention_target(struct composer *composer, const struct attention_item *item);

#endif
