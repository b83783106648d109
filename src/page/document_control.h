#ifndef PAGE_DOCUMENT_CONTROL_H
#define PAGE_DOCUMENT_CONTROL_H

#include "flow.h"

/* The box that says what issue of a document this is: status, date of the data, date created, created by, and lines of
 * the layout's own. What the pack does not say is left out. */
void document_control_set(struct composer *composer, struct flow *flow, const struct block *block);

#endif
