#ifndef PAGE_ARRANGE_H
#define PAGE_ARRANGE_H

#include "region.h"

/* Sets the blocks of a page, for its indicator, into regions of the given width. NULL where there are none. */
struct region *arrange_blocks(struct composer *composer, const struct block *body, double width_pt);

#endif
