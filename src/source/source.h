#ifndef SOURCE_SOURCE_H
#define SOURCE_SOURCE_H

#include "raw_row.h"
#include "table.h"
#include "table_request.h"

/*
 * Reads a data file as a table of cells. What its name ends in says which format it has; any other name is that of a
 * text file. A format more is a row of the table in source.c and a file that hands its rows over.
 *
 * NULL, reported, where it cannot be read or has no headings.
 */
struct table *source_read(struct arena *arena, const struct table_request *request, struct diag *diag);

enum source_kind { SOURCE_TEXT, SOURCE_WORKBOOK, SOURCE_DATABASE, SOURCE_KIND_COUNT };

/* What a file of that name is, or the data source of ODBC. */
enum source_kind source_kind_of(const struct table_request *request);

/* Hands over all rows as they stand, before anything is made of them, from the line on that the request begins with.
 * False, reported, where the file cannot be read. */
bool source_rows(const struct table_request *request, struct row_taker taker, struct diag *diag);

#endif
