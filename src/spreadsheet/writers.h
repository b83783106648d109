#ifndef SPREADSHEET_WRITERS_H
#define SPREADSHEET_WRITERS_H

#include <stdio.h>

#include "book.h"
#include "diag.h"
#include "text.h"

/* As struct spreadsheet_module has them. */
bool xlsx_write(const struct book *book, FILE *stream, struct diag *diag);
bool ods_write(const struct book *book, FILE *stream, struct diag *diag);

/* What sheets of both formats have alike: so many decimals at most, and so many characters in a line to read. */
enum { DECIMALS_MAX = 10, PROSE_WIDTH = 80 };

/* How texts stand in a column: the first at its edge, others a little away from the numbers before them, and what is
 * among numbers as they do. */
enum text_look { LOOK_FIRST, LOOK_TEXT, LOOK_FIGURES, LOOK_COUNT };
enum text_look spreadsheet_look(const struct book_sheet *sheet, size_t column);

/* The name of a sheet as an address has it: in apostrophes, with its own doubled. */
void spreadsheet_add_name(struct text *text, const char *name);

/* Reports why a spreadsheet could not be written; false. */
bool spreadsheet_fail(struct diag *diag, const char *format, const char *why);

#endif
