#ifndef LOOK_SHEET_CHOICE_H
#define LOOK_SHEET_CHOICE_H

#include "workbook_source.h"

/*
 * Names the sheet of a workbook that is looked at, where none is named: that with the most figures. Where there is one
 * table on it, as Excel has them, and it names no sheet by itself, that table.
 *
 * request   has the path, and may name a sheet; receives the sheet or the table
 *
 * False, reported, where a sheet cannot be read, or none has figures.
 */
bool sheet_choice_make(const struct workbook_contents *contents, struct table_request *request, struct diag *diag);

#endif
