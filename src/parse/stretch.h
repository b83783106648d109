#ifndef PARSE_STRETCH_H
#define PARSE_STRETCH_H

#include <stdbool.h>

#include "calendar.h"

/* A stretch of periods, both ends in; PERIOD_NONE is no limit. */
struct stretch {
    int from, to;
};

/* The periods of a year such as `2018/19`, or `2018`. PERIOD_NONE for both where it is not a year. */
struct stretch stretch_of_year(struct calendar calendar, const char *year);

bool stretch_overlaps(struct stretch a, struct stretch b);

/* `2018-04 to 2019-03`, `from 2018-04`, `up to 2019-03`, `all months`. */
const char *stretch_words(struct arena *arena, struct calendar calendar, struct stretch stretch);

#endif
