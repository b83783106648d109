#include "rate.h"

enum { MONTHS_A_YEAR = 12 };

struct sum {
    struct fraction total;
    enum status status;
};

/* Brings the two counts together; what either of them lacks, the figure lacks. */
static struct rate rate_of(const struct indicator *indicator, struct sum numerator, struct sum denominator) {
    struct rate rate = {
        .numerator = numerator.total,
        .numerator_status = numerator.status,
        .denominator = denominator.total,
        .denominator_status = denominator.status,
        .value = numerator.total,
        .status = numerator.status,
    };
    if (indicator->denominator != NULL) {
        rate.status = status_worse(numerator.status, denominator.status);
        rate.value = fraction_divide(fraction_multiply(numerator.total, indicator->per), denominator.total);
    }
    if (status_is_absent(rate.status))
        rate.value = fraction_none();
    else if (!fraction_present(rate.value))
        rate.status = STATUS_MISSING;
    return rate;
}

static struct sum count_in_month(const struct series *series, int month) {
    if (series == NULL)
        return (struct sum){.status = STATUS_MISSING};
    struct cell cell = series_cell(series, month);
    return (struct sum){cell.number, cell.status};
}

static bool month_is_not_applicable(const struct indicator *indicator, int month) {
    if (series_cell(indicator->numerator, month).status == STATUS_NOT_APPLICABLE)
        return true;
    return indicator->denominator != NULL && series_cell(indicator->denominator, month).status == STATUS_NOT_APPLICABLE;
}

static struct sum sum_over(const struct indicator *indicator, const struct series *series, int first, int last,
                           bool skip_not_applicable) {
    struct sum sum = {.total = fraction_make(0, 1)};
    if (series == NULL)
        return (struct sum){.status = STATUS_MISSING};
    for (int month = first; month <= last; month++) {
        if (skip_not_applicable && month < last && month_is_not_applicable(indicator, month))
            continue;
        struct cell cell = series_cell(series, month);
        sum.total = fraction_add(sum.total, cell.number);
        sum.status = status_worse(sum.status, cell.status);
    }
    if (status_is_absent(sum.status))
        sum.total = fraction_none();
    return sum;
}

struct rate rate_in_month(const struct indicator *indicator, int month) {
    return rate_of(indicator, count_in_month(indicator->numerator, month),
                   count_in_month(indicator->denominator, month));
}

struct rate rate_over_months(const struct indicator *indicator, int first, int last, bool skip_not_applicable) {
    struct sum numerator = sum_over(indicator, indicator->numerator, first, last, skip_not_applicable);
    struct sum denominator = indicator->measure == MEASURE_RATE
                                 ? count_in_month(indicator->denominator, last)
                                 : sum_over(indicator, indicator->denominator, first, last, skip_not_applicable);
    return rate_of(indicator, numerator, denominator);
}

struct rate rate_rolling_12(const struct indicator *indicator, int month) {
    if (indicator->rolling_12_numerator == NULL)
        return rate_over_months(indicator, month - MONTHS_A_YEAR + 1, month, false);
    return rate_of(indicator, count_in_month(indicator->rolling_12_numerator, month),
                   count_in_month(indicator->denominator, month));
}
