#ifndef MODEL_IMAGE_H
#define MODEL_IMAGE_H

#include "diag.h"

/* A picture that a pack brings along: a logo, a photograph of a cover. */

enum image_kind { IMAGE_PNG, IMAGE_SVG };

/* 1/96 inch */
static const double image_pixel_pt = 0.75;

struct artwork;

struct image {
    enum image_kind kind;
    const char *path;
    const char *bytes; /* the whole file; an SVG ends in NUL as well */
    size_t length;
    double width_pt, height_pt; /* as large as it says that it is: a pixel is 1/96 inch */
    struct artwork *art;        /* what `artwork` made of it, once it is opened */
    struct source_pos pos;      /* where it is named */
};

#endif
