#ifndef SOURCE_DATABASE_H
#define SOURCE_DATABASE_H

#include "database_module.h"

/*
 * Hands over the rows of a table, a view or a query: of a file of SQLite, or of a data source of ODBC. Names of columns
 * are the headings, row 1 is the first behind them; what is NULL is blank.
 *
 * False, reported, where there is no such table, where the query is refused or fails, and where nothing comes of it.
 */
bool database_sqlite_read(const struct table_request *request, struct row_taker taker, struct diag *diag);
bool database_odbc_read(const struct table_request *request, struct row_taker taker, struct diag *diag);

/* The tables and views of a file of SQLite. None, reported, where it cannot be read, or has none. */
struct database_tables database_sqlite_tables(const struct table_request *request, struct diag *diag);

#endif
