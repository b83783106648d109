#ifndef CHART_ENDS_H
#define CHART_ENDS_H

#include "callout.h"

/* Labels at the ends of lines and levels, moved apart. */
void ends_add(struct callout_maker *maker);

#endif
