#ifndef WORKBOOK_SHEET_ROWS_H
#define WORKBOOK_SHEET_ROWS_H

#include "diag.h"
#include "workbook_module.h"

/*
 * Cells of a sheet on their way to rows: what is asked of a sheet is cut out, rows that are not there become blank
 * ones, blank ones at the end are dropped, merged cells get the text of their first, and what is hidden is told. It
 * knows no format of workbooks.
 */
struct sheet_rows;

/* skip   so many rows at the top of the area are left out */
struct sheet_rows *sheet_rows_create(const struct sheet_area *area, int skip, struct row_taker taker,
                                     struct source_pos pos, struct diag *diag);
void sheet_rows_free(struct sheet_rows *rows);

/* Cells that are merged, before the row of the first is handed over. */
void sheet_rows_merge(struct sheet_rows *rows, const struct sheet_area *merged);

/* Columns that are hidden, before the first row. */
void sheet_rows_hide_columns(struct sheet_rows *rows, int first, int last);

/* Begins a row below the one before. False where no more rows are wanted, or, reported, where it cannot be. */
bool sheet_rows_begin(struct sheet_rows *rows, int row, bool hidden);

/* Puts a text into a cell of that row; the last one holds. What lies outside the area is left out. */
void sheet_rows_put(struct sheet_rows *rows, int column, const char *text, size_t length);

/* Hands the row over. False where no more are wanted. */
bool sheet_rows_end(struct sheet_rows *rows);

/* Hands the row over as often again, in the rows below. */
bool sheet_rows_repeat(struct sheet_rows *rows, int times);

/* True where the row lies in the area, so that its cells are worth reading. */
bool sheet_rows_wanted(const struct sheet_rows *rows);

/* Tells what is hidden of the rows that were handed over. */
void sheet_rows_tell_hidden(const struct sheet_rows *rows);

/* Where the sheet is. */
struct source_pos sheet_rows_pos(const struct sheet_rows *rows);

#endif
