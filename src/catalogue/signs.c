#include "catalogue_reader.h"
#include "table.h"

/* Figures below zero: an error where an indicator counts them that does not allow any. */

/* The cells of one column. Those of many indicators are told once. */
static void tell_column(const struct catalogue_reader *reader, struct index *told, const struct series *column) {
    if (index_find(told, column->id) != NULL)
        return;
    index_add(reader->arena, told, column->id, reader->catalogue);
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

static void tell(const struct catalogue_reader *reader, struct index *told, const struct series *series) {
    if (series == NULL)
        return;
    if (series->parts == NULL)
        tell_column(reader, told, series);
    for (struct series *const *part = series->parts; part != NULL && *part != NULL; part++)
        tell(reader, told, *part);
    tell(reader, told, series->otherwise);
}

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
