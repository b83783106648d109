#ifndef SOURCE_SQL_TEXT_H
#define SOURCE_SQL_TEXT_H

#include "table_request.h"

/*
 * A query as a catalogue has it: one statement that reads, with parameters `:name`. A colon in quotes, in a comment, in
 * `::text` or before a digit begins no parameter.
 */
struct sql_text {
    const char *text;          /* with a `?` in place of each parameter */
    const char *const *values; /* of the parameters, in their order */
    size_t value_count;
    const struct request_text *query; /* as it stands in the catalogue */
    const size_t *marks;              /* where the parameters stand in text */
    const size_t *lengths;            /* of their names, with the colon */
};

/* False, reported at its place, where it is no single statement, where it would write, and where a parameter is none of
 * the request's. A parameter is called as a column is, in letters of either case, with `_` for what is no letter or
 * digit. */
bool sql_text_read(struct arena *arena, const struct table_request *request, struct sql_text *sql, struct diag *diag);

/* The place in the catalogue of a byte of text; where the query begins for a negative one. */
struct source_pos sql_text_pos(const struct sql_text *sql, long at);

/* The byte of text at which a word stands that is there once; -1 for any other. */
long sql_text_find(const struct sql_text *sql, const char *word, size_t length);

#endif
