#ifndef SET_LEDGER_INTERNAL_H
#define SET_LEDGER_INTERNAL_H

#include "ledger.h"
#include "lines.h"

enum { LEDGER_STEPS = 4 };

/* A part while it is set. */
struct ledger_setting {
    struct composer *composer;
    struct flow *flow;
    const struct ledger *ledger;
    struct element *body;
    const struct piece *head;      /* the head, for another page */
    const struct piece *repeat;    /* the same with the label of a group, where labels stand above */
    const struct piece *close;     /* the line below the rows, at the end of a page */
    double strip_pt;               /* room for turned labels */
    struct side_label *side_label; /* of the group that rows are in; NULL where labels stand above */
    double page_pt;                /* what a page has for one row */
};

/* A look in numbers. */
struct ledger_style {
    bool centred;        /* cells stand in the middle of their row, else at its top */
    bool gives_way;      /* text wraps, type becomes smaller, columns go to other parts */
    bool bold_symbols;   /* symbols of a bold row are bold */
    double half_capital; /* from the middle of a line down to its baseline, in sizes of type */
    double edge_pt;      /* left and right of the columns */
    double gap_pt;       /* between columns; 0: as the step of the type has it */
    double head_foot_pt; /* from the last baseline of headings to the rule below */
    double head_air_pt;  /* that a column has more than its heading needs */
    bool head_from_word; /* widths of headings are tried from their widest word on, else from an even share */
    enum line head_line; /* below headings */
    enum colour rule;    /* of the head and of the end */
};
const struct ledger_style *ledger_style_of(const struct ledger *ledger);

/* The type of a ledger at a step, a dense one's at a size. */
struct ledger_type ledger_type_of(const struct composer *composer, const struct ledger *ledger, double size_pt,
                                  int step);

/* Pens in a ledger's type: of its cells, its headings, and what is small below cells. */
struct pen ledger_pen(struct composer *composer, struct piece *piece, const struct ledger *ledger);
struct pen ledger_head_pen(struct composer *composer, struct piece *piece, const struct ledger *ledger);
struct pen ledger_note_pen(struct composer *composer, struct piece *piece, const struct ledger *ledger);

/* The look of a cell: bold where its row, its column or itself is. */
enum face ledger_face(const struct ledger_row *row, const struct ledger_column *column, const struct ledger_cell *cell);

/* The box of a RAG letter round the middle of a row of a height, and the width that a column has for it. */
struct box ledger_band_box(const struct ledger *ledger, double height_pt);
double ledger_band_room(const struct ledger *ledger);

/* The room for turned labels at the left. */
double ledger_strip_width(const struct ledger *ledger);

/* Where what is drawn behind cells lies, from x on: the width of a flow, or both sides of its fold. */
struct stretch {
    double x, width_pt;
};
size_t ledger_stretches(const struct ledger *ledger, const struct flow *flow, double x, struct stretch stretches[2]);
/* A rule of the look's colour over them. */
void ledger_rule(const struct pen *pen, const struct ledger *ledger, const struct flow *flow, double x, double y,
                 enum line line);

/* The columns that a reader hears. */
int ledger_heard_columns(const struct ledger *ledger);

/* The space before a column; more where a group of columns starts or ends. */
double ledger_gap(const struct ledger *ledger, size_t column);

/* How many groups a column lies in; the number of levels of all groups. */
int ledger_depth(const struct ledger *ledger, size_t column);
int ledger_levels(const struct ledger *ledger);

/* The least width of each column, and of what is before and behind a decimal point. */
void ledger_measure(struct composer *composer, struct ledger *ledger);

/* Places the columns of a part that fits, sharing out what is left; left and right of a fold each for themselves. */
void ledger_place(struct ledger *ledger, const struct flow *flow);

/* The width from the left edge of a column to the right edge of the last of `span` columns. */
double ledger_span_width(const struct ledger *ledger, size_t column, size_t span);

/* Words as lines in a width, with a little more than nothing to spare. */
struct lines ledger_lines(const struct pen *pen, const char *text, double width_pt);

/* The head as a piece, tagged below a table. */
struct piece *ledger_head_set(struct composer *composer, struct flow *flow, const struct ledger *ledger,
                              struct element *table);

/* The same below the table's title, for a page that the table runs over to: an artifact. */
struct piece *ledger_head_again(struct composer *composer, const struct ledger *ledger, const struct flow *page);

/* How high the words of a cell are, without prose. */
double ledger_cell_height(struct composer *composer, const struct ledger *ledger, const struct ledger_row *row,
                          size_t column);
/* A cell between two heights of the pen's piece; its element is the pen's. */
void ledger_cell_set(const struct pen *pen, const struct ledger *ledger, const struct ledger_row *row, size_t column,
                     double top, double bottom);

/* A cell over several rows: the height that it needs, and the cell, drawn from the top of its first row. */
double ledger_box_height(struct composer *composer, const struct ledger *ledger, const struct ledger_row *row,
                         size_t column);
void ledger_box_set(const struct pen *pen, const struct ledger *ledger, const struct ledger_row *row, size_t column,
                    double height);

/* A row of the body. */
void ledger_row_set(struct ledger_setting *setting, size_t row);

#endif
