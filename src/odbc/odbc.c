#include <limits.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include <odbcinst.h>

#include "complaint.h"
#include "database_module.h"
#include "odbc_cell.h"
#include "watch.h"

enum { LOGIN_SECONDS = 15, GRACE_SECONDS = 10, TABLES_MAX = 10000, NAME_MAX_BYTES = 1024 };

struct database {
    SQLHENV environment;
    SQLHDBC connection;
    struct secrets secrets;
    const char *source;
    struct diag *diag;
    struct watch *watch;
    locale_t before, utf8; /* drivers take the letters of the locale */
    char quote[8];         /* that names stand in */
};

/* ------------------------------------------------------------------ failures */

static struct database_failure too_late(struct database *database, int seconds) {
    return (struct database_failure){
        .text = arena_printf(database->diag->arena,
                             "the query takes more than %d seconds; let it pick less, or say how long it may take: "
                             "<query seconds=\"...\">",
                             seconds),
        .at = -1};
}

static void fail(struct database *database, SQLSMALLINT kind, SQLHANDLE handle, int seconds,
                 struct database_failure *failure) {
    struct complaint complaint = complaint_of(database->diag->arena, &database->secrets, kind, handle);
    bool lost = strncmp(complaint.state, "08", 2) == 0;
    bool late = strcmp(complaint.state, "HYT00") == 0 || strcmp(complaint.state, "57014") == 0;
    *failure = (struct database_failure){.text = complaint.text, .at = -1, .system = lost};
    if (late)
        *failure = too_late(database, seconds);
}

/* ------------------------------------------------------------------ opening */

/* `; did you mean "x"?`, of the data sources that there are. */
static const char *nearest_source(struct database *database) {
    struct arena *arena = database->diag->arena;
    const char **names = NULL;
    size_t count = 0, capacity = 0;
    SQLCHAR name[SQL_MAX_DSN_LENGTH + 1], about[256];
    SQLSMALLINT length;
    SQLUSMALLINT way = SQL_FETCH_FIRST;
    while (SQL_SUCCEEDED(
        SQLDataSources(database->environment, way, name, sizeof name, &length, about, sizeof about, &length))) {
        arena_append(arena, names, count, capacity) = arena_strdup(arena, (const char *)name);
        way = SQL_FETCH_NEXT;
    }
    return text_suggestion(arena, database->source, names, count);
}

/* Why there is no connection, at the place that names the data source. */
static void report_refusal(struct database *database, struct source_pos pos) {
    struct complaint complaint =
        complaint_of(database->diag->arena, &database->secrets, SQL_HANDLE_DBC, database->connection);
    char driver[NAME_MAX_BYTES] = "";
    SQLGetPrivateProfileString(database->source, "Driver", "", driver, sizeof driver, "odbc.ini");
    bool of_user = strncmp(complaint.state, "28", 2) == 0 || strcasestr(complaint.text, "password") != NULL;
    if (driver[0] == '\0' && strcmp(complaint.state, "IM002") == 0)
        diag_error(database->diag, pos, "odbc.ini has no data source \"%s\"%s", database->source,
                   nearest_source(database));
    else if (strncmp(complaint.state, "IM", 2) == 0 || strcmp(complaint.state, "01000") == 0)
        diag_system(
            database->diag, pos,
            "the data source \"%s\" needs the driver \"%s\", which is not installed; odbcinst -q -d lists those "
            "that are",
            database->source, driver);
    else if (of_user)
        diag_error(database->diag, pos,
                   "the data source \"%s\" lets nobody in: %s; user and password are those of odbc.ini, or of "
                   "BOARDPACK_ODBC_USER and BOARDPACK_ODBC_PASSWORD",
                   database->source, complaint.text);
    else
        diag_system(database->diag, pos, "the data source \"%s\" cannot be reached: %s", database->source,
                    complaint.text);
}

static SQLRETURN connect_to(struct database *database) {
    SQLHDBC connection = database->connection;
    const struct secrets *secrets = &database->secrets;
    SQLSetConnectAttr(connection, SQL_ATTR_LOGIN_TIMEOUT, (SQLPOINTER)(intptr_t)LOGIN_SECONDS, SQL_IS_UINTEGER);
    SQLSetConnectAttr(connection, SQL_ATTR_ACCESS_MODE, (SQLPOINTER)(intptr_t)SQL_MODE_READ_ONLY, SQL_IS_UINTEGER);
    return SQLConnect(connection, (SQLCHAR *)(uintptr_t)database->source, SQL_NTS, (SQLCHAR *)(uintptr_t)secrets->user,
                      SQL_NTS, (SQLCHAR *)(uintptr_t)secrets->password, SQL_NTS);
}

/* A driver that hands rows on as they come, and does not keep a whole result before the first. */
static void let_rows_stream(SQLHDBC connection) {
    enum { POSTGRESQL_DECLARE_FETCH = 65539, POSTGRESQL_FETCH = 65541, ROWS_AT_ONCE = 1000 };
    char driver[64] = "";
    SQLGetInfo(connection, SQL_DRIVER_NAME, driver, sizeof driver, NULL);
    if (strncmp(driver, "psqlodbc", strlen("psqlodbc")) != 0)
        return;
    SQLSetConnectAttr(connection, POSTGRESQL_DECLARE_FETCH, (SQLPOINTER)(intptr_t)1, SQL_IS_INTEGER);
    SQLSetConnectAttr(connection, POSTGRESQL_FETCH, (SQLPOINTER)(intptr_t)ROWS_AT_ONCE, SQL_IS_INTEGER);
}

/* How databases are told that nothing is to be written, beside what every driver is told. */
static const char *reading_only(SQLHDBC connection) {
    static const char *const ways[][2] = {{"PostgreSQL", "SET TRANSACTION READ ONLY"},
                                          {"MySQL", "SET TRANSACTION READ ONLY"},
                                          {"MariaDB", "SET TRANSACTION READ ONLY"},
                                          {"Oracle", "SET TRANSACTION READ ONLY"},
                                          {"SQLite", "PRAGMA query_only = 1"}};
    char name[64] = "";
    SQLGetInfo(connection, SQL_DBMS_NAME, name, sizeof name, NULL);
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
        if (strcasecmp(name, ways[i][0]) == 0)
            return ways[i][1];
    return NULL;
}

/* Begins a transaction that reads, and is rolled back. */
static bool begin(struct database *database, struct source_pos pos) {
    SQLHDBC connection = database->connection;
    SQLHSTMT statement;
    SQLSetConnectAttr(connection, SQL_ATTR_AUTOCOMMIT, (SQLPOINTER)(intptr_t)SQL_AUTOCOMMIT_OFF, SQL_IS_UINTEGER);
    let_rows_stream(connection);
    SQLGetInfo(connection, SQL_IDENTIFIER_QUOTE_CHAR, database->quote, sizeof database->quote, NULL);
    const char *way = reading_only(connection);
    if (way == NULL)
        return true;
    SQLAllocHandle(SQL_HANDLE_STMT, connection, &statement);
    bool good = SQL_SUCCEEDED(SQLExecDirect(statement, (SQLCHAR *)(uintptr_t)way, SQL_NTS));
    if (!good)
        diag_system(database->diag, pos, "the data source \"%s\" cannot be kept from writing: %s", database->source,
                    complaint_of(database->diag->arena, &database->secrets, SQL_HANDLE_STMT, statement).text);
    SQLFreeHandle(SQL_HANDLE_STMT, statement);
    return good;
}

static void odbc_close(struct database *database) {
    if (database->connection != NULL) {
        SQLEndTran(SQL_HANDLE_DBC, database->connection, SQL_ROLLBACK);
        SQLDisconnect(database->connection);
        SQLFreeHandle(SQL_HANDLE_DBC, database->connection);
    }
    SQLFreeHandle(SQL_HANDLE_ENV, database->environment);
    watch_end(database->watch);
    if (database->utf8 != (locale_t)0) {
        uselocale(database->before);
        freelocale(database->utf8);
    }
}

static struct database *odbc_open(const struct table_request *request, bool immutable, struct diag *diag) {
    (void)immutable;
    struct database *database = arena_new(diag->arena, struct database);
    *database = (struct database){.source = request->path, .diag = diag};
    database->utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (database->utf8 != (locale_t)0)
        database->before = uselocale(database->utf8);
    database->secrets = secrets_of(diag->arena, request->path);
    database->watch = watch_start(request->path, LOGIN_SECONDS + GRACE_SECONDS);
    if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &database->environment)))
        memory_exhausted();
    SQLSetEnvAttr(database->environment, SQL_ATTR_ODBC_VERSION, (SQLPOINTER)(intptr_t)SQL_OV_ODBC3, 0);
    if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_DBC, database->environment, &database->connection)))
        memory_exhausted();
    bool connected = SQL_SUCCEEDED(connect_to(database));
    if (!connected)
        report_refusal(database, request->from);
    if (connected && begin(database, request->from))
        return database;
    odbc_close(database);
    return NULL;
}

/* ------------------------------------------------------------------ tables */

/* A name as a query writes it, of a schema where there is one. */
static const char *written(struct database *database, const char *schema, const char *name) {
    struct text sql = {0};
    const char *parts[] = {schema, name}, *quote = database->quote[0] == ' ' ? "" : database->quote;
    for (size_t i = 0; i < 2; i++) {
        if (parts[i][0] == '\0')
            continue;
        text_printf(&sql, "%s%s", i > 0 && schema[0] != '\0' ? "." : "", quote);
        for (const char *s = parts[i]; *s != '\0'; s++)
            text_printf(&sql, "%s%c", *s == quote[0] ? quote : "", *s);
        text_add(&sql, quote);
    }
    const char *result = arena_strdup(database->diag->arena, text_string(&sql));
    text_free(&sql);
    return result;
}

/* A column of a catalogue function, "" for NULL. */
static const char *text_of_column(struct database *database, SQLHSTMT statement, SQLUSMALLINT number) {
    struct odbc_column column = {.form = ODBC_TEXT};
    const char *text = "";
    if (odbc_cell_read(statement, number, &column))
        text = arena_strdup(database->diag->arena, text_string(&column.text));
    text_free(&column.text);
    return text;
}

static struct database_tables odbc_tables(struct database *database, struct database_failure *failure) {
    enum { SCHEMA = 2, NAME = 3, TYPE = 4 };
    struct arena *arena = database->diag->arena;
    struct database_table *tables = NULL;
    size_t count = 0, capacity = 0;
    SQLHSTMT statement;
    watch_renew(database->watch, LOGIN_SECONDS + GRACE_SECONDS);
    SQLAllocHandle(SQL_HANDLE_STMT, database->connection, &statement);
    SQLSetStmtAttr(statement, SQL_ATTR_QUERY_TIMEOUT, (SQLPOINTER)(intptr_t)LOGIN_SECONDS, SQL_IS_UINTEGER);
    SQLRETURN got = SQLTables(statement, NULL, 0, NULL, 0, NULL, 0, NULL, 0);
    while (SQL_SUCCEEDED(got) && count < TABLES_MAX && SQL_SUCCEEDED(got = SQLFetch(statement))) {
        const char *schema = text_of_column(database, statement, SCHEMA);
        const char *name = text_of_column(database, statement, NAME);
        const char *type = text_of_column(database, statement, TYPE);
        if (strstr(type, "SYSTEM") == NULL)
            arena_append(arena, tables, count, capacity) =
                (struct database_table){.name = schema[0] == '\0' ? name : arena_printf(arena, "%s.%s", schema, name),
                                        .part = name,
                                        .sql = written(database, schema, name),
                                        .view = strstr(type, "VIEW") != NULL};
    }
    if (!SQL_SUCCEEDED(got) && got != SQL_NO_DATA)
        fail(database, SQL_HANDLE_STMT, statement, LOGIN_SECONDS, failure);
    SQLFreeHandle(SQL_HANDLE_STMT, statement);
    return (struct database_tables){tables, count};
}

/* ------------------------------------------------------------------ rows */

/* A result while its rows are handed over. */
struct result {
    struct database *database;
    SQLHSTMT statement;
    const struct database_query *query;
    struct database_failure *failure;
    struct odbc_column *columns;
    SQLLEN *lengths; /* of the values */
    struct raw_row row;
};

static bool check(struct result *result, SQLRETURN got) {
    if (!SQL_SUCCEEDED(got))
        fail(result->database, SQL_HANDLE_STMT, result->statement, result->query->seconds, result->failure);
    return SQL_SUCCEEDED(got);
}

/* Values are texts of UTF-8; the database makes of them what they are compared with. */
static bool bind(struct result *result) {
    const struct database_query *query = result->query;
    for (size_t i = 0; i < query->value_count; i++) {
        size_t length = strlen(query->values[i]);
        result->lengths[i] = (SQLLEN)length;
        if (!check(result,
                   SQLBindParameter(result->statement, (SQLUSMALLINT)(i + 1), SQL_PARAM_INPUT, SQL_C_CHAR, SQL_VARCHAR,
                                    length > 0 ? length : 1, 0, (SQLPOINTER)(uintptr_t)query->values[i], (SQLLEN)length,
                                    &result->lengths[i])))
            return false;
    }
    return true;
}

static bool execute(struct result *result) {
    struct arena *arena = result->database->diag->arena;
    size_t length;
    SQLWCHAR *text = wide_of_text(arena, result->query->text, &length);
    result->lengths = arena_new_array(arena, result->query->value_count + 1, SQLLEN);
    SQLSetStmtAttr(result->statement, SQL_ATTR_QUERY_TIMEOUT, (SQLPOINTER)(intptr_t)result->query->seconds,
                   SQL_IS_UINTEGER);
    if (!check(result, SQLPrepareW(result->statement, text, (SQLINTEGER)length)) || !bind(result))
        return false;
    SQLRETURN got = SQLExecute(result->statement);
    return got == SQL_NO_DATA || check(result, got);
}

/* What the columns are called, as a row, and how their cells are read. */
static bool describe(struct result *result) {
    struct arena *arena = result->database->diag->arena;
    SQLSMALLINT count = 0;
    SQLNumResultCols(result->statement, &count);
    if (count == 0) {
        result->failure->text = "the query gives no rows of columns; expected SELECT ...";
        return false;
    }
    result->row = (struct raw_row){.count = (size_t)count};
    result->row.cells = arena_new_array(arena, (size_t)count, struct raw_cell);
    result->columns = arena_new_array(arena, (size_t)count, struct odbc_column);
    for (SQLSMALLINT i = 0; i < count; i++) {
        SQLWCHAR name[NAME_MAX_BYTES];
        SQLSMALLINT length = 0, type = 0, decimals, null;
        SQLULEN size;
        char type_name[64] = "";
        SQLUSMALLINT number = (SQLUSMALLINT)(i + 1);
        if (!check(result, SQLDescribeColW(result->statement, number, name, NAME_MAX_BYTES, &length, &type, &size,
                                           &decimals, &null)))
            return false;
        SQLColAttribute(result->statement, number, SQL_DESC_TYPE_NAME, type_name, sizeof type_name, NULL, NULL);
        const char *text = text_of_wide(arena, name, length < NAME_MAX_BYTES ? (size_t)length : NAME_MAX_BYTES - 1);
        result->row.cells[i] = (struct raw_cell){.text = text, .length = strlen(text)};
        result->columns[i] = (struct odbc_column){.form = odbc_form_of(type, type_name), .single = type == SQL_REAL};
    }
    return true;
}

static bool read_row(struct result *result) {
    for (size_t i = 0; i < result->row.count; i++) {
        struct odbc_column *column = &result->columns[i];
        if (!odbc_cell_read(result->statement, (SQLUSMALLINT)(i + 1), column)) {
            fail(result->database, SQL_HANDLE_STMT, result->statement, result->query->seconds, result->failure);
            return false;
        }
        result->row.cells[i] = (struct raw_cell){
            .text = text_string(&column->text), .length = column->text.length, .line = result->row.line};
    }
    return true;
}

static time_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec;
}

static void hand_over(struct result *result, struct row_taker taker, time_t until) {
    bool wanted = taker.take(taker.to, &result->row);
    while (wanted && result->row.line < INT_MAX) {
        SQLRETURN got = SQLFetch(result->statement);
        if (got == SQL_NO_DATA || !check(result, got))
            return;
        result->row.line++;
        if (!read_row(result))
            return;
        wanted = taker.take(taker.to, &result->row);
        if (result->row.line % 1000 == 0 && now() > until) {
            *result->failure = too_late(result->database, result->query->seconds);
            return;
        }
    }
}

static void odbc_rows(struct database *database, const struct database_query *query, struct row_taker taker,
                      struct database_failure *failure) {
    struct result result = {.database = database, .query = query, .failure = failure};
    time_t until = now() + query->seconds;
    watch_renew(database->watch, query->seconds + GRACE_SECONDS);
    SQLAllocHandle(SQL_HANDLE_STMT, database->connection, &result.statement);
    if (execute(&result) && describe(&result))
        hand_over(&result, taker, until);
    for (size_t i = 0; i < result.row.count; i++)
        text_free(&result.columns[i].text);
    SQLFreeHandle(SQL_HANDLE_STMT, result.statement);
}

MODULE_EXPORT const struct database_module module = {.head = MODULE_HEAD(struct database_module),
                                                     .open = odbc_open,
                                                     .tables = odbc_tables,
                                                     .rows = odbc_rows,
                                                     .close = odbc_close};
