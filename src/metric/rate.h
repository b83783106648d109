#ifndef METRIC_RATE_H
#define METRIC_RATE_H

#include "indicator.h"

/* Two counts and the figure that comes of them. Absent parts have a status. */
struct rate {
    struct fraction numerator;
    enum status numerator_status;
    struct fraction denominator; /* none for a plain value */
    enum status denominator_status;
    struct fraction value; /* numerator / denominator x per, unrounded; the numerator for a plain value */
    enum status status;
};

/*
 * The counts of one month and their rate.
 *
 * 0 of n is 0; 0 of 0, like anything of 0, is absent. Source: design, "Rules".
 */
struct rate rate_in_month(const struct indicator *indicator, int month);

/*
 * Sums of counts over the months from `first` up to and including `last`, and the rate of the sums: never the mean of
 * rates.
 *
 * A missing month makes the sum missing: absent is never zero.
 * skip_not_applicable  true for a year to date: a month in which there was nothing to count (schools closed) is left
 *                      out, but the last must be there. False for a rolling 12 months: every month must be there.
 * A population (measure rate) is not summed: the last month's is taken.
 * A suppressed month makes the sum suppressed: it could be worked out from it.
 */
struct rate rate_over_months(const struct indicator *indicator, int first, int last, bool skip_not_applicable);

/* The rolling 12 months up to a month: from the catalogue's own series where it supplies one, else by sums. */
struct rate rate_rolling_12(const struct indicator *indicator, int month);

#endif
