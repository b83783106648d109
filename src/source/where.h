#ifndef SOURCE_WHERE_H
#define SOURCE_WHERE_H

#include "raw_row.h"
#include "table.h"
#include "table_request.h"

/*
 * Which rows of a table are kept: conditions joined by `;`, all of which must hold.
 *
 *     Area Name=Hackney; Sex!=Persons|Female; Category=; Note='a; b'
 *
 * A condition names a column, `=` or `!=`, and values joined by `|`; a value that is empty stands for a blank cell.
 * What has one of these signs in it stands in quotes '...', a quote in it doubled. `{code}` outside quotes stands for a
 * word of the request. A cell is compared without blanks at its ends, to the letter.
 */
struct where;

/* NULL, reported, for conditions that are none. Nothing asked for holds for every row. */
struct where *where_parse(struct arena *arena, const struct table_request *request, struct diag *diag);

/* Finds the columns, which are named then. False, reported, where the table lacks one. */
bool where_bind(struct where *where, struct table *table, struct diag *diag);

/* The condition that finds the rows of one organisation, `Column={code}`: its column, once bound, and its text. False
 * where there is none. */
bool where_narrows(const struct where *where, size_t *column, const char **text);

/* True where the row is kept, so far as it reaches: a column beyond its end speaks against nothing. */
bool where_holds(struct where *where, const struct raw_row *row);

/* The same, and nothing is remembered of the row for where_report. */
bool where_fits(const struct where *where, const struct raw_row *row);

/* Reports, where no row was kept, what they have instead. Where rows are optional it is no mistake, but for a condition
 * that holds for no row by itself; where any number will do nothing is reported. */
void where_report(const struct where *where, const struct table *table, enum rows_needed needed, struct diag *diag);

#endif
