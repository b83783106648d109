#ifndef PLOT_VALUE_SPOTS_H
#define PLOT_VALUE_SPOTS_H

#include "callout.h"

/* Where the figure of a mark may stand: on it or inside it, so that it is read as no other's. */

enum { VALUE_SPOTS = 40 };

/* A figure, and its spots, the best first. */
struct value {
    double value;
    bool beyond;    /* a limit of a control chart */
    bool at_target; /* as near as a mark is large, and not met to the digit: the drawing does not tell its side */
    struct mark mark;
    struct callout callout;
    struct callout_spot spots[VALUE_SPOTS];
    size_t count, at_mark; /* of them, so many at the mark and not beside a column */
    struct callout inside; /* within its column, at its end */
    bool has_inside;
    double inside_room; /* that it has towards the other end: upwards where the column hangs */
};

/* The figure of a column; false where there is no column. The latest is larger, and can stand beside its column. */
bool value_of_column(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                     size_t category, struct value *value);

/* The figure of a point on a line; false where there is none. */
bool value_of_point(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                    size_t category, struct value *value);

/* A figure in the middle of a part of a column, in a colour that can be read there. */
struct callout value_inside(const struct plot *plot, const struct chart_series *series, struct callout callout,
                            struct box part);

/* True where it is narrower than its part, and so is its paper over a pattern: one that covers a part from edge to edge
 * looks like a part that is hollow. */
bool value_fits_inside(const struct plot *plot, const struct callout *callout, struct box part);

/* Adds a figure at its mark, or inside its column, where nothing is in its way; false where it has no room. */
bool value_place_outside(struct callout_maker *maker, const struct value *value);
bool value_place_inside(struct callout_maker *maker, const struct value *value);

/* The first of these that it can; whether the second has been done. */
bool value_place_at_mark(struct callout_maker *maker, const struct value *value);
bool value_stands_inside(const struct callout_maker *maker, const struct value *value);

/* The same; else beside its column, where it is the latest. */
bool value_place(struct callout_maker *maker, const struct value *value);

/* The same, if need be on a level, which the paper behind the figure covers. */
bool value_place_on_paper(struct callout_maker *maker, const struct value *value);

/* The same, in any case where the least is in its way. */
void value_place_anyhow(struct callout_maker *maker, const struct value *value);

#endif
