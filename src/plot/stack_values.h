#ifndef PLOT_STACK_VALUES_H
#define PLOT_STACK_VALUES_H

#include "callout.h"

/* The figures of a stack in a group: within its parts, and over it what they come to. */
void stack_values_add(struct callout_maker *maker, const struct axis_group *group);

#endif
