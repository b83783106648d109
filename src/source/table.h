#ifndef SOURCE_TABLE_H
#define SOURCE_TABLE_H

#include "diag.h"

/*
 * A table of cells as a data file has it, whatever its format: a heading a column, and rows of text, each cell with its
 * place. What reads shapes, periods and numbers out of it knows no file format.
 */

/* After so many mistakes the rest of a file is not read. */
enum { READ_ERRORS_MAX = 1000 };

struct table_cell {
    const char *text; /* never NULL */
    int line;         /* where it starts */
};

struct table_row {
    struct table_cell *cells; /* as many as the table has columns */
    int line;
};

struct table {
    const char *path;
    struct table_cell *header;
    size_t column_count;
    struct table_row *rows;
    size_t row_count, row_capacity;
};

/* The column of that heading, or -1. */
int table_column(const struct table *table, const char *heading);

/* The column of that heading; -1, reported at the header, where there is none. */
int table_need_column(const struct table *table, const char *heading, struct diag *diag);

/* Where a cell is: its line, and the number of the column in place of the column of a letter. */
struct source_pos table_pos(const struct table *table, const struct table_row *row, size_t column);

#endif
