#ifndef METRIC_SPC_H
#define METRIC_SPC_H

#include "control_chart.h"
#include "indicator.h"

/*
 * The figures of a control chart of single values and their moving ranges (XmR).
 *
 * Source of the rules: docs/definitions.md, "Control charts" (NHS, Making Data Count). All comparisons are exact.
 *
 * A value that is none is a gap. A gap breaks no run and no moving range, which go on from the last value before it to
 * the first behind it; the lines go on through it, and it has no class.
 */
struct spc_series {
    const struct fraction *values; /* in the order of time */
    size_t count;
    const size_t *rebases; /* places in values where a new phase starts, in rising order; 0 and count say nothing */
    size_t rebase_count;
    enum polarity polarity;
};

struct spc_point {
    struct fraction mean, upper, lower, near_upper, near_lower; /* limits: none where a phase has one value alone */
    enum spc_class class;
    enum spc_rule rule;
    bool high;  /* of a point that is not common: high or rising; else low or falling */
    bool trial; /* the phase has fewer than SPC_TRIAL_POINTS values to rest its limits on */
};

/* Fills points, series->count of them. The arena takes what is needed on the way. */
void spc_compute(struct arena *arena, const struct spc_series *series, const struct spc_options *options,
                 struct spc_point *points);

/* The icon of a point. */
enum spc_variation spc_variation(const struct spc_point *point);

/* The limits at a point against a target, which may be none. A limit at the target is beyond it. */
enum spc_assurance spc_assurance(const struct spc_point *point, struct fraction target, enum polarity polarity);

#endif
