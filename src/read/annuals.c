#include <stdlib.h>
#include <string.h>

#include "catalogue_internal.h"
#include "cell.h"
#include "text.h"
#include "value.h"

/* Figures of past years, from files of one line each. */

enum { INDICATOR, YEAR, VALUE, COLUMN_COUNT };
static const char *const column_words[COLUMN_COUNT] = {"id", "year", "value"};

struct annual_file {
    const struct csv *csv;
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
    int since = xml_month(reader->elements[indicator->index], "definition-from");
    return month_make(atoi(year), reader->catalogue->year_start) < since;
}

static void add_annual(struct catalogue_reader *reader, struct indicator *indicator, struct annual annual) {
    for (size_t i = 0; i < indicator->annual_count; i++) {
        const struct annual *other = &indicator->annuals[i];
        if (atoi(other->year) != atoi(annual.year))
            continue;
        diag_error(reader->diag, annual.pos, "%s: the figure of %s is there already: %s, line %d", indicator->id,
                   annual.year, other->pos.file, other->pos.line);
        return;
    }
    annual.new_definition = is_before_definition(reader, indicator, annual.year);
    arena_append(reader->arena, indicator->annuals, indicator->annual_count, indicator->annual_capacity) = annual;
}

static void read_row(struct catalogue_reader *reader, const struct annual_file *file, const struct csv_row *row) {
    const struct csv *csv = file->csv;
    const char *id = cell_trim(reader->arena, row->cells[file->columns[INDICATOR]].text);
    const char *year = cell_trim(reader->arena, row->cells[file->columns[YEAR]].text);
    struct source_pos pos = csv_pos(csv, row, file->columns[VALUE]);
    if (!takes_year(file, year))
        return;
    if (!value_is_year(year)) {
        diag_error(
            reader->diag, csv_pos(csv, row, file->columns[YEAR]),
            "year: \"%s\" is not a year; expected such as 2016 or 2016/17, or name those to take in years=\"...\"",
            year);
        return;
    }
    struct indicator *indicator = reader_indicator(reader, id, csv_pos(csv, row, file->columns[INDICATOR]));
    struct cell cell = cell_read(reader->arena, row->cells[file->columns[VALUE]].text, year, true, pos, reader->diag);
    if (indicator != NULL)
        add_annual(reader, indicator,
                   (struct annual){.year = year, .value = cell.number, .status = cell.status, .pos = pos});
}

static void read_file(struct catalogue_reader *reader, const struct xml_element *element) {
    const char *years = xml_value(element, "years");
    struct annual_file file = {.csv = reader_csv(reader, element)};
    bool all = file.csv != NULL;
    for (int i = 0; i < COLUMN_COUNT && file.csv != NULL; i++) {
        int column = reader_column(reader, file.csv, element, column_words[i], column_words[i]);
        file.columns[i] = column < 0 ? 0 : (size_t)column;
        all = all && column >= 0;
    }
    if (!all)
        return;
    if (years != NULL)
        file.years = text_split(reader->arena, years, &file.year_count);
    size_t before = reader->diag->errors;
    for (size_t i = 0; i < file.csv->row_count && reader->diag->errors - before < READ_ERRORS_MAX; i++)
        read_row(reader, &file, &file.csv->rows[i]);
}

static int compare_annuals(const void *left, const void *right) {
    const struct annual *a = left, *b = right;
    return atoi(a->year) - atoi(b->year);
}

void reader_read_annuals(struct catalogue_reader *reader) {
    const struct catalogue *catalogue = reader->catalogue;
    for (const struct xml_element *child = reader->root->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "annual") == 0)
            read_file(reader, child);
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        if (catalogue->indicators[i]->annual_count > 0)
            qsort(catalogue->indicators[i]->annuals, catalogue->indicators[i]->annual_count, sizeof(struct annual),
                  compare_annuals);
}
