#ifndef SOURCE_RAW_ROW_H
#define SOURCE_RAW_ROW_H

#include <stdbool.h>
#include <stddef.h>

/* A row of a file while it streams by. Its texts lie in the reader's memory, without a NUL, until the next row is read.
 */

/* Cells of a sheet that are merged: each has the text of the first. */
enum raw_merged {
    MERGED_NONE,
    MERGED_FIRST,  /* the first, and others to the right of it */
    MERGED_ACROSS, /* one to the right of the first */
    MERGED_DOWN    /* one in a row below it */
};

struct raw_cell {
    const char *text;
    size_t length;
    int line;            /* where it starts */
    const char *problem; /* what is wrong with the way it is written; NULL for nothing */
    bool doubled;        /* quotes in it are still doubled: never so in a row that is handed over */
    enum raw_merged merged;
};

struct raw_row {
    struct raw_cell *cells;
    size_t count; /* cells of the row; those from RAW_CELLS_MAX on are counted and not there */
    int line;
    const char *sheet; /* of a workbook, or the table of a database; NULL for a text file. It outlives the row */
    bool semicolons;   /* they part its cells */
};

enum { RAW_CELLS_MAX = 16384 };

/* Who takes the rows of a file, one by one. */
struct row_taker {
    bool (*take)(void *to, const struct raw_row *row); /* false where no more are wanted */
    /* So many lines were not wanted, and how the file was read, for notes. NULL: that is not asked. */
    void (*leave)(void *to, int lines, const char *how);
    void *to;
};

/* The cell without blanks at either end: spaces, tabs, line ends, spaces that do not break. */
struct raw_cell raw_trim(struct raw_cell cell);

/* True where the cell has blanks and nothing else, or is beyond the row's end. */
bool raw_is_blank(const struct raw_row *row, size_t column);

/* True where all cells of a row from `first` on are blank. */
bool raw_row_is_blank(const struct raw_row *row, size_t first);

/* The length of the blank that a text begins with: 0 where it begins with none. */
size_t raw_blank(const char *text, size_t length);

/* True where a text is the other one, but for blanks at its ends; a run of blanks equals any other. */
bool raw_equals(struct raw_cell cell, const char *text);

#endif
