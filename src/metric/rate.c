#include "rate.h"

static void set_total(struct sum *sum, struct fraction total) {
    sum->beyond = sum->beyond || !fraction_present(total);
    sum->total = total;
}

void sum_add(struct sum *sum, struct amount amount) {
    sum->periods[amount.status]++;
    if (!fraction_present(sum->total))
        sum->total = fraction_make(0, 1);
    if (!status_is_absent(amount.status))
        set_total(sum, fraction_add(sum->total, amount.number));
}

void sum_drop(struct sum *sum, struct amount amount) {
    sum->periods[amount.status]--;
    if (!status_is_absent(amount.status))
        set_total(sum, fraction_subtract(sum->total, amount.number));
}

struct amount sum_amount(const struct sum *sum) {
    enum status worst = STATUS_PRESENT;
    for (enum status status = STATUS_PRESENT + 1; status < STATUS_COUNT; status++)
        if (sum->periods[status] > 0)
            worst = status_worse(worst, status);
    if (sum->beyond || !fraction_present(sum->total))
        worst = status_worse(worst, STATUS_MISSING);
    return (struct amount){.number = status_is_absent(worst) ? fraction_none() : sum->total, .status = worst};
}

static bool is_zero(struct amount amount) {
    return fraction_present(amount.number) && fraction_sign(amount.number) == 0;
}

struct rate rate_of(const struct indicator *indicator, struct amount numerator, struct amount denominator) {
    struct rate rate = {numerator, denominator, numerator};
    if (indicator->denominator == NULL)
        return rate;
    rate.value = (struct amount){.status = status_worse(numerator.status, denominator.status)};
    if (status_is_absent(rate.value.status))
        return rate;
    rate.value.number = fraction_divide(fraction_multiply(numerator.number, indicator->per), denominator.number);
    if (!fraction_present(rate.value.number))
        rate.value.status = is_zero(numerator) && is_zero(denominator) ? STATUS_NOT_APPLICABLE : STATUS_MISSING;
    return rate;
}

struct amount amount_in(const struct series *series, int period) {
    if (series == NULL)
        return (struct amount){.status = STATUS_MISSING};
    struct cell cell = series_cell(series, period);
    return (struct amount){cell.number, cell.status, cell.words};
}
