#ifndef PAGE_SECTION_HEAD_H
#define PAGE_SECTION_HEAD_H

#include "flow.h"

/* A section's rule and title, H2, with a note at the right; keeps with what follows. */
struct piece *section_head_set(struct composer *composer, struct flow *flow, struct element *parent, const char *title,
                               const char *note);

/* What a section is called: the block's title, or the usual words. */
const char *section_title(const struct composer *composer, const struct block *block, enum word usual);

#endif
