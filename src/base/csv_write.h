#ifndef BASE_CSV_WRITE_H
#define BASE_CSV_WRITE_H

#include <stdio.h>

/* One row by RFC 4180, ended with LF: quotes stand only where they must. */
void csv_write_row(const char *const *cells, size_t count, FILE *stream);

#endif
