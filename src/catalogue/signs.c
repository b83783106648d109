#include "catalogue_reader.h"
#include "cumulative.h"
#include "expression.h"
#include "lookup.h"
#include "table.h"

/* Figures below zero: an error where an indicator counts them that does not allow any. */

static bool is_below_zero(const struct cell *cell) {
    return !status_is_absent(cell->status) && fraction_sign(cell->number) < 0;
}

static void tell_column(const struct catalogue_reader *reader, const struct series *column) {
    int count = 0;
    for (int i = 0; i < column->count; i++) {
        const struct cell *cell = &column->cells[i];
        if (!is_below_zero(cell) || count++ >= READ_ERRORS_MAX)
            continue;
        diag_error(reader->diag, cell->pos,
                   "%s: %s is negative, which a count cannot be; where it is right, give each indicator that counts it "
                   "negative=\"yes\"",
                   column->id, fraction_plain(reader->arena, cell->number, 9));
    }
}

static const char *digits(const struct catalogue_reader *reader, const struct cell *cell) {
    return fraction_plain(reader->arena, cell->number, fraction_decimals(cell->number));
}

/* Falls of a column that adds up. */
static void tell_falls(const struct catalogue_reader *reader, const struct series *series,
                       const struct series *column) {
    struct calendar calendar = reader->catalogue->calendar;
    int last = catalogue_last_period(reader->catalogue), count = 0;
    for (int period = catalogue_first_period(reader->catalogue); period != PERIOD_NONE && period <= last; period++) {
        int at = cumulative_before(column, calendar, period);
        struct cell added = cumulative_added(column, calendar, period);
        if (at == PERIOD_NONE || !is_below_zero(&added) || count++ >= READ_ERRORS_MAX)
            continue;
        struct cell now = series_cell(column, period), before = series_cell(column, at);
        diag_error(
            reader->diag, now.pos,
            "%s falls from %s in %s (%s, line %d) to %s in %s, and adds up over %s; where it was corrected, give "
            "each indicator that counts \"%s\" negative=\"yes\"; where it starts anew here, say "
            "year-start=\"...\" in the catalogue",
            column->id, digits(reader, &before), lookup_iso(reader, at), before.pos.file, before.pos.line,
            digits(reader, &now), lookup_iso(reader, period),
            calendar_year_name(reader->arena, calendar, calendar_year(calendar, period)), series->id);
    }
}

static void tell_all_falls(const struct catalogue_reader *reader, const struct series *series) {
    size_t at = 0;
    for (const struct series *column; (column = expression_next(series->expression, &at)) != NULL;)
        tell_falls(reader, series, column);
}

/* What comes of figures that are taken from others: told for the first period, since one remedy is for all. */
static void tell_difference(const struct catalogue_reader *reader, const struct series *series) {
    int last = catalogue_last_period(reader->catalogue);
    for (int period = catalogue_first_period(reader->catalogue); period != PERIOD_NONE && period <= last; period++) {
        struct cell cell = series_cell(series, period);
        if (!is_below_zero(&cell))
            continue;
        diag_error(reader->diag, series->pos,
                   "%s is %s in %s, and a count cannot be negative; where it is right, give each indicator that counts "
                   "it negative=\"yes\"",
                   series->id, fraction_plain(reader->arena, cell.number, 9), lookup_iso(reader, period));
        return;
    }
}

static void tell(const struct catalogue_reader *reader, struct index *told, const struct series *series) {
    if (series == NULL || index_find(told, series->id) != NULL)
        return;
    index_add(reader->arena, told, series->id, reader->catalogue);
    size_t at = 0;
    for (const struct series *part; (part = expression_next(series->expression, &at)) != NULL;)
        tell(reader, told, part);
    if (series->expression == NULL)
        tell_column(reader, series);
    else if (series->expression->cumulative)
        tell_all_falls(reader, series);
    else if (expression_takes_away(series->expression))
        tell_difference(reader, series);
    if (series->expression != NULL)
        tell(reader, told, series->expression->otherwise);
}

/* Series of many indicators are told once. */
void signs_check(const struct catalogue_reader *reader) {
    struct index told = {0};
    for (size_t i = 0; i < reader->catalogue->indicator_count; i++) {
        const struct indicator *indicator = reader->catalogue->indicators[i];
        const struct series *const counted[] = {indicator->numerator, indicator->denominator,
                                                indicator->rolling_12_numerator, indicator->published_value,
                                                indicator->published_ytd};
        for (size_t j = 0; j < sizeof counted / sizeof *counted && !indicator->negative; j++)
            tell(reader, &told, counted[j]);
    }
}
