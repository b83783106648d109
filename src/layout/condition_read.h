#ifndef LAYOUT_CONDITION_READ_H
#define LAYOUT_CONDITION_READ_H

#include "condition.h"
#include "layout_internal.h"

/* The `when` of an element; NULL where it has none, or one that the vocabulary refused. */
const struct condition *condition_read(struct layout_reader *reader, const struct xml_element *element);

#endif
