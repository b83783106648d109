#ifndef MODEL_CELL_RUN_H
#define MODEL_CELL_RUN_H

#include "calendar.h"
#include "series.h"

/*
 * Cells of periods that follow one another, and the same in another grain: what a file counts by day, a pack by month;
 * what is counted by term, in a pack of months.
 */
struct cell_run {
    struct calendar calendar;
    int first, count; /* the period of cells[0], and how many */
    struct cell *cells;
};

/* How periods of a finer grain become one of a coarser: the catalogue says it, since none of these can be guessed. */
enum bring_up { BRING_UP_SUM, BRING_UP_LAST, BRING_UP_MEAN, BRING_UP_MAXIMUM, BRING_UP_MINIMUM, BRING_UP_COUNT };
extern const char *const bring_up_words[BRING_UP_COUNT]; /* sum last mean maximum minimum */

/*
 * The cells by the periods of a finer calendar: each in the last one that its period holds, the others not due. A
 * series of such cells sets `calendar` and `due` (see series.h), so that it is not due beyond them either.
 */
struct cell_run cell_run_spread(struct arena *arena, const struct cell_run *run, struct calendar finer);

/*
 * The cells by the periods of a coarser calendar, from that of the first cell to that of the last; calendar_holds says
 * whether it has any. Of the cells in a period:
 *
 * sum                     all of them added up; absent, with the worst status, where any is absent
 * last                    that of the last period inside
 * mean, maximum, minimum  of those that are there; absent where none is, and suppressed where any is
 *
 * Cells that are not applicable or not due are left out, unless all are. A period inside without a cell is missing, and
 * what is made of a figure in words is too. The status is the worst of the cells that count, the note the first of all.
 */
struct cell_run cell_run_bring_up(struct arena *arena, const struct cell_run *run, struct calendar coarser,
                                  enum bring_up how);

#endif
