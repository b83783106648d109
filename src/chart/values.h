#ifndef CHART_VALUES_H
#define CHART_VALUES_H

#include "callout.h"

/* The figures beside the marks. */

/* The latest figures of picked series. */
void values_add_latest(struct callout_maker *maker);

/* The others where they have room, else the highest and the lowest. */
void values_add(struct callout_maker *maker);

#endif
