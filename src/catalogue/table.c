#include "table.h"

#include <string.h>

#include "cell.h"
#include "csv.h"
#include "text.h"

enum { MONTHS_MAX = 1200 };

struct table {
    struct arena *arena;
    struct diag *diag;
    const struct csv *csv;
    const char *prefix; /* or NULL */
    int *months;        /* of each row; MONTH_NONE for a row that is left out */
    int first, count;
};

static int row_month(const struct table *table, const struct csv_row *row) {
    char *text = cell_trim(table->arena, row->cells[0].text);
    int month = month_parse(text);
    if (month == MONTH_NONE)
        diag_error(table->diag, csv_pos(table->csv, row, 0), "period: \"%s\" is not a month; expected such as 2018-07",
                   text);
    return month;
}

static void report_duplicate(const struct table *table, size_t row, size_t earlier) {
    diag_error(table->diag, csv_pos(table->csv, &table->csv->rows[row], 0), "period: %s is in line %d already",
               month_iso(table->arena, table->months[row]), table->csv->rows[earlier].line);
}

/* Fills months, first and count. False where the months lie too far apart to be true. */
static bool read_months(struct table *table) {
    const struct csv *csv = table->csv;
    int last = MONTH_NONE;
    table->first = MONTH_NONE;
    table->months = arena_new_array(table->arena, csv->row_count + 1, int);
    for (size_t i = 0; i < csv->row_count; i++) {
        int month = table->months[i] = row_month(table, &csv->rows[i]);
        if (month != MONTH_NONE && (table->first == MONTH_NONE || month < table->first))
            table->first = month;
        last = month > last ? month : last;
    }
    table->count = last == MONTH_NONE ? 0 : last - table->first + 1;
    if (table->count <= MONTHS_MAX)
        return true;
    diag_error(table->diag, (struct source_pos){csv->path, 0, 0}, "the months reach from %s to %s; at most %d are read",
               month_iso(table->arena, table->first), month_iso(table->arena, last), MONTHS_MAX);
    return false;
}

static void drop_duplicates(struct table *table) {
    size_t *rows = arena_new_array(table->arena, (size_t)table->count + 1, size_t);
    for (size_t i = 0; i < table->csv->row_count; i++) {
        if (table->months[i] == MONTH_NONE)
            continue;
        size_t *row = &rows[table->months[i] - table->first];
        if (*row == 0) {
            *row = i + 1;
            continue;
        }
        report_duplicate(table, i, *row - 1);
        table->months[i] = MONTH_NONE;
    }
}

static void read_cells(const struct table *table, struct series *series, size_t column) {
    series->first = table->first;
    series->count = table->count;
    series->cells = arena_new_array(table->arena, (size_t)table->count + 1, struct cell);
    for (int i = 0; i < table->count; i++)
        series->cells[i] = (struct cell){.status = STATUS_MISSING, .pos = series->pos};
    size_t before = table->diag->errors;
    for (size_t i = 0; i < table->csv->row_count && table->diag->errors - before < READ_ERRORS_MAX; i++) {
        const struct csv_row *row = &table->csv->rows[i];
        if (table->months[i] != MONTH_NONE)
            series->cells[table->months[i] - table->first] =
                cell_read(table->arena, row->cells[column].text, series->id, false, csv_pos(table->csv, row, column),
                          table->diag);
    }
}

static void add_series(const struct table *table, struct catalogue *catalogue, size_t column, const char *name) {
    struct source_pos pos = {table->csv->path, table->csv->header[column].line, (int)column + 1};
    const char *id = table->prefix == NULL ? name : arena_printf(table->arena, "%s.%s", table->prefix, name);
    if (name[0] == '\0') {
        diag_error(table->diag, pos, "column %zu has no name", column + 1);
        return;
    }
    const struct series *other = catalogue_series(catalogue, id);
    if (other != NULL) {
        diag_error(table->diag, pos,
                   "the series \"%s\" is read already from %s, column %d; pick with columns=\"...\", or "
                   "tell them apart with prefix=\"...\"",
                   id, other->pos.file, other->pos.column);
        return;
    }
    struct series *series = arena_new(table->arena, struct series);
    series->id = id;
    series->pos = pos;
    read_cells(table, series, column);
    catalogue_add_series(table->arena, catalogue, series);
}

static bool contains(char **names, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

static void check_names(const struct table *table, char **names, size_t count, struct source_pos from) {
    const char **known = arena_new_array(table->arena, table->csv->column_count, const char *);
    for (size_t i = 0; i < table->csv->column_count; i++)
        known[i] = table->csv->header[i].text;
    for (size_t i = 0; i < count; i++) {
        const char *nearest = text_nearest(names[i], known + 1, table->csv->column_count - 1);
        if (csv_column(table->csv, names[i]) < 1)
            diag_error(table->diag, from, "\"%s\" has no column \"%s\"%s%s%s", table->csv->path, names[i],
                       nearest ? "; did you mean \"" : "", nearest ? nearest : "", nearest ? "\"?" : "");
    }
}

void table_read(struct arena *arena, struct catalogue *catalogue, const char *path, const char *columns,
                const char *prefix, struct source_pos from, struct diag *diag) {
    const struct csv *csv = csv_read(arena, path, from, diag);
    if (csv == NULL)
        return;
    struct table table = {.arena = arena, .diag = diag, .csv = csv, .prefix = prefix};
    if (strcmp(cell_trim(arena, csv->header[0].text), "period") != 0) {
        bool semicolons = csv->column_count == 1 && strchr(csv->header[0].text, ';') != NULL;
        diag_error(diag, (struct source_pos){path, 1, 1}, "the first column is \"%s\"; expected \"period\"%s",
                   csv->header[0].text, semicolons ? ". Separate the columns with commas" : "");
        return;
    }
    if (!read_months(&table))
        return;
    drop_duplicates(&table);
    size_t count = 0;
    char **names = columns == NULL ? NULL : text_split(arena, columns, &count);
    check_names(&table, names, count, from);
    for (size_t i = 1; i < csv->column_count; i++) {
        const char *id = cell_trim(arena, csv->header[i].text);
        if (columns == NULL || contains(names, count, id))
            add_series(&table, catalogue, i, id);
    }
}
