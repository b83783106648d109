#ifndef PARSE_SVG_CHECK_H
#define PARSE_SVG_CHECK_H

#include "image.h"
#include "xml.h"

/* An SVG before any library draws it: that it asks for nothing outside itself, and ends. */

bool svg_is(const struct xml_element *root);

/* False, reported in its own lines, where it holds what a logo does without: other files, pictures, programs, text,
 * filters, or drawings of drawings of drawings. */
bool svg_check(struct arena *arena, const struct xml_element *root, const char *path, struct diag *diag);

/* Fills in the size of the image. False, reported, where the file says none. */
bool svg_measure(const struct xml_element *root, struct image *image, struct diag *diag);

#endif
