#ifndef METRIC_RATE_H
#define METRIC_RATE_H

#include "indicator.h"

/* A sum of cells that says why it is absent: how many of its periods have which status. Zero is the empty sum. */
struct sum {
    struct fraction total; /* of the cells that are there */
    bool beyond;           /* the total is, or was, beyond the range of numbers: there is none */
    int periods[STATUS_COUNT];
};

/* A count, or why it is absent. */
struct amount {
    struct fraction number;
    enum status status;
    const char *words; /* of a figure in words, else NULL */
};

void sum_add(struct sum *sum, struct amount amount);
void sum_drop(struct sum *sum, struct amount amount); /* one that was added before */
struct amount sum_amount(const struct sum *sum);      /* with the worst status of its periods; missing where empty */

/* Two counts and the figure that comes of them. Absent parts have a status. */
struct rate {
    struct amount numerator;
    struct amount denominator; /* missing for a plain value */
    struct amount value;       /* numerator / denominator x per, unrounded; the numerator for a plain value */
};

/*
 * The rate of two counts, of a period or summed over periods: never the mean of rates. What either of them lacks, the
 * rate lacks; a suppressed period makes it suppressed, since the period could be worked out from it. 0 of n is 0; 0 of
 * 0 is not applicable, anything else of 0 missing. Source of the rules: docs/definitions.md.
 */
struct rate rate_of(const struct indicator *indicator, struct amount numerator, struct amount denominator);

/* What a series has in a period; missing without a series. */
struct amount amount_in(const struct series *series, int period);

#endif
