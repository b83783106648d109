#include "level.h"

#include <math.h>

static const double value_limit = 1e15;

bool series_is_data(const struct chart_series *series) {
    return series->mark == MARK_COLUMN || series->mark == MARK_LINE;
}

bool point_value(const struct chart_series *series, size_t category, double *value) {
    const struct chart_point *point = series->points == NULL ? NULL : &series->points[category];
    if (point == NULL || !point->present || !isfinite(point->value) || fabs(point->value) > value_limit)
        return false;
    *value = point->value;
    return true;
}

bool point_last(const struct chart_series *series, size_t first, size_t count, size_t *category) {
    double value;
    for (size_t i = first + count; i-- > first;)
        if (point_value(series, i, &value)) {
            *category = i;
            return true;
        }
    return false;
}

bool point_first(const struct chart_series *series, size_t first, size_t count, size_t *category) {
    double value;
    for (size_t i = first; i < first + count; i++)
        if (point_value(series, i, &value)) {
            *category = i;
            return true;
        }
    return false;
}

struct level *level_list(struct arena *arena, const struct chart_series *series, size_t first, size_t count,
                         size_t *level_count) {
    struct level *levels = NULL;
    size_t found = 0, capacity = 0;
    for (size_t i = first; i < first + count; i++) {
        double value;
        if (!point_value(series, i, &value))
            continue;
        if (found > 0 && levels[found - 1].last + 1 == i && levels[found - 1].value == value) {
            levels[found - 1].last = i;
            continue;
        }
        struct level *level = &arena_append(arena, levels, found, capacity);
        *level = (struct level){.first = i, .last = i, .value = value, .printed = series->points[i].printed};
    }
    *level_count = found;
    return levels;
}
