#ifndef TABLE_FIXTURE_H
#define TABLE_FIXTURE_H

#include "../read_test.h"

#include "source.h"

/* Reads bytes as a file x.csv, as a request asks that says nothing of its path. */
static inline struct table *read_bytes(struct fixture *fixture, const char *bytes, size_t length,
                                       struct table_request request) {
    request.path = fixture_bytes(fixture, "x.csv", bytes, length);
    request.from = (struct source_pos){.file = "catalogue.xml", .line = 3, .column = 5};
    return source_read(fixture->arena, &request, &fixture->diag);
}

static inline struct table *read_text(struct fixture *fixture, const char *text, struct table_request request) {
    return read_bytes(fixture, text, strlen(text), request);
}

static inline struct table *read_plain(struct fixture *fixture, const char *text) {
    return read_text(fixture, text, (struct table_request){0});
}

/* A text that a message points at. */
static inline struct request_text said(const char *text) {
    return (struct request_text){text, {.file = "catalogue.xml", .line = 7, .column = 9}};
}

/* The whole table, a row a line: `a|b`. */
static inline const char *rows_of(struct fixture *fixture, const struct table *table) {
    const char *all = "";
    for (size_t row = 0; row < table->row_count; row++)
        for (size_t i = 0; i < table->column_count; i++)
            all = arena_printf(fixture->arena, "%s%s%s", all, table->rows[row].cells[i].text,
                               i + 1 < table->column_count ? "|" : "\n");
    return all;
}

static inline const char *headings_of(struct fixture *fixture, const struct table *table) {
    const char *all = "";
    for (size_t i = 0; i < table->column_count; i++)
        all = arena_printf(fixture->arena, "%s%s%s", all, i > 0 ? "|" : "", table->header[i].text);
    return all;
}

#endif
