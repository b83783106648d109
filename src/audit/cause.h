#ifndef AUDIT_CAUSE_H
#define AUDIT_CAUSE_H

#include "fraction.h"

/* The slips that people make in a table, those first that say most when they fit. */
enum slip {
    SLIP_BLANK,
    SLIP_NOTHING_OF_NOTHING,
    SLIP_FALSE_FIGURE,
    SLIP_SIGN,
    SLIP_REPEATED_PERIOD,
    SLIP_REPEATED_YEAR,
    SLIP_OTHER_TARGET,
    SLIP_KEY_LIMIT,
    SLIP_OTHER_VARIANCE,
    SLIP_OTHER_FIGURE,
    SLIP_FRACTION,
    SLIP_DIGITS,
    SLIP_POINT,
    SLIP_MEAN_OF_PERIODS,
    SLIP_NOT_RESTARTED,
    SLIP_SUB_COUNT,
    SLIP_DENOMINATOR_LOST,
    SLIP_NUMERATOR_LOST,
    SLIP_PERIOD_LOST,
    SLIP_DENOMINATOR_GAINED,
    SLIP_NUMERATOR_GAINED,
    SLIP_PERIOD_GAINED,
    SLIP_COUNT_REPEATED,
    SLIP_UPSIDE_DOWN,
    SLIP_ZERO_FOR_ABSENT,
    SLIP_ROUNDED_TWICE,
    SLIP_CUT,
    SLIP_HALF_DOWN,
    SLIP_EARLIER_KEY,
    SLIP_JUDGED_UNROUNDED,
    SLIP_REVERSED,
    SLIP_SUB_COUNT_SOMEWHERE, /* in a stretch of periods that nothing else shows: one of so many that some fit by chance
                               */
    SLIP_COUNT
};

/* One slip that gives what was printed. */
struct cause {
    enum slip slip;
    int period;            /* the period that was lost or gained; 0 for other slips */
    const char *key;       /* what was subtracted or used, where a slip has several ways; NULL else */
    const char *words;     /* the same for all cells of a finding */
    const char *detail;    /* of this cell, behind the words; NULL for none */
    struct fraction value; /* what the slip gives, unrounded; none for a word */
};

/* True where two cells have one cause. */
bool cause_same(const struct cause *a, const struct cause *b);

/*
 * Puts the likeliest cause first. A year to date lost, as a rule, the period in which its finding begins, or took in
 * one beside its year. last_digit: no more than that is off, so that a slip in rounding is likeliest.
 */
void cause_rank(struct cause *causes, size_t count, int first_period, bool last_digit);

#endif
