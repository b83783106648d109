#ifndef PARSE_STRETCH_H
#define PARSE_STRETCH_H

#include <stdbool.h>

#include "arena.h"

/* A stretch of months, both ends in; MONTH_NONE is no limit. */
struct stretch {
    int from, to;
};

/* The twelve months of a year such as `2018/19`, or `2018`, that starts in a month of it, 1 to 12. MONTH_NONE for both
 * where it is not a year. */
struct stretch stretch_of_year(const char *year, int start);

bool stretch_overlaps(struct stretch a, struct stretch b);

/* `2018-04 to 2019-03`, `from 2018-04`, `up to 2019-03`, `all months`. */
const char *stretch_words(struct arena *arena, struct stretch stretch);

#endif
