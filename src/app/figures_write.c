#include "figures_write.h"

#include <stdlib.h>

#include "compute.h"
#include "csv_write.h"

enum { VALUE_DECIMALS = 10 };

struct row {
    const char *indicator, *field, *period, *value, *printed, *status;
};

/* Where rows go, how many have gone, and of which indicator they are. */
struct sink {
    FILE *stream;
    void (*write)(const struct row *row, struct sink *sink);
    size_t rows;
    struct arena *arena; /* for one indicator */
    const struct indicator *indicator;
};

/* All digits of what ends, since that is what the files hold; a mean may have been cut. */
static const char *value_text(struct arena *arena, struct field_name field, struct fraction value) {
    bool cut = (field.source == FROM_FIELD && field_is_mean(field.field)) ||
               (field.source == FROM_AMONG && field.among == AMONG_BENCHMARK);
    return cut ? fraction_plain(arena, value, VALUE_DECIMALS) : fraction_exact(arena, value, VALUE_DECIMALS);
}

static void write_figure(struct sink *sink, struct field_name field, const char *word, const char *period,
                         const struct figure *figure) {
    struct arena *arena = sink->arena;
    struct row row = {
        .indicator = sink->indicator->id,
        .field = word,
        .period = period,
        .printed = figure_printed_named(arena, sink->indicator, field, figure),
        .status = status_words[figure->status].word,
    };
    row.value = fraction_present(figure->value) ? value_text(arena, field, figure->value) : row.printed;
    sink->write(&row, sink);
    sink->rows++;
}

static void write_annuals(struct sink *sink, const char *period) {
    const struct indicator *indicator = sink->indicator;
    for (size_t i = 0; i < indicator->annual_count; i++) {
        const struct annual *annual = &indicator->annuals[i];
        char *name = arena_printf(sink->arena, "annual:%s", annual->year);
        for (char *s = name; *s != '\0'; s++)
            if (*s == '/')
                *s = '-';
        struct figure figure = figure_of_annual(annual);
        write_figure(sink, (struct field_name){.source = FROM_ANNUAL}, name, period, &figure);
    }
}

/* `benchmark:family`, `rank:family` by period. */
static void write_among(struct sink *sink, const struct figure_table *table, const struct comparator *comparator,
                        char **periods) {
    for (enum among among = 0; among < AMONG_COUNT; among++) {
        if (!figure_has_among(comparator, among))
            continue;
        const char *word = arena_printf(sink->arena, "%s:%s", among_words[among], comparator->id);
        for (int i = 0; i < table->count; i++)
            write_figure(sink, field_among(among, comparator->id), word, periods[i],
                         figure_among(table, comparator, among, table->first + i));
    }
}

static void write_benchmarks(struct sink *sink, const struct catalogue *catalogue, const char *period) {
    for (size_t i = 0; i < catalogue->comparator_count; i++) {
        const struct benchmark *benchmark = indicator_latest_benchmark(sink->indicator, catalogue->comparators[i].id);
        if (benchmark == NULL || catalogue->comparators[i].computed != COMPUTED_NOT)
            continue;
        struct figure figure = figure_of_benchmark(benchmark);
        write_figure(sink, (struct field_name){.source = FROM_BENCHMARK},
                     arena_printf(sink->arena, "benchmark:%s", benchmark->name), period, &figure);
    }
}

static void write_table(struct sink *sink, const struct figure_table *table, char **periods) {
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        int count = field_exists(table->indicator, field) ? table->count : 0;
        for (int i = 0; i < count; i++)
            write_figure(sink, (struct field_name){.field = field}, field_words[field], periods[i],
                         figure_at(table, field, table->first + i));
    }
    for (size_t i = 0; i < table->catalogue->comparator_count; i++)
        write_among(sink, table, &table->catalogue->comparators[i], periods);
}

static void write_rows(const struct catalogue *catalogue, int period, struct sink *sink) {
    struct arena *shared = arena_create();
    int first, count;
    figures_periods(catalogue, period, &first, &count);
    struct figure_table table = figure_table_make(shared, catalogue, first, count);
    char **periods = arena_new_array(shared, (size_t)table.count, char *);
    for (int i = 0; i < table.count; i++)
        periods[i] = calendar_iso(shared, catalogue->calendar, table.first + i);
    const char *reported = calendar_iso(shared, catalogue->calendar, period);
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        sink->arena = arena_create();
        sink->indicator = table.indicator = catalogue->indicators[i];
        figures_compute_table(&table, catalogue, period);
        write_table(sink, &table, periods);
        write_annuals(sink, reported);
        write_benchmarks(sink, catalogue, reported);
        arena_destroy(sink->arena);
    }
    arena_destroy(shared);
}

static void write_csv_row(const struct row *row, struct sink *sink) {
    const char *const cells[] = {row->indicator, row->field, row->period, row->value, row->printed, row->status};
    csv_write_row(cells, sizeof(cells) / sizeof(*cells), sink->stream);
}

void figures_write_csv(const struct catalogue *catalogue, int period, FILE *stream) {
    struct sink sink = {.stream = stream, .write = write_csv_row};
    fputs("indicator,field,period,value,printed,status\n", stream);
    write_rows(catalogue, period, &sink);
}

/* Ids and figures hold no character that JSON would have escaped but these. */
static void write_string(const char *name, const char *string, FILE *stream) {
    fprintf(stream, "\"%s\": \"", name);
    for (; *string != '\0'; string++) {
        if (*string == '"' || *string == '\\')
            putc_unlocked('\\', stream);
        putc_unlocked(*string, stream);
    }
    putc_unlocked('"', stream);
}

static void write_json_row(const struct row *row, struct sink *sink) {
    const char *const cells[][2] = {{"indicator", row->indicator}, {"field", row->field},     {"period", row->period},
                                    {"value", row->value},         {"printed", row->printed}, {"status", row->status}};
    fputs(sink->rows == 0 ? "\n" : ",\n", sink->stream);
    for (size_t i = 0; i < sizeof(cells) / sizeof(*cells); i++) {
        fputs(i == 0 ? "{" : ", ", sink->stream);
        write_string(cells[i][0], cells[i][1], sink->stream);
    }
    fputc('}', sink->stream);
}

void figures_write_json(const struct catalogue *catalogue, int period, FILE *stream) {
    struct sink sink = {.stream = stream, .write = write_json_row};
    fputc('[', stream);
    write_rows(catalogue, period, &sink);
    fputs("\n]\n", stream);
}
