#include "rate.h"
#include "slip.h"

/* A year to date while it is tried with other periods. */
struct trial {
    struct slip_search *search;
    enum field part; /* which of the three fields of a year to date is tried */
    int first;       /* period of the year */
    struct amount numerator, denominator;
};

static struct amount sum_periods(const struct series *series, int first, int last) {
    struct sum sum = {0};
    for (int period = first; period <= last; period++) {
        struct amount amount = amount_in(series, period);
        if (amount.status != STATUS_NOT_APPLICABLE && amount.status != STATUS_NOT_DUE)
            sum_add(&sum, amount);
    }
    return sum_amount(&sum);
}

static struct amount plus(struct amount sum, struct amount period, int sign) {
    if (status_is_absent(sum.status) || status_is_absent(period.status))
        return (struct amount){.status = STATUS_MISSING};
    sum.number = sign > 0 ? fraction_add(sum.number, period.number) : fraction_subtract(sum.number, period.number);
    return sum;
}

static struct fraction part_of(const struct trial *trial, struct amount numerator, struct amount denominator) {
    struct rate rate = rate_of(trial->search->indicator, numerator, denominator);
    return trial->part == FIELD_YTD_NUMERATOR     ? rate.numerator.number
           : trial->part == FIELD_YTD_DENOMINATOR ? rate.denominator.number
                                                  : rate.value.number;
}

/* A population is not summed, so that no period of it can be lost. */
static bool sums_both(const struct trial *trial) {
    const struct indicator *indicator = trial->search->indicator;
    return indicator->denominator != NULL && indicator->measure != MEASURE_RATE;
}

static void try_period(const struct trial *trial, int period, int sign) {
    static const struct {
        enum slip slips[2]; /* lost, gained */
        bool top, bottom;
        const char *words;
    } ways[] = {
        {{SLIP_NUMERATOR_LOST, SLIP_NUMERATOR_GAINED}, true, false, "a year to date whose numerator"},
        {{SLIP_DENOMINATOR_LOST, SLIP_DENOMINATOR_GAINED}, false, true, "a year to date whose denominator"},
        {{SLIP_PERIOD_LOST, SLIP_PERIOD_GAINED}, true, true, "a year to date that"},
    };
    const struct indicator *indicator = trial->search->indicator;
    struct arena *arena = trial->search->arena;
    struct amount top = amount_in(indicator->numerator, period);
    struct amount bottom = amount_in(indicator->denominator, period);
    for (size_t i = sums_both(trial) ? 0 : 2; i < sizeof(ways) / sizeof(*ways); i++) {
        struct amount numerator = ways[i].top ? plus(trial->numerator, top, sign) : trial->numerator;
        struct amount denominator =
            ways[i].bottom && sums_both(trial) ? plus(trial->denominator, bottom, sign) : trial->denominator;
        bool outside = period < trial->first || period > trial->search->period;
        const char *verb = sign < 0 ? "lost" : "gained", *twice = sign > 0 && !outside ? ", counted twice" : "";
        slip_try(trial->search, (struct cause){.slip = ways[i].slips[sign > 0],
                                               .period = period,
                                               .words = arena_printf(arena, "%s %s a %s%s: %s", ways[i].words, verb,
                                                                     slip_noun(trial->search), twice,
                                                                     slip_period(trial->search, period)),
                                               .value = part_of(trial, numerator, denominator)});
    }
}

/* Other ways to a figure for the year: the mean of its periods, one period, twelve months, no restart. */
static void try_other_sums(const struct trial *trial) {
    struct slip_search *search = trial->search;
    size_t length = (size_t)(search->period - trial->first + 1), count = 0;
    struct fraction *values = arena_new_array(search->arena, length, struct fraction);
    for (int period = trial->first; period <= search->period; period++) {
        struct fraction value = slip_value(search, FIELD_VALUE, period);
        if (fraction_present(value))
            values[count++] = value;
    }
    struct fraction mean = fraction_mean(values, count);
    if (trial->part == FIELD_YTD_VALUE)
        slip_try(search, (struct cause){.slip = SLIP_MEAN_OF_PERIODS,
                                        .words = arena_printf(search->arena, "mean of %s in place of the ratio of sums",
                                                              slip_nouns(search)),
                                        .value = mean});
    static const enum field period_fields[] = {FIELD_NUMERATOR, FIELD_DENOMINATOR, FIELD_VALUE};
    static const enum field rolling_fields[] = {FIELD_ROLLING_12_NUMERATOR, FIELD_ROLLING_12_DENOMINATOR,
                                                FIELD_ROLLING_12_VALUE};
    int part = (int)(trial->part - FIELD_YTD_NUMERATOR);
    slip_try(search, (struct cause){.slip = SLIP_OTHER_FIGURE,
                                    .key = "month",
                                    .words = arena_printf(search->arena, "the %s's figure in place of the year to date",
                                                          slip_noun(search)),
                                    .value = slip_value(search, period_fields[part], search->period)});
    slip_try(search, (struct cause){.slip = SLIP_OTHER_FIGURE,
                                    .key = "rolling",
                                    .words = "the rolling 12 months in place of the year to date",
                                    .value = slip_value(search, rolling_fields[part], search->period)});
    const struct indicator *indicator = search->indicator;
    struct amount top = sum_periods(indicator->numerator, search->figures->first, search->period);
    struct amount bottom = sums_both(trial)
                               ? sum_periods(indicator->denominator, search->figures->first, search->period)
                               : trial->denominator;
    slip_try(search, (struct cause){.slip = SLIP_NOT_RESTARTED,
                                    .words = "a year to date that did not restart with the year",
                                    .value = part_of(trial, top, bottom)});
}

/* A sum that was made of a period pasted twice: the previous period in the place of this one. */
static void try_pasted_period(const struct trial *trial) {
    const struct indicator *indicator = trial->search->indicator;
    int period = trial->search->period, before = slip_before(trial->search);
    const char *noun = slip_noun(trial->search);
    struct amount top = plus(plus(trial->numerator, amount_in(indicator->numerator, period), -1),
                             amount_in(indicator->numerator, before), 1);
    struct amount bottom = !sums_both(trial)
                               ? trial->denominator
                               : plus(plus(trial->denominator, amount_in(indicator->denominator, period), -1),
                                      amount_in(indicator->denominator, before), 1);
    slip_try(trial->search,
             (struct cause){.slip = SLIP_COUNT_REPEATED,
                            .key = "pasted",
                            .words = arena_printf(trial->search->arena, "the previous %s's counts in place of the %s's",
                                                  noun, noun),
                            .value = part_of(trial, top, bottom)});
}

void slip_to_date(struct slip_search *search) {
    const struct indicator *indicator = search->indicator;
    bool to_date = search->field == FIELD_YTD_NUMERATOR || search->field == FIELD_YTD_DENOMINATOR ||
                   search->field == FIELD_YTD_VALUE;
    if (!to_date || !indicator->flow)
        return;
    struct trial trial = {.search = search, .part = search->field};
    trial.first = calendar_to_date(search->calendar, search->period);
    trial.numerator = sum_periods(indicator->numerator, trial.first, search->period);
    trial.denominator = sums_both(&trial) ? sum_periods(indicator->denominator, trial.first, search->period)
                                          : amount_in(indicator->denominator, search->period);
    try_other_sums(&trial);
    try_pasted_period(&trial);
    for (int period = trial.first; period <= search->period; period++) {
        try_period(&trial, period, -1);
        try_period(&trial, period, 1);
    }
    try_period(&trial, figure_period_before(search->table, trial.first), 1);
    try_period(&trial, calendar_due(search->calendar, search->period + 1, search->due), 1);
}
