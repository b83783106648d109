#include "long_shape.h"

#include <string.h>

#include "cell.h"
#include "gather.h"

/* A long table while it is read. */
struct long_reading {
    const struct shape *shape;
    const struct long_columns *columns;
    struct gather gather;
    int id, period, value, note; /* columns; note is -1 for none */
};

/* The period of a row; PERIOD_NONE for a row that is left out, and, reported, for a wrong one. */
static int row_period(const struct long_reading *reading, const struct table_row *row) {
    const char *only = reading->columns->only;
    if (only == NULL)
        return shape_row_period(reading->shape, row, (size_t)reading->period);
    const char *text = cell_trim(reading->shape->arena, row->cells[reading->period].text);
    return strcmp(text, only) == 0 ? reading->columns->only_period : PERIOD_NONE;
}

static void read_row(struct long_reading *reading, const struct table_row *row) {
    const struct shape *shape = reading->shape;
    const char *name = shape_row_id(shape, row, (size_t)reading->id);
    int period = row_period(reading, row);
    if (name == NULL || period == PERIOD_NONE)
        return;
    const char *id = shape_series_id(shape, name);
    struct cell cell = shape_figure(shape, row, (size_t)reading->value, id);
    const char *note = reading->note < 0 ? "" : cell_trim(shape->arena, row->cells[reading->note].text);
    cell.note = note[0] == '\0' ? NULL : note;
    gather_add(&reading->gather, id, period, cell);
}

/* True where some row has the word; else the word is reported. */
static bool has_word(const struct long_reading *reading) {
    const struct shape *shape = reading->shape;
    const struct table *table = shape->table;
    const char *only = reading->columns->only;
    for (size_t i = 0; only != NULL && i < table->row_count; i++)
        if (strcmp(cell_trim(shape->arena, table->rows[i].cells[reading->period].text), only) == 0)
            return true;
    if (only != NULL)
        diag_error(shape->diag, shape->from, "no line of \"%s\" has \"%s\" in the column \"%s\"", table->path, only,
                   reading->columns->period);
    return only == NULL;
}

/* False, reported, where the table lacks a column. */
static bool find_columns(struct long_reading *reading) {
    const struct table *table = reading->shape->table;
    const struct long_columns *columns = reading->columns;
    struct diag *diag = reading->shape->diag;
    reading->id = table_need_column(table, columns->id, diag);
    reading->period = table_need_column(table, columns->period, diag);
    reading->value = table_need_column(table, columns->value, diag);
    reading->note = columns->note == NULL ? table_column(table, "note") : table_need_column(table, columns->note, diag);
    return reading->id >= 0 && reading->period >= 0 && reading->value >= 0 &&
           (columns->note == NULL || reading->note >= 0);
}

void long_shape_read(const struct shape *shape, const struct long_columns *columns) {
    struct long_reading reading = {.shape = shape, .columns = columns, .gather = shape_gather(shape)};
    if (!find_columns(&reading) || !has_word(&reading))
        return;
    size_t before = shape->diag->errors;
    for (size_t i = 0; i < shape->table->row_count && shape->diag->errors - before < READ_ERRORS_MAX; i++)
        read_row(&reading, &shape->table->rows[i]);
    shape_lay_out(&reading.gather);
}
