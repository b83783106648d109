#include "csv.h"

#include <string.h>

#include "file.h"
#include "text.h"

enum { BYTES_MAX = 64 << 20, COLUMNS_MAX = 1000 };

struct parser {
    struct arena *arena;
    struct diag *diag;
    struct table *table;
    struct table_cell *cells; /* of the row that is read: room for the most */
    const char *at;
    int line;
    bool failed;
};

static struct source_pos position(const struct parser *parser, int line, size_t column) {
    return (struct source_pos){parser->table->path, line, (int)column};
}

/* A value in quotes: up to the quote that is not doubled. */
static const char *quoted(struct parser *parser, size_t column) {
    int start = parser->line;
    struct text text = {0};
    for (parser->at++; *parser->at != '\0'; parser->at++) {
        if (*parser->at == '"' && parser->at[1] != '"')
            break;
        parser->at += *parser->at == '"';
        parser->line += *parser->at == '\n';
        text_append(&text, parser->at, 1);
    }
    const char *result = arena_strdup(parser->arena, text_string(&text));
    text_free(&text);
    if (*parser->at == '\0') {
        diag_error(parser->diag, position(parser, start, column), "the quote that opens here is never closed");
        parser->failed = true;
        return result;
    }
    parser->at++;
    size_t rest = strcspn(parser->at, ",\r\n");
    if (rest > 0)
        diag_error(parser->diag, position(parser, parser->line, column),
                   "text behind a closing quote; double a quote that is part of the value");
    parser->at += rest;
    return result;
}

static const char *plain(struct parser *parser, size_t column) {
    size_t length = strcspn(parser->at, ",\r\n");
    if (memchr(parser->at, '"', length) != NULL)
        diag_error(parser->diag, position(parser, parser->line, column),
                   "a quote inside a value; put the whole value in quotes and double the quote");
    const char *result = arena_strndup(parser->arena, parser->at, length);
    parser->at += length;
    return result;
}

static void end_line(struct parser *parser) {
    if (*parser->at == '\r')
        parser->at++;
    if (*parser->at == '\n')
        parser->at++;
    parser->line++;
}

/* Reads one row into parser->cells and gives its number of cells; what is over the limit is counted and dropped. */
static size_t read_row(struct parser *parser) {
    size_t count = 0;
    for (;;) {
        int line = parser->line;
        const char *text = *parser->at == '"' ? quoted(parser, count + 1) : plain(parser, count + 1);
        if (count < COLUMNS_MAX)
            parser->cells[count] = (struct table_cell){text, line};
        count++;
        if (parser->failed || *parser->at != ',')
            break;
        parser->at++;
    }
    if (!parser->failed)
        end_line(parser);
    return count;
}

static struct table_cell *keep_row(const struct parser *parser, size_t count) {
    struct table_cell *cells = arena_new_array(parser->arena, count, struct table_cell);
    memcpy(cells, parser->cells, count * sizeof *cells);
    return cells;
}

static bool is_empty(const struct table_cell *cells, size_t count) {
    return count == 1 && cells[0].text[strspn(cells[0].text, " \t")] == '\0';
}

static bool read_header(struct parser *parser) {
    struct table *table = parser->table;
    size_t count = read_row(parser);
    struct source_pos pos = position(parser, 1, 0);
    if (parser->failed)
        return false;
    if (is_empty(parser->cells, count))
        diag_error(parser->diag, pos, "the first line is empty; expected the names of the columns");
    else if (count > COLUMNS_MAX)
        diag_error(parser->diag, pos, "%zu columns; at most %d are read", count, COLUMNS_MAX);
    else
        table->header = keep_row(parser, count);
    table->column_count = count;
    return table->header != NULL;
}

static void read_rows(struct parser *parser) {
    struct table *table = parser->table;
    size_t before = parser->diag->errors;
    while (*parser->at != '\0' && !parser->failed) {
        int line = parser->line;
        size_t count = read_row(parser);
        if (parser->failed || is_empty(parser->cells, count))
            continue;
        if (count == table->column_count)
            arena_append(parser->arena, table->rows, table->row_count, table->row_capacity) =
                (struct table_row){keep_row(parser, count), line};
        else
            diag_error(parser->diag, position(parser, line, 0), "%zu cells; the header has %zu columns", count,
                       table->column_count);
        parser->failed = parser->diag->errors - before >= READ_ERRORS_MAX;
    }
}

struct table *csv_parse(struct arena *arena, const char *path, const char *bytes, struct diag *diag) {
    struct table *table = arena_new(arena, struct table);
    struct parser parser = {.arena = arena, .diag = diag, .table = table, .at = bytes, .line = 1};
    table->path = path;
    parser.cells = arena_new_array(arena, COLUMNS_MAX, struct table_cell);
    if (*bytes == '\0') {
        diag_error(diag, (struct source_pos){path, 1, 0}, "the file is empty; expected the names of the columns");
        return NULL;
    }
    if (!read_header(&parser))
        return NULL;
    read_rows(&parser);
    return table;
}

struct table *csv_read(struct arena *arena, const char *path, struct source_pos from, struct diag *diag) {
    char *bytes = file_read(arena, path, from, BYTES_MAX, diag);
    return bytes == NULL ? NULL : csv_parse(arena, path, bytes, diag);
}
