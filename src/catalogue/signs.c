#include "catalogue_reader.h"
#include "expression.h"
#include "lookup.h"
#include "table.h"

/* Figures below zero: an error where an indicator counts them that does not allow any. */

static void tell_column(const struct catalogue_reader *reader, const struct series *column) {
    for (int i = 0, count = 0; i < column->count && count < READ_ERRORS_MAX; i++) {
        const struct cell *cell = &column->cells[i];
        if (status_is_absent(cell->status) || fraction_sign(cell->number) >= 0)
            continue;
        diag_error(reader->diag, cell->pos,
                   "%s: %s is negative, which a count cannot be; where it is right, give each indicator that counts it "
                   "negative=\"yes\"",
                   column->id, fraction_plain(reader->arena, cell->number, 9));
        count++;
    }
}

/* What comes of figures that are taken from others: told for the first period, since one remedy is for all. */
static void tell_difference(const struct catalogue_reader *reader, const struct series *series) {
    int last = catalogue_last_period(reader->catalogue);
    for (int period = catalogue_first_period(reader->catalogue); period != PERIOD_NONE && period <= last; period++) {
        struct cell cell = series_cell(series, period);
        if (status_is_absent(cell.status) || fraction_sign(cell.number) >= 0)
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
