#ifndef CATALOGUE_PRINTED_KEY_H
#define CATALOGUE_PRINTED_KEY_H

#include "indicator.h"

/* A range of a printed key in steps of the last printed decimal, both ends in. */
struct printed_range {
    long long low, high;
    const struct band *band;
};

/* The lowest and the highest step: no limit. */
#define PRINTED_LOWEST (-1000000000000000LL)
#define PRINTED_HIGHEST 1000000000000000LL

/*
 * Reads the words of a band's printed key, such as `A=26%-29%`, `R=30>%` or `<= 5.5`.
 *
 * decimals   printed decimals of the figure: the step
 *
 * `30>` is from 30 up, `>30` above it, `=<` and `<=` up to and with. A bare bound such as `<250>` takes the direction
 * of the band itself. False where there is no number in it, or no sense.
 */
bool printed_range_read(const struct band *band, int decimals, struct printed_range *range);

#endif
