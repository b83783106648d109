#include "source.h"

#include <string.h>
#include <strings.h>

#include "csv.h"
#include "database.h"
#include "intake.h"
#include "table_cache.h"

typedef bool source_reader(const struct table_request *request, struct row_taker taker, struct diag *diag);

/* The first is that of files whose names end in none of these. */
static const struct {
    const char *ending;
    source_reader *read;
} formats[] = {
    {.ending = ".csv", .read = csv_read},
    {.ending = ".txt", .read = csv_read},
    {.ending = ".tsv", .read = csv_read},
    {.ending = ".tab", .read = csv_read},
    {.ending = ".psv", .read = csv_read},
    {.ending = ".sqlite", .read = database_sqlite_read},
    {.ending = ".sqlite3", .read = database_sqlite_read},
    {.ending = ".db", .read = database_sqlite_read},
    {.ending = ".db3", .read = database_sqlite_read},
};

static bool ends_in(const char *path, const char *ending) {
    size_t length = strlen(path), end = strlen(ending);
    return length > end && strcasecmp(path + length - end, ending) == 0;
}

static source_reader *reader_of(const struct table_request *request) {
    size_t format = sizeof formats / sizeof formats[0];
    if (request->odbc)
        return database_odbc_read;
    while (format > 0 && !ends_in(request->path, formats[format - 1].ending))
        format--;
    return formats[format > 0 ? format - 1 : 0].read;
}

bool source_is_database(const struct table_request *request) {
    source_reader *reader = reader_of(request);
    return reader == database_odbc_read || reader == database_sqlite_read;
}

bool source_rows(const struct table_request *request, struct row_taker taker, struct diag *diag) {
    return reader_of(request)(request, taker, diag);
}

struct table *source_read(struct arena *arena, const struct table_request *request, struct diag *diag) {
    if (request->cache != NULL)
        return table_cache_read(arena, request, diag);
    struct intake *intake = intake_create(arena, request, diag);
    if (intake == NULL || !source_rows(request, intake_taker(intake), diag))
        return NULL;
    return intake_finish(intake);
}
