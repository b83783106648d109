#include "wide_shape.h"

#include <string.h>

#include "cell.h"
#include "text.h"

/* A wide table while it is read. */
struct wide_reading {
    const struct shape *shape;
    const struct table *table; /* the shape's */
    int *periods;              /* of each row; PERIOD_NONE for a row that is left out */
    int first, count;
    size_t before; /* errors when it began */
};

/* So many mistakes that the rest of the file is not read. */
static bool is_hopeless(const struct wide_reading *reading) {
    return reading->shape->diag->errors - reading->before >= READ_ERRORS_MAX;
}

static const char *iso(const struct wide_reading *reading, int period) {
    return calendar_iso(reading->shape->arena, reading->shape->catalogue->calendar, period);
}

static void report_duplicate(const struct wide_reading *reading, size_t row, size_t earlier) {
    diag_error(reading->shape->diag, table_pos(reading->table, &reading->table->rows[row], 0),
               "period: %s is in line %d already", iso(reading, reading->periods[row]),
               reading->table->rows[earlier].line);
}

/* Fills periods, first and count. False where the periods lie too far apart to be true. */
static bool read_periods(struct wide_reading *reading) {
    const struct table *table = reading->table;
    int last = PERIOD_NONE;
    reading->first = PERIOD_NONE;
    reading->periods = arena_new_array(reading->shape->arena, table->row_count + 1, int);
    for (size_t i = 0; i < table->row_count; i++) {
        int period = is_hopeless(reading) ? PERIOD_NONE : shape_row_period(reading->shape, &table->rows[i], 0);
        reading->periods[i] = period;
        if (period != PERIOD_NONE && (reading->first == PERIOD_NONE || period < reading->first))
            reading->first = period;
        last = period > last ? period : last;
    }
    reading->count = last == PERIOD_NONE ? 0 : last - reading->first + 1;
    int most = SERIES_YEARS_MAX * calendar_periods_a_year(reading->shape->catalogue->calendar);
    if (reading->count <= most)
        return true;
    diag_error(reading->shape->diag, (struct source_pos){table->path, 0, 0},
               "the %s reach from %s to %s; at most %d are read", calendar_nouns(reading->shape->catalogue->calendar),
               iso(reading, reading->first), iso(reading, last), most);
    return false;
}

static void drop_duplicates(struct wide_reading *reading) {
    size_t *rows = arena_new_array(reading->shape->arena, (size_t)reading->count + 1, size_t);
    for (size_t i = 0; i < reading->table->row_count && !is_hopeless(reading); i++) {
        if (reading->periods[i] == PERIOD_NONE)
            continue;
        size_t *row = &rows[reading->periods[i] - reading->first];
        if (*row == 0) {
            *row = i + 1;
            continue;
        }
        report_duplicate(reading, i, *row - 1);
        reading->periods[i] = PERIOD_NONE;
    }
}

static void read_cells(const struct wide_reading *reading, struct series *series, size_t column) {
    series->first = reading->first;
    series->count = reading->count;
    series->cells = arena_new_array(reading->shape->arena, (size_t)reading->count + 1, struct cell);
    for (int i = 0; i < reading->count; i++)
        series->cells[i] = (struct cell){.status = STATUS_MISSING, .pos = series->pos};
    for (size_t i = 0; i < reading->table->row_count && !is_hopeless(reading); i++) {
        const struct table_row *row = &reading->table->rows[i];
        if (reading->periods[i] != PERIOD_NONE)
            series->cells[reading->periods[i] - reading->first] = shape_figure(reading->shape, row, column, series->id);
    }
}

static void add_series(const struct wide_reading *reading, size_t column, const char *name) {
    struct catalogue *catalogue = reading->shape->catalogue;
    struct source_pos pos = {reading->table->path, reading->table->header[column].line, (int)column + 1};
    const char *id = shape_series_id(reading->shape, name);
    if (name[0] == '\0') {
        diag_error(reading->shape->diag, pos, "column %zu has no name", column + 1);
        return;
    }
    const struct series *other = catalogue_series(catalogue, id);
    if (other != NULL) {
        diag_error(reading->shape->diag, pos,
                   "the series \"%s\" is read already from %s, column %d; pick with columns=\"...\", or "
                   "tell them apart with prefix=\"...\"",
                   id, other->pos.file, other->pos.column);
        return;
    }
    struct series *series = arena_new(reading->shape->arena, struct series);
    series->id = id;
    series->pos = pos;
    read_cells(reading, series, column);
    catalogue_add_series(reading->shape->arena, catalogue, series);
}

static bool contains(char **names, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

static void check_names(const struct wide_reading *reading, char **names, size_t count) {
    const char **known = arena_new_array(reading->shape->arena, reading->table->column_count, const char *);
    for (size_t i = 0; i < reading->table->column_count; i++)
        known[i] = reading->table->header[i].text;
    for (size_t i = 0; i < count; i++)
        if (table_column(reading->table, names[i]) < 1)
            diag_error(reading->shape->diag, reading->shape->from, "\"%s\" has no column \"%s\"%s",
                       reading->table->path, names[i],
                       text_suggestion(reading->shape->arena, names[i], known + 1, reading->table->column_count - 1));
}

/* True where the first column is that of periods; else it is reported. */
static bool starts_with_periods(const struct shape *shape) {
    const struct table *table = shape->table;
    if (strcmp(cell_trim(shape->arena, table->header[0].text), "period") == 0)
        return true;
    diag_error(shape->diag, (struct source_pos){table->path, table->header[0].line, 1},
               "the first column is \"%s\"; expected \"period\"", table->header[0].text);
    return false;
}

void wide_shape_read(const struct shape *shape, const char *columns) {
    struct wide_reading reading = {.shape = shape, .table = shape->table, .before = shape->diag->errors};
    if (!starts_with_periods(shape) || !read_periods(&reading))
        return;
    drop_duplicates(&reading);
    size_t count = 0;
    char **names = columns == NULL ? NULL : text_split(shape->arena, columns, &count);
    check_names(&reading, names, count);
    for (size_t i = 1; i < reading.table->column_count; i++) {
        const char *id = cell_trim(shape->arena, reading.table->header[i].text);
        if (columns == NULL || contains(names, count, id))
            add_series(&reading, i, id);
    }
}
