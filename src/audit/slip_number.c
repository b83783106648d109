#include "rate.h"
#include "slip.h"

enum { MONTHS_A_YEAR = 12 };

/* The figure of another month in the place of this one. */
static void try_other_months(struct slip_search *search) {
    struct cause repeated = {.slip = SLIP_REPEATED_MONTH,
                             .words = "the previous month's figure repeated",
                             .detail = slip_month(search, search->month - 1),
                             .value = slip_value(search, search->field, search->month - 1)};
    struct cause last_year = {.slip = SLIP_REPEATED_YEAR,
                              .words = "the figure of the same month last year",
                              .detail = slip_month(search, search->month - MONTHS_A_YEAR),
                              .value = slip_value(search, search->field, search->month - MONTHS_A_YEAR)};
    slip_try(search, repeated);
    slip_try(search, last_year);
}

/* One count of the previous month beside the other of this one. */
static void try_repeated_counts(struct slip_search *search) {
    const struct indicator *indicator = search->indicator;
    if (search->field != FIELD_VALUE || indicator->denominator == NULL)
        return;
    struct amount top = amount_in_month(indicator->numerator, search->month);
    struct amount bottom = amount_in_month(indicator->denominator, search->month);
    struct amount top_before = amount_in_month(indicator->numerator, search->month - 1);
    struct amount bottom_before = amount_in_month(indicator->denominator, search->month - 1);
    slip_try(search, (struct cause){.slip = SLIP_COUNT_REPEATED,
                                    .key = "numerator",
                                    .words = "the previous month's numerator repeated",
                                    .value = rate_of(indicator, top_before, bottom).value.number});
    slip_try(search, (struct cause){.slip = SLIP_COUNT_REPEATED,
                                    .key = "denominator",
                                    .words = "the previous month's denominator repeated",
                                    .value = rate_of(indicator, top, bottom_before).value.number});
    slip_try(search, (struct cause){.slip = SLIP_UPSIDE_DOWN,
                                    .words = "denominator over numerator",
                                    .value = rate_of(indicator, bottom, top).value.number});
}

static void try_targets(struct slip_search *search) {
    const struct indicator *indicator = search->indicator;
    if (search->field != FIELD_TARGET)
        return;
    for (size_t i = 0; i < indicator->target_count; i++) {
        const struct target *target = &indicator->targets[i];
        bool earlier = target->to != MONTH_NONE && target->to < search->month;
        slip_try(search, (struct cause){.slip = SLIP_OTHER_TARGET,
                                        .key = earlier ? "earlier" : "later",
                                        .words = earlier ? "last year's target" : "the target of a later year",
                                        .value = target->value});
    }
    const struct band_rule *rule = indicator_band_rule(indicator, search->month);
    for (size_t i = 0; rule != NULL && i < rule->band_count; i++)
        slip_try(search, (struct cause){.slip = SLIP_KEY_LIMIT,
                                        .words = "a limit of the RAG key in place of the target",
                                        .detail = rule->bands[i].printed,
                                        .value = rule->bands[i].from});
}

/* Averages that count a missing month as zero, or take another number of months. */
static void try_averages(struct slip_search *search) {
    struct fraction sum = fraction_make(0, 1);
    if (search->field != FIELD_AVERAGE_12)
        return;
    for (int month = search->month; month > search->month - MONTHS_A_YEAR - 1; month--) {
        struct fraction value = slip_value(search, FIELD_VALUE, month);
        if (fraction_present(value))
            sum = fraction_add(sum, value);
        int months = search->month - month + 1;
        struct fraction mean = fraction_divide(sum, fraction_make(months, 1));
        if (months == MONTHS_A_YEAR)
            slip_try(
                search,
                (struct cause){.slip = SLIP_ZERO_FOR_ABSENT, .words = "missing months counted as zero", .value = mean});
        else if (months >= MONTHS_A_YEAR - 1)
            slip_try(search, (struct cause){.slip = SLIP_OTHER_FIGURE,
                                            .key = "average",
                                            .words = arena_printf(search->arena, "the average of %d months", months),
                                            .value = mean});
    }
}

/* A change against another month, in points, or relative to the later figure. */
static void try_changes(struct slip_search *search) {
    if (search->field != FIELD_CHANGE_PREVIOUS && search->field != FIELD_CHANGE_LAST_YEAR)
        return;
    int months = search->field == FIELD_CHANGE_PREVIOUS ? 1 : MONTHS_A_YEAR;
    enum field other = months == 1 ? FIELD_CHANGE_LAST_YEAR : FIELD_CHANGE_PREVIOUS;
    struct fraction now = slip_value(search, FIELD_VALUE, search->month);
    struct fraction before = slip_value(search, FIELD_VALUE, search->month - months);
    struct fraction gap = fraction_subtract(now, before);
    slip_try(search, (struct cause){.slip = SLIP_OTHER_FIGURE,
                                    .key = "change",
                                    .words = "the change against another month",
                                    .value = slip_value(search, other, search->month)});
    slip_try(search, (struct cause){.slip = SLIP_OTHER_VARIANCE,
                                    .key = "points",
                                    .words = "a difference, not a percentage",
                                    .value = gap});
    slip_try(search, (struct cause){.slip = SLIP_OTHER_VARIANCE,
                                    .key = "later",
                                    .words = "relative to the later figure, not the earlier",
                                    .value = fraction_multiply(fraction_divide(gap, now), fraction_make(100, 1))});
}

void slip_number(struct slip_search *search) {
    try_other_months(search);
    try_targets(search);
    try_repeated_counts(search);
    try_averages(search);
    try_changes(search);
    slip_sub_count(search);
    slip_to_date(search);
    slip_pen(search, slip_value(search, search->field, search->month));
}
