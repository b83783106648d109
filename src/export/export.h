#ifndef EXPORT_EXPORT_H
#define EXPORT_EXPORT_H

#include <cairo.h>

#include "frame.h"
#include "lettering.h"

enum export_format { EXPORT_SVG, EXPORT_PNG };

/* Draws a chart into width x height points from the current origin: the `chart` room's, which `app` hands over. False
 * where it has no room. */
typedef bool export_chart_painter(cairo_t *cr, struct lettering *lettering, const struct theme *theme,
                                  const struct chart *chart, double width_pt, double height_pt);

/* Paints a picture that the pack brings along: the `artwork` room's, likewise. */
typedef void export_image_painter(cairo_t *cr, const struct theme *theme, const struct image *image, double width_pt,
                                  double height_pt);

struct export_options {
    enum export_format format;
    double dpi; /* of a PNG: its pixels an inch */
    export_chart_painter *paint_chart;
    export_image_painter *paint_image;
    const char *software; /* `boardpack 1.0`, for the file's metadata */
};

/* Writes pages as pictures, all with fonts that are read once. */
struct export;

/* Borrows fonts and diag for its life. */
struct export *export_create(const struct font_list *fonts, const struct export_options *options, struct diag *diag);
void export_destroy(struct export *export); /* accepts NULL */

/*
 * Writes one page of a document, every frame where the PDF has it, with title and description: what the page says of
 * itself, then the alternative text of its figures. The same page gives the same bytes.
 *
 * An SVG has outlines in place of text, so that it looks the same on every machine. The file is replaced when the new
 * one is whole. False was reported, and the old file is as it was: a system failure, or a frame that cannot be shown,
 * such as a chart without room.
 */
bool export_write(struct export *export, const struct document *document, size_t page, const char *path);

#endif
