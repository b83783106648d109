#ifndef SET_LEDGER_INTERNAL_H
#define SET_LEDGER_INTERNAL_H

#include "ledger.h"

enum { LEDGER_STEPS = 4 };

/* What the steps of setting a ledger share: a part of one with its type. */
struct ledger_type {
    double size_pt, leading_pt;      /* of cells */
    double head_pt, head_leading_pt; /* of headings */
    double note_pt, note_leading_pt; /* of what stands below */
    double prose_leading_pt;
    int step; /* how much else gives way, 0 to LEDGER_STEPS - 1 */
};

/* A part while it is set. */
struct ledger_setting {
    struct composer *composer;
    struct flow *flow;
    const struct ledger *ledger;
    const struct ledger_type *type;
    struct element *body;
    const struct piece *repeat; /* the head, for another page */
    const struct piece *close;  /* the line below the rows, at the end of a page */
    double strip_pt;            /* room for turned labels */
    struct strip *strip;        /* of the group that rows are in; NULL where labels stand above */
    double page_pt;             /* what a page has for one row */
};

struct ledger_type ledger_type_of(double size_pt, int step);

/* The room for turned labels at the left. */
double ledger_strip_width(const struct ledger *ledger, const struct ledger_type *type);

/* Where what is drawn behind cells lies, from x on: the width of a flow, or both sides of its fold. */
struct stretch {
    double x, width_pt;
};
size_t ledger_stretches(const struct ledger *ledger, const struct flow *flow, double x, struct stretch stretches[2]);
void ledger_rule(struct composer *composer, struct piece *piece, const struct ledger *ledger, const struct flow *flow,
                 double x, double y, enum line line, enum colour colour);

/* The columns that a reader hears. */
int ledger_heard_columns(const struct ledger *ledger);

/* The space before a column; more where a group of columns starts or ends. */
double ledger_gap(const struct ledger *ledger, size_t column, const struct ledger_type *type);

/* How many groups a column lies in; the number of levels of all groups. */
int ledger_depth(const struct ledger *ledger, size_t column);
int ledger_levels(const struct ledger *ledger);

/* The least width of each column, and of what is before and behind a decimal point. */
void ledger_measure(struct composer *composer, struct ledger *ledger, const struct ledger_type *type);

/* Places the columns of a part that fits, sharing out what is left; left and right of a fold each for themselves. */
void ledger_place(struct ledger *ledger, const struct ledger_type *type, const struct flow *flow);

/* The width from the left edge of a column to the right edge of the last of `span` columns. */
double ledger_span_width(const struct ledger *ledger, size_t column, size_t span);

/* The words of a cell as lines in a width. */
char **ledger_lines(struct composer *composer, const char *text, enum face face, double size_pt, double width_pt,
                    size_t *count);

/* The head as a piece, tagged below a table. */
struct piece *ledger_head_set(struct composer *composer, struct flow *flow, const struct ledger *ledger,
                              const struct ledger_type *type, struct element *table);

/* How high the words of a cell are, without prose; and the cell itself, its first line's top at `top`. */
double ledger_cell_height(struct composer *composer, const struct ledger *ledger, const struct ledger_type *type,
                          const struct ledger_row *row, size_t column);
void ledger_cell_set(struct composer *composer, struct piece *piece, struct element *element,
                     const struct ledger *ledger, const struct ledger_type *type, const struct ledger_row *row,
                     size_t column, double top);

/* A cell over several rows: the height that it needs, and the cell, drawn from the top of its first row. */
double ledger_box_height(struct composer *composer, const struct ledger *ledger, const struct ledger_type *type,
                         const struct ledger_row *row, size_t column);
void ledger_box_set(struct composer *composer, struct piece *piece, struct element *element,
                    const struct ledger *ledger, const struct ledger_type *type, const struct ledger_row *row,
                    size_t column, double height);

/* A row of the body. */
void ledger_row_set(struct ledger_setting *setting, size_t row);

#endif
