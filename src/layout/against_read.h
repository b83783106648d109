#ifndef LAYOUT_AGAINST_READ_H
#define LAYOUT_AGAINST_READ_H

#include "comparator.h"
#include "layout_internal.h"

/* The comparator of the attribute `against`, which has a figure for each period; NULL where there is none, or,
 * reported, where it has no such figures. */
const struct comparator *against_read(struct layout_reader *reader, const struct xml_element *element);

#endif
