#ifndef SET_GRID_INTERNAL_H
#define SET_GRID_INTERNAL_H

#include "grid.h"
#include "lines.h"

enum {
    GRID_STEPS = 4,
    GRID_STEP_TALL = GRID_STEPS /* before a table is parted */,
    LABEL_GAP_PT = 4 /* right of turned labels */
};

/* A part while it is set. */
struct grid_setting {
    struct composer *composer;
    struct flow *flow;
    const struct grid *grid;
    struct element *body;
    const struct piece *top;       /* the head before the first row */
    const struct piece *head;      /* the head, for another page */
    const struct piece *repeat;    /* the same with the label of a group, where labels stand above */
    const struct piece *close;     /* the line below the rows, at the end of a page */
    double strip_pt;               /* room for turned labels */
    struct side_label *side_label; /* of the group that rows are in; NULL where labels stand above */
    double label_lack_pt;          /* what each row of the group adds for its label */
    double label_rest_pt;          /* what rows still have to be high for the label to stand on their page */
    double page_pt;                /* what a page has for one row */
};

/* A look in numbers. */
struct grid_style {
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
const struct grid_style *grid_style_of(const struct grid *grid);

/* The type of a grid at a step, a dense one's at a size. */
struct grid_type grid_type_of(const struct composer *composer, const struct grid *grid, double size_pt, int step);

/* Pens in a grid's type: of its cells, its headings, and what is small below cells. */
struct pen grid_pen(struct composer *composer, struct piece *piece, const struct grid *grid);
struct pen grid_head_pen(struct composer *composer, struct piece *piece, const struct grid *grid);
struct pen grid_note_pen(struct composer *composer, struct piece *piece, const struct grid *grid);

/* The look of a cell: bold where its row, its column or itself is. */
enum face grid_face(const struct grid_row *row, const struct grid_column *column, const struct grid_cell *cell);

/* The box of a RAG letter round the middle of a row of a height, and the width that a column has for it. */
struct box grid_band_box(const struct grid *grid, double height_pt);
double grid_band_room(const struct grid *grid);

/* Where the decimals of a figure begin, or the sign of a rank that is shared: it stands on what is before. */
const char *grid_part_of(const char *figure);

/* The room for each letter of a strip. */
double grid_letter_pt(const struct grid *grid);

/* The room for turned labels at the left. */
double grid_strip_width(const struct grid *grid);

/* A part of the width of a grid. */
struct stretch {
    double x, width_pt;
};
/* A rule of the look's colour over them. */
void grid_rule(const struct pen *pen, const struct grid *grid, const struct flow *flow, double x, double y,
               enum line line);

/* The columns that a reader hears. */
int grid_heard_columns(const struct grid *grid);

/* The space before a column; more where a group of columns starts or ends. */
double grid_gap(const struct grid *grid, size_t column);

/* How many groups a column lies in; the number of levels of all groups. */
int grid_depth(const struct grid *grid, size_t column);
int grid_levels(const struct grid *grid);

/* The least width of each column, and of what is before and behind a decimal point. */
void grid_measure(struct composer *composer, struct grid *grid);

/* Places the columns of a part that fits, sharing out what is left; left and right of a fold each for themselves. */
void grid_place(struct grid *grid, const struct flow *flow);

/* The width from the left edge of a column to the right edge of the last of `span` columns. */
double grid_span_width(const struct grid *grid, size_t column, size_t span);

/* Words as lines in a width, with a little more than nothing to spare. */
struct lines grid_lines(const struct pen *pen, const char *text, double width_pt);

/* The head as a piece, tagged below a table. */
struct piece *grid_head_set(struct composer *composer, struct flow *flow, const struct grid *grid,
                            struct element *table);

/* The same below the table's title, for a page that the table runs over to: an artifact. */
struct piece *grid_head_again(struct composer *composer, const struct grid *grid, const struct flow *page);

/* How high the words of a cell are, without prose. */
double grid_cell_height(struct composer *composer, const struct grid *grid, const struct grid_row *row, size_t column);
/* A cell between two heights of the pen's piece; its element is the pen's. */
void grid_cell_set(const struct pen *pen, const struct grid *grid, const struct grid_row *row, size_t column,
                   double top, double bottom);

/* A cell over several rows: the height that it needs, and the cell, drawn from the top of its first row. */
double grid_box_height(struct composer *composer, const struct grid *grid, const struct grid_row *row, size_t column);
void grid_box_set(const struct pen *pen, const struct grid *grid, const struct grid_row *row, size_t column,
                  double height);

/* Makes all rows as high as the highest, once columns have their widths. */
void grid_rows_even(const struct grid_setting *setting);

/* A row of the body. */
void grid_row_set(struct grid_setting *setting, size_t row);

#endif
