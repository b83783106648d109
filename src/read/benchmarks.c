#include <stdlib.h>
#include <string.h>

#include "catalogue_internal.h"
#include "cell.h"
#include "csv.h"
#include "value.h"

/* `2016/17` and `2016-17` are the same year. */
static const char *year_name(struct arena *arena, const char *text) {
    char *year = arena_strdup(arena, text);
    char *slash = strchr(year, '/');
    if (slash != NULL)
        *slash = '-';
    return year;
}

static void add_benchmark(struct catalogue_reader *reader, struct indicator *indicator, struct benchmark benchmark) {
    const struct benchmark *other = indicator_benchmark(indicator, benchmark.name, benchmark.year);
    if (other != NULL) {
        diag_error(reader->diag, benchmark.pos, "%s: the benchmark \"%s\" of %s is there already: %s, line %d",
                   indicator->id, benchmark.name, benchmark.year, other->pos.file, other->pos.line);
        return;
    }
    arena_append(reader->arena, indicator->benchmarks, indicator->benchmark_count, indicator->benchmark_capacity) =
        benchmark;
}

static void read_element(struct catalogue_reader *reader, struct indicator *indicator,
                         const struct xml_element *element) {
    const char *name = xml_value(element, "comparator"), *year = xml_value(element, "year");
    struct fraction value = reader_number(element, "value");
    if (name == NULL || year == NULL || !value_is_year(year) || !fraction_present(value) ||
        reader_comparator(reader, name, xml_pos(element, "comparator")) == NULL)
        return;
    add_benchmark(reader, indicator,
                  (struct benchmark){name, year_name(reader->arena, year), value, STATUS_PRESENT, element->pos});
}

static void read_row(struct catalogue_reader *reader, const struct csv *csv, const struct csv_row *row,
                     size_t indicator_column, size_t year_column) {
    const char *id = cell_trim(reader->arena, row->cells[indicator_column].text);
    const char *year = cell_trim(reader->arena, row->cells[year_column].text);
    struct indicator *indicator = reader_indicator(reader, id, csv_pos(csv, row, indicator_column));
    if (!value_is_year(year)) {
        diag_error(reader->diag, csv_pos(csv, row, year_column),
                   "year: \"%s\" is not a year; expected such as 2016 or 2016-17", year);
        return;
    }
    for (size_t i = 0; indicator != NULL && i < csv->column_count; i++) {
        const struct comparator *comparator = catalogue_comparator(reader->catalogue, csv->header[i].text);
        if (i == indicator_column || i == year_column || comparator == NULL)
            continue;
        struct source_pos pos = csv_pos(csv, row, i);
        struct cell cell = cell_read(reader->arena, row->cells[i].text, comparator->id, true, pos, reader->diag);
        add_benchmark(
            reader, indicator,
            (struct benchmark){comparator->id, year_name(reader->arena, year), cell.number, cell.status, pos});
    }
}

static void warn_of_strangers(struct catalogue_reader *reader, const struct csv *csv) {
    for (size_t i = 0; i < csv->column_count; i++) {
        const char *name = csv->header[i].text;
        if (strcmp(name, "indicator") != 0 && strcmp(name, "year") != 0 &&
            catalogue_comparator(reader->catalogue, name) == NULL)
            diag_warning(reader->diag, (struct source_pos){csv->path, csv->header[i].line, (int)i + 1},
                         "the column \"%s\" is no comparator of the catalogue; left out", name);
    }
}

static void read_file(struct catalogue_reader *reader, const struct xml_element *element) {
    const char *file = xml_value(element, "file");
    struct source_pos pos = xml_pos(element, "file");
    if (file == NULL)
        return;
    char *path = path_resolve(reader->arena, reader->scope, reader->catalogue->path, file, pos, reader->diag);
    const struct csv *csv = path == NULL ? NULL : csv_read(reader->arena, path, pos, reader->diag);
    if (csv == NULL)
        return;
    int indicator = csv_need_column(csv, "indicator", reader->diag);
    int year = csv_need_column(csv, "year", reader->diag);
    if (indicator < 0 || year < 0)
        return;
    warn_of_strangers(reader, csv);
    size_t before = reader->diag->errors;
    for (size_t i = 0; i < csv->row_count && reader->diag->errors - before < READ_ERRORS_MAX; i++)
        read_row(reader, csv, &csv->rows[i], (size_t)indicator, (size_t)year);
}

/* By year, then as they were read. */
static int compare_benchmarks(const void *left, const void *right) {
    const struct benchmark *a = left, *b = right;
    int order = strcmp(a->year, b->year);
    if (order != 0)
        return order;
    return a->pos.line != b->pos.line ? (a->pos.line > b->pos.line) - (a->pos.line < b->pos.line)
                                      : (a->pos.column > b->pos.column) - (a->pos.column < b->pos.column);
}

void reader_read_benchmarks(struct catalogue_reader *reader) {
    struct catalogue *catalogue = reader->catalogue;
    for (const struct xml_element *child = reader->root->first_child; child != NULL; child = child->next) {
        const char *id = strcmp(child->name, "indicator") == 0 ? xml_value(child, "id") : NULL;
        struct indicator *indicator = id == NULL ? NULL : catalogue_indicator(catalogue, id);
        for (const struct xml_element *inner = child->first_child; inner != NULL && indicator; inner = inner->next)
            if (strcmp(inner->name, "benchmark") == 0)
                read_element(reader, indicator, inner);
        if (strcmp(child->name, "benchmarks") == 0)
            read_file(reader, child);
    }
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        if (catalogue->indicators[i]->benchmark_count > 0)
            qsort(catalogue->indicators[i]->benchmarks, catalogue->indicators[i]->benchmark_count,
                  sizeof(struct benchmark), compare_benchmarks);
}
