#ifndef PLOT_AXIS_H
#define PLOT_AXIS_H

#include <cairo.h>

#include "label.h"
#include "plot.h"

/* What a reader measures against. All of it is quiet: hairlines, small type in the second text colour. */

/* Fields of missing periods, grid lines, the light lines between financial years. */
void axis_paint_ground(cairo_t *cr, const struct plot *plot);

/* The base line, the numbers of the scales, the names of the categories, brackets and titles. */
void axis_paint(cairo_t *cr, const struct plot *plot);

/* Categories that share a year, with the year's name under them: from left to right, in points. */
struct axis_bracket {
    const char *name;
    double left, right;           /* of its line */
    double name_left, name_right; /* of its name */
};

/* The brackets of a group that are drawn, no name on another: those that are as wide as their names, or where none is,
 * as many as have room. In the plot's arena. */
struct axis_bracket *axis_brackets(const struct plot *plot, const struct axis_group *group, size_t *count);

/* Tells labels where the numbers of the scales stand. */
void axis_fill_field(const struct plot *plot, struct label_field *field);

#endif
