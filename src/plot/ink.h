#ifndef PLOT_INK_H
#define PLOT_INK_H

#include <cairo.h>

#include "arena.h"
#include "drawing.h"

/*
 * Where cairo paints a chart's paths, and where they are kept instead, for a writer of PDF: cairo's own takes 2.5
 * million instructions a chart, more than a page of tables with its tags. Each function does what cairo's of that name
 * does; colours and lines are those that are set, and cairo's path is the one that is kept.
 */
void ink_fill(cairo_t *cr);
void ink_fill_preserve(cairo_t *cr);
void ink_stroke(cairo_t *cr);
void ink_stroke_preserve(cairo_t *cr);

/* Until its end only what lies within the path is seen; what is set meanwhile is set back. Not one in another. */
void ink_begin_clip(cairo_t *cr);
void ink_end_clip(cairo_t *cr);

/* Paths in the order of painting. */
struct ink_list {
    struct arena *arena; /* of the paths */
    struct drawn_path *paths;
    size_t count, capacity;
    struct drawn_outline clip; /* that has begun */
};

/* From now on paths are added to a list, which the caller keeps, and nothing is painted. Solid colours and lines from
 * the start of their dash are all that is kept of how they are drawn. */
void ink_collect(cairo_t *cr, struct ink_list *list);

/* What would be painted where nothing is looked at. */
#ifndef INK_PAINTS
#pragma GCC poison cairo_fill cairo_fill_preserve cairo_stroke cairo_stroke_preserve cairo_clip cairo_clip_preserve
#pragma GCC poison cairo_paint cairo_mask cairo_set_fill_rule
#endif

#endif
