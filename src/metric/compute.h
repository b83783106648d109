#ifndef METRIC_COMPUTE_H
#define METRIC_COMPUTE_H

#include "figure.h"

/*
 * Every figure of every indicator of a catalogue, for every month that any series has a row for and on to the end of
 * the financial year of `period` (whose targets are printed).
 *
 * period  a month; figures after it have their target alone, as months to come
 *
 * Each figure is worked out once, exactly, and rounded once, into its printed text. All lives in the arena.
 * Source of the rules: docs/definitions.md.
 */
struct figures *figures_compute(struct arena *arena, const struct catalogue *catalogue, int period);

#endif
