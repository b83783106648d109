#ifndef METRIC_USUAL_STEP_H
#define METRIC_USUAL_STEP_H

#include "figure.h"

/* What a measure does from one figure to the next as a rule: the mean of its last 24 steps up to that of a period, up
 * or down. No number where there are fewer than eight. */
struct fraction usual_step_up_to(const struct figure_table *table, enum field field, int period);

#endif
