#ifndef SOURCE_CSV_H
#define SOURCE_CSV_H

#include "diag.h"
#include "raw_row.h"
#include "table_request.h"

/*
 * Reads a text file of rows of cells by RFC 4180, row by row: quotes, line ends inside quotes, LF, CRLF or CR behind a
 * row. A separator that is not said is recognised: it is the one that divides the headings into two cells or more, and
 * more of the rows behind them into as many than any other does. A first line `sep=;` says it too.
 *
 * False, reported, where the file cannot be opened, or where two separators are as likely.
 */
bool csv_read(const struct table_request *request, struct row_taker taker, struct diag *diag);

#endif
