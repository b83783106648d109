#ifndef BLOCKS_KEY_PLACE_H
#define BLOCKS_KEY_PLACE_H

#include "block.h"

/* Where a key stands among the blocks of a page. */

/* Whether a block of a kind is in a block. */
bool key_place_has(const struct block *block, enum block_kind kind);

/* What is drawn at the top of each side of a page; NULL: nothing. */
const struct block *key_place_repeated(const struct block *body);

/* Whether the key block of a page, if it has one, stands on its first side alone: what it shows goes on behind it. */
bool key_place_goes_on(const struct block *body);

#endif
