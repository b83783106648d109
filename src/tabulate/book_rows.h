#ifndef TABULATE_BOOK_ROWS_H
#define TABULATE_BOOK_ROWS_H

#include "tabulator.h"

/* Works the figures of an indicator out, unless it is the last that was: tabulator->table, and of its periods those
 * that have a row, from the first with a figure to the reported one; those in which none is due are left out. There is
 * one at least. */
void book_rows_take(struct tabulator *tabulator, const struct indicator *indicator);

/* How many rows a sheet of past years has, and one of comparators. */
size_t book_rows_past(const struct catalogue *catalogue);
size_t book_rows_compared(const struct catalogue *catalogue);

#endif
