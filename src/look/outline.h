#ifndef LOOK_OUTLINE_H
#define LOOK_OUTLINE_H

#include "source.h"

/*
 * Where the table of a data file stands, found before anybody has said anything of it: what separates its columns,
 * which rows have the headings, what stands below it. It is a guess for somebody who then says how the file is read;
 * nothing that a pack publishes rests on it.
 *
 * The headings stand above the first rows that have figures; what has one cell alone, behind the last row that has
 * more, is no part of the table. A database has names of columns, so that nothing is asked of it.
 *
 * request   has the path; receives separator, skip or from_heading, heading_rows, until
 *
 * False, reported, where the file cannot be read or has no table.
 */
bool outline_find(struct arena *arena, struct table_request *request, struct diag *diag);

#endif
