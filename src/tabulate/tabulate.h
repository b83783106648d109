#ifndef TABULATE_TABULATE_H
#define TABULATE_TABULATE_H

#include "block.h"
#include "book.h"

/*
 * The figures of a pack as a workbook that anyone can read, as the Analysis Function of the civil service asks of
 * spreadsheets: a cover, contents with links, notes, the latest figures, then a sheet for each indicator with its
 * periods down and its fields across, or where there are many (TABULATE_SHEETS_MAX) one sheet of all; past years and
 * comparators where the catalogue has some.
 *
 * Figures are worked out an indicator at a time as sheets are opened, by the rules of metric; one that is absent is its
 * shorthand, `[c]` of one that is suppressed.
 *
 * period, created  as of the document
 *
 * NULL, reported: a sheet of all figures would have more than TABULATE_CELLS_MAX cells.
 */
enum { TABULATE_SHEETS_MAX = 100, TABULATE_CELLS_MAX = 2000000 };

struct book *tabulate_book(struct arena *arena, const struct layout *layout, int period, long long created,
                           struct diag *diag);
void tabulate_close(struct book *book); /* accepts NULL */

#endif
