#ifndef LAYOUT_EXTENT_READ_H
#define LAYOUT_EXTENT_READ_H

#include "extent.h"
#include "layout_internal.h"

/* How far a block goes back: its attributes `periods` and `years`, of which it has one; else what is usual for the
 * grain of the catalogue, as far as there are data. */
struct extent extent_read(struct layout_reader *reader, const struct xml_element *element,
                          const struct extent usual[GRAIN_COUNT]);

/* How far back one goes that does not say. */
struct extent extent_usual(const struct layout_reader *reader, bool by_due, const struct extent usual[GRAIN_COUNT]);

#endif
