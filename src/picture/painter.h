#ifndef PICTURE_PAINTER_H
#define PICTURE_PAINTER_H

#include "picture.h"

/* Paints a page, white below all, from the current origin in points. False where a frame cannot be shown. */
bool painter_page(cairo_t *cr, struct lettering *lettering, const struct document *document, const struct page *page,
                  picture_chart_painter *paint_chart, picture_image_painter *paint_image);

#endif
