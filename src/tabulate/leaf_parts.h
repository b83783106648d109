#ifndef TABULATE_LEAF_PARTS_H
#define TABULATE_LEAF_PARTS_H

#include "tabulator.h"

/* What sheets of figures have in common. */

enum { WIDTH_OF_NAMES = 22, WIDTH_OF_PERIODS = 20 };

/* The lines below the first: shorthand that the sheet has used, the source, links. */
void leaf_lines(struct tabulator *tabulator);

/* The columns that say which indicator a row is of; then their cells in a row, which gives the next cell; and that an
 * indicator has a row, before the lines are made. */
void leaf_head_measure(struct tabulator *tabulator);
struct book_cell *leaf_fill_measure(struct tabulator *tabulator, struct arena *arena, const struct indicator *indicator,
                                    struct book_cell *cells);
void leaf_note_measure(struct tabulator *tabulator, const struct indicator *indicator);

/* A text, or the shorthand for `not applicable` where there is none. */
struct book_cell leaf_text(const char *text);

#endif
