#include "rate.h"
#include "suspect.h"

/* A year to date while it is tried with other months. */
struct trial {
    struct suspect *suspect;
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
    struct rate rate = rate_of(trial->suspect->indicator, numerator, denominator);
    return trial->part == FIELD_YTD_NUMERATOR     ? rate.numerator.number
           : trial->part == FIELD_YTD_DENOMINATOR ? rate.denominator.number
                                                  : rate.value.number;
}

/* A population is not summed, so that no month of it can be lost. */
static bool sums_both(const struct trial *trial) {
    const struct indicator *indicator = trial->suspect->indicator;
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
    const struct indicator *indicator = trial->suspect->indicator;
    struct arena *arena = trial->suspect->arena;
    struct amount top = amount_in_month(indicator->numerator, month);
    struct amount bottom = amount_in_month(indicator->denominator, month);
    for (size_t i = sums_both(trial) ? 0 : 2; i < sizeof(ways) / sizeof(*ways); i++) {
        struct amount numerator = ways[i].top ? plus(trial->numerator, top, sign) : trial->numerator;
        struct amount denominator =
            ways[i].bottom && sums_both(trial) ? plus(trial->denominator, bottom, sign) : trial->denominator;
        bool outside = month < trial->first || month > trial->suspect->month;
        const char *verb = sign < 0 ? "lost a month:" : outside ? "gained a month:" : "gained a month, counted twice:";
        suspect_try(trial->suspect, (struct cause){.slip = ways[i].slips[sign > 0],
                                                   .month = month,
                                                   .words = arena_printf(arena, "%s %s %s", ways[i].words, verb,
                                                                         suspect_month(trial->suspect, month)),
                                                   .value = part_of(trial, numerator, denominator)});
    }
}

/* Other ways to a figure for the year: the mean of its months, one month, twelve months, no restart. */
static void try_other_sums(const struct trial *trial) {
    struct suspect *suspect = trial->suspect;
    struct fraction months[12], mean;
    size_t count = 0;
    for (int month = trial->first; month <= suspect->month && count < 12; month++) {
        struct fraction value = suspect_value(suspect, FIELD_VALUE, month);
        if (fraction_present(value))
            months[count++] = value;
    }
    mean = fraction_mean(months, count);
    if (trial->part == FIELD_YTD_VALUE)
        suspect_try(suspect, (struct cause){SLIP_MEAN_OF_MONTHS, MONTH_NONE, NULL,
                                            "mean of months in place of the ratio of sums", NULL, mean});
    static const enum field month_fields[] = {FIELD_NUMERATOR, FIELD_DENOMINATOR, FIELD_VALUE};
    static const enum field rolling_fields[] = {FIELD_ROLLING_12_NUMERATOR, FIELD_ROLLING_12_DENOMINATOR,
                                                FIELD_ROLLING_12_VALUE};
    int part = (int)(trial->part - FIELD_YTD_NUMERATOR);
    suspect_try(suspect, (struct cause){SLIP_OTHER_FIGURE, MONTH_NONE, "month",
                                        "the month's figure in place of the year to date", NULL,
                                        suspect_value(suspect, month_fields[part], suspect->month)});
    suspect_try(suspect, (struct cause){SLIP_OTHER_FIGURE, MONTH_NONE, "rolling",
                                        "the rolling 12 months in place of the year to date", NULL,
                                        suspect_value(suspect, rolling_fields[part], suspect->month)});
    const struct indicator *indicator = suspect->indicator;
    struct amount top = sum_months(indicator->numerator, suspect->figures->first, suspect->month);
    struct amount bottom = sums_both(trial)
                               ? sum_months(indicator->denominator, suspect->figures->first, suspect->month)
                               : trial->denominator;
    suspect_try(suspect,
                (struct cause){SLIP_NOT_RESTARTED, MONTH_NONE, NULL,
                               "a year to date that did not restart with the year", NULL, part_of(trial, top, bottom)});
}

/* A sum that was made of a month pasted twice: the previous month in the place of this one. */
static void try_pasted_month(const struct trial *trial) {
    const struct indicator *indicator = trial->suspect->indicator;
    int month = trial->suspect->month;
    struct amount top = plus(plus(trial->numerator, amount_in_month(indicator->numerator, month), -1),
                             amount_in_month(indicator->numerator, month - 1), 1);
    struct amount bottom = !sums_both(trial)
                               ? trial->denominator
                               : plus(plus(trial->denominator, amount_in_month(indicator->denominator, month), -1),
                                      amount_in_month(indicator->denominator, month - 1), 1);
    suspect_try(trial->suspect, (struct cause){SLIP_COUNT_REPEATED, MONTH_NONE, "pasted",
                                               "the previous month's counts in place of the month's", NULL,
                                               part_of(trial, top, bottom)});
}

void suspect_to_date(struct suspect *suspect) {
    const struct indicator *indicator = suspect->indicator;
    bool to_date = suspect->field == FIELD_YTD_NUMERATOR || suspect->field == FIELD_YTD_DENOMINATOR ||
                   suspect->field == FIELD_YTD_VALUE;
    if (!to_date || !indicator->flow)
        return;
    struct trial trial = {.suspect = suspect, .part = suspect->field};
    trial.first = financial_year_first(suspect->month, suspect->figures->catalogue->year_start);
    trial.numerator = sum_months(indicator->numerator, trial.first, suspect->month);
    trial.denominator = sums_both(&trial) ? sum_months(indicator->denominator, trial.first, suspect->month)
                                          : amount_in_month(indicator->denominator, suspect->month);
    try_other_sums(&trial);
    try_pasted_month(&trial);
    for (int month = trial.first; month <= suspect->month; month++) {
        try_month(&trial, month, -1);
        try_month(&trial, month, 1);
    }
    try_month(&trial, trial.first - 1, 1);
    try_month(&trial, suspect->month + 1, 1);
}
