#include "inspect_catalogue.h"

#include <stdlib.h>

#include "cumulative.h"
#include "expression.h"
#include "figure.h"
#include "printed_key.h"
#include "unit.h"

/* Periods of one indicator. */
struct inspection {
    const struct indicator *indicator;
    struct calendar calendar;
    int from, to;
    struct diag *diag;
};

static struct fraction from_steps(long long steps, int decimals) {
    struct fraction number = fraction_make(steps, 1);
    for (int i = 0; i < decimals; i++)
        number = fraction_divide(number, fraction_make(10, 1));
    return number;
}

/* NULL where the rule gives a figure no colour of its own. */
static const char *band_of(const struct band_rule *rule, struct fraction figure) {
    const struct band *band = band_rule_find(rule, figure);
    return band == NULL ? NULL : band_words[band->colour];
}

static int compare_ranges(const void *left, const void *right) {
    const struct printed_range *a = left, *b = right;
    return a->low != b->low ? (a->low > b->low) - (a->low < b->low) : (a->high > b->high) - (a->high < b->high);
}

static void warn_of_gap(const struct inspection *inspection, const struct band_rule *rule, long long low,
                        long long high) {
    int decimals = inspection->indicator->decimals;
    struct arena *arena = inspection->diag->arena;
    struct fraction first = from_steps(low, decimals), last = from_steps(high, decimals);
    const char *a = fraction_printed(arena, first, decimals, false),
               *b = fraction_printed(arena, last, decimals, false);
    const char *low_band = band_of(rule, first), *high_band = band_of(rule, last);
    if (low_band == NULL || high_band == NULL)
        return;
    if (low_band == high_band)
        diag_warning(inspection->diag, rule->pos,
                     "%s: the printed key leaves a gap from %s to %s; the rule makes it %s", inspection->indicator->id,
                     a, b, low_band);
    else
        diag_warning(inspection->diag, rule->pos,
                     "%s: the printed key leaves a gap from %s to %s; the rule makes it %s at first, %s at the end",
                     inspection->indicator->id, a, b, low_band, high_band);
}

static void warn_of_overlap(const struct inspection *inspection, const struct printed_range *lower,
                            const struct printed_range *upper) {
    int decimals = inspection->indicator->decimals;
    struct arena *arena = inspection->diag->arena;
    long long high = lower->high < upper->high ? lower->high : upper->high;
    diag_warning(inspection->diag, upper->band->pos,
                 "%s: the printed keys of %s and %s overlap from %s to %s; the rule is followed",
                 inspection->indicator->id, band_words[lower->band->colour], band_words[upper->band->colour],
                 fraction_printed(arena, from_steps(upper->low, decimals), decimals, false),
                 fraction_printed(arena, from_steps(high, decimals), decimals, false));
}

/* Every figure at the printed decimals belongs into one of the printed ranges, or, where they are tested in their
 * order, into at least one. Times such as `3:29` are no decimal numbers, and are not looked at. */
static void inspect_key(const struct inspection *inspection, const struct band_rule *rule) {
    struct diag *diag = inspection->diag;
    struct printed_range *ranges = arena_new_array(diag->arena, rule->band_count + 1, struct printed_range);
    size_t count = 0, set = 0;
    if (unit_table[inspection->indicator->unit].clock)
        return;
    for (size_t i = 0; i < rule->band_count; i++) {
        set += rule->bands[i].unset ? 0 : 1;
        if (rule->bands[i].printed == NULL || rule->bands[i].unset)
            continue;
        if (printed_range_read(&rule->bands[i], inspection->indicator->decimals, &ranges[count]))
            count++;
        else
            diag_warning(diag, rule->bands[i].pos, "%s: no figure can be made out in the printed key \"%s\"",
                         inspection->indicator->id, rule->bands[i].printed);
    }
    if (count == 0 || count != set)
        return;
    qsort(ranges, count, sizeof *ranges, compare_ranges);
    long long reached = ranges[0].high;
    if (ranges[0].low != PRINTED_LOWEST)
        warn_of_gap(inspection, rule, ranges[0].low - 1, ranges[0].low - 1);
    for (size_t i = 1; i < count; i++) {
        if (ranges[i].low > reached + 1)
            warn_of_gap(inspection, rule, reached + 1, ranges[i].low - 1);
        else if (ranges[i].low <= reached && !rule->first_match)
            warn_of_overlap(inspection, &ranges[i - 1], &ranges[i]);
        reached = ranges[i].high > reached ? ranges[i].high : reached;
    }
    if (reached != PRINTED_HIGHEST)
        warn_of_gap(inspection, rule, reached + 1, reached + 1);
}

/* A run of periods without a figure, in the calendar that the series is due by; `where` is that of the first. */
struct gap {
    struct source_pos where;
    int first, last; /* PERIOD_NONE where there is none */
};

static void tell_gap(const struct inspection *inspection, const struct series *series, struct gap *gap) {
    if (gap->first == PERIOD_NONE)
        return;
    struct calendar due = series_due(series, inspection->calendar);
    const char *first = calendar_iso(inspection->diag->arena, due, gap->first);
    const char *last = calendar_iso(inspection->diag->arena, due, gap->last), *nouns = calendar_nouns(due);
    if (gap->first == gap->last)
        diag_warning(inspection->diag, gap->where, "%s: %s has no figure, the %s around it have", series->id, first,
                     nouns);
    else
        diag_warning(inspection->diag, gap->where, "%s: %s to %s have no figure, the %s around them have", series->id,
                     first, last, nouns);
    gap->first = PERIOD_NONE;
}

/* A figure of a column that adds up, of whose period nothing can be told since the one before has none. */
static void warn_of_untold(const struct inspection *inspection, const struct series *column, int period) {
    struct calendar calendar = inspection->calendar;
    struct arena *arena = inspection->diag->arena;
    int last = cumulative_before(column, calendar, period), first = last;
    if (last == PERIOD_NONE || status_is_absent(series_cell(column, period).status))
        return;
    enum status status = series_cell(column, last).status;
    if (!status_is_absent(status) || status == STATUS_SUPPRESSED)
        return;
    for (int at = last; at >= inspection->from && status_is_absent(series_cell(column, at).status);
         at = cumulative_before(column, calendar, at))
        first = at;
    const char *where = calendar_iso(arena, calendar, first), *untold = calendar_iso(arena, calendar, period);
    if (last < inspection->from)
        where = arena_printf(arena, "before %s", untold);
    else if (first == last)
        where = arena_printf(arena, "in %s", where);
    else
        where = arena_printf(arena, "from %s to %s", where, calendar_iso(arena, calendar, last));
    diag_warning(inspection->diag, series_cell(column, last).pos,
                 "%s adds up over the year and has no figure %s, so that what was added in %s cannot be told",
                 column->id, where, untold);
}

static void inspect_cumulative(const struct inspection *inspection, const struct series *series) {
    size_t at = 0;
    for (const struct series *column; (column = expression_next(series->expression, &at)) != NULL;)
        for (int period = inspection->from; period <= inspection->to; period++)
            warn_of_untold(inspection, column, period);
}

/* Periods missing between periods that are there; a symbol or a note is a reason, an empty cell is none. */
static void inspect_gap(const struct inspection *inspection, const struct series *series, int from, int to) {
    struct calendar due = series_due(series, inspection->calendar);
    struct gap gap = {.first = PERIOD_NONE};
    for (int period = from; period <= to; period++) {
        struct cell cell = series_cell(series, period);
        if (cell.status == STATUS_NOT_DUE)
            continue;
        if (cell.note != NULL) {
            tell_gap(inspection, series, &gap);
            continue;
        }
        gap.last = calendar_convert(inspection->calendar, period, due);
        if (gap.first == PERIOD_NONE)
            gap = (struct gap){cell.pos, gap.last, gap.last};
    }
    tell_gap(inspection, series, &gap);
}

static void inspect_series(const struct inspection *inspection, const struct series *series) {
    if (series != NULL && !series->sparse && series->expression != NULL && series->expression->cumulative) {
        inspect_cumulative(inspection, series);
        return;
    }
    int last_there = PERIOD_NONE;
    for (int period = inspection->from; series != NULL && !series->sparse && period <= inspection->to; period++) {
        enum status status = series_cell(series, period).status;
        if (status == STATUS_MISSING || status == STATUS_NOT_DUE)
            continue;
        if (last_there != PERIOD_NONE)
            inspect_gap(inspection, series, last_there + 1, period - 1);
        last_there = period;
    }
}

/* A figure that is published and can be worked out as well: the two agree in all the decimals that are carried; where
 * none are, in those that are printed, of which a published one may have more. */
static void inspect_published(const struct inspection *inspection, int period, struct fraction counted) {
    const struct indicator *indicator = inspection->indicator;
    struct arena *arena = inspection->diag->arena;
    int decimals = indicator->carries_rounded ? indicator->carried_decimals : indicator->decimals;
    if (indicator->published_value == NULL)
        return;
    struct cell published = series_cell(indicator->published_value, period);
    struct fraction rounded = figure_rounded_to(indicator, FIELD_VALUE, counted, decimals);
    struct fraction as_much = indicator->carries_rounded
                                  ? published.number
                                  : figure_rounded_to(indicator, FIELD_VALUE, published.number, decimals);
    if (!status_is_absent(published.status) && fraction_compare(as_much, rounded) != 0)
        diag_warning(inspection->diag, published.pos, "%s: %s is published for %s; the counts make %s", indicator->id,
                     fraction_plain(arena, published.number, 9), calendar_iso(arena, inspection->calendar, period),
                     fraction_plain(arena, rounded, 9));
}

static void inspect_period(const struct inspection *inspection, int period) {
    const struct indicator *indicator = inspection->indicator;
    struct arena *arena = inspection->diag->arena;
    struct cell numerator = series_cell(indicator->numerator, period);
    if (status_is_absent(numerator.status))
        return;
    if (indicator->target_count > 0 && indicator_target(indicator, period) == NULL)
        diag_warning(inspection->diag, indicator->pos, "%s: %s has data and no target", indicator->id,
                     calendar_iso(arena, inspection->calendar, period));
    if (indicator->denominator == NULL)
        return;
    struct cell denominator = series_cell(indicator->denominator, period);
    bool together = series_due(indicator->numerator, inspection->calendar).grain ==
                    series_due(indicator->denominator, inspection->calendar).grain;
    if (status_is_absent(denominator.status) || !together)
        return;
    if (fraction_sign(denominator.number) == 0)
        diag_warning(inspection->diag, denominator.pos, "%s: %s is 0 in %s; the figure is left blank", indicator->id,
                     indicator->denominator->id, calendar_iso(arena, inspection->calendar, period));
    else if (unit_table[indicator->unit].percentage && indicator->measure == MEASURE_RATIO &&
             fraction_compare(numerator.number, denominator.number) > 0)
        diag_warning(inspection->diag, numerator.pos, "%s: %s (%s) exceeds %s (%s) in %s: over 100%%", indicator->id,
                     indicator->numerator->id, fraction_plain(arena, numerator.number, 9), indicator->denominator->id,
                     fraction_plain(arena, denominator.number, 9), calendar_iso(arena, inspection->calendar, period));
    else
        inspect_published(inspection, period,
                          fraction_divide(fraction_multiply(numerator.number, indicator->per), denominator.number));
}

/* Of nothing there is no percentage. */
static void inspect_targets(const struct inspection *inspection) {
    const struct indicator *indicator = inspection->indicator;
    for (size_t i = 0; i < indicator->target_count; i++)
        if (indicator->variance == VARIANCE_RELATIVE && fraction_present(indicator->targets[i].value) &&
            fraction_sign(indicator->targets[i].value) == 0) {
            diag_warning(inspection->diag, indicator->targets[i].pos,
                         "%s: a variance in percent of a target of 0 cannot be told, and stands as [z]; write "
                         "variance=\"%s\"",
                         indicator->id, unit_table[indicator->unit].percentage ? "points" : "absolute");
            return;
        }
}

static struct fraction highest_count(const struct inspection *inspection) {
    struct fraction highest = fraction_none();
    for (int period = inspection->from; period <= inspection->to; period++) {
        struct cell cell = series_cell(inspection->indicator->numerator, period);
        if (status_is_absent(cell.status) || !fraction_present(cell.number))
            continue;
        if (!fraction_present(highest) || fraction_compare(cell.number, highest) > 0)
            highest = cell.number;
    }
    return highest;
}

/* A target of counts of periods that none of them comes near is one of the year; one that a single period passes is
 * none. */
static void inspect_target_stretch(const struct inspection *inspection, const struct target *target,
                                   struct fraction highest) {
    enum { FAR = 3 };
    struct arena *arena = inspection->diag->arena;
    bool far = fraction_compare(target->value, fraction_multiply(highest, fraction_make(FAR, 1))) > 0;
    bool near = fraction_compare(target->value, highest) < 0;
    if (target->of_year ? !near : !far)
        return;
    diag_warning(inspection->diag, target->pos,
                 "%s: %s as a target of %s, where the highest figure is %s; is it of=\"%s\"?",
                 inspection->indicator->id, fraction_plain(arena, target->value, 9),
                 target->of_year ? "the year" : "each period", fraction_plain(arena, highest, 9),
                 target->of_year ? "period" : "year");
}

static void inspect_target_stretches(const struct inspection *inspection) {
    const struct indicator *indicator = inspection->indicator;
    if (!indicator_adds_up(indicator) || indicator->reports_ytd || indicator->numerator == NULL)
        return;
    struct fraction highest = highest_count(inspection);
    for (size_t i = 0; i < indicator->target_count && fraction_present(highest) && fraction_sign(highest) > 0; i++)
        if (fraction_present(indicator->targets[i].value))
            inspect_target_stretch(inspection, &indicator->targets[i], highest);
}

void inspect_catalogue(const struct catalogue *catalogue, int from, int to, struct diag *diag) {
    for (size_t i = 0; from != PERIOD_NONE && i < catalogue->indicator_count; i++) {
        struct inspection inspection = {catalogue->indicators[i], catalogue->calendar, from, to, diag};
        const struct indicator *indicator = inspection.indicator;
        for (size_t j = 0; j < indicator->band_rule_count; j++)
            inspect_key(&inspection, &indicator->band_rules[j]);
        inspect_targets(&inspection);
        inspect_target_stretches(&inspection);
        inspect_series(&inspection, indicator->numerator);
        inspect_series(&inspection, indicator->denominator);
        for (int period = from; indicator->numerator != NULL && period <= to; period++)
            inspect_period(&inspection, period);
    }
}
