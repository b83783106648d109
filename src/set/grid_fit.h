#ifndef SET_GRID_FIT_H
#define SET_GRID_FIT_H

#include <stdbool.h>
#include <stddef.h>

/* How columns that are too wide for one table are shared out to several. */
struct fit_column {
    double need_pt;  /* its width and the gap before it */
    bool repeat;     /* stands in each part */
    bool joins_last; /* of the same group as the column before it: parted from it only where the group is too wide */
};

enum { FIT_FAILS = 0 };

/*
 * Shares columns out to parts, in their order; those that repeat stand in each.
 *
 * part     the part of each column, from 0
 * culprit  where it fails, the column that does not fit beside those that repeat
 *
 * The number of parts, or FIT_FAILS.
 */
size_t grid_fit_parts(const struct fit_column *columns, size_t count, double width_pt, size_t *part, size_t *culprit);

#endif
