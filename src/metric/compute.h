#ifndef METRIC_COMPUTE_H
#define METRIC_COMPUTE_H

#include "figure.h"

/*
 * Every figure of every indicator of a catalogue, for every period that any series has a row for and on to the end of
 * the financial year of `period` (whose targets are printed).
 *
 * period  a period; figures after it have their target alone, as periods to come
 *
 * Each figure is worked out once, exactly, and is not rounded: that is done where it is printed. All lives in the
 * arena. Source of the rules: docs/definitions.md.
 */
struct figures *figures_compute(struct arena *arena, const struct catalogue *catalogue, int period);

/* The periods that figures_compute covers; count is 0 where there are none. */
void figures_periods(const struct catalogue *catalogue, int period, int *first, int *count);

/* The figures of table->indicator into a table of figure_table_make. */
void figures_compute_table(struct figure_table *table, const struct catalogue *catalogue, int period);

#endif
