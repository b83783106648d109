#ifndef METRIC_CONTROL_COMPUTE_H
#define METRIC_CONTROL_COMPUTE_H

#include "figure.h"

/*
 * The fields of the control chart of an indicator, from its values up to the period. Nothing where its catalogue entry
 * asks for none.
 *
 * A period without a figure has none of these fields, for the same reason. Limits that rest on too few figures are
 * provisional. A point of common cause has no rule, and there is no assurance without a target.
 */
void control_compute(struct figure_table *table, int period);

/*
 * Warns of control charts that mislead: limits that rest on too few figures or that the latest figures left for good,
 * and figures of which one period says much about the next: rolling sums, years to date, seasons.
 */
void control_check(const struct figures *figures, int period, struct diag *diag);

#endif
