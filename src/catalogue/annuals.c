#include <stdlib.h>
#include <string.h>

#include "catalogue_reader.h"
#include "cell.h"
#include "expression.h"
#include "figure.h"
#include "lookup.h"
#include "text.h"
#include "value.h"

/* Figures of past years, of indicators or of raw columns, from files of one line each. */

enum { NAME, YEAR, VALUE, COLUMN_COUNT };
static const char *const column_words[COLUMN_COUNT] = {"id", "year", "value"};

struct annual_file {
    const struct table *table;
    bool of_series; /* names are those of series, else of indicators */
    int prefix;     /* the column of what stands before a name; -1: none */
    size_t columns[COLUMN_COUNT];
    char **years; /* those that are taken; NULL for all */
    size_t year_count;
};

static bool takes_year(const struct annual_file *file, const char *year) {
    for (size_t i = 0; i < file->year_count; i++)
        if (strcmp(file->years[i], year) == 0)
            return true;
    return file->years == NULL;
}

/* The figures of years before the present definition are no comparison. */
static bool is_before_definition(const struct catalogue_reader *reader, const struct indicator *indicator,
                                 const char *year) {
    int since = xml_first(reader->elements[indicator->index], "definition-from", reader->catalogue->calendar);
    return calendar_year_first(reader->catalogue->calendar, calendar_year_parse(year)) < since;
}

/* False, reported, where the figure of a year is there already. */
static bool is_first(struct catalogue_reader *reader, const char *id, const struct annual *annuals, size_t count,
                     struct annual annual) {
    for (size_t i = 0; i < count; i++) {
        if (calendar_year_parse(annuals[i].year) != calendar_year_parse(annual.year))
            continue;
        diag_error(reader->diag, annual.pos, "%s: the figure of %s is there already: %s, line %d", id, annual.year,
                   annuals[i].pos.file, annuals[i].pos.line);
        return false;
    }
    return true;
}

static void add_to_indicator(struct catalogue_reader *reader, struct indicator *indicator, struct annual annual) {
    if (!is_first(reader, indicator->id, indicator->annuals, indicator->annual_count, annual))
        return;
    annual.new_definition = is_before_definition(reader, indicator, annual.year);
    arena_append(reader->arena, indicator->annuals, indicator->annual_count, indicator->annual_capacity) = annual;
}

static void add_to_series(struct catalogue_reader *reader, struct series *series, struct annual annual) {
    if (is_first(reader, series->id, series->annuals, series->annual_count, annual))
        arena_append(reader->arena, series->annuals, series->annual_count, series->annual_capacity) = annual;
}

static const char *row_name(const struct catalogue_reader *reader, const struct annual_file *file,
                            const struct table_row *row) {
    const char *name = cell_trim(reader->arena, row->cells[file->columns[NAME]].text);
    if (file->prefix < 0)
        return name;
    return arena_printf(reader->arena, "%s.%s", cell_trim(reader->arena, row->cells[file->prefix].text), name);
}

static void read_row(struct catalogue_reader *reader, const struct annual_file *file, const struct table_row *row) {
    const struct table *table = file->table;
    const char *name = row_name(reader, file, row);
    const char *year = cell_trim(reader->arena, row->cells[file->columns[YEAR]].text);
    struct source_pos pos = table_pos(table, row, file->columns[VALUE]);
    if (!takes_year(file, year))
        return;
    if (!value_is_year(year)) {
        diag_error(
            reader->diag, table_pos(table, row, file->columns[YEAR]),
            "year: \"%s\" is not a year; expected such as 2016 or 2016/17, or name those to take in years=\"...\"",
            year);
        return;
    }
    struct source_pos name_pos = table_pos(table, row, file->columns[NAME]);
    const struct cell_text text = {.text = row->cells[file->columns[VALUE]].text, .name = year, .pos = pos};
    struct cell cell = cell_read(&cell_style_usual, &text, reader->arena, reader->diag);
    struct annual annual = {.year = year, .value = cell.number, .status = cell.status, .words = cell.words, .pos = pos};
    struct series *series = file->of_series ? lookup_series(reader, name, name_pos) : NULL;
    struct indicator *indicator = file->of_series ? NULL : lookup_indicator(reader, name, name_pos);
    if (series != NULL)
        add_to_series(reader, series, annual);
    if (indicator != NULL)
        add_to_indicator(reader, indicator, annual);
}

/* The columns that the element names; false, reported, where the file has not all of them. */
static bool find_columns(struct catalogue_reader *reader, const struct xml_element *element, struct annual_file *file) {
    bool all = true;
    file->of_series = xml_value(element, "series") != NULL;
    if (file->of_series && xml_value(element, "id") != NULL)
        diag_error(reader->diag, xml_pos(element, "id"),
                   "id names indicators and series columns of the data; keep one");
    for (int i = 0; i < COLUMN_COUNT; i++) {
        const char *attribute = i == NAME && file->of_series ? "series" : column_words[i];
        int column = lookup_column(reader, file->table, element, attribute, attribute);
        file->columns[i] = column < 0 ? 0 : (size_t)column;
        all = all && column >= 0;
    }
    bool has_prefix = xml_value(element, "prefix-column") != NULL;
    file->prefix = has_prefix ? lookup_column(reader, file->table, element, "prefix-column", "") : -1;
    return all && (!has_prefix || file->prefix >= 0);
}

static void read_file(struct catalogue_reader *reader, const struct xml_element *element) {
    const char *years = xml_value(element, "years");
    struct annual_file file = {.table = lookup_table(reader, element)};
    if (file.table == NULL || !find_columns(reader, element, &file))
        return;
    if (years != NULL)
        file.years = text_split(reader->arena, years, &file.year_count);
    size_t before = reader->diag->errors;
    for (size_t i = 0; i < file.table->row_count && reader->diag->errors - before < READ_ERRORS_MAX; i++)
        read_row(reader, &file, &file.table->rows[i]);
}

static int compare_annuals(const void *left, const void *right) {
    const struct annual *a = left, *b = right;
    return calendar_year_parse(a->year) - calendar_year_parse(b->year);
}

static void sort(struct annual *annuals, size_t count) {
    if (count > 0)
        qsort(annuals, count, sizeof(struct annual), compare_annuals);
}

/* What the counts of a year give, rounded as all past years are held; absent where one of them is. A rate needs the
 * population of a year, which is not known. */
static struct annual from_counts(const struct indicator *indicator, const char *year) {
    struct annual annual = series_annual(indicator->numerator, year);
    if (indicator->denominator == NULL)
        return annual;
    struct annual whole = series_annual(indicator->denominator, year);
    annual.status = status_worse(annual.status, whole.status);
    annual.value = status_is_absent(annual.status)
                       ? fraction_none()
                       : fraction_divide(fraction_multiply(annual.value, indicator->per), whole.value);
    if (!status_is_absent(annual.status) && !fraction_present(annual.value))
        annual.status = STATUS_MISSING;
    annual.value = figure_rounded_to(indicator, FIELD_VALUE, annual.value, indicator->decimals);
    return annual;
}

/* The first of the columns that a series is worked out from, NULL where there is none. */
static const struct series *first_column(const struct series *series) {
    while (series != NULL && series->expression != NULL) {
        size_t at = 0;
        series = expression_next(series->expression, &at);
    }
    return series;
}

/* A year that the files say nothing of follows from the counts of that year. */
static void derive(struct catalogue_reader *reader, struct indicator *indicator) {
    const struct series *counted = first_column(indicator->numerator);
    for (size_t i = 0; counted != NULL && i < counted->annual_count && indicator->measure != MEASURE_RATE; i++) {
        struct annual annual = from_counts(indicator, counted->annuals[i].year);
        if (!status_is_absent(annual.status) && indicator_annual(indicator, annual.year) == NULL)
            add_to_indicator(reader, indicator, annual);
    }
}

void annuals_read(struct catalogue_reader *reader) {
    const struct catalogue *catalogue = reader->catalogue;
    for (const struct xml_element *child = reader->root->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "annual") == 0)
            read_file(reader, child);
    for (size_t i = 0; i < catalogue->series_count; i++)
        sort(catalogue->series[i]->annuals, catalogue->series[i]->annual_count);
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        derive(reader, catalogue->indicators[i]);
        sort(catalogue->indicators[i]->annuals, catalogue->indicators[i]->annual_count);
    }
}
