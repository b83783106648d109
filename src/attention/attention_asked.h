#ifndef ATTENTION_ATTENTION_ASKED_H
#define ATTENTION_ATTENTION_ASKED_H

#include "composer.h"
#include "flow.h"

/* What is asked of the committee that a list is for, in paragraphs below its first sentences: the open actions about
 * the block's measures of which the committee is the owner, those due first first. Nothing where it owns none. */
void attention_asked_set(struct composer *composer, struct flow *flow, const struct block *block);

#endif
