#include "series.h"

#include "calendar.h"
#include "cumulative.h"
#include "expression.h"

const struct status_words status_words[STATUS_COUNT] = {
    [STATUS_PRESENT] = {"present", ""},    [STATUS_PROVISIONAL] = {"provisional", "[p]"},
    [STATUS_REVISED] = {"revised", "[r]"}, [STATUS_IN_WORDS] = {"present", ""},
    [STATUS_MISSING] = {"missing", "[x]"}, [STATUS_NOT_APPLICABLE] = {"not_applicable", "[z]"},
    [STATUS_NOT_DUE] = {"not_due", "[n]"}, [STATUS_SUPPRESSED] = {"suppressed", "[c]"},
};

static void add_cell(struct cell *sum, struct cell cell) {
    sum->number = fraction_add(sum->number, cell.number);
    sum->status = status_worse(sum->status, cell.status);
    if (sum->note == NULL)
        sum->note = cell.note;
}

/* A period beside the cells: one that is due, and has none, is missing, unless there is nothing to count. */
static struct cell no_cell(const struct series *series, int period) {
    bool due = calendar_due(series->calendar, period, series->due) == period;
    if (due && series->nothing != NULL)
        return (struct cell){.status = STATUS_NOT_APPLICABLE, .note = series->nothing, .pos = series->pos};
    return (struct cell){.status = due ? STATUS_MISSING : STATUS_NOT_DUE, .pos = series->pos};
}

/* What is asked of all that an expression names: its figure over some periods. */
struct stretch_of_parts {
    const struct expression *expression;
    int first, last;
};

static struct cell over_periods(const struct series *part, const void *when) {
    const struct stretch_of_parts *periods = when;
    if (periods->expression->cumulative)
        return cumulative_added(part, periods->expression->calendar, periods->last);
    struct cell last = series_cell(part, periods->last);
    return last.status == STATUS_NOT_DUE || periods->first == periods->last
               ? last
               : series_sum(part, periods->first, periods->last);
}

static struct cell worked_out(const struct series *series, int period) {
    const struct expression *expression = series->expression;
    const struct stretch_of_parts periods = {expression, period - expression->periods + 1, period};
    struct cell cell = expression_cell(expression, over_periods, &periods);
    cell.pos = series->pos;
    bool other = cell.status == STATUS_MISSING && expression->otherwise != NULL;
    return other ? series_cell(expression->otherwise, period) : cell;
}

struct cell series_cell(const struct series *series, int period) {
    if (series->expression != NULL)
        return worked_out(series, period);
    if (period < series->first || period >= series->first + series->count)
        return no_cell(series, period);
    return series->cells[period - series->first];
}

struct cell series_sum(const struct series *series, int first, int last) {
    if (first == last)
        return series_cell(series, first);
    struct cell sum = {.number = fraction_make(0, 1), .pos = series->pos};
    int added = 0;
    for (int period = first; period <= last; period++) {
        struct cell cell = series_cell(series, period);
        if (cell.status == STATUS_NOT_DUE)
            continue;
        add_cell(&sum, cell);
        added++;
    }
    if (added == 0 && first <= last)
        return (struct cell){.status = STATUS_NOT_DUE, .pos = series->pos};
    if (!fraction_present(sum.number))
        sum.status = status_worse(sum.status, STATUS_MISSING);
    return sum;
}

static struct cell in_year(const struct series *series, const void *when) {
    struct annual annual = series_annual(series, when);
    return (struct cell){.number = annual.value, .status = annual.status, .words = annual.words};
}

struct annual series_annual(const struct series *series, const char *year) {
    for (size_t i = 0; i < series->annual_count; i++)
        if (calendar_year_parse(series->annuals[i].year) == calendar_year_parse(year))
            return series->annuals[i];
    struct annual annual = {.year = year, .status = STATUS_MISSING, .pos = series->pos};
    if (series->expression != NULL && series->expression->periods == 1) {
        struct cell cell = expression_cell(series->expression, in_year, year);
        annual.value = cell.number;
        annual.status = cell.status;
        annual.words = cell.words;
    }
    return annual;
}

struct calendar series_due(const struct series *series, struct calendar calendar) {
    struct calendar due = series->due.grain > calendar.grain ? series->due : calendar;
    size_t at = 0;
    for (const struct series *part; (part = expression_next(series->expression, &at)) != NULL;) {
        struct calendar other = series_due(part, calendar);
        due = other.grain > due.grain ? other : due;
    }
    return due;
}
