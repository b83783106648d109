#ifndef CHART_DESCRIBE_GAPS_H
#define CHART_DESCRIBE_GAPS_H

#include "describe.h"

/* What a chart has no figures of, and why. */

/* Periods without a figure that have one due: with a reason, between figures, and all that follow the last one. */
void describe_gaps(struct description *description);

/* Rows without a figure: `Visits: suppressed, so that nobody can be identified.` */
void describe_row_gaps(struct description *description);

/* Of a gap; NULL: nothing. */
void describe_reason(struct description *description, const char *reason);

#endif
