#ifndef CHART_LEVEL_H
#define CHART_LEVEL_H

#include "arena.h"
#include "chart.h"

/* A stretch of categories over which a target stays the same. */
struct level {
    size_t first, last; /* both in */
    double value;
    const char *printed;
};

/* The levels of a series within count categories from first on, in their order; they live in the arena. */
struct level *level_list(struct arena *arena, const struct chart_series *series, size_t first, size_t count,
                         size_t *level_count);

/* The value of a point; false where there is none that can be drawn. */
bool point_value(const struct chart_series *series, size_t category, double *value);

/* The last point within count categories from first on, or the first one: false where there is none. */
bool point_last(const struct chart_series *series, size_t first, size_t count, size_t *category);
bool point_first(const struct chart_series *series, size_t first, size_t count, size_t *category);

/* True for columns and lines: figures, not what they are held against. */
bool series_is_data(const struct chart_series *series);

#endif
