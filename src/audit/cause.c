#include "cause.h"

#include "text.h"

/* A sub-count is the same one however it was found. */
static enum slip kind_of(const struct cause *cause) {
    return cause->slip == SLIP_SUB_COUNT_SOMEWHERE ? SLIP_SUB_COUNT : cause->slip;
}

bool cause_same(const struct cause *a, const struct cause *b) {
    return kind_of(a) == kind_of(b) && a->period == b->period && text_equal(a->key, b->key);
}

static bool is_between(enum slip slip, enum slip first, enum slip last) {
    return slip >= first && slip <= last;
}

/* The smaller the likelier. The slips of one sum are alike but for their period. */
static int rank_of(const struct cause *cause, int first_period, bool last_digit) {
    if (last_digit && is_between(cause->slip, SLIP_ROUNDED_TWICE, SLIP_HALF_DOWN))
        return -1;
    if (is_between(cause->slip, SLIP_DENOMINATOR_LOST, SLIP_PERIOD_LOST))
        return 2 * SLIP_DENOMINATOR_LOST + (cause->period != first_period);
    if (is_between(cause->slip, SLIP_DENOMINATOR_GAINED, SLIP_PERIOD_GAINED))
        return 2 * SLIP_DENOMINATOR_GAINED + (cause->period <= first_period);
    return 2 * (int)cause->slip;
}

static bool is_likelier(const struct cause *a, const struct cause *b, int first_period, bool last_digit) {
    int first = rank_of(a, first_period, last_digit), second = rank_of(b, first_period, last_digit);
    if (first != second)
        return first < second;
    return a->slip != b->slip ? a->slip < b->slip : a->period < b->period;
}

void cause_rank(struct cause *causes, size_t count, int first_period, bool last_digit) {
    for (size_t i = 1; i < count; i++) {
        struct cause cause = causes[i];
        size_t at = i;
        for (; at > 0 && is_likelier(&cause, &causes[at - 1], first_period, last_digit); at--)
            causes[at] = causes[at - 1];
        causes[at] = cause;
    }
}
