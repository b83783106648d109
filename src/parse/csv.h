#ifndef PARSE_CSV_H
#define PARSE_CSV_H

#include "diag.h"

/* A comma-separated file by RFC 4180: quotes, line ends inside quotes, LF or CRLF, UTF-8 with or without a mark. */

/* After so many mistakes the rest of a file is not read. */
enum { READ_ERRORS_MAX = 1000 };

struct csv_cell {
    const char *text; /* never NULL */
    int line;         /* where it starts */
};

struct csv_row {
    struct csv_cell *cells; /* as many as the file has columns */
    int line;
};

/* Every row has column_count cells: a row with more or fewer is reported and left out. Empty lines do not count. */
struct csv {
    const char *path;
    struct csv_cell *header;
    size_t column_count;
    struct csv_row *rows;
    size_t row_count, row_capacity;
};

/* Reads a file of at most 64 MB. from is where it was named. NULL, reported, where it cannot be read or has no header.
 */
struct csv *csv_read(struct arena *arena, const char *path, struct source_pos from, struct diag *diag);

/* The same from memory; path is a name for messages. */
struct csv *csv_parse(struct arena *arena, const char *path, const char *bytes, struct diag *diag);

/* The column of that heading, or -1. */
int csv_column(const struct csv *csv, const char *heading);

/* The column of that heading; -1, reported at the header, where there is none. */
int csv_need_column(const struct csv *csv, const char *heading, struct diag *diag);

/* Where a cell is: its line, and the number of the column in place of the column of a letter. */
struct source_pos csv_pos(const struct csv *csv, const struct csv_row *row, size_t column);

#endif
