#ifndef METRIC_UNJUDGED_H
#define METRIC_UNJUDGED_H

#include "figure.h"

/* Why a measure that stands in no way is not judged: what it lacks, in the order in which lists tell it. */
enum unjudged {
    UNJUDGED_NO_TARGET,
    UNJUDGED_PENDING, /* its target is still to be set */
    UNJUDGED_UNSET,   /* its target range is still to be set */
    UNJUDGED_OF_YEAR, /* its target is of the whole year, which is not over */
    UNJUDGED_NO_WAY,  /* it has a target, and neither more nor less is better */
    UNJUDGED_NO_KEY,  /* it has no bands in the period, or none that holds the figure */
    UNJUDGED_NOT_DUE,
    UNJUDGED_WITHHELD,
    UNJUDGED_NO_FIGURE,
    UNJUDGED_COUNT
};

/* Which of these an absent figure is. */
enum unjudged unjudged_absent(enum status status);

/* Of the figure that is reported in a period. */
enum unjudged unjudged_why(const struct figure_table *table, int period);

#endif
