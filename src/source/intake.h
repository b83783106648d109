#ifndef SOURCE_INTAKE_H
#define SOURCE_INTAKE_H

#include "raw_row.h"
#include "table.h"
#include "table_request.h"

/*
 * Makes a table of rows that stream by, whatever the format of the file: finds the headings, ends where the table ends,
 * fills cells down, and keeps the rows that are asked for. Memory holds kept rows only.
 *
 * What is wrong with a row is reported where the row is kept: with what is left out nothing is wrong.
 */
struct intake;

/* NULL, reported, where the request itself is wrong. */
struct intake *intake_create(struct arena *arena, const struct table_request *request, struct diag *diag);

/* True where the headings begin with a row, given that they did not with one above. */
bool intake_is_heading(const struct table_request *request, const struct raw_row *row);

/* What takes the rows of the file. */
struct row_taker intake_taker(struct intake *intake);

/* The table of all that was taken, and notes of what was left out. NULL, reported, where there is none. */
struct table *intake_finish(struct intake *intake);

#endif
