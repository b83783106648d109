#include "long_table.h"

#include <string.h>

#include "cell.h"
#include "csv.h"
#include "gather.h"

struct long_table {
    struct gather gather;
    const struct csv *csv;
    const struct long_columns *columns;
    int id, period, value, note; /* columns; note is -1 for none */
};

static void month_is_there(struct gather *gather, const struct series *series, struct cell *there,
                           const struct cell *cell) {
    diag_error(gather->diag, cell->pos, "%s has a figure for this month already: %s, line %d", series->id,
               there->pos.file, there->pos.line);
}

/* The month of a line; MONTH_NONE for a line that is left out, and, reported, for a wrong one. */
static int line_month(const struct long_table *table, const struct csv_row *row) {
    const char *text = cell_trim(table->gather.arena, row->cells[table->period].text);
    if (table->columns->only != NULL)
        return strcmp(text, table->columns->only) == 0 ? table->columns->month : MONTH_NONE;
    int month = month_parse(text);
    if (month == MONTH_NONE)
        diag_error(table->gather.diag, csv_pos(table->csv, row, (size_t)table->period),
                   "%s: \"%s\" is not a month; expected such as 2018-07", table->csv->header[table->period].text, text);
    return month;
}

static struct cell figure(const struct gather *gather, const struct csv *csv, const struct csv_row *row, size_t column,
                          const char *id) {
    return cell_read(gather->arena, row->cells[column].text, id, false, csv_pos(csv, row, column), gather->diag);
}

/* The name in a column; NULL, reported, where it is empty. */
static const char *line_id(const struct gather *gather, const struct csv *csv, const struct csv_row *row, int column) {
    const char *id = cell_trim(gather->arena, row->cells[column].text);
    if (id[0] != '\0')
        return id;
    diag_error(gather->diag, csv_pos(csv, row, (size_t)column), "%s is empty; expected the name of a series",
               csv->header[column].text);
    return NULL;
}

static void read_line(struct long_table *table, const struct csv_row *row) {
    struct gather *gather = &table->gather;
    const char *id = line_id(gather, table->csv, row, table->id);
    int month = line_month(table, row);
    if (id == NULL || month == MONTH_NONE)
        return;
    if (table->columns->prefix != NULL)
        id = arena_printf(gather->arena, "%s.%s", table->columns->prefix, id);
    struct cell cell = figure(gather, table->csv, row, (size_t)table->value, id);
    const char *note = table->note < 0 ? "" : cell_trim(gather->arena, row->cells[table->note].text);
    cell.note = note[0] == '\0' ? NULL : note;
    gather_add(gather, id, month, cell);
}

/* True where some line has the word; else the word is reported. */
static bool has_word(const struct long_table *table, struct source_pos from) {
    const char *only = table->columns->only;
    for (size_t i = 0; only != NULL && i < table->csv->row_count; i++)
        if (strcmp(cell_trim(table->gather.arena, table->csv->rows[i].cells[table->period].text), only) == 0)
            return true;
    if (only != NULL)
        diag_error(table->gather.diag, from, "no line of \"%s\" has \"%s\" in the column \"%s\"", table->csv->path,
                   only, table->columns->period);
    return only == NULL;
}

void long_table_read(struct arena *arena, struct catalogue *catalogue, const char *path,
                     const struct long_columns *columns, struct source_pos from, struct diag *diag) {
    const struct csv *csv = csv_read(arena, path, from, diag);
    if (csv == NULL)
        return;
    struct long_table table = {{.arena = arena, .diag = diag, .catalogue = catalogue}, csv, columns, 0, 0, 0, 0};
    table.id = csv_need_column(csv, columns->id, diag);
    table.period = csv_need_column(csv, columns->period, diag);
    table.value = csv_need_column(csv, columns->value, diag);
    table.note = columns->note == NULL ? csv_column(csv, "note") : csv_need_column(csv, columns->note, diag);
    if (table.id < 0 || table.period < 0 || table.value < 0 || (columns->note != NULL && table.note < 0))
        return;
    if (!has_word(&table, from))
        return;
    size_t before = diag->errors;
    for (size_t i = 0; i < csv->row_count && diag->errors - before < READ_ERRORS_MAX; i++)
        read_line(&table, &csv->rows[i]);
    gather_finish(&table.gather, month_is_there);
}

void month_table_read(struct arena *arena, struct catalogue *catalogue, const char *path, const char *id, int month,
                      struct source_pos from, struct diag *diag) {
    const struct csv *csv = csv_read(arena, path, from, diag);
    int names = csv == NULL ? -1 : csv_need_column(csv, id, diag);
    if (names < 0)
        return;
    struct gather gather = {.arena = arena, .diag = diag, .catalogue = catalogue};
    size_t before = diag->errors;
    for (size_t i = 0; i < csv->row_count && diag->errors - before < READ_ERRORS_MAX; i++) {
        const char *thing = line_id(&gather, csv, &csv->rows[i], names);
        for (size_t column = 0; thing != NULL && column < csv->column_count; column++) {
            if (column == (size_t)names)
                continue;
            const char *name = arena_printf(arena, "%s %s", thing, csv->header[column].text);
            gather_add(&gather, name, month, figure(&gather, csv, &csv->rows[i], column, name));
        }
    }
    gather_finish(&gather, month_is_there);
}
