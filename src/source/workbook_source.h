#ifndef SOURCE_WORKBOOK_SOURCE_H
#define SOURCE_WORKBOOK_SOURCE_H

#include "workbook_module.h"

/*
 * Reads a sheet of a workbook, XLSX, ODS or XLS, row by row, as text: a number in full, a day as `2018-07-04`, with a
 * time of day behind it where it has one, TRUE and FALSE, an error such as `#DIV/0!`, and a formula without a value as
 * `=A1+B1`. Each cell of several that are merged has the text of the first.
 *
 * False, reported, where it cannot be read, or where several sheets may be meant.
 */
bool workbook_read(const struct table_request *request, struct row_taker taker, struct diag *diag);

/* What there is in it. NULL, reported, where it cannot be read. */
const struct workbook_contents *workbook_list(const struct table_request *request, struct diag *diag);

#endif
