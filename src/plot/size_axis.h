#ifndef PLOT_SIZE_AXIS_H
#define PLOT_SIZE_AXIS_H

#include <stdbool.h>
#include <stddef.h>

/* The axis of sizes below a funnel: from zero, or by powers of ten where one is so large that the others would lie in a
 * heap. */

enum { SIZE_TICKS = 12 };

struct size_axis {
    bool logarithmic;
    double low, high;
    double ticks[SIZE_TICKS]; /* ascending, from the low end to the high one */
    size_t tick_count;
};

/* The axis over sizes above zero, in ascending order; of none, from 0 to 1. It has as many ticks as there is room for,
 * in points. */
struct size_axis size_axis_make(const double *sizes, size_t count, double room_pt);

/* Where a size lies: 0 at the low end, 1 at the high one. */
double size_axis_part(const struct size_axis *axis, double size);

/* The size that lies there. */
double size_axis_at(const struct size_axis *axis, double part);

#endif
