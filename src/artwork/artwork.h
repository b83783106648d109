#ifndef ARTWORK_ARTWORK_H
#define ARTWORK_ARTWORK_H

#include <cairo.h>

#include "image.h"
#include "theme.h"

/*
 * Opens a picture, so that it can be painted: image->art. Nothing but its bytes is read, whatever they name.
 * False, reported where the picture is named, where it is damaged.
 */
bool artwork_open(struct image *image, struct diag *diag);

void artwork_close(struct image *image); /* also one that was never opened */

/*
 * Paints an open picture into width x height points from the current origin: an SVG as outlines, a PNG as it is. In a
 * grey theme both become dots of grey, 600 an inch.
 */
void artwork_paint(cairo_t *cr, const struct theme *theme, const struct image *image, double width_pt,
                   double height_pt);

#endif
