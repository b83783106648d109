#ifndef SET_COVERAGE_TEXT_H
#define SET_COVERAGE_TEXT_H

#include "composer.h"

/* What the figure of an indicator that is judged is of, in words: `In the month`, `At month end`, `Year to date`,
 * `Rolling 12 months`. */
const char *coverage_title(const struct composer *composer, const struct indicator *indicator);

/* The same of its figures of a period, where they are of more than it: what a column of periods does not say. Else
 * NULL. */
const char *coverage_beyond(const struct composer *composer, const struct indicator *indicator);

/* `Average of 4 months`, where the average of twelve months up to a period leaves some out; NULL where it has all that
 * were due, or none. */
const char *coverage_average(const struct composer *composer, const struct indicator *indicator, int period);

/* The word of a status line: `*{value}* {subject} in {period}`, `... in the year to date`. */
enum word coverage_status_line(const struct composer *composer, const struct indicator *indicator);

/* `judged on the month, as printed`. */
enum word coverage_judged(const struct composer *composer, const struct indicator *indicator, bool as_printed);

#endif
