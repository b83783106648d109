#ifndef SOURCE_CSV_H
#define SOURCE_CSV_H

#include "table.h"

/*
 * Reads a comma-separated file of at most 64 MB by RFC 4180: quotes, line ends inside quotes, LF or CRLF, UTF-8 with or
 * without a mark. Every row has as many cells as the header: a row with more or fewer is reported and left out. Empty
 * lines do not count.
 *
 * from   where it was named
 *
 * NULL, reported, where it cannot be read or has no header.
 */
struct table *csv_read(struct arena *arena, const char *path, struct source_pos from, struct diag *diag);

/* The same from memory; path is a name for messages. */
struct table *csv_parse(struct arena *arena, const char *path, const char *bytes, struct diag *diag);

#endif
