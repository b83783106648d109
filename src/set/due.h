#ifndef SET_DUE_H
#define SET_DUE_H

#include "composer.h"
#include "extent.h"

/*
 * A measure can be due in longer periods than those of the pack: a year's figure in a pack of months. It has a figure
 * in the last of them, and between is not due; then pages show the latest that was, and say of when it is.
 */

/* The calendar in whose periods an indicator is due: that of the pack, or a coarser one. */
struct calendar due_calendar(const struct composer *composer, const struct indicator *indicator);

/* The word of a list for the grain in which an indicator is due. */
enum word due_word(const struct composer *composer, const struct indicator *indicator, enum per_grain list);

/* The pack's period, or where a field is not due in it the latest in which it was. */
int due_period(const struct composer *composer, const struct indicator *indicator, enum field field);

/* A period of the pack as the one in which an indicator is due in it: `2017/18` for March 2018; in a table, and as a
 * line of a chart ends. */
const char *due_long(const struct composer *composer, const struct indicator *indicator, int period);
const char *due_short(const struct composer *composer, const struct indicator *indicator, int period);
const char *due_name(const struct composer *composer, const struct indicator *indicator, int period);

/* `from April 2016 to March 2018`, of periods of the pack. */
const char *due_from_to(const struct composer *composer, const struct indicator *indicator, int first, int last);

/* The periods that a table or a chart shows, in the calendar in which they are counted: that of the pack, or by_due
 * that in which the indicator is due. */
struct due_run {
    struct calendar calendar;
    int first, last;
    int reported; /* the pack's period, or the latest that was due in it */
    int over;     /* the latest that is over, though its figures may come later */
};
struct due_run due_run(const struct composer *composer, const struct indicator *indicator, struct extent extent);

/* The period of the pack in which one of a run has its figures. */
int due_run_period(const struct composer *composer, const struct due_run *run, int period);

#endif
