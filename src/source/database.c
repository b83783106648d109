#include "database.h"

#include <string.h>

#include "inputs.h"
#include "sql_text.h"
#include "sqlite_file.h"
#include "text.h"

enum { SECONDS_USUAL = 60, ROWS_MAX = 10000000 };

static const struct module_need sqlite_need = {
    .name = "sqlite", .use = "databases of SQLite", .package = "libsqlite3-0", .size = sizeof(struct database_module)};
static const struct module_need odbc_need = {
    .name = "odbc", .use = "data sources of ODBC", .package = "libodbc2", .size = sizeof(struct database_module)};

/* A database while it is read. */
struct database_reading {
    const struct table_request *request;
    struct row_taker taker;
    struct diag *diag;
    const struct database_module *module;
    struct database *database;
    struct sql_text sql;
    struct request_text written; /* the query of a table */
    const char *sheet;           /* what its rows belong to, in messages */
    int rows;
    bool stopped; /* no more are wanted */
};

static struct source_pos place(const struct database_reading *reading) {
    const struct table_request *request = reading->request;
    return request->query.text != NULL   ? request->query.pos
           : request->table.text != NULL ? request->table.pos
                                         : request->from;
}

/* ------------------------------------------------------------------ tables */

/* `a, b, c`, the first ones of many. */
static const char *list_tables(struct arena *arena, struct database_tables tables) {
    enum { MOST = 20 };
    const char *list = "";
    for (size_t i = 0; i < tables.count && i < MOST; i++)
        list = arena_printf(arena, "%s%s%s", list, i > 0 ? ", " : "", tables.items[i].name);
    return tables.count <= MOST ? list : arena_printf(arena, "%s and %zu more", list, tables.count - MOST);
}

static const char *nearest_table(struct arena *arena, const char *name, struct database_tables tables) {
    const char **names = arena_new_array(arena, 2 * tables.count + 1, const char *);
    for (size_t i = 0; i < tables.count; i++) {
        names[2 * i] = tables.items[i].name;
        names[2 * i + 1] = tables.items[i].part;
    }
    const char *near = text_suggestion(arena, name, names, 2 * tables.count);
    return *near != '\0' || tables.count == 0 ? near
                                              : arena_printf(arena, "; there are %s", list_tables(arena, tables));
}

/* The table of that name, or of that last part of a name; NULL, reported, where there is none, or more than one. */
static const struct database_table *find_table(const struct database_reading *reading, struct database_tables tables) {
    const char *name = reading->request->table.text, *path = reading->request->path;
    const struct database_table *found = NULL, *other = NULL;
    for (size_t i = 0; i < tables.count; i++)
        if (strcmp(tables.items[i].name, name) == 0)
            return &tables.items[i];
    for (size_t i = 0; i < tables.count; i++)
        if (strcmp(tables.items[i].part, name) == 0) {
            other = found;
            found = &tables.items[i];
        }
    if (found == NULL)
        diag_error(reading->diag, place(reading), "\"%s\" has no table or view \"%s\"%s", path, name,
                   nearest_table(reading->diag->arena, name, tables));
    else if (other != NULL)
        diag_error(reading->diag, place(reading), "\"%s\" has %s and %s; say which", path, other->name, found->name);
    return other == NULL ? found : NULL;
}

static const struct database_table *only_table(const struct database_reading *reading, struct database_tables tables) {
    if (tables.count == 1)
        return &tables.items[0];
    if (tables.count == 0)
        diag_error(reading->diag, place(reading), "\"%s\" has no tables", reading->request->path);
    else
        diag_error(reading->diag, place(reading),
                   "\"%s\" has more than one table; say which with table=\"...\", or write a <query>: %s",
                   reading->request->path, list_tables(reading->diag->arena, tables));
    return NULL;
}

/* ------------------------------------------------------------------ failures */

/* The place of the first thing in quotes that a message names, where the query has it once. */
static long find_named(const struct sql_text *sql, const char *message) {
    for (const char *s = message; (s = strpbrk(s, "\"'`")) != NULL;) {
        const char *end = strchr(s + 1, *s);
        long at = end == NULL ? -1 : sql_text_find(sql, s + 1, (size_t)(end - s - 1));
        if (at >= 0)
            return at;
        s = end == NULL ? s + 1 : end + 1;
    }
    return -1;
}

static void report_failure(const struct database_reading *reading, const struct database_failure *failure) {
    struct source_pos pos = place(reading);
    if (reading->request->query.text != NULL)
        pos = sql_text_pos(&reading->sql, failure->at >= 0 ? failure->at : find_named(&reading->sql, failure->text));
    if (failure->system)
        diag_system(reading->diag, pos, "\"%s\": %s", reading->request->path, failure->text);
    else
        diag_error(reading->diag, pos, "\"%s\": %s", reading->request->path, failure->text);
}

/* `; :code is E09000012`, of each parameter once. */
static const char *told_values(const struct database_reading *reading) {
    const struct sql_text *sql = &reading->sql;
    const char *told = "";
    for (size_t i = 0; i < sql->value_count; i++) {
        const char *at = sql->query->text + sql->marks[i];
        for (size_t k = 0; k < i; k++)
            at += sql->lengths[k] - 1;
        const char *one = arena_printf(reading->diag->arena, "%s%.*s is %s", *told == '\0' ? "; " : ", ",
                                       (int)sql->lengths[i], at, sql->values[i]);
        if (strstr(told, one + 2) == NULL)
            told = arena_printf(reading->diag->arena, "%s%s", told, one);
    }
    return told;
}

static void report_no_rows(const struct database_reading *reading) {
    if (reading->request->query.text != NULL)
        diag_error(reading->diag, place(reading), "the query gives no rows%s", told_values(reading));
    else
        diag_error(reading->diag, place(reading), "the table \"%s\" of \"%s\" has no rows", reading->sheet,
                   reading->request->path);
}

/* ------------------------------------------------------------------ rows */

/* What a database hands over may be anything. */
static void check_cell(struct raw_cell *cell) {
    if (cell->length > DATABASE_CELL_MAX) {
        cell->length = 0;
        cell->problem = "a text of more than 1 MB, the most that is read";
    } else if (cell->problem == NULL && utf8_first_bad(cell->text, cell->length) >= 0) {
        cell->length = 0;
        cell->problem = "the text is not UTF-8, or has a NUL byte in it";
    }
}

static bool take(void *to, const struct raw_row *row) {
    struct database_reading *reading = to;
    struct raw_row named = *row;
    named.sheet = reading->sheet;
    for (size_t i = 0; i < row->count && i < RAW_CELLS_MAX; i++)
        check_cell(&named.cells[i]);
    reading->rows = row->line;
    if (row->line > ROWS_MAX)
        diag_error(reading->diag, place(reading),
                   "more than %d rows, the most that are read; let the query pick those "
                   "that are needed",
                   ROWS_MAX);
    reading->stopped = row->line > ROWS_MAX || !reading->taker.take(reading->taker.to, &named);
    return !reading->stopped;
}

/* Makes the query of a table. */
static bool settle_query(struct database_reading *reading) {
    const struct table_request *request = reading->request;
    reading->sheet = "query";
    if (request->query.text != NULL)
        return true;
    struct database_failure failure = {.at = -1};
    struct database_tables tables = reading->module->tables(reading->database, &failure);
    if (failure.text != NULL) {
        report_failure(reading, &failure);
        return false;
    }
    const struct database_table *table =
        request->table.text != NULL ? find_table(reading, tables) : only_table(reading, tables);
    if (table == NULL)
        return false;
    reading->sheet = table->name;
    reading->sql.text = arena_printf(reading->diag->arena, "SELECT * FROM %s", table->sql);
    return true;
}

static bool read_rows(struct database_reading *reading) {
    const struct table_request *request = reading->request;
    struct database_failure failure = {.at = -1};
    const struct database_query query = {
        .text = reading->sql.text,
        .values = reading->sql.values,
        .value_count = reading->sql.value_count,
        .seconds = request->query_seconds > 0 ? request->query_seconds : SECONDS_USUAL,
    };
    reading->module->rows(reading->database, &query, (struct row_taker){.take = take, .to = reading}, &failure);
    if (failure.text != NULL)
        report_failure(reading, &failure);
    else if (reading->rows == 0 && !reading->stopped && request->needed == ROWS_NEEDED)
        report_no_rows(reading);
    else {
        if (reading->taker.leave != NULL)
            reading->taker.leave(reading->taker.to, 0,
                                 request->query.text != NULL ? "the result of a query" : "a table of a database");
        return true;
    }
    return false;
}

static bool read_database(const struct table_request *request, const struct module_need *need, bool immutable,
                          struct row_taker taker, struct diag *diag) {
    struct database_reading reading = {.request = request, .taker = taker, .diag = diag};
    if (request->query.text != NULL && !sql_text_read(diag->arena, request, &reading.sql, diag))
        return false;
    reading.module = module_open(need, request->from, diag);
    reading.database = reading.module == NULL ? NULL : reading.module->open(request, immutable, diag);
    if (reading.database == NULL)
        return false;
    bool good = settle_query(&reading) && read_rows(&reading);
    reading.module->close(reading.database);
    return good;
}

bool database_sqlite_read(const struct table_request *request, struct row_taker taker, struct diag *diag) {
    struct sqlite_file file;
    return sqlite_file_look(request, &file, diag) &&
           read_database(request, &sqlite_need, file.immutable, taker, diag) && sqlite_file_stood(request, &file, diag);
}

bool database_odbc_read(const struct table_request *request, struct row_taker taker, struct diag *diag) {
    inputs_add_unsure(request->path);
    return read_database(request, &odbc_need, false, taker, diag);
}

struct database_tables database_sqlite_tables(const struct table_request *request, struct diag *diag) {
    struct sqlite_file file;
    struct database_tables tables = {0};
    const struct database_module *module =
        sqlite_file_look(request, &file, diag) ? module_open(&sqlite_need, request->from, diag) : NULL;
    struct database *database = module == NULL ? NULL : module->open(request, file.immutable, diag);
    if (database == NULL)
        return tables;
    struct database_failure failure = {.at = -1};
    tables = module->tables(database, &failure);
    module->close(database);
    if (tables.count == 0)
        diag_error(diag, request->from, "\"%s\": %s", request->path,
                   failure.text != NULL ? failure.text : "the database has no tables");
    return tables;
}
