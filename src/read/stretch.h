#ifndef READ_STRETCH_H
#define READ_STRETCH_H

#include <stdbool.h>

#include "arena.h"

/* A stretch of months, both ends in; MONTH_NONE is no limit. */
struct stretch {
    int from, to;
};

bool stretch_overlaps(struct stretch a, struct stretch b);

/* `2018-04 to 2019-03`, `from 2018-04`, `up to 2019-03`, `all months`. */
const char *stretch_words(struct arena *arena, struct stretch stretch);

#endif
