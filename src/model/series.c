#include "series.h"

#include "calendar.h"

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

/* A period beside the cells: one that is due, and has none, is missing. */
static struct cell no_cell(const struct series *series, int period) {
    bool coarser = series->due.grain > series->calendar.grain;
    bool due = !coarser || calendar_last_in(series->due, calendar_convert(series->calendar, period, series->due),
                                            series->calendar) == period;
    return (struct cell){.status = due ? STATUS_MISSING : STATUS_NOT_DUE, .pos = series->pos};
}

static struct cell sum_cell(const struct series *series, int period) {
    struct cell sum = {.number = fraction_make(0, 1), .pos = series->pos};
    for (struct series **part = series->parts; *part != NULL; part++) {
        struct cell last = series_cell(*part, period);
        add_cell(&sum, last.status == STATUS_NOT_DUE ? last : series_sum(*part, period - series->periods + 1, period));
    }
    if (sum.status == STATUS_MISSING && series->otherwise != NULL)
        return series_cell(series->otherwise, period);
    if (status_is_absent(sum.status))
        sum.number = fraction_none();
    return sum;
}

struct cell series_cell(const struct series *series, int period) {
    if (series->parts != NULL)
        return sum_cell(series, period);
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

static struct annual sum_annual(const struct series *series, const char *year) {
    struct annual sum = {.year = year, .value = fraction_make(0, 1), .pos = series->pos};
    for (struct series **part = series->parts; *part != NULL; part++) {
        struct annual added = series_annual(*part, year);
        sum.value = fraction_add(sum.value, added.value);
        sum.status = status_worse(sum.status, added.status);
    }
    if (status_is_absent(sum.status))
        sum.value = fraction_none();
    return sum;
}

struct annual series_annual(const struct series *series, const char *year) {
    for (size_t i = 0; i < series->annual_count; i++)
        if (calendar_year_parse(series->annuals[i].year) == calendar_year_parse(year))
            return series->annuals[i];
    if (series->parts != NULL && series->periods == 1)
        return sum_annual(series, year);
    return (struct annual){.year = year, .status = STATUS_MISSING, .pos = series->pos};
}

struct calendar series_due(const struct series *series, struct calendar calendar) {
    struct calendar due = series->due.grain > calendar.grain ? series->due : calendar;
    for (struct series **part = series->parts; part != NULL && *part != NULL; part++) {
        struct calendar other = series_due(*part, calendar);
        due = other.grain > due.grain ? other : due;
    }
    return due;
}
