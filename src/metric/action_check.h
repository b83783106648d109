#ifndef METRIC_ACTION_CHECK_H
#define METRIC_ACTION_CHECK_H

#include "figure.h"

/*
 * Warns of a red indicator without an open action, and of an open action whose day has passed, where the catalogue
 * tells actions.
 *
 * period  that of the pack
 * day     on which it speaks, as a period of calendar_days
 */
void action_check(const struct figures *figures, int period, int day, struct diag *diag);

#endif
