#include "complement.h"

#include "unit.h"

enum { PERIODS_LEAST = 8, WHOLE = 100 };

static bool are_opposed(const struct indicator *a, const struct indicator *b) {
    return unit_table[a->unit].percentage && unit_table[b->unit].percentage && polarity_has_better(a->polarity) &&
           polarity_has_better(b->polarity) && a->polarity != b->polarity;
}

/* Each may be rounded to a whole number. */
static bool make_whole(struct fraction a, struct fraction b) {
    struct fraction rest = fraction_subtract(fraction_make(WHOLE, 1), fraction_add(a, b));
    return fraction_compare(fraction_absolute(rest), fraction_make(1, 1)) <= 0;
}

bool complement_is(const struct figure_table *a, const struct figure_table *b, int period) {
    size_t count = 0;
    bool latest = true;
    if (!are_opposed(a->indicator, b->indicator))
        return false;
    for (; period >= a->first && period >= b->first; period--, latest = false) {
        const struct figure *left = figure_at(a, FIELD_VALUE, period), *right = figure_at(b, FIELD_VALUE, period);
        bool both = !status_is_absent(left->status) && !status_is_absent(right->status);
        if (both ? !make_whole(left->value, right->value) : latest)
            return false;
        count += both;
    }
    return count >= PERIODS_LEAST;
}
