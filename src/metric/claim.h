#ifndef METRIC_CLAIM_H
#define METRIC_CLAIM_H

#include "figure.h"

/*
 * What can be said of the latest figure of an indicator, and of how it came about, in one sentence: figures and periods
 * that hold, and no words. Figures are held against one another as they are printed. Source of the rules:
 * docs/definitions.md, "Titles of charts".
 */

enum claim_kind {
    CLAIM_NONE,    /* there is no figure, or none to hold it against */
    CLAIM_HIGHEST, /* none since `before_period` was as high, or where that is PERIOD_NONE none of all that are shown */
    CLAIM_LOWEST,
    CLAIM_AS_HIGH, /* as in `before_period`, and none since */
    CLAIM_AS_LOW,
    CLAIM_RISEN, /* `count` times in a row */
    CLAIM_FALLEN,
    CLAIM_ROSE, /* from `before` in `before_period` */
    CLAIM_FELL,
    CLAIM_TURNED_UP, /* fell from `before`, but rose from `previous`, the figure before the latest */
    CLAIM_TURNED_DOWN,
    CLAIM_LITTLE, /* changed from `before`, by less than it does as a rule, or than one unit of the last printed digit
                   */
    CLAIM_LEVEL,
    /* of a control chart, what its rule says */
    CLAIM_CROSSED_UPPER, /* a limit that the figure before was within */
    CLAIM_CROSSED_LOWER,
    CLAIM_OVER_UPPER, /* `count` figures in a row */
    CLAIM_UNDER_LOWER,
    CLAIM_NEAR_UPPER, /* two of the last three */
    CLAIM_NEAR_LOWER,
    CLAIM_ABOVE_MEAN, /* `count` figures in a row */
    CLAIM_BELOW_MEAN,
    CLAIM_WITHIN,       /* its limits, and nothing is marked */
    CLAIM_WITHIN_TRIAL, /* trial limits, which do not tell what is usual */
    CLAIM_KIND_COUNT
};

/* What is said beside it. */
enum claim_aside { ASIDE_NONE, ASIDE_RED, ASIDE_ABOVE, ASIDE_AT, ASIDE_BELOW, ASIDE_COUNT };

struct claim {
    enum claim_kind kind;
    int period; /* of the figure: the latest in which one was due */
    struct figure value;
    int before_period; /* PERIOD_NONE: none */
    struct figure before;
    struct figure previous; /* of those that turned */
    int count;
    enum claim_aside aside;
    int reds; /* so many periods in a row */
};

/* What is shown: a figure of each period from the first to the last. */
struct claim_request {
    const struct figure_table *table;
    struct calendar calendar; /* of the pack */
    enum field field;         /* a number in the indicator's own unit: of a period, to date, of twelve months */
    int first, last;
    bool control; /* they stand in a control chart, which has limits */
};

struct claim claim_find(const struct claim_request *request);

#endif
