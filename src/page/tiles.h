#ifndef PAGE_TILES_H
#define PAGE_TILES_H

#include "flow.h"

/* Tiles: a count each, with the shape of the word that is counted and its label, side by side in as many rows as they
 * need. Counted from the figures of the block's selection in the month of the pack. */
void tiles_set(struct composer *composer, struct flow *flow, const struct block *block);

/* How many of the block's indicators a tile counts. */
size_t tile_tally(const struct composer *composer, const struct block *block, const struct tile *tile);

#endif
