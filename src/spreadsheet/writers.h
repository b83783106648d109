#ifndef SPREADSHEET_WRITERS_H
#define SPREADSHEET_WRITERS_H

#include <stdio.h>

#include "book.h"
#include "diag.h"

/* As struct spreadsheet_module has them. */
bool xlsx_write(const struct book *book, FILE *stream, struct diag *diag);
bool ods_write(const struct book *book, FILE *stream, struct diag *diag);

/* Reports why a spreadsheet could not be written; false. */
bool spreadsheet_fail(struct diag *diag, const char *format, const char *why);

#endif
