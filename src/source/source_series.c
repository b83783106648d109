#include "source_series.h"

#include <string.h>

#include "decimal.h"
#include "figure_columns.h"
#include "file_period.h"
#include "repeats.h"
#include "source.h"

enum { SLIPS_MAX = 10 };

/* A source while it is read. */
struct reading {
    struct arena *arena;
    struct diag *diag;
    const struct source_request *request;
    struct gather gather;
    struct figure_columns *tables; /* of the files that could be read */
    size_t table_count;
    struct text name; /* room to write the name of a series in */
    size_t before;    /* errors when it began */
};

/* So many mistakes that the rest is not read. */
static bool is_hopeless(const struct reading *reading) {
    return reading->diag->errors - reading->before >= READ_ERRORS_MAX;
}

static bool has_figures(const struct figure_columns *columns, const struct table_row *row) {
    for (size_t i = 0; i < columns->count; i++)
        if (row->cells[columns->columns[i].column].text[0] != '\0')
            return true;
    return false;
}

/* The columns that make a period, joined by blanks. */
static const char *period_words(struct reading *reading, const struct figure_columns *columns,
                                const struct table_row *row, const struct figure_column *figure) {
    struct text *text = &reading->name;
    text_clear(text);
    for (size_t i = 0; i < columns->period_count; i++) {
        int column = columns->periods[i];
        const char *part =
            column == COLUMN_OF_FIGURE ? columns->table->header[figure->column].text : row->cells[column].text;
        if (columns->period_count == 1)
            return part;
        text_printf(text, "%s%s", i == 0 || text->length == 0 ? "" : " ", part);
    }
    return arena_strdup(reading->arena, text_string(text));
}

static struct source_pos period_pos(const struct figure_columns *columns, const struct table_row *row) {
    for (size_t i = 0; i < columns->period_count; i++)
        if (columns->periods[i] != COLUMN_OF_FIGURE)
            return table_pos(columns->table, row, (size_t)columns->periods[i]);
    return table_row_pos(columns->table, row);
}

static const char *period_name(const struct reading *reading, const struct figure_columns *columns) {
    const char *name = "";
    for (size_t i = 0; i < columns->period_count; i++)
        name = arena_printf(reading->arena, "%s%s%s", name, i == 0 ? "" : " + ",
                            columns->periods[i] == COLUMN_OF_FIGURE ? "heading"
                                                                    : columns->table->header[columns->periods[i]].text);
    return arena_printf(reading->arena, "Column %s", name);
}

/* Whether some figure of the table takes its period from its row. */
static bool needs_rows(const struct figure_columns *columns) {
    for (size_t i = 0; i < columns->count; i++)
        if (columns->columns[i].period == PERIOD_NONE)
            return true;
    return false;
}

/* A row with figures and no period; one without figures says nothing. */
static void check_blank(struct reading *reading, const struct figure_columns *columns, const struct table_row *row,
                        const char *words) {
    if (words[strspn(words, " ")] == '\0' && !is_hopeless(reading) && has_figures(columns, row))
        diag_error(reading->diag, period_pos(columns, row),
                   "the line has figures and no period; leave such lines out with where=\"...\" or until=\"...\", or "
                   "repeat the period above with fill-down=\"...\"");
}

/* The periods of a table's rows, or of its rows and columns of figures where headings are part of them; NULL where
 * every column has its own. */
static int *read_periods(struct reading *reading, struct figure_columns *columns) {
    const struct table *table = columns->table;
    size_t across = columns->period_by_column ? columns->count : 1;
    if (!needs_rows(columns))
        return NULL;
    struct period_text *texts = arena_new_array(reading->arena, table->row_count * across + 1, struct period_text);
    for (size_t i = 0; i < table->row_count; i++)
        for (size_t k = 0; k < across; k++) {
            const struct table_row *row = &table->rows[i];
            texts[i * across + k] = (struct period_text){period_words(reading, columns, row, &columns->columns[k]),
                                                         period_pos(columns, row)};
            check_blank(reading, columns, row, texts[i * across + k].text);
        }
    struct period_column read =
        period_column_read(reading->arena, &reading->request->periods, texts, table->row_count * across,
                           period_name(reading, columns), reading->diag);
    columns->pattern = read.pattern;
    return read.periods;
}

/* What was made of a table, for who asks. */
static void tell(struct reading *reading, const struct figure_columns *columns) {
    diag_note(reading->diag, (struct source_pos){.file = columns->table->path, .sheet = columns->table->sheet},
              "figures in %zu %s%s%s%s", columns->count, columns->count == 1 ? "column" : "columns",
              columns->pattern == NULL ? "" : ", periods written ", columns->pattern == NULL ? "" : columns->pattern,
              columns->left_out);
}

/* Keeps the rows that have a word in place of a period. False, reported, where there are none. */
static bool keep_only(struct reading *reading, struct table *table) {
    const struct source_request *request = reading->request;
    size_t kept = 0;
    if (request->only.text == NULL)
        return true;
    int column = table_column_for(table, request->period.text != NULL ? request->period.text : "period",
                                  request->only.pos, reading->diag);
    if (column < 0)
        return false;
    for (size_t i = 0; i < table->row_count; i++)
        if (strcmp(table->rows[i].cells[column].text, request->only.text) == 0)
            table->rows[kept++] = table->rows[i];
    if (kept == 0)
        diag_error(reading->diag, request->only.pos, "no line of \"%s\" has \"%s\" in the column \"%s\"", table->path,
                   request->only.text, table->header[column].text);
    else
        diag_note(reading->diag, request->only.pos, "%zu lines of %zu have \"%s\"", kept, table->row_count,
                  request->only.text);
    table->row_count = kept;
    return kept > 0;
}

static int period_at(const struct figure_columns *columns, const int *periods, size_t row, size_t column) {
    if (columns->columns[column].period != PERIOD_NONE)
        return columns->columns[column].period;
    return periods[columns->period_by_column ? row * columns->count + column : row];
}

/* The mark of the table's numbers: what the catalogue says, or what its figures tell. */
static bool settle_mark(struct reading *reading, struct figure_columns *columns, const int *periods) {
    struct decimal decimal = {0};
    enum decimal_mark mark = DECIMAL_POINT;
    const struct table *table = columns->table;
    if (reading->request->mark_said)
        return true;
    for (size_t i = 0; i < table->row_count; i++)
        for (size_t k = 0; k < columns->count; k++)
            if (period_at(columns, periods, i, k) != PERIOD_NONE)
                decimal_look(&decimal, &columns->columns[k].style, reading->arena,
                             table->rows[i].cells[columns->columns[k].column].text,
                             table_pos(table, &table->rows[i], columns->columns[k].column));
    if (!decimal_settle(&decimal, table->semicolons, &mark, reading->arena, reading->diag))
        return false;
    for (size_t k = 0; k < columns->count; k++)
        columns->columns[k].style.mark = mark;
    return true;
}

/* The series of a figure; NULL, reported, where the row does not name it. */
static struct gathered_series *series_of(struct reading *reading, const struct figure_columns *columns,
                                         struct figure_column *figure, const struct table_row *row) {
    const struct table *table = columns->table;
    if (figure->series != NULL)
        return figure->series;
    int blank = series_name_write(&figure->name, table, row, figure->column, reading->request->prefix, &reading->name);
    if (blank >= 0) {
        diag_error(reading->diag, table_pos(table, row, (size_t)blank),
                   "%s is empty; expected the name of a series, or leave such lines out with where=\"%s!=\"",
                   table->header[blank].text, table->header[blank].text);
        return NULL;
    }
    struct source_pos pos =
        figure->name.by_row ? table_pos(table, row, figure->column) : table_heading_pos(table, figure->column);
    struct gathered_series *series =
        gather_series(&reading->gather, text_string(&reading->name), pos, figure->bring_up);
    if (!figure->name.by_row)
        figure->series = series;
    return series;
}

static const char *text_at(const struct table_row *row, int column) {
    return column < 0 ? NULL : row->cells[column].text;
}

/* True of a column that began with texts alone: it holds none, and one message says so. */
static bool is_given_up(const struct figure_column *figure) {
    return figure->slips >= SLIPS_MAX && figure->figures == 0;
}

static void count_cell(struct reading *reading, const struct table *table, struct figure_column *figure,
                       const struct cell *cell, bool slip) {
    const struct table_heading *heading = &table->header[figure->column];
    figure->figures += !slip && (cell->status != STATUS_MISSING || cell->note != NULL);
    figure->slips += slip;
    if (figure->figures > 0)
        diag_move(reading->diag, &figure->held);
    if (slip && is_given_up(figure))
        diag_error(reading->diag, table_heading_pos(table, figure->column),
                   "column \"%s\" begins with %d texts that are no figures, and is read no further; leave it out with "
                   "without=\"%s\", or name those that hold figures: columns=\"...\"",
                   heading->text, SLIPS_MAX, heading->text);
}

static void read_row(struct reading *reading, struct figure_columns *columns, const int *periods, size_t index) {
    const struct table_row *row = &columns->table->rows[index];
    for (size_t k = 0; k < columns->count; k++) {
        struct figure_column *figure = &columns->columns[k];
        int period = is_given_up(figure) ? PERIOD_NONE : period_at(columns, periods, index, k);
        struct gathered_series *series = period == PERIOD_NONE ? NULL : series_of(reading, columns, figure, row);
        if (period != PERIOD_NONE && series == NULL)
            return;
        if (period == PERIOD_NONE)
            continue;
        struct cell_text text = {.text = row->cells[figure->column].text,
                                 .flag = text_at(row, figure->flag),
                                 .row_flag = text_at(row, columns->row_flag),
                                 .note = text_at(row, columns->note),
                                 .name = series->id,
                                 .pos = table_pos(columns->table, row, figure->column),
                                 .flag_column = figure->flag + 1,
                                 .row_flag_column = columns->row_flag + 1};
        struct diag *diag = figure->figures == 0 ? &figure->held : reading->diag;
        size_t before = diag->errors;
        struct cell_style style = figure->style;
        style.letters = series->letters;
        struct cell cell = cell_read(&style, &text, reading->arena, diag);
        count_cell(reading, columns->table, figure, &cell, diag->errors > before);
        gather_add(&reading->gather, series, period, cell);
    }
}

/* What was held back of columns with few texts and no figure. */
static void tell_held(struct reading *reading, struct figure_columns *columns) {
    for (size_t k = 0; k < columns->count; k++)
        if (!is_given_up(&columns->columns[k]))
            diag_move(reading->diag, &columns->columns[k].held);
}

/* A table without rows: its columns are series without figures, where no row is needed to name them. */
static void name_columns(struct reading *reading, struct figure_columns *columns) {
    static const struct table_row none;
    for (size_t k = 0; k < columns->count; k++)
        if (!columns->columns[k].name.by_row)
            series_of(reading, columns, &columns->columns[k], &none);
}

/* Lines of a place that is said to have nothing to count. */
static void check_nothing(const struct reading *reading, const struct table *table) {
    const char *nothing = reading->request->nothing.text;
    if (nothing != NULL && table->row_count > 0)
        diag_error(reading->diag, reading->request->nothing.pos,
                   "nothing=\"%s\", and \"%s\" has %s of it, the first in line %d; leave the lines or the words out",
                   nothing, table->path, table->row_count == 1 ? "a line" : "lines",
                   table_row_pos(table, &table->rows[0]).line);
}

/* whole: the period of all its figures, or PERIOD_NONE. */
static void read_table(struct reading *reading, struct table *table, int whole) {
    struct figure_columns *columns = &reading->tables[reading->table_count];
    if (!keep_only(reading, table) ||
        !figure_columns_find(reading->arena, reading->request, table, whole, columns, reading->diag))
        return;
    reading->table_count++;
    check_nothing(reading, table);
    if (table->row_count == 0)
        name_columns(reading, columns);
    int *periods = read_periods(reading, columns);
    tell(reading, columns);
    if (!settle_mark(reading, columns, periods))
        return;
    for (size_t i = 0; i < table->row_count && !is_hopeless(reading); i++)
        read_row(reading, columns, periods, i);
    tell_held(reading, columns);
}

static void read_files(struct reading *reading) {
    const struct source_request *request = reading->request;
    const int *periods = file_periods(reading->arena, request, reading->diag);
    for (size_t i = 0; i < request->files.count && !is_hopeless(reading); i++) {
        struct table_request asked = request->table;
        asked.path = request->files.paths[i];
        if (periods != NULL && periods[i] == PERIOD_NONE)
            continue;
        struct table *table = source_read(reading->arena, &asked, reading->diag);
        if (table != NULL)
            read_table(reading, table, periods != NULL ? periods[i] : request->of);
    }
}

void source_series_read(struct arena *arena, const struct source_request *request, struct catalogue *catalogue,
                        struct diag *diag) {
    struct reading reading = {
        .arena = arena,
        .diag = diag,
        .request = request,
        .gather = {.arena = arena,
                   .diag = diag,
                   .catalogue = catalogue,
                   .calendar = request->periods.calendar,
                   .letters = request->letters,
                   .sparse = request->sparse,
                   .nothing = request->nothing.text},
        .tables = arena_new_array(arena, request->files.count, struct figure_columns),
        .before = diag->errors,
    };
    read_files(&reading);
    struct repeats repeats = {
        .arena = arena, .diag = diag, .request = request, .tables = reading.tables, .table_count = reading.table_count};
    gather_finish(&reading.gather, repeats_meet, &repeats);
    repeats_finish(&repeats);
    text_free(&reading.name);
}
