#include "quartile.h"

#include <stdlib.h>

const char *const quartile_words[QUARTILE_COUNT] = {"a", "b", "c", "d"};
const char *const quartile_letters[QUARTILE_COUNT] = {"A", "B", "C", "D"};

static int compare(const void *a, const void *b) {
    return fraction_compare(*(const struct fraction *)a, *(const struct fraction *)b);
}

static struct fraction quantile(const struct fraction *sorted, size_t count, size_t quarters) {
    size_t place = (count - 1) * quarters, below = place / 4;
    if (place % 4 == 0)
        return sorted[below];
    struct fraction gap = fraction_subtract(sorted[below + 1], sorted[below]);
    return fraction_add(sorted[below], fraction_multiply(gap, fraction_make((long long)(place % 4), 4)));
}

struct quartiles quartiles_of(struct arena *arena, const struct fraction *values, size_t count) {
    struct fraction *sorted = arena_new_array(arena, count, struct fraction);
    size_t present = 0;
    for (size_t i = 0; i < count; i++)
        if (fraction_present(values[i]))
            sorted[present++] = values[i];
    if (present == 0)
        return (struct quartiles){{0}, {0}, {0}};
    qsort(sorted, present, sizeof(*sorted), compare);
    return (struct quartiles){quantile(sorted, present, 1), quantile(sorted, present, 2), quantile(sorted, present, 3)};
}

/* Below zero where a is better than b. */
static int worse(struct fraction a, struct fraction b, enum polarity polarity) {
    return polarity == POLARITY_LOWER ? fraction_compare(a, b) : fraction_compare(b, a);
}

size_t quartile_rank(struct fraction value, const struct fraction *values, size_t count, enum polarity polarity) {
    if (!fraction_present(value) || !polarity_has_better(polarity))
        return 0;
    size_t rank = 1;
    for (size_t i = 0; i < count; i++)
        rank += fraction_present(values[i]) && worse(values[i], value, polarity) < 0;
    return rank;
}

/* By R's type 7 the quantile of p lies at place (n - 1) x p of the sorted figures, or in a gap behind the one before
 * it. A figure is one of these, so that it lies up to the quantile just where no more figures are better than stand
 * before that place. */
enum quartile quartile_of_rank(size_t rank, size_t ranked) {
    if (rank == 0 || ranked < QUARTILE_LEAST)
        return QUARTILE_NONE;
    enum quartile quartile = QUARTILE_A;
    while (quartile < QUARTILE_D && 4 * (rank - 1) > (size_t)(quartile + 1) * (ranked - 1))
        quartile++;
    return quartile;
}
