#ifndef PLOT_ENDS_H
#define PLOT_ENDS_H

#include "callout.h"

/* Labels at the ends of lines and levels, moved apart: those before another group, and those behind the last. */
void ends_add_between(struct callout_maker *maker);
void ends_add_last(struct callout_maker *maker);

#endif
