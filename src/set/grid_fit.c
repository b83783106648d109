#include "grid_fit.h"

/* Less than can be seen. */
static const double near_pt = 0.5;

static double repeated_width(const struct fit_column *columns, size_t count) {
    double width = 0;
    for (size_t c = 0; c < count; c++)
        width += columns[c].repeat ? columns[c].need_pt : 0;
    return width;
}

/* The end of the group that a column starts. */
static size_t group_end(const struct fit_column *columns, size_t count, size_t first) {
    size_t end = first + 1;
    while (end < count && columns[end].joins_last && !columns[end].repeat)
        end++;
    return end;
}

static double width_of(const struct fit_column *columns, size_t first, size_t end) {
    double width = 0;
    for (size_t c = first; c < end; c++)
        width += columns[c].need_pt;
    return width;
}

size_t grid_fit_parts(const struct fit_column *columns, size_t count, double width_pt, size_t *part, size_t *culprit) {
    double room = width_pt + near_pt - repeated_width(columns, count), taken = 0;
    size_t parts = 1, next;
    for (size_t c = 0; c < count; c = next) {
        next = group_end(columns, count, c);
        part[c] = 0;
        if (columns[c].repeat) {
            next = c + 1;
            continue;
        }
        if (width_of(columns, c, next) > room)
            next = c + 1; /* a group that no part holds is parted */
        double width = width_of(columns, c, next);
        if (width > room) {
            *culprit = c;
            return FIT_FAILS;
        }
        if (taken + width > room) {
            parts++;
            taken = 0;
        }
        taken += width;
        for (size_t i = c; i < next; i++)
            part[i] = parts - 1;
    }
    return parts;
}
