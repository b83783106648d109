#ifndef PLOT_LEVEL_H
#define PLOT_LEVEL_H

#include "arena.h"
#include "chart.h"

/* A stretch of categories over which a target stays the same. */
struct level {
    size_t first, last; /* both in */
    double value, upto; /* the second of a range, else as the first */
    const char *printed;
};

/* The levels of a series within count categories from first on, in their order; they live in the arena. */
struct level *level_list(struct arena *arena, const struct chart_series *series, size_t first, size_t count,
                         size_t *level_count);

#endif
