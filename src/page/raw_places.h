#ifndef PAGE_RAW_PLACES_H
#define PAGE_RAW_PLACES_H

#include "block.h"
#include "frame.h"

/* Tells of each place of the author's words, such as `{period}`, that a page prints as it is written, since nothing
 * fills it in there. */
void raw_places_tell(const struct layout *layout, const struct document *document, struct diag *diag);

#endif
