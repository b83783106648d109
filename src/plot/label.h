#ifndef PLOT_LABEL_H
#define PLOT_LABEL_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"

/* Where labels can stand: plain geometry, y down, in points. */

struct box {
    double left, top, right, bottom;
};

struct segment {
    double x1, y1, x2, y2;
};

/* Where a figure is drawn: the point of a line, the middle of a column's end. */
struct mark {
    double x, y;
};

struct mark box_middle(struct box box);

/* A line, and what figures keep from it further than from others. */
struct label_line {
    struct segment at;
    double clear_pt;
};

/* What is drawn in a chart, and what labels keep clear of: each other always, all else wherever they can. */
struct label_field {
    struct arena *arena;
    struct box bounds;
    struct box *labels;
    size_t label_count, label_capacity;
    struct label_line *lines;
    size_t line_count, line_capacity;
    struct segment *levels; /* lines that figures are held against: a label does not stand beyond one */
    size_t level_count, level_capacity;
    struct box *columns;
    size_t column_count, column_capacity;
    struct box *shapes; /* of points */
    size_t shape_count, shape_capacity;
    struct box *closed; /* where a figure would be read as a gap's, or as the name of the line that ends there */
    size_t closed_count, closed_capacity;
    struct mark *marks;
    size_t mark_count, mark_capacity;
    double
        stranger_room; /* what a label keeps from the middle of marks that are not its own; 0: it is not to be nearer */
};

void label_field_add_label(struct label_field *field, struct box box);
void label_field_add_line(struct label_field *field, struct segment line);
void label_field_add_level(struct label_field *field, struct segment line);
/* The same of one that labels may come as close to as to any line. */
void label_field_add_limit(struct label_field *field, struct segment line);
/* The line that columns stand on. */
void label_field_add_base(struct label_field *field, struct segment line);
void label_field_add_column(struct label_field *field, struct box box);
void label_field_add_shape(struct label_field *field, struct box box);
/* No figure of a mark stands there. */
void label_field_close(struct label_field *field, struct box box);
void label_field_add_mark(struct label_field *field, struct mark mark);

/* True inside the bounds and off every label. */
bool label_field_is_free(const struct label_field *field, struct box box);

/*
 * How badly a label would stand in a free box, 0 where nothing is wrong: on columns, lines or shapes; and where it
 * belongs to a mark (else NULL), beyond a level from there, where figures are shut out, or so that it would be read as
 * another mark's.
 */
double label_field_cost(const struct label_field *field, struct box box, const struct mark *mark);

/* The same for a label whose paper covers the levels that it lies on. */
double label_field_cost_on_paper(const struct label_field *field, struct box box, const struct mark *mark);

/* The same for a label inside the column that it belongs to, which is in nobody's way. */
double label_field_cost_inside(const struct label_field *field, struct box box);

/* True where a level lies between a label and its mark. */
bool label_field_parts(const struct label_field *field, struct box box, struct mark mark);

/* How far a mark lies from a box, or from a line; and whether a line crosses a box. */
double label_distance(struct box box, struct mark mark);
double label_line_distance(struct segment line, struct mark mark);
bool label_line_crosses(struct segment line, struct box box);

/* A box's left edge, moved to the right of the columns that stand in its way. */
double label_field_right_of_columns(const struct label_field *field, struct box box);

/* How many labels of one line each stand between two heights. */
size_t label_capacity(double gap, double low, double high);

/*
 * Moves labels that stand closer than gap apart, each as little as can be (least squares), between low and high.
 *
 * y   the middles, ascending; moved in place, still ascending
 * Asks for count <= label_capacity(gap, low, high). Afterwards neighbours are at least gap apart.
 */
void label_spread(double *y, size_t count, double gap, double low, double high);

#endif
