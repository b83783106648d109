#ifndef TABULATE_BOOK_NAME_H
#define TABULATE_BOOK_NAME_H

#include "index.h"

/* The names of sheets and tables that were given out: no two alike, whatever their capitals. */
struct book_names {
    struct arena *arena;
    struct index sheets, tables;
};

/* A name that every program takes for a sheet, from a text: at most BOOK_NAME_MAX characters, none of them []:*?/\,
 * no apostrophe at an end; with a number behind it where another sheet has it. */
const char *book_name_sheet(struct book_names *names, const char *text);

/* The same for a table: letters, digits and underscores. `text` starts with a letter, and is no address of a cell. */
const char *book_name_table(struct book_names *names, const char *text);

#endif
