#include <stdlib.h>
#include <string.h>

#include "catalogue_reader.h"
#include "cell.h"
#include "lookup.h"
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
    struct fraction value = xml_number(element, "value");
    if (name == NULL || year == NULL || !value_is_year(year) || !fraction_present(value) ||
        lookup_comparator(reader, name, xml_pos(element, "comparator")) == NULL)
        return;
    add_benchmark(reader, indicator,
                  (struct benchmark){.name = name,
                                     .year = year_name(reader->arena, year),
                                     .value = value,
                                     .status = STATUS_PRESENT,
                                     .pos = element->pos});
}

/* A file of benchmarks and what its element says of it. */
struct benchmark_file {
    const struct table *table;
    int indicator, year_column; /* columns; year_column is -1 where `year` holds for all */
    const char *year;           /* of lines that have none; NULL: each must have one */
    const char *not_applicable; /* the word for it; may be NULL */
};

/* NULL, reported, for what is not a year. */
static const char *row_year(struct catalogue_reader *reader, const struct benchmark_file *file,
                            const struct table_row *row) {
    if (file->year_column < 0)
        return file->year;
    const char *year = cell_trim(reader->arena, row->cells[file->year_column].text);
    if (value_is_year(year))
        return year;
    if (year[0] == '\0' && file->year != NULL)
        return file->year;
    diag_error(reader->diag, table_pos(file->table, row, (size_t)file->year_column),
               "year: \"%s\" is not a year; expected such as 2016 or 2016-17", year);
    return NULL;
}

static struct cell read_cell(struct catalogue_reader *reader, const struct benchmark_file *file, const char *text,
                             const char *name, struct source_pos pos) {
    const struct cell_word word = {
        .text = file->not_applicable, .status = STATUS_NOT_APPLICABLE, .note = file->not_applicable};
    const struct cell_style style = {.words = &word, .word_count = word.text != NULL};
    return cell_read(&style, &(struct cell_text){.text = text, .name = name, .pos = pos}, reader->arena, reader->diag);
}

static void read_row(struct catalogue_reader *reader, const struct benchmark_file *file, const struct table_row *row) {
    const struct table *table = file->table;
    const char *id = cell_trim(reader->arena, row->cells[file->indicator].text);
    struct indicator *indicator = lookup_indicator(reader, id, table_pos(table, row, (size_t)file->indicator));
    const char *year = row_year(reader, file, row);
    for (size_t i = 0; indicator != NULL && year != NULL && i < table->column_count; i++) {
        const struct comparator *comparator = catalogue_comparator(reader->catalogue, table->header[i].text);
        if ((int)i == file->indicator || (int)i == file->year_column || comparator == NULL)
            continue;
        struct source_pos pos = table_pos(table, row, i);
        struct cell cell = read_cell(reader, file, row->cells[i].text, comparator->id, pos);
        add_benchmark(reader, indicator,
                      (struct benchmark){.name = comparator->id,
                                         .year = year_name(reader->arena, year),
                                         .value = cell.number,
                                         .status = cell.status,
                                         .words = cell.words,
                                         .note = cell.note,
                                         .pos = pos});
    }
}

static void warn_of_strangers(struct catalogue_reader *reader, const struct benchmark_file *file) {
    const struct table *table = file->table;
    for (size_t i = 0; i < table->column_count; i++) {
        const char *name = table->header[i].text;
        if ((int)i != file->indicator && (int)i != file->year_column &&
            catalogue_comparator(reader->catalogue, name) == NULL)
            diag_warning(reader->diag, table_heading_pos(table, i),
                         "the column \"%s\" is no comparator of the catalogue; left out", name);
    }
}

static void read_file(struct catalogue_reader *reader, const struct xml_element *element) {
    struct benchmark_file file = {.table = lookup_table(reader, element), .year_column = -1};
    if (file.table == NULL)
        return;
    file.year = xml_value(element, "year");
    file.not_applicable = xml_value(element, "not-applicable");
    file.indicator = lookup_column(reader, file.table, element, "id", "indicator");
    bool needs_year = file.year == NULL || xml_value(element, "year-column") != NULL;
    if (needs_year)
        file.year_column = lookup_column(reader, file.table, element, "year-column", "year");
    if (file.indicator < 0 || (needs_year && file.year_column < 0))
        return;
    warn_of_strangers(reader, &file);
    size_t before = reader->diag->errors;
    for (size_t i = 0; i < file.table->row_count && reader->diag->errors - before < READ_ERRORS_MAX; i++)
        read_row(reader, &file, &file.table->rows[i]);
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

void benchmarks_read(struct catalogue_reader *reader) {
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
