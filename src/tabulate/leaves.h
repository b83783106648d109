#ifndef TABULATE_LEAVES_H
#define TABULATE_LEAVES_H

#include "tabulator.h"

/* Each kind of sheet: its lines, columns and number of rows; then its rows, which are asked for in their order. */
#define LEAF(name)                                      \
    void leaf_open_##name(struct tabulator *tabulator); \
    void leaf_fill_##name(struct tabulator *tabulator, size_t row, struct book_cell *cells);
void leaf_open_cover(struct tabulator *tabulator);
LEAF(contents)
LEAF(notes)
LEAF(latest)
LEAF(indicator)
LEAF(all)
LEAF(past)
LEAF(compared)
#undef LEAF

#endif
