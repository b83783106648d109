#ifndef SET_GRID_H
#define SET_GRID_H

#include "flow.h"

/* A table that sizes its columns. The first column names the row. */

enum grid_align { ALIGN_LEFT, ALIGN_DECIMAL, ALIGN_CENTRE };

struct grid_column {
    const char *heading;
    enum grid_align align;
    double least_pt; /* never narrower */
    double weight;   /* share of what is left of the width; 0: as wide as its contents */
    bool wrap;       /* its words stand on as many lines as they need, in least_pt or more */
    /* worked out: */
    double x, width_pt;
    double whole_pt, part_pt; /* widest before and from the decimal point */
};

enum grid_content { CELL_TEXT, CELL_SYMBOL, CELL_RAG, CELL_PAGE_NUMBER, CELL_CHART };

struct grid_cell {
    enum grid_content content;
    const char *string; /* NULL: an empty cell */
    enum band_colour band;
    struct chart *chart; /* of CELL_CHART: drawn as wide as the column */
    size_t link_spec;    /* 1 + the page_spec that the cell leads to; 0: none */
    bool bold;
    const char *below; /* a second line in note type; may be NULL */
};

struct grid_row {
    struct grid_cell *cells;
    double height_pt;        /* 0: one line of table type */
    double gap_pt;           /* before it */
    bool bold, tint, second; /* second: in the second text colour */
    bool rule_above;
    enum line rule;
    enum colour rule_colour;
};

struct grid {
    struct grid_column *columns;
    size_t column_count;
    struct grid_row *rows;
    size_t row_count, row_capacity;
};

struct grid *grid_create(struct composer *composer, size_t columns);
struct grid_row *grid_add_row(struct composer *composer, struct grid *grid); /* valid until the next */

/*
 * Sets a grid into a flow: a piece for the header, one a row, all tagged below `table`.
 * title  the words above a header that is repeated on a new page, "(continued)" added; may be NULL
 * What does not fit in the width is reported at pos.
 */
void grid_set(struct composer *composer, struct flow *flow, struct grid *grid, struct element *table, const char *title,
              struct source_pos pos);

#endif
