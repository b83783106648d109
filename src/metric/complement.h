#ifndef METRIC_COMPLEMENT_H
#define METRIC_COMPLEMENT_H

#include "figure.h"

/* True where two percentages say one thing twice: of one more is better and of the other less, and in the period and in
 * each before it in which both have a figure, eight at least, the two add up to 100, as far as rounding lets them. */
bool complement_is(const struct figure_table *a, const struct figure_table *b, int period);

#endif
