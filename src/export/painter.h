#ifndef EXPORT_PAINTER_H
#define EXPORT_PAINTER_H

#include "export_options.h"

/* Paints a page, white below all, from the current origin in points. False where a frame lies at no place; charts
 * without room are reported. */
bool painter_page(cairo_t *cr, struct lettering *lettering, const struct document *document, const struct page *page,
                  const struct export_options *options, struct diag *diag);

#endif
