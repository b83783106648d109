#ifndef LAYOUT_SELECTION_READ_H
#define LAYOUT_SELECTION_READ_H

#include "layout_internal.h"

/* The indicators that an element's `select` and `indicators` ask for, all without them. False, reported, where there
 * are none. */
bool selection_read(struct layout_reader *reader, const struct xml_element *element, struct selection *selection);

/* False, reported with the nearest name, where no indicator has the attribute; `section` is one. */
bool selection_check_attribute(const struct layout_reader *reader, const char *name, struct source_pos pos);

#endif
