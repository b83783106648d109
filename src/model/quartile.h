#ifndef MODEL_QUARTILE_H
#define MODEL_QUARTILE_H

#include "indicator.h"

/*
 * Quartile bands and ranks among places, as the Local Authority Interactive Tool gives them.
 *
 * Absent values (none) are left out of everything. All is exact.
 */

/* A is the best quartile. */
enum quartile { QUARTILE_A, QUARTILE_B, QUARTILE_C, QUARTILE_D, QUARTILE_COUNT, QUARTILE_NONE = QUARTILE_COUNT };
extern const char *const quartile_words[QUARTILE_COUNT];   /* a b c d */
extern const char *const quartile_letters[QUARTILE_COUNT]; /* A B C D */

/* Fewer figures have no quartiles. */
enum { QUARTILE_LEAST = 4 };

struct quartiles {
    struct fraction q25, q50, q75; /* none of no values */
};

/* The three quartiles by R's type 7: between the two neighbours of place (n - 1) x p, in proportion. */
struct quartiles quartiles_of(struct arena *arena, const struct fraction *values, size_t count);

/* 1 is the best; equal values share a rank, and the next one is as far behind as there are before it. 0 where it has
 * none: an absent value, or where neither high nor low is better. */
size_t quartile_rank(struct fraction value, const struct fraction *values, size_t count, enum polarity polarity);

/* Lower is better: at most q25 is A, at most q50 B, at most q75 C, else D; the reverse where higher is better. A rank
 * among so many tells it. None for rank 0, and among fewer than QUARTILE_LEAST. */
enum quartile quartile_of_rank(size_t rank, size_t ranked);

#endif
