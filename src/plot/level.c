#include "level.h"

struct level *level_list(struct arena *arena, const struct chart_series *series, size_t first, size_t count,
                         size_t *level_count) {
    struct level *levels = NULL;
    size_t found = 0, capacity = 0;
    for (size_t i = first; i < first + count; i++) {
        double value, upto;
        if (!point_value(series, i, &value))
            continue;
        upto = series->mark == MARK_RANGE ? series->points[i].upto : value;
        if (found > 0 && levels[found - 1].last + 1 == i && levels[found - 1].value == value &&
            levels[found - 1].upto == upto) {
            levels[found - 1].last = i;
            continue;
        }
        struct level *level = &arena_append(arena, levels, found, capacity);
        *level =
            (struct level){.first = i, .last = i, .value = value, .upto = upto, .printed = series->points[i].printed};
    }
    *level_count = found;
    return levels;
}
