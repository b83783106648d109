#ifndef SOURCE_DATABASE_MODULE_H
#define SOURCE_DATABASE_MODULE_H

#include "module.h"
#include "raw_row.h"
#include "table_request.h"

/*
 * What reads a kind of database: a module each, since their libraries are needed by few runs. It reads and never
 * writes: not in the database, and no file beside it.
 */

struct database;

/* A text of more bytes in one cell is not read. */
enum { DATABASE_CELL_MAX = 1 << 20 };

/* A table or a view. */
struct database_table {
    const char *name; /* `kpi`, or `sales.kpi` where the database has schemas */
    const char *part; /* the last of it */
    const char *sql;  /* the name as a query writes it, in quotes */
    bool view;
};

struct database_tables {
    const struct database_table *items;
    size_t count;
};

/* A query with a `?` for each of its values, which are bound in that order. */
struct database_query {
    const char *text;
    const char *const *values;
    size_t value_count;
    int seconds; /* that it may take */
};

/* Why a query came to nothing. */
struct database_failure {
    const char *text; /* NULL: it did not */
    long at;          /* the byte of the query that it is about; -1: not known */
    bool system;      /* the world's, not the analyst's */
};

struct database_module {
    struct module_head head;
    /* immutable: a file that is read as it stands, without locks. NULL, reported at the place that names the database.
     */
    struct database *(*open)(const struct table_request *request, bool immutable, struct diag *diag);
    /* All that can be read, in the database's order, with texts in diag's arena. */
    struct database_tables (*tables)(struct database *database, struct database_failure *failure);
    /* Hands the names of its columns over as a row of line 0, then its rows, the first of line 1. */
    void (*rows)(struct database *database, const struct database_query *query, struct row_taker taker,
                 struct database_failure *failure);
    void (*close)(struct database *database);
};

#endif
