#ifndef ATTENTION_SIGNAL_TEXT_H
#define ATTENTION_SIGNAL_TEXT_H

#include "claim.h"
#include "composer.h"

/* What a claim says that counts figures in a row or holds one against the lines of a control chart, without the figure:
 * `above its upper limit three months in a row`, `near its lower limit`. NULL of another. */
const char *signal_text(struct composer *composer, const struct indicator *indicator, const struct claim *claim);

#endif
