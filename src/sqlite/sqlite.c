#include <limits.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "database_module.h"
#include "double_text.h"

enum {
    BUSY_MILLISECONDS = 5000,
    MEMORY_MAX = 256 << 20,
    ASK_AFTER = 10000, /* steps of the machine that runs a query */
};

struct database {
    sqlite3 *handle;
    struct diag *diag;
    time_t until; /* a query has to be done by then */
    int seconds;
};

/* ------------------------------------------------------------------ what may be done */

/* Reading, and nothing else: no pragma, no other file, no function that leads out of the database. */
static int authorize(void *closure, int action, const char *first, const char *second, const char *database,
                     const char *trigger) {
    (void)closure, (void)first, (void)database, (void)trigger;
    if (action == SQLITE_FUNCTION)
        return sqlite3_stricmp(second, "load_extension") == 0 ? SQLITE_DENY : SQLITE_OK;
    return action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_RECURSIVE ? SQLITE_OK : SQLITE_DENY;
}

static time_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec;
}

static int is_too_late(void *closure) {
    const struct database *database = closure;
    return now() > database->until;
}

/* A file may be made to do harm. */
static void confine(struct database *database) {
    static const int limits[][2] = {
        {SQLITE_LIMIT_LENGTH, 64 << 20},           {SQLITE_LIMIT_SQL_LENGTH, 1 << 20}, {SQLITE_LIMIT_EXPR_DEPTH, 200},
        {SQLITE_LIMIT_COMPOUND_SELECT, 100},       {SQLITE_LIMIT_VDBE_OP, 1 << 20},    {SQLITE_LIMIT_ATTACHED, 0},
        {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 10000}, {SQLITE_LIMIT_WORKER_THREADS, 0},
    };
    sqlite3 *handle = database->handle;
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++)
        sqlite3_limit(handle, limits[i][0], limits[i][1]);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    sqlite3_busy_timeout(handle, BUSY_MILLISECONDS);
    sqlite3_exec(handle,
                 "PRAGMA query_only = 1; PRAGMA cell_size_check = 1; PRAGMA mmap_size = 0; PRAGMA temp_store = 2", NULL,
                 NULL, NULL);
    sqlite3_set_authorizer(handle, authorize, database);
    sqlite3_progress_handler(handle, ASK_AFTER, is_too_late, database);
}

/* ------------------------------------------------------------------ failures */

/* What a failure of SQLite's means to somebody who did not write the file. */
static const struct {
    int code;
    bool system;
    const char *text;
} meanings[] = {
    {SQLITE_NOTADB, false, "the file is no database of SQLite, or an encrypted one, which cannot be read"},
    {SQLITE_CORRUPT, false, "the database is damaged"},
    {SQLITE_BUSY, false, "another program writes to the database and keeps it locked; run it again when that is done"},
    {SQLITE_LOCKED, false,
     "another program writes to the database and keeps it locked; run it again when that is done"},
    {SQLITE_READONLY, false,
     "a program broke off while it wrote to the database; open it once with that program, which puts it right"},
    {SQLITE_AUTH, false, "the query does more than read this database"},
    {SQLITE_TOOBIG, false, "the query or a cell of its result is too large"},
    {SQLITE_CANTOPEN, true, "the database cannot be opened, or a file that belongs to it"},
    {SQLITE_NOMEM, false, "the query takes more than 256 MB of memory; let it pick and sort less"},
};

static void explain(struct database *database, int code, struct database_failure *failure) {
    if (code == SQLITE_NOMEM && sqlite3_memory_used() < MEMORY_MAX / 2)
        memory_exhausted();
    *failure = (struct database_failure){.at = -1};
    for (size_t i = 0; i < sizeof meanings / sizeof meanings[0]; i++)
        if (meanings[i].code == (code & 0xFF)) {
            failure->text = meanings[i].text;
            failure->system = meanings[i].system;
            return;
        }
    if ((code & 0xFF) == SQLITE_INTERRUPT) {
        failure->text = arena_printf(database->diag->arena,
                                     "the query takes more than %d seconds; let it pick less, or say how long it may "
                                     "take: <query seconds=\"...\">",
                                     database->seconds);
        return;
    }
    failure->text = arena_strdup(database->diag->arena, sqlite3_errmsg(database->handle));
    failure->system = (code & 0xFF) != SQLITE_ERROR;
    failure->at = sqlite3_error_offset(database->handle);
}

/* ------------------------------------------------------------------ opening */

/* `file:` and the path, in which what means something to an address is written by its number. */
static const char *address(struct arena *arena, const char *path, bool immutable) {
    char *text = arena_alloc(arena, 3 * strlen(path) + 64), *end = stpcpy(text, "file:");
    for (; *path != '\0'; path++)
        if (strchr("%?#", *path) != NULL)
            end += snprintf(end, 4, "%%%02X", (unsigned char)*path);
        else
            *end++ = *path;
    stpcpy(end, immutable ? "?mode=ro&immutable=1" : "?mode=ro");
    return text;
}

static struct database *sqlite_open(const struct table_request *request, bool immutable, struct diag *diag) {
    char *path = realpath(request->path, NULL);
    struct database *database = arena_new(diag->arena, struct database);
    *database = (struct database){.diag = diag};
    sqlite3_hard_heap_limit64(MEMORY_MAX);
    int code = path == NULL ? SQLITE_CANTOPEN
                            : sqlite3_open_v2(address(diag->arena, path, immutable), &database->handle,
                                              SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOFOLLOW |
                                                  SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX,
                                              NULL);
    free(path);
    if (code == SQLITE_OK) {
        confine(database);
        return database;
    }
    struct database_failure failure;
    explain(database, code, &failure);
    diag_system(diag, request->from, "\"%s\": %s", request->path, failure.text);
    sqlite3_close(database->handle);
    return NULL;
}

static void sqlite_close(struct database *database) {
    sqlite3_close(database->handle);
}

/* ------------------------------------------------------------------ rows */

static const char *quoted(struct arena *arena, const char *name) {
    char *plain = sqlite3_mprintf("\"%w\"", name);
    if (plain == NULL)
        memory_exhausted();
    const char *result = arena_strdup(arena, plain);
    sqlite3_free(plain);
    return result;
}

static sqlite3_stmt *prepare(struct database *database, const char *text, struct database_failure *failure) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(database->handle, text, -1, &statement, NULL);
    if (code != SQLITE_OK)
        explain(database, code, failure);
    else if (sqlite3_column_count(statement) == 0 || !sqlite3_stmt_readonly(statement))
        failure->text = "the query gives no rows of columns; expected SELECT ...";
    return statement;
}

static struct database_tables sqlite_tables(struct database *database, struct database_failure *failure) {
    static const char query[] =
        "SELECT name, type = 'view' FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE "
        "'sqlite^_%' ESCAPE '^' ORDER BY rowid";
    struct database_table *tables = NULL;
    size_t count = 0, capacity = 0;
    struct arena *arena = database->diag->arena;
    database->seconds = BUSY_MILLISECONDS / 1000;
    database->until = now() + database->seconds;
    sqlite3_stmt *statement = prepare(database, query, failure);
    int code = statement == NULL ? SQLITE_DONE : sqlite3_step(statement);
    for (; code == SQLITE_ROW; code = sqlite3_step(statement)) {
        const char *name = arena_strdup(arena, (const char *)sqlite3_column_text(statement, 0));
        arena_append(arena, tables, count, capacity) = (struct database_table){
            .name = name, .part = name, .sql = quoted(arena, name), .view = sqlite3_column_int(statement, 1)};
    }
    if (code != SQLITE_DONE)
        explain(database, code, failure);
    sqlite3_finalize(statement);
    return (struct database_tables){tables, count};
}

/* A row while it is handed over. */
struct sqlite_row {
    struct raw_row raw;
    char (*numbers)[DOUBLE_TEXT_MAX]; /* room to write those of a row in */
};

static void take_cell(sqlite3_stmt *statement, struct sqlite_row *row, int column) {
    struct raw_cell *cell = &row->raw.cells[column];
    char *number = row->numbers[column];
    *cell = (struct raw_cell){.text = "", .line = row->raw.line};
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
        break;
    case SQLITE_FLOAT:
        cell->length = double_text(number, sqlite3_column_double(statement, column));
        cell->text = number;
        break;
    case SQLITE_BLOB:
        cell->length =
            (size_t)snprintf(number, DOUBLE_TEXT_MAX, "binary of %d bytes", sqlite3_column_bytes(statement, column));
        cell->text = number;
        break;
    default:
        cell->text = (const char *)sqlite3_column_text(statement, column);
        cell->length = (size_t)sqlite3_column_bytes(statement, column);
        if (cell->text == NULL)
            memory_exhausted();
        break;
    }
}

static void take_names(sqlite3_stmt *statement, struct sqlite_row *row) {
    for (size_t i = 0; i < row->raw.count; i++) {
        const char *name = sqlite3_column_name(statement, (int)i);
        if (name == NULL)
            memory_exhausted();
        row->raw.cells[i] = (struct raw_cell){.text = name, .length = strlen(name)};
    }
}

static int hand_over(sqlite3_stmt *statement, struct row_taker taker) {
    struct sqlite_row row = {.raw.count = (size_t)sqlite3_column_count(statement)};
    row.raw.cells = memory_alloc(row.raw.count * sizeof *row.raw.cells);
    row.numbers = memory_alloc(row.raw.count * sizeof *row.numbers);
    take_names(statement, &row);
    bool wanted = taker.take(taker.to, &row.raw);
    int code = SQLITE_DONE;
    while (wanted && row.raw.line < INT_MAX && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        row.raw.line++;
        for (size_t i = 0; i < row.raw.count; i++)
            take_cell(statement, &row, (int)i);
        wanted = taker.take(taker.to, &row.raw);
    }
    free(row.raw.cells);
    free(row.numbers);
    return wanted ? code : SQLITE_DONE;
}

static bool bind(struct database *database, sqlite3_stmt *statement, const struct database_query *query,
                 struct database_failure *failure) {
    if (sqlite3_bind_parameter_count(statement) != (int)query->value_count) {
        failure->text = "the query has a parameter that is written by another sign than a colon; expected :name";
        return false;
    }
    for (size_t i = 0; i < query->value_count; i++) {
        int code = sqlite3_bind_text(statement, (int)i + 1, query->values[i], -1, SQLITE_STATIC);
        if (code == SQLITE_OK)
            continue;
        explain(database, code, failure);
        return false;
    }
    return true;
}

static void sqlite_rows(struct database *database, const struct database_query *query, struct row_taker taker,
                        struct database_failure *failure) {
    database->seconds = query->seconds;
    database->until = now() + query->seconds;
    sqlite3_stmt *statement = prepare(database, query->text, failure);
    if (failure->text == NULL && bind(database, statement, query, failure)) {
        int code = hand_over(statement, taker);
        if (code != SQLITE_DONE)
            explain(database, code, failure);
    }
    sqlite3_finalize(statement);
}

MODULE_EXPORT const struct database_module module = {.head = MODULE_HEAD(struct database_module),
                                                     .open = sqlite_open,
                                                     .tables = sqlite_tables,
                                                     .rows = sqlite_rows,
                                                     .close = sqlite_close};
