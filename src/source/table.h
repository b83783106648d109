#ifndef SOURCE_TABLE_H
#define SOURCE_TABLE_H

#include "diag.h"

/*
 * A table of cells as a data file has it, whatever its format: a heading a column, and rows of text, each cell with its
 * place. What reads shapes, periods and numbers out of it knows no file format.
 */

/* After so many mistakes the rest of a file is not read. */
enum { READ_ERRORS_MAX = 1000 };

struct table_heading {
    const char *text; /* `Group / Heading` where there are several rows of headings; "" where it is blank */
    const char *part; /* the last of them: `Heading` */
    bool named;       /* a condition goes by the column, or it is filled down: it holds no figures unless asked for */
    int line;
};

struct table_cell {
    const char *text; /* never NULL */
    int line;         /* where it starts */
};

struct table_row {
    struct table_cell *cells; /* as many as the table has columns */
    int line;
};

struct raw_row;

struct table {
    const char *path;
    const char *sheet; /* of a workbook, or the table of a database; NULL for a text file */
    struct table_heading *header;
    size_t column_count;
    struct table_row *rows;
    size_t row_count, row_capacity;
    const struct raw_row **wrong; /* rows that no table can have, set aside where the request says so */
    size_t wrong_count, wrong_capacity;
    bool semicolons; /* they part its columns, as they do where commas are decimal marks */
};

/*
 * A reference to a column, in any attribute of a catalogue, is its heading, or the last part of it where only one
 * column has that, or its position: `[F]` or `[6]`. Blanks at the ends do not count, and a run of them is one.
 */

/* The column of that reference; -1 where there is none, or more than one. */
int table_column(const struct table *table, const char *reference);

/* The column of that reference; -1, reported at the headings, where there is none, or more than one. */
int table_need_column(const struct table *table, const char *reference, struct diag *diag);

/* The same, reported at the place that names it. */
int table_column_for(const struct table *table, const char *reference, struct source_pos pos, struct diag *diag);

/* References joined by ` + `, one after the other; the whole text is one where a column is called so. NULL: none. */
struct reference_list {
    const char *rest;
    bool whole;
};
struct reference_list table_references(const struct table *table, const char *text);

/* The next of them; NULL behind the last. */
const char *table_next_reference(struct reference_list *list, struct arena *arena);

/* The columns of `Year + Month`: *count of them. NULL, reported at the place that names them. */
int *table_columns_for(const struct table *table, const char *references, struct source_pos pos, size_t *count,
                       struct diag *diag);

/* Where a cell is: its line, and the number of the column in place of the column of a letter. */
struct source_pos table_pos(const struct table *table, const struct table_row *row, size_t column);
struct source_pos table_row_pos(const struct table *table, const struct table_row *row);
struct source_pos table_heading_pos(const struct table *table, size_t column);

/* The letters of a column as spreadsheets have them: 0 is A, 26 is AA. */
const char *table_letters(struct arena *arena, size_t column);

#endif
