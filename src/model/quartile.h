#ifndef MODEL_QUARTILE_H
#define MODEL_QUARTILE_H

#include "indicator.h"

/*
 * Quartile bands and ranks among places, as the Local Authority Interactive Tool gives them.
 *
 * Absent values (none) are left out of everything. All is exact.
 *
 * Not used yet: no table or chart of places asks for them so far.
 */

/* A is the best quarter. */
enum quartile_band { QUARTILE_A, QUARTILE_B, QUARTILE_C, QUARTILE_D, QUARTILE_NONE };

struct quartiles {
    struct fraction q25, q50, q75; /* none of no values */
};

/* The three quartiles by R's type 7: between the two neighbours of place (n - 1) x p, in proportion. */
struct quartiles quartiles_of(struct arena *arena, const struct fraction *values, size_t count);

/* Lower is better: at most q25 is A, at most q50 B, at most q75 C, else D; the reverse where higher is better. None for
 * an absent value, without quartiles, or where neither is better. */
enum quartile_band quartile_band(struct fraction value, const struct quartiles *quartiles, enum polarity polarity);

/* 1 is the best; equal values share a rank, and the next one is as far behind as there are before it. 0 where it has
 * none, as for bands. */
size_t quartile_rank(struct fraction value, const struct fraction *values, size_t count, enum polarity polarity);

#endif
