#ifndef TABULATE_BOOK_H
#define TABULATE_BOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "calendar.h"

/*
 * A workbook as a writer takes it: sheets of lines and of at most one table, which hold no formula. It is handed over
 * sheet by sheet and row by row, so that nothing of its size is ever in memory; what a call gives lives until the next
 * call of that kind.
 */

enum { BOOK_NAME_MAX = 31 };

enum book_cell_kind { BOOK_TEXT, BOOK_NUMBER, BOOK_DATE };

/* Text is what is shown, of a number as a page prints it; it is never empty. */
struct book_cell {
    enum book_cell_kind kind;
    const char *text;
    double number; /* unrounded, in the unit of the heading; of a date its day of calendar_days */
    int decimals;  /* that are shown */
    bool plus;     /* a number above zero has its sign */
    bool leads;    /* a link to a sheet: */
    size_t sheet;
};

struct book_column {
    const char *heading; /* unlike every other of its table, whatever its capitals */
    int width;           /* characters */
    bool figures;        /* numbers, or what stands for them */
};

/* The title is in the first cell; lines are below it, and the table below them, without a blank row. */
struct book_sheet {
    const char *title;
    const struct book_cell *lines; /* texts */
    size_t line_count;
    bool prose;        /* lines are broken in a column of a width to read; else they run on to the right */
    const char *table; /* its name; NULL: the sheet has no table */
    const struct book_column *columns;
    size_t column_count, row_count; /* rows without the headings, one or more */
};

struct book {
    const char *title, *subject, *creator, *language; /* en-GB; subject and creator may be NULL */
    long long created;                                /* seconds since 1970, UTC */
    const char *const *names;                         /* of its sheets: no two alike whatever their capitals */
    size_t sheet_count;
    struct tabulator *tabulator; /* what makes the sheets */
    const struct book_sheet *(*open)(struct tabulator *tabulator, size_t sheet);
    /* Fills the cells of a row of the sheet that was opened last. */
    void (*fill)(struct tabulator *tabulator, size_t row, struct book_cell *cells);
};

#endif
