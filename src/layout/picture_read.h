#ifndef LAYOUT_PICTURE_READ_H
#define LAYOUT_PICTURE_READ_H

#include "block_parts.h"
#include "layout_internal.h"

/* The picture that the attribute `name` of an element says, with its alt. An image that cannot be used is reported and
 * NULL, and so is a picture without alt that is not said to be decorative. */
void picture_read_image(struct layout_reader *reader, struct picture *picture, const struct xml_element *element,
                        const char *name);

#endif
