#ifndef METRIC_USUAL_STEP_H
#define METRIC_USUAL_STEP_H

#include "figure.h"

/* What a measure does from one figure to the next as a rule. */
struct usual_step {
    struct fraction size; /* the mean of its last 24 steps, up or down; none where there are fewer than eight */
    size_t steps;         /* so many are in it */
};
/* The steps are those up to that of a period. */
struct usual_step usual_step_up_to(const struct figure_table *table, enum field field, int period);

/* Whether the change of a figure up to a period is no news: less than the measure moves as a rule from one figure to
 * the next before it, or than one unit of the last digit that is printed. Titles and arrows go by it. */
bool usual_step_is_little(const struct figure_table *table, enum field field, int period, struct fraction change);

/* Years to date are held against those of the same period of another year alone: they have no usual step. */
bool usual_step_restarts(const struct indicator *indicator, enum field field);

#endif
