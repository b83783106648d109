#ifndef METRIC_COMPARISON_H
#define METRIC_COMPARISON_H

#include "figure.h"

/*
 * Where an organisation stands among those that its catalogue compares, and the figures of comparators that are worked
 * out from them: the fields that need peers, and table->among, for each period up to `period`. Left missing where the
 * catalogue has no peers.
 *
 * What is compared is the figure that each reports, unrounded. Suppressed and absent figures are left out of
 * everything, with their counts, so that whatever comes of the others could be worked out from what is published of
 * them.
 */
void comparison_compute(struct figure_table *table, const struct catalogue *catalogue, int period);

/* Warns of comparisons of few, and where a comparator that is computed differs from what the catalogue has for it. */
void comparison_check(const struct figures *figures, int period, struct diag *diag);

#endif
