#include "rate.h"
#include "slip.h"

/* A year to date while it is tried with other months. */
struct trial {
    struct slip_search *search;
    enum field part; /* which of the three fields of a year to date is tried */
    int first;       /* month of the year */
    struct amount numerator, denominator;
};

static struct amount sum_months(const struct series *series, int first, int last) {
    struct sum sum = {0};
    for (int month = first; month <= last; month++) {
        struct amount amount = amount_in_month(series, month);
        if (amount.status != STATUS_NOT_APPLICABLE)
            sum_add(&sum, amount);
    }
    return sum_amount(&sum);
}

static struct amount plus(struct amount sum, struct amount month, int sign) {
    if (status_is_absent(sum.status) || status_is_absent(month.status))
        return (struct amount){.status = STATUS_MISSING};
    sum.number = sign > 0 ? fraction_add(sum.number, month.number) : fraction_subtract(sum.number, month.number);
    return sum;
}

static struct fraction part_of(const struct trial *trial, struct amount numerator, struct amount denominator) {
    struct rate rate = rate_of(trial->search->indicator, numerator, denominator);
    return trial->part == FIELD_YTD_NUMERATOR     ? rate.numerator.number
           : trial->part == FIELD_YTD_DENOMINATOR ? rate.denominator.number
                                                  : rate.value.number;
}

/* A population is not summed, so that no month of it can be lost. */
static bool sums_both(const struct trial *trial) {
    const struct indicator *indicator = trial->search->indicator;
    return indicator->denominator != NULL && indicator->measure != MEASURE_RATE;
}

static void try_month(const struct trial *trial, int month, int sign) {
    static const struct {
        enum slip slips[2]; /* lost, gained */
        bool top, bottom;
        const char *words;
    } ways[] = {
        {{SLIP_NUMERATOR_LOST, SLIP_NUMERATOR_GAINED}, true, false, "a year to date whose numerator"},
        {{SLIP_DENOMINATOR_LOST, SLIP_DENOMINATOR_GAINED}, false, true, "a year to date whose denominator"},
        {{SLIP_MONTH_LOST, SLIP_MONTH_GAINED}, true, true, "a year to date that"},
    };
    const struct indicator *indicator = trial->search->indicator;
    struct arena *arena = trial->search->arena;
    struct amount top = amount_in_month(indicator->numerator, month);
    struct amount bottom = amount_in_month(indicator->denominator, month);
    for (size_t i = sums_both(trial) ? 0 : 2; i < sizeof(ways) / sizeof(*ways); i++) {
        struct amount numerator = ways[i].top ? plus(trial->numerator, top, sign) : trial->numerator;
        struct amount denominator =
            ways[i].bottom && sums_both(trial) ? plus(trial->denominator, bottom, sign) : trial->denominator;
        bool outside = month < trial->first || month > trial->search->month;
        const char *verb = sign < 0 ? "lost a month:" : outside ? "gained a month:" : "gained a month, counted twice:";
        slip_try(trial->search, (struct cause){.slip = ways[i].slips[sign > 0],
                                               .month = month,
                                               .words = arena_printf(arena, "%s %s %s", ways[i].words, verb,
                                                                     slip_month(trial->search, month)),
                                               .value = part_of(trial, numerator, denominator)});
    }
}

/* Other ways to a figure for the year: the mean of its months, one month, twelve months, no restart. */
static void try_other_sums(const struct trial *trial) {
    struct slip_search *search = trial->search;
    struct fraction months[12], mean;
    size_t count = 0;
    for (int month = trial->first; month <= search->month && count < 12; month++) {
        struct fraction value = slip_value(search, FIELD_VALUE, month);
        if (fraction_present(value))
            months[count++] = value;
    }
    mean = fraction_mean(months, count);
    if (trial->part == FIELD_YTD_VALUE)
        slip_try(search, (struct cause){.slip = SLIP_MEAN_OF_MONTHS,
                                        .words = "mean of months in place of the ratio of sums",
                                        .value = mean});
    static const enum field month_fields[] = {FIELD_NUMERATOR, FIELD_DENOMINATOR, FIELD_VALUE};
    static const enum field rolling_fields[] = {FIELD_ROLLING_12_NUMERATOR, FIELD_ROLLING_12_DENOMINATOR,
                                                FIELD_ROLLING_12_VALUE};
    int part = (int)(trial->part - FIELD_YTD_NUMERATOR);
    slip_try(search, (struct cause){.slip = SLIP_OTHER_FIGURE,
                                    .key = "month",
                                    .words = "the month's figure in place of the year to date",
                                    .value = slip_value(search, month_fields[part], search->month)});
    slip_try(search, (struct cause){.slip = SLIP_OTHER_FIGURE,
                                    .key = "rolling",
                                    .words = "the rolling 12 months in place of the year to date",
                                    .value = slip_value(search, rolling_fields[part], search->month)});
    const struct indicator *indicator = search->indicator;
    struct amount top = sum_months(indicator->numerator, search->figures->first, search->month);
    struct amount bottom = sums_both(trial) ? sum_months(indicator->denominator, search->figures->first, search->month)
                                            : trial->denominator;
    slip_try(search, (struct cause){.slip = SLIP_NOT_RESTARTED,
                                    .words = "a year to date that did not restart with the year",
                                    .value = part_of(trial, top, bottom)});
}

/* A sum that was made of a month pasted twice: the previous month in the place of this one. */
static void try_pasted_month(const struct trial *trial) {
    const struct indicator *indicator = trial->search->indicator;
    int month = trial->search->month;
    struct amount top = plus(plus(trial->numerator, amount_in_month(indicator->numerator, month), -1),
                             amount_in_month(indicator->numerator, month - 1), 1);
    struct amount bottom = !sums_both(trial)
                               ? trial->denominator
                               : plus(plus(trial->denominator, amount_in_month(indicator->denominator, month), -1),
                                      amount_in_month(indicator->denominator, month - 1), 1);
    slip_try(trial->search, (struct cause){.slip = SLIP_COUNT_REPEATED,
                                           .key = "pasted",
                                           .words = "the previous month's counts in place of the month's",
                                           .value = part_of(trial, top, bottom)});
}

void slip_to_date(struct slip_search *search) {
    const struct indicator *indicator = search->indicator;
    bool to_date = search->field == FIELD_YTD_NUMERATOR || search->field == FIELD_YTD_DENOMINATOR ||
                   search->field == FIELD_YTD_VALUE;
    if (!to_date || !indicator->flow)
        return;
    struct trial trial = {.search = search, .part = search->field};
    trial.first = financial_year_first(search->month, search->figures->catalogue->year_start);
    trial.numerator = sum_months(indicator->numerator, trial.first, search->month);
    trial.denominator = sums_both(&trial) ? sum_months(indicator->denominator, trial.first, search->month)
                                          : amount_in_month(indicator->denominator, search->month);
    try_other_sums(&trial);
    try_pasted_month(&trial);
    for (int month = trial.first; month <= search->month; month++) {
        try_month(&trial, month, -1);
        try_month(&trial, month, 1);
    }
    try_month(&trial, trial.first - 1, 1);
    try_month(&trial, search->month + 1, 1);
}
