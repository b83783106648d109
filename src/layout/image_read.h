#ifndef LAYOUT_IMAGE_READ_H
#define LAYOUT_IMAGE_READ_H

#include "layout_internal.h"

/* The picture that the attribute `name` of an element says, read once however often it is named. NULL, reported, where
 * it cannot be used: it is no PNG or SVG, too large, or asks for other files. */
const struct image *image_read(struct layout_reader *reader, const struct xml_element *element, const char *name);

#endif
