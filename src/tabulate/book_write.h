#ifndef TABULATE_BOOK_WRITE_H
#define TABULATE_BOOK_WRITE_H

#include <stdio.h>

#include "book.h"
#include "diag.h"

enum book_format { BOOK_XLSX, BOOK_ODS };

/* Writes a workbook; the caller flushes and closes. False was reported. */
bool book_write(const struct book *book, enum book_format format, FILE *stream, struct diag *diag);

#endif
