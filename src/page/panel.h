#ifndef PAGE_PANEL_H
#define PAGE_PANEL_H

#include "flow.h"

/* The selection panel: how many measures there are, and for each group what is selected; all options where the layout
 * asks for them. In print it says what the pages cover. */
void panel_set(struct composer *composer, struct flow *flow, const struct block *block);

#endif
