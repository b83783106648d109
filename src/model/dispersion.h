#ifndef MODEL_DISPERSION_H
#define MODEL_DISPERSION_H

#include <stddef.h>

/*
 * How far places lie apart beyond chance, by Spiegelhalter's rule for performance indicators: scores are winsorised, so
 * that the outliers that limits are to find do not widen them, and what their spread has more than chance is a variance
 * between places, which is added to that of each (DerSimonian and Laird).
 */

/* A place: how far it lies from the average of all, on a scale on which chance moves all alike for their size, and by
 * how much chance moves it there. */
struct dispersion_place {
    double distance, error; /* above 0 */
};

struct dispersion {
    double ratio;   /* mean of the squared scores: 1 by chance alone */
    double between; /* the variance to add; 0: chance explains what there is */
};

/* Orders the places by their scores, distance by error. */
struct dispersion dispersion_of(struct dispersion_place *places, size_t count);

#endif
