#include "slip.h"

#include <string.h>

#include "finding.h"

struct fraction slip_rounded(const struct slip_search *search, struct fraction value, int decimals) {
    return figure_rounded_to(search->indicator, search->field, value, decimals);
}

static bool matches(const struct slip_search *search, struct fraction value) {
    const struct printed *printed = &search->audited->printed;
    return printed->kind == PRINTED_NUMBER && fraction_present(value) &&
           fraction_compare(slip_rounded(search, value, printed->decimals), printed->number) == 0;
}

static void add(struct slip_search *search, struct cause cause) {
    struct audited *audited = search->audited;
    for (size_t i = 0; i < audited->cause_count; i++)
        if (cause_same(&audited->causes[i], &cause))
            return;
    arena_append(search->arena, audited->causes, audited->cause_count, audited->cause_capacity) = cause;
}

void slip_try(struct slip_search *search, struct cause cause) {
    if (matches(search, cause.value))
        add(search, cause);
}

void slip_try_word(struct slip_search *search, int word, struct cause cause) {
    if (search->audited->printed.kind == PRINTED_WORD && search->audited->printed.word == word)
        add(search, cause);
}

const struct audited *slip_false_neighbour(const struct slip_search *search, enum field field) {
    struct audited *const *cells;
    size_t count = findings_cells(search->audit, search->indicator, field, search->period, &cells);
    for (size_t i = 0; i < count; i++)
        if (cells[i]->verdict == VERDICT_DIFFERS && cells[i]->printed.kind == PRINTED_NUMBER)
            return cells[i];
    return NULL;
}

struct fraction slip_value(const struct slip_search *search, enum field field, int period) {
    const struct figure *figure = figure_at(search->table, field, period);
    return status_is_absent(figure->status) ? fraction_none() : figure->value;
}

const char *slip_period(const struct slip_search *search, int period) {
    return calendar_iso(search->arena, search->due, calendar_convert(search->calendar, period, search->due));
}

const char *slip_noun(const struct slip_search *search) {
    return calendar_noun(search->due);
}

const char *slip_nouns(const struct slip_search *search) {
    return calendar_nouns(search->due);
}

int slip_before(const struct slip_search *search) {
    return figure_period_before(search->table, search->period);
}

int slip_year_ago(const struct slip_search *search) {
    return calendar_due_year_ago(search->calendar, search->period, search->due);
}
