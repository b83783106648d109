#ifndef SET_BLOCK_SETTERS_H
#define SET_BLOCK_SETTERS_H

#include "block.h"
#include "flow.h"

/* How a kind of block is set, in a file of its noun: tiles_set adds its pieces to a flow, and its elements to the
 * section of its page. Its indicator is that of composer_indicator; the rule of its kind says whether there is one. */
#define BLOCK(KIND, noun, ...) void noun##_set(struct composer *composer, struct flow *flow, const struct block *block);
#define PLAIN BLOCK
#include "blocks.def"

#endif
