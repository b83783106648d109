#ifndef WORKBOOK_ODS_H
#define WORKBOOK_ODS_H

#include "workbook.h"

/* The part of an ODS that has all sheets, one behind the other. */
#define ODS_CONTENT "content.xml"

/* True of an element that stands in a cell without being its text, or beside the sheets: a comment, a drawing. */
bool ods_is_passed_over(const char *name);

/* Reads a sheet's cells. False, reported. */
bool ods_sheet_read(struct workbook *workbook, size_t sheet, struct sheet_rows *rows);

#endif
