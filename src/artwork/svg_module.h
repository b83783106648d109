#ifndef ARTWORK_SVG_MODULE_H
#define ARTWORK_SVG_MODULE_H

#include <cairo.h>

#include "image.h"
#include "module.h"

struct svg;

/* What draws SVG is a module, since librsvg brings thirty libraries along. */
struct svg_module {
    struct module_head head;
    /* The image's bytes, which outlive what is made of them. NULL, reported where it is named: it cannot be drawn. */
    struct svg *(*open)(const struct image *image, struct diag *diag);
    void (*paint)(cairo_t *cr, struct svg *svg, double width, double height);
    void (*close)(struct svg *svg);
};

#endif
