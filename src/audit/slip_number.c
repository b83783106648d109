#include "rate.h"
#include "slip.h"

/* The figure of another period in the place of this one. */
static void try_other_periods(struct slip_search *search) {
    int before = slip_before(search), year_ago = slip_year_ago(search);
    const char *noun = slip_noun(search);
    struct cause repeated = {.slip = SLIP_REPEATED_PERIOD,
                             .words = arena_printf(search->arena, "the previous %s's figure repeated", noun),
                             .detail = slip_period(search, before),
                             .value = slip_value(search, search->field, before)};
    struct cause last_year = {.slip = SLIP_REPEATED_YEAR,
                              .words = arena_printf(search->arena, "the figure of the same %s last year", noun),
                              .detail = slip_period(search, year_ago),
                              .value = slip_value(search, search->field, year_ago)};
    slip_try(search, repeated);
    if (year_ago != before)
        slip_try(search, last_year);
}

/* One count of the previous period beside the other of this one. */
static void try_repeated_counts(struct slip_search *search) {
    const struct indicator *indicator = search->indicator;
    if (search->field != FIELD_VALUE || indicator->denominator == NULL)
        return;
    struct amount top = amount_in(indicator->numerator, search->period);
    struct amount bottom = amount_in(indicator->denominator, search->period);
    struct amount top_before = amount_in(indicator->numerator, slip_before(search));
    struct amount bottom_before = amount_in(indicator->denominator, slip_before(search));
    slip_try(search, (struct cause){.slip = SLIP_COUNT_REPEATED,
                                    .key = "numerator",
                                    .words = arena_printf(search->arena, "the previous %s's numerator repeated",
                                                          slip_noun(search)),
                                    .value = rate_of(indicator, top_before, bottom).value.number});
    slip_try(search, (struct cause){.slip = SLIP_COUNT_REPEATED,
                                    .key = "denominator",
                                    .words = arena_printf(search->arena, "the previous %s's denominator repeated",
                                                          slip_noun(search)),
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
        bool earlier = target->to != PERIOD_NONE && target->to < search->period;
        slip_try(search, (struct cause){.slip = SLIP_OTHER_TARGET,
                                        .key = earlier ? "earlier" : "later",
                                        .words = earlier ? "last year's target" : "the target of a later year",
                                        .value = target->value});
    }
    const struct band_rule *rule = indicator_band_rule(indicator, search->period);
    for (size_t i = 0; rule != NULL && i < rule->band_count; i++)
        slip_try(search, (struct cause){.slip = SLIP_KEY_LIMIT,
                                        .words = "a limit of the RAG key in place of the target",
                                        .detail = rule->bands[i].printed,
                                        .value = rule->bands[i].from});
}

/* Averages that count a missing period as zero, or take another number of periods. */
static void try_averages(struct slip_search *search) {
    struct fraction sum = fraction_make(0, 1);
    int year_ago = slip_year_ago(search), periods = 0;
    if (search->field != FIELD_AVERAGE_12)
        return;
    for (int period = search->period, before; period >= year_ago && period >= search->table->first; period = before) {
        struct fraction value = slip_value(search, FIELD_VALUE, period);
        before = figure_period_before(search->table, period);
        if (fraction_present(value))
            sum = fraction_add(sum, value);
        struct fraction mean = fraction_divide(sum, fraction_make(++periods, 1));
        if (before == year_ago)
            slip_try(search, (struct cause){
                                 .slip = SLIP_ZERO_FOR_ABSENT,
                                 .words = arena_printf(search->arena, "missing %s counted as zero", slip_nouns(search)),
                                 .value = mean});
        else if (period == year_ago || figure_period_before(search->table, before) == year_ago)
            slip_try(search, (struct cause){.slip = SLIP_OTHER_FIGURE,
                                            .key = "average",
                                            .words = arena_printf(search->arena, "the average of %d %s", periods,
                                                                  slip_nouns(search)),
                                            .value = mean});
    }
}

/* A change against another period, in points, or relative to the later figure. */
static void try_changes(struct slip_search *search) {
    if (search->field != FIELD_CHANGE_PREVIOUS && search->field != FIELD_CHANGE_LAST_YEAR)
        return;
    bool previous = search->field == FIELD_CHANGE_PREVIOUS;
    enum field other = previous ? FIELD_CHANGE_LAST_YEAR : FIELD_CHANGE_PREVIOUS;
    struct fraction now = slip_value(search, FIELD_VALUE, search->period);
    struct fraction before = slip_value(search, FIELD_VALUE, previous ? slip_before(search) : slip_year_ago(search));
    struct fraction gap = fraction_subtract(now, before);
    slip_try(search,
             (struct cause){.slip = SLIP_OTHER_FIGURE,
                            .key = "change",
                            .words = arena_printf(search->arena, "the change against another %s", slip_noun(search)),
                            .value = slip_value(search, other, search->period)});
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
    try_other_periods(search);
    try_targets(search);
    try_repeated_counts(search);
    try_averages(search);
    try_changes(search);
    slip_sub_count(search);
    slip_to_date(search);
    slip_pen(search, slip_value(search, search->field, search->period));
}
