#ifndef LOOK_PERIOD_GUESS_H
#define LOOK_PERIOD_GUESS_H

#include "period_column.h"

/* Periods that are read alike, in a column or in headings, and the grain that they tell of. */
struct period_guess {
    bool found;
    struct calendar calendar; /* that a pack of them may have; where ambiguous, of what is written */
    const char *pattern;
    int *periods; /* one for each text, PERIOD_NONE for none */
    int first, last;
    bool ambiguous;      /* not found, since more than one reading fits */
    const char *problem; /* why, or what has to be said besides; NULL for nothing */
};

/*
 * Looks for the one way in which all texts that are not blank can be read, and for the finest grain that it tells of:
 * days that lie seven days apart or more are weeks, those of one a month are months, and so on.
 *
 * inside   other text may stand around them, as in the name of a file
 * name     what they are, as period_column_read has it
 *
 * Where a year or a quarter may be meant in two ways, those of the calendar year are taken, and the problem says so.
 */
struct period_guess period_guess_make(struct arena *arena, const struct period_text *texts, size_t count, bool inside,
                                      const char *name);

#endif
