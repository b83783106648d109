#include <string.h>

#include "dump.h"
#include "text.h"

enum { VALUE_DECIMALS = 10 };

/* Where rows go, and how many have gone. */
struct sink {
    FILE *stream;
    size_t rows;
};

typedef void row_writer(struct arena *arena, const struct indicator *indicator, enum field field, int month,
                        const struct figure *figure, struct sink *sink);

static const char *value_text(struct arena *arena, const struct figure *figure) {
    return fraction_present(figure->value) ? fraction_plain(arena, figure->value, VALUE_DECIMALS) : figure->printed;
}

/* An arena an indicator keeps memory level for any catalogue. */
static void write_rows(const struct figures *figures, row_writer *write, FILE *stream) {
    struct sink sink = {stream, 0};
    for (size_t i = 0; i < figures->catalogue->indicator_count; i++) {
        const struct figure_table *table = &figures->tables[i];
        struct arena *arena = arena_create();
        for (enum field field = 0; field < FIELD_COUNT; field++)
            for (int month = table->first; month < table->first + table->count; month++)
                if (indicator_has_field(table->indicator, field)) {
                    write(arena, table->indicator, field, month, figure_at(table, field, month), &sink);
                    sink.rows++;
                }
        arena_destroy(arena);
    }
}

static void write_quoted(const char *string, FILE *stream) {
    if (strpbrk(string, ",\"\r\n") == NULL) {
        fputs(string, stream);
        return;
    }
    fputc('"', stream);
    for (; *string != '\0'; string++) {
        if (*string == '"')
            fputc('"', stream);
        fputc(*string, stream);
    }
    fputc('"', stream);
}

static void write_csv_row(struct arena *arena, const struct indicator *indicator, enum field field, int month,
                          const struct figure *figure, struct sink *sink) {
    FILE *stream = sink->stream;
    const char *const cells[] = {indicator->id,           field_words[field],
                                 month_iso(arena, month), value_text(arena, figure),
                                 figure->printed,         status_words[figure->status].word};
    for (size_t i = 0; i < sizeof(cells) / sizeof(*cells); i++) {
        if (i > 0)
            fputc(',', stream);
        write_quoted(cells[i], stream);
    }
    fputc('\n', stream);
}

void figures_write_csv(const struct figures *figures, FILE *stream) {
    fputs("indicator,field,period,value,printed,status\n", stream);
    write_rows(figures, write_csv_row, stream);
}

/* Ids and figures hold no character that JSON would have escaped but these. */
static void write_string(const char *name, const char *string, FILE *stream) {
    fprintf(stream, "\"%s\": \"", name);
    for (; *string != '\0'; string++) {
        if (*string == '"' || *string == '\\')
            fputc('\\', stream);
        fputc(*string, stream);
    }
    fputc('"', stream);
}

static void write_json_row(struct arena *arena, const struct indicator *indicator, enum field field, int month,
                           const struct figure *figure, struct sink *sink) {
    const char *const cells[][2] = {{"indicator", indicator->id},        {"field", field_words[field]},
                                    {"period", month_iso(arena, month)}, {"value", value_text(arena, figure)},
                                    {"printed", figure->printed},        {"status", status_words[figure->status].word}};
    fputs(sink->rows == 0 ? "\n" : ",\n", sink->stream);
    for (size_t i = 0; i < sizeof(cells) / sizeof(*cells); i++) {
        fputs(i == 0 ? "{" : ", ", sink->stream);
        write_string(cells[i][0], cells[i][1], sink->stream);
    }
    fputc('}', sink->stream);
}

void figures_write_json(const struct figures *figures, FILE *stream) {
    fputc('[', stream);
    write_rows(figures, write_json_row, stream);
    fputs("\n]\n", stream);
}
