#ifndef LAYOUT_PAPER_READ_H
#define LAYOUT_PAPER_READ_H

#include "layout_internal.h"

/* The paper and margins of the pack; what leaves no room for blocks is reported. */
struct paper paper_read(struct layout_reader *reader);

/* The paper of a page that says one of its own; NULL: the pack's. */
const struct paper *paper_read_own(struct layout_reader *reader, const struct xml_element *element);

#endif
