#ifndef ATTENTION_ATTENTION_ROW_H
#define ATTENTION_ATTENTION_ROW_H

#include "attention.h"
#include "figure_cell.h"

enum attention_column {
    COLUMN_MEASURE,
    COLUMN_STOOD,
    COLUMN_TREND,
    COLUMN_FIGURE,
    COLUMN_WHY,
    COLUMN_DONE,
    COLUMN_PAGE,
    COLUMN_NUMBER
};

/* How wide the flow is: with a column for what is done; without; and without lines, and the latest letter alone. */
enum attention_form { FORM_WIDE, FORM_MIDDLE, FORM_NARROW };

/* What rows of a list have in common. */
struct attention_row {
    struct figure_cells *cells;
    const struct attention_list *list; /* the block */
    const struct attention *attention; /* all that the list tells of */
    const int *periods;                /* that its lines go back, by the grain in which measures are due */
    bool spans;                        /* each line says from when to when it goes */
    enum attention_form form;
    bool actions; /* what is done is told: in a column of its own, else behind the reason */
};

/* 1 + the first page_spec that is about an indicator; where there is none, the one that shows it among the fewest
 * others, its own page at last, which may go on for several sheets. 0: none. */
size_t attention_row_page(const struct composer *composer, const struct indicator *indicator);
/* Its number, which leads there; nothing where there is none. */
struct grid_cell attention_row_page_cell(const struct composer *composer, const struct indicator *indicator);

/* The cells of an item. */
void attention_row_fill(const struct attention_row *row, const struct attention_item *item,
                        struct grid_cell cells[COLUMN_NUMBER]);

#endif
