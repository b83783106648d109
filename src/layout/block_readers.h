#ifndef LAYOUT_BLOCK_READERS_H
#define LAYOUT_BLOCK_READERS_H

#include "layout_internal.h"

/* What a kind of block has of its own, in a file of its noun: tiles_read fills block->part.tiles. What all blocks have
 * is read already, the selection among it. */
#define BLOCK(KIND, noun, ...) \
    void noun##_read(struct layout_reader *reader, struct block *block, const struct xml_element *element);
#define MARK BLOCK
#include "blocks.def"

#endif
