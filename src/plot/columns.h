#ifndef PLOT_COLUMNS_H
#define PLOT_COLUMNS_H

#include <cairo.h>

#include "label.h"
#include "plot.h"

/* Columns: alone, side by side, on one another. A column that stands alone is quiet unless it is the latest. */

/* The column of a point, from its base to its value; false where there is none. */
bool column_box(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                size_t category, struct box *box);

/* A figure of zero is no gap: it has a mark on the base line, and so has one whose column is lower than that mark,
 * which would look like less. True for such a one. */
bool column_is_slight(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                      size_t category, struct box *mark);

/* Where it stands, or would, whatever its value: as high as its panel. */
struct box column_place(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                        size_t category);

/* The middle of what the column of a point stands for: of its category, and of those before it in which no figure was
 * due. */
double column_middle(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                     size_t category);

/* How many columns stand side by side in a slot of a group, and which of them is that of the series, from 0. */
size_t column_sets(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                   size_t *place);

/* The room of one column, or of those that stand side by side: as wide as the categories that the latest stands for. */
double column_slot(const struct plot *plot, const struct chart_series *series, const struct axis_group *group);

/* How a column is filled. */
struct column_look {
    enum chart_fill fill;
    enum colour colour;
};
struct column_look column_look(const struct plot *plot, const struct chart_series *series,
                               const struct axis_group *group, size_t category);

/* How wide one of its columns is there: a share of its room, but no wider than columns are to be compared by their
 * heights, and at most twice as wide as those of the narrowest group. */
double column_width(const struct plot *plot, const struct chart_series *series, const struct axis_group *group);

/* The columns of a series in a group. */
void columns_paint(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                   const struct axis_group *group);

#endif
