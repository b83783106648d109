#ifndef SOURCE_SOURCE_H
#define SOURCE_SOURCE_H

#include "table.h"
#include "table_request.h"

/*
 * Reads a data file as a table of cells. What its name ends in says which format it has; any other name is that of a
 * text file. A format more is a row of the table in source.c and a file that hands its rows to an intake.
 *
 * NULL, reported, where it cannot be read or has no headings.
 */
struct table *source_read(struct arena *arena, const struct table_request *request, struct diag *diag);

#endif
