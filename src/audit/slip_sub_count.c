#include <string.h>

#include "expression.h"
#include "finding.h"
#include "rate.h"
#include "slip.h"

/* A count that stands beside an indicator's own in its file, and may have been taken off it: visits of one day. */
struct sub_count {
    struct slip_search *search;
    const struct series *series;
    int first; /* the first period that the figure sums; the search's own for a period */
    enum field part;
};

static bool in_file(const struct series *series, const char *file) {
    if (series == NULL)
        return false;
    size_t at = 0;
    for (const struct series *part; (part = expression_next(series->expression, &at)) != NULL;)
        if (in_file(part, file))
            return true;
    return series->expression == NULL && series->pos.file != NULL && strcmp(series->pos.file, file) == 0;
}

/* A part of a count is a count: neither a percentage nor an average. */
static bool is_count(const struct series *series) {
    for (int i = 0; i < series->count; i++)
        if (!status_is_absent(series->cells[i].status) &&
            fraction_compare(fraction_round(series->cells[i].number, 0), series->cells[i].number) != 0)
            return false;
    return true;
}

static bool may_be_taken_off(const struct indicator *indicator, const struct series *series) {
    return series->expression == NULL && series->pos.file != NULL && series != indicator->numerator &&
           series != indicator->denominator && is_count(series) &&
           (in_file(indicator->numerator, series->pos.file) || in_file(indicator->denominator, series->pos.file));
}

static bool shows_it(const struct sub_count *sub, const struct audited *audited) {
    for (size_t i = 0; i < audited->cause_count; i++)
        if (audited->causes[i].slip == SLIP_SUB_COUNT && strcmp(audited->causes[i].key, sub->series->id) == 0)
            return true;
    return false;
}

/* Whether the period's own figures in the table show that the count was taken off there. */
static bool taken_off_in(const struct sub_count *sub, int period) {
    static const enum field fields[] = {FIELD_NUMERATOR, FIELD_DENOMINATOR, FIELD_VALUE};
    for (size_t f = 0; f < sizeof(fields) / sizeof(*fields); f++) {
        struct audited *const *cells;
        size_t count = findings_cells(sub->search->audit, sub->search->indicator, fields[f], period, &cells);
        for (size_t i = 0; i < count; i++)
            if (shows_it(sub, cells[i]))
                return true;
    }
    return false;
}

struct taken {
    struct fraction numerator, denominator, off;
};

static struct taken sum_of(const struct sub_count *sub, int from, int to, bool as_periods_show) {
    const struct indicator *indicator = sub->search->indicator;
    struct sum top = {0}, bottom = {0}, off = {0};
    for (int period = sub->first; period <= sub->search->period; period++) {
        sum_add(&top, amount_in(indicator->numerator, period));
        sum_add(&bottom, amount_in(indicator->denominator, period));
        if (as_periods_show ? taken_off_in(sub, period) : period >= from && period <= to)
            sum_add(&off, amount_in(sub->series, period));
    }
    return (struct taken){sum_amount(&top).number, sum_amount(&bottom).number, sum_amount(&off).number};
}

static void try_taken(const struct sub_count *sub, struct taken taken, const char *periods, enum slip slip) {
    struct slip_search *search = sub->search;
    static const char *const from_words[] = {"numerator", "denominator", "numerator and denominator"};
    for (int way = 0; way < 3; way++) {
        struct fraction top = way != 1 ? fraction_subtract(taken.numerator, taken.off) : taken.numerator;
        struct fraction bottom = way != 0 ? fraction_subtract(taken.denominator, taken.off) : taken.denominator;
        if (fraction_sign(top) < 0 || fraction_sign(bottom) < 0)
            continue;
        struct fraction value = sub->part == FIELD_YTD_NUMERATOR || sub->part == FIELD_NUMERATOR ? top
                                : sub->part == FIELD_YTD_DENOMINATOR || sub->part == FIELD_DENOMINATOR
                                    ? bottom
                                    : fraction_divide(fraction_multiply(top, search->indicator->per), bottom);
        slip_try(search, (struct cause){.slip = slip,
                                        .key = sub->series->id,
                                        .words = arena_printf(search->arena,
                                                              "a sub-count (%s) subtracted from the %s in some %s only",
                                                              sub->series->id, from_words[way], slip_nouns(search)),
                                        .detail = periods,
                                        .value = value});
    }
}

static const char *stretch_words(const struct slip_search *search, int from, int to) {
    const char *first = slip_period(search, from);
    return from == to ? first : arena_printf(search->arena, "%s to %s", first, slip_period(search, to));
}

/* First the periods whose own figures show it; then every stretch of periods. */
static void try_series(const struct sub_count *sub) {
    int last = sub->search->period;
    if (sub->first < last)
        try_taken(sub, sum_of(sub, 0, 0, true),
                  arena_printf(sub->search->arena, "in the %s that show it", slip_nouns(sub->search)), SLIP_SUB_COUNT);
    for (int from = sub->first; from <= last; from++)
        for (int to = from; to <= last; to++)
            try_taken(sub, sum_of(sub, from, to, false), stretch_words(sub->search, from, to),
                      from == sub->first && to == last ? SLIP_SUB_COUNT : SLIP_SUB_COUNT_SOMEWHERE);
}

void slip_sub_count(struct slip_search *search) {
    const struct catalogue *catalogue = search->figures->catalogue;
    const struct indicator *indicator = search->indicator;
    bool of_period = search->field >= FIELD_NUMERATOR && search->field <= FIELD_VALUE;
    bool to_date = search->field >= FIELD_YTD_NUMERATOR && search->field <= FIELD_YTD_VALUE && indicator->flow;
    if ((!of_period && !to_date) || indicator->denominator == NULL || indicator->measure == MEASURE_RATE)
        return;
    struct sub_count sub = {.search = search, .part = search->field, .first = search->period};
    if (to_date)
        sub.first = calendar_to_date(search->calendar, search->period);
    for (size_t i = 0; i < catalogue->series_count; i++)
        if (may_be_taken_off(indicator, catalogue->series[i])) {
            sub.series = catalogue->series[i];
            try_series(&sub);
        }
}
