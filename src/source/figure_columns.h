#ifndef SOURCE_FIGURE_COLUMNS_H
#define SOURCE_FIGURE_COLUMNS_H

#include "gather.h"
#include "series_name.h"
#include "source_request.h"

/* A column of figures of one table, and what holds for it. */
struct figure_column {
    size_t column;
    struct series_name name;
    struct gathered_series *series; /* where it is the same for all rows; found when a table is read */
    int period;                     /* of all its figures; PERIOD_NONE: the row says it */
    int flag;                       /* the column of flags beside it; -1 for none */
    struct cell_style style;
    enum bring_up bring_up;
    int figures, slips; /* so far: cells that were read, and those that are no figures */
    struct diag held;   /* messages of a column that has no figure yet, and may be one of texts */
};

/* What a source takes of one table. */
struct figure_columns {
    const struct table *table;
    struct figure_column *columns;
    size_t count, capacity;
    int *periods; /* the columns that make a row's period, COLUMN_OF_FIGURE for the heading of the figure */
    size_t period_count;
    bool period_by_column; /* the heading is one of them */
    int note, row_flag;    /* columns; -1 for none */
    const char *pattern;   /* by which periods are read; NULL where none are */
    const char *left_out;  /* the columns that hold nothing that is asked for: `; left out: Remarks`, or "" */
};

/*
 * Finds what a source asks for in one table: the columns of figures, what their series are called, and where their
 * periods are. Every other column is left out.
 *
 * whole   the period of all figures of the table, which the source or the name of the file says; or PERIOD_NONE
 *
 * False, reported, where the table does not have what is asked for.
 */
bool figure_columns_find(struct arena *arena, const struct source_request *request, const struct table *table,
                         int whole, struct figure_columns *columns, struct diag *diag);

#endif
