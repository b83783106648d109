#ifndef SOURCE_SOURCE_H
#define SOURCE_SOURCE_H

#include "table.h"

/*
 * Reads a data file as a table of cells. What its name ends in says which format it has; any other name is that of a
 * comma-separated file. A format more is a row of the table in source.c and a file that gives a struct table.
 *
 * path   the file
 * from   where it was named
 *
 * NULL, reported, where it cannot be read or has no header.
 */
struct table *source_read(struct arena *arena, const char *path, struct source_pos from, struct diag *diag);

#endif
