#ifndef EXPORT_PAINTER_H
#define EXPORT_PAINTER_H

#include "export.h"

/* Paints a page, white below all, from the current origin in points. False where a frame cannot be shown. */
bool painter_page(cairo_t *cr, struct lettering *lettering, const struct document *document, const struct page *page,
                  export_chart_painter *paint_chart, export_image_painter *paint_image);

#endif
