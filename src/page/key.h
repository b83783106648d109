#ifndef PAGE_KEY_H
#define PAGE_KEY_H

#include "flow.h"

/* What arrows, icons, letters and symbols mean: those that the page uses, or the pack, and no others. */
void key_set(struct composer *composer, struct flow *flow, const struct block *block);

#endif
