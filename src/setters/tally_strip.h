#ifndef SETTERS_TALLY_STRIP_H
#define SETTERS_TALLY_STRIP_H

#include "composer.h"
#include "flow.h"
#include "tally_text.h"

/* The letters of a tally as a strip of boxes across the flow, red first, and one for those without a letter. An
 * artifact: tally_text says the same in words. At least one measure is listed. */
void tally_strip_set(struct composer *composer, struct flow *flow, const struct tally *tally);

#endif
