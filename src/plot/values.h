#ifndef PLOT_VALUES_H
#define PLOT_VALUES_H

#include "callout.h"

/* The figures beside the marks. */

/* The latest figures of picked series, but for those at the end of a line with its name. */
void values_add_latest(struct callout_maker *maker);

/* The others where all have room, else the first and the last, the highest and the lowest, and what is at a target. */
void values_add(struct callout_maker *maker);

#endif
