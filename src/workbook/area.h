#ifndef WORKBOOK_AREA_H
#define WORKBOOK_AREA_H

#include <stdbool.h>

#include "arena.h"
#include "workbook_module.h"

/* The size of a sheet: what lies beyond is no cell. */
enum { ROWS_MAX = 1048576, COLUMNS_MAX = 16384 };

/* Moves behind `$AB$12`, `AB` or `12`; a part that is not there is 0. False where it is none, or beyond a sheet. */
bool area_read_cell(const char **at, const char *end, int *row, int *column);

/* Reads `B3:H40`, `$B$3`, `B:H` or `3:40`, up to the end of the text; its corners may stand in any order. */
bool area_read(const char *text, struct sheet_area *area);

/* The name in `'O''Brien'`; *end is behind its last quote. */
const char *area_unquote(struct arena *arena, const char *text, const char **end);

/* Splits `'My sheet'!B3:H40`: *sheet is NULL where none is named. What is left of it, which area_read reads. */
const char *area_split_sheet(struct arena *arena, const char *text, const char **sheet);

#endif
