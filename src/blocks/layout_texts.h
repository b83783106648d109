#ifndef BLOCKS_LAYOUT_TEXTS_H
#define BLOCKS_LAYOUT_TEXTS_H

#include "block.h"

/* Hands over each text that the files of a pack have for its pages, with its place: of the layout, of the catalogue's
 * head and comparators, of the indicators that are shown with their attributes, definitions and commentary. */
void layout_each_text(const struct layout *layout, void (*take)(void *taker, const char *text, struct source_pos pos),
                      void *taker);

#endif
