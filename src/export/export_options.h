#ifndef EXPORT_EXPORT_OPTIONS_H
#define EXPORT_EXPORT_OPTIONS_H

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

#endif
