#include "rate.h"
#include "suspect.h"

enum { MONTHS_A_YEAR = 12 };

/* The figure of another month in the place of this one. */
static void try_other_months(struct suspect *suspect) {
    struct cause repeated = {SLIP_REPEATED_MONTH,
                             MONTH_NONE,
                             NULL,
                             "the previous month's figure repeated",
                             suspect_month(suspect, suspect->month - 1),
                             suspect_value(suspect, suspect->field, suspect->month - 1)};
    struct cause last_year = {SLIP_REPEATED_YEAR,
                              MONTH_NONE,
                              NULL,
                              "the figure of the same month last year",
                              suspect_month(suspect, suspect->month - MONTHS_A_YEAR),
                              suspect_value(suspect, suspect->field, suspect->month - MONTHS_A_YEAR)};
    suspect_try(suspect, repeated);
    suspect_try(suspect, last_year);
}

/* One count of the previous month beside the other of this one. */
static void try_repeated_counts(struct suspect *suspect) {
    const struct indicator *indicator = suspect->indicator;
    if (suspect->field != FIELD_VALUE || indicator->denominator == NULL)
        return;
    struct amount top = amount_in_month(indicator->numerator, suspect->month);
    struct amount bottom = amount_in_month(indicator->denominator, suspect->month);
    struct amount top_before = amount_in_month(indicator->numerator, suspect->month - 1);
    struct amount bottom_before = amount_in_month(indicator->denominator, suspect->month - 1);
    suspect_try(suspect,
                (struct cause){SLIP_COUNT_REPEATED, MONTH_NONE, "numerator", "the previous month's numerator repeated",
                               NULL, rate_of(indicator, top_before, bottom).value.number});
    suspect_try(suspect, (struct cause){SLIP_COUNT_REPEATED, MONTH_NONE, "denominator",
                                        "the previous month's denominator repeated", NULL,
                                        rate_of(indicator, top, bottom_before).value.number});
    suspect_try(suspect, (struct cause){SLIP_UPSIDE_DOWN, MONTH_NONE, NULL, "denominator over numerator", NULL,
                                        rate_of(indicator, bottom, top).value.number});
}

static void try_targets(struct suspect *suspect) {
    const struct indicator *indicator = suspect->indicator;
    if (suspect->field != FIELD_TARGET)
        return;
    for (size_t i = 0; i < indicator->target_count; i++) {
        const struct target *target = &indicator->targets[i];
        bool earlier = target->to != MONTH_NONE && target->to < suspect->month;
        suspect_try(suspect,
                    (struct cause){SLIP_OTHER_TARGET, MONTH_NONE, earlier ? "earlier" : "later",
                                   earlier ? "last year's target" : "the target of a later year", NULL, target->value});
    }
    const struct band_rule *rule = indicator_band_rule(indicator, suspect->month);
    for (size_t i = 0; rule != NULL && i < rule->band_count; i++)
        suspect_try(suspect,
                    (struct cause){SLIP_KEY_LIMIT, MONTH_NONE, NULL, "a limit of the RAG key in place of the target",
                                   rule->bands[i].printed, rule->bands[i].from});
}

/* Averages that count a missing month as zero, or take another number of months. */
static void try_averages(struct suspect *suspect) {
    struct fraction sum = fraction_make(0, 1);
    if (suspect->field != FIELD_AVERAGE_12)
        return;
    for (int month = suspect->month; month > suspect->month - MONTHS_A_YEAR - 1; month--) {
        struct fraction value = suspect_value(suspect, FIELD_VALUE, month);
        if (fraction_present(value))
            sum = fraction_add(sum, value);
        int months = suspect->month - month + 1;
        struct fraction mean = fraction_divide(sum, fraction_make(months, 1));
        if (months == MONTHS_A_YEAR)
            suspect_try(suspect, (struct cause){SLIP_ZERO_FOR_ABSENT, MONTH_NONE, NULL,
                                                "missing months counted as zero", NULL, mean});
        else if (months >= MONTHS_A_YEAR - 1)
            suspect_try(suspect,
                        (struct cause){SLIP_OTHER_FIGURE, MONTH_NONE, "average",
                                       arena_printf(suspect->arena, "the average of %d months", months), NULL, mean});
    }
}

/* A change against another month, in points, or relative to the later figure. */
static void try_changes(struct suspect *suspect) {
    if (suspect->field != FIELD_CHANGE_PREVIOUS && suspect->field != FIELD_CHANGE_LAST_YEAR)
        return;
    int months = suspect->field == FIELD_CHANGE_PREVIOUS ? 1 : MONTHS_A_YEAR;
    enum field other = months == 1 ? FIELD_CHANGE_LAST_YEAR : FIELD_CHANGE_PREVIOUS;
    struct fraction now = suspect_value(suspect, FIELD_VALUE, suspect->month);
    struct fraction before = suspect_value(suspect, FIELD_VALUE, suspect->month - months);
    struct fraction gap = fraction_subtract(now, before);
    suspect_try(suspect, (struct cause){SLIP_OTHER_FIGURE, MONTH_NONE, "change", "the change against another month",
                                        NULL, suspect_value(suspect, other, suspect->month)});
    suspect_try(suspect,
                (struct cause){SLIP_OTHER_VARIANCE, MONTH_NONE, "points", "a difference, not a percentage", NULL, gap});
    suspect_try(suspect, (struct cause){SLIP_OTHER_VARIANCE, MONTH_NONE, "later",
                                        "relative to the later figure, not the earlier", NULL,
                                        fraction_multiply(fraction_divide(gap, now), fraction_make(100, 1))});
}

void suspect_number(struct suspect *suspect) {
    try_other_months(suspect);
    try_targets(suspect);
    try_repeated_counts(suspect);
    try_averages(suspect);
    try_changes(suspect);
    suspect_sub_counts(suspect);
    suspect_to_date(suspect);
    suspect_pen(suspect, suspect_value(suspect, suspect->field, suspect->month));
}
