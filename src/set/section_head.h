#ifndef SET_SECTION_HEAD_H
#define SET_SECTION_HEAD_H

#include "flow.h"

/* A block's rule and title, with a note at the right: its caption. It keeps with what follows. */
void section_head_set(struct composer *composer, struct flow *flow, const char *title, const char *note);

/* What a section is called: the block's title, or the usual words. */
const char *section_head_title(const struct composer *composer, const struct block *block, enum word usual);

#endif
