#ifndef PAGE_SOURCE_LINE_H
#define PAGE_SOURCE_LINE_H

#include "block.h"

/* Where the figures of a block, and of all that is in it, come from: the source of each indicator that it shows, a
 * source once, with semicolons between; the catalogue's where it shows none. Empty where nothing is known.
 *
 * indicator  that of the page; may be NULL
 * block      NULL: nothing but the page's indicator */
const char *source_line_make(struct arena *arena, const struct layout *layout, const struct indicator *indicator,
                             const struct block *block);

#endif
