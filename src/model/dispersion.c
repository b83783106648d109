#include "dispersion.h"

#include <math.h>
#include <stdlib.h>

static const double outer = 0.1; /* the share of the scores at each end that is winsorised */

static double score(const struct dispersion_place *place) {
    return place->distance / place->error;
}

static int compare_scores(const void *a, const void *b) {
    double left = score(a), right = score(b);
    return (left > right) - (left < right);
}

/* R's type 7. */
static double quantile(const struct dispersion_place *places, size_t count, double part) {
    double at = (double)(count - 1) * part, below = floor(at);
    size_t first = (size_t)below, next = first + 1 < count ? first + 1 : first;
    return score(&places[first]) + (at - below) * (score(&places[next]) - score(&places[first]));
}

struct dispersion dispersion_of(struct dispersion_place *places, size_t count) {
    double squares = 0, weights = 0, squared_weights = 0;
    if (count < 2)
        return (struct dispersion){1, 0};
    qsort(places, count, sizeof *places, compare_scores);
    double low = quantile(places, count, outer), high = quantile(places, count, 1 - outer);
    for (size_t i = 0; i < count; i++) {
        double winsorised = fmax(low, fmin(score(&places[i]), high)), weight = 1 / (places[i].error * places[i].error);
        squares += winsorised * winsorised;
        weights += weight;
        squared_weights += weight * weight;
    }
    double beyond = squares - (double)(count - 1);
    return (struct dispersion){squares / (double)count, fmax(0, beyond / (weights - squared_weights / weights))};
}
