#ifndef LAYOUT_BLOCKS_READ_H
#define LAYOUT_BLOCKS_READ_H

#include "layout_internal.h"

/* The blocks inside an element, a page or a template, as a BLOCK_STACK. */
struct block *blocks_read(struct layout_reader *reader, const struct xml_element *element);

#endif
