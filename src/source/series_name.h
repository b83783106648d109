#ifndef SOURCE_SERIES_NAME_H
#define SOURCE_SERIES_NAME_H

#include "table.h"
#include "table_request.h"
#include "text.h"

/*
 * What series are called, for the columns of one table: `{Hospital}: {column}`, where any column may stand in braces
 * and gives the text of the row, and `{column}` gives the heading of the figure.
 */
struct name_part {
    const char *text; /* as it stands; NULL: from the table */
    int column;       /* the column; COLUMN_OF_FIGURE: the heading of the figure */
};

enum { COLUMN_OF_FIGURE = -2 };

struct series_name {
    struct name_part *parts;
    size_t part_count;
    bool by_row;    /* rows have different names */
    bool by_column; /* columns have */
};

/* Finds the columns of a name. False, reported, where the table has no such column, or a brace is left open. */
bool series_name_find(struct arena *arena, const struct table *table, struct request_text form,
                      struct series_name *name, struct diag *diag);

/*
 * Writes the name of the figure in a row and a column, in place of what the text holds.
 *
 * row      NULL where the name is the same for all rows
 * prefix   put before it with a point between; NULL for none
 *
 * -1, or the column whose cell is blank where the name needs it.
 */
int series_name_write(const struct series_name *name, const struct table *table, const struct table_row *row,
                      size_t column, const char *prefix, struct text *text);

#endif
