#ifndef SOURCE_SHAPE_H
#define SOURCE_SHAPE_H

#include "gather.h"
#include "table.h"

/* What reading a table of cells in any shape needs: where its series go, and what they are called. */
struct shape {
    struct arena *arena;
    struct diag *diag;
    struct catalogue *catalogue;
    const struct table *table;
    const char *prefix;     /* put before each name, with a point between: `lac.total`; NULL for none */
    struct source_pos from; /* the element or attribute that asks for it */
};

/* The name of a series, its prefix before it. */
const char *shape_series_id(const struct shape *shape, const char *name);

/* The figure in a cell, named for messages. */
struct cell shape_figure(const struct shape *shape, const struct table_row *row, size_t column, const char *name);

/* The name in a column of a row; NULL, reported, where it is empty. */
const char *shape_row_id(const struct shape *shape, const struct table_row *row, size_t column);

/* The period in a column of a row; PERIOD_NONE, reported, where it is none. */
int shape_row_period(const struct shape *shape, const struct table_row *row, size_t column);

/* Gathers the cells of a shape whose rows come in any order. */
struct gather shape_gather(const struct shape *shape);

/* Lays gathered cells into their series; a period that has a figure already is reported. */
void shape_lay_out(struct gather *gather);

#endif
