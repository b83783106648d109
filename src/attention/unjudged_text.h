#ifndef ATTENTION_UNJUDGED_TEXT_H
#define ATTENTION_UNJUDGED_TEXT_H

#include "composer.h"
#include "unjudged.h"

/* `no target`, `target still to be set`. */
const char *unjudged_text(const struct composer *composer, enum unjudged why);

/* The reasons of several measures, counts by enum unjudged: `no target`, or of several reasons `no target 53, target
 * still to be set 2`. At least one count is above zero. */
const char *unjudged_text_of_all(const struct composer *composer, const size_t counts[UNJUDGED_COUNT]);

#endif
