#include "source.h"

#include <string.h>
#include <strings.h>

#include "csv.h"
#include "database.h"
#include "intake.h"
#include "table_cache.h"
#include "workbook_source.h"

typedef bool source_reader(const struct table_request *request, struct row_taker taker, struct diag *diag);

/* The first is that of files whose names end in none of these. */
static const struct format {
    const char *ending;
    source_reader *read;
    bool sheets; /* it has sheets, and no letters and separators that are encoded */
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
    {.ending = ".xlsx", .read = workbook_read, .sheets = true},
    {.ending = ".xlsm", .read = workbook_read, .sheets = true},
    {.ending = ".xlsb", .read = workbook_read, .sheets = true},
    {.ending = ".ods", .read = workbook_read, .sheets = true},
    {.ending = ".xls", .read = workbook_read, .sheets = true},
};

static bool ends_in(const char *path, const char *ending) {
    size_t length = strlen(path), end = strlen(ending);
    return length > end && strcasecmp(path + length - end, ending) == 0;
}

static const struct format *format_of(const char *path) {
    size_t format = sizeof formats / sizeof formats[0];
    while (format > 0 && !ends_in(path, formats[format - 1].ending))
        format--;
    return &formats[format > 0 ? format - 1 : 0];
}

static source_reader *reader_of(const struct table_request *request) {
    return request->odbc ? database_odbc_read : format_of(request->path)->read;
}

bool source_is_database(const struct table_request *request) {
    source_reader *reader = reader_of(request);
    return reader == database_odbc_read || reader == database_sqlite_read;
}

bool source_has_sheets(const struct table_request *request) {
    return !request->odbc && format_of(request->path)->sheets;
}

/* What only workbooks have, and what only text has. */
static bool check_request(const struct table_request *request, struct diag *diag) {
    const struct {
        const char *name;
        struct request_text said;
    } of_sheets[] = {{"sheet", request->sheet}, {"range", request->range}};
    bool sheets = source_has_sheets(request);
    for (size_t i = 0; i < sizeof of_sheets / sizeof of_sheets[0]; i++)
        if (!sheets && of_sheets[i].said.text != NULL) {
            diag_error(diag, of_sheets[i].said.pos, "\"%s\" is no workbook by its name, and has no %s; leave %s out",
                       request->path, of_sheets[i].name, of_sheets[i].name);
            return false;
        }
    if (!sheets || (request->encoding == ENCODING_RECOGNISED && request->separator == SEPARATOR_RECOGNISED))
        return true;
    diag_error(diag, request->from, "\"%s\" is a workbook, which has cells; leave encoding and separator out",
               request->path);
    return false;
}

bool source_rows(const struct table_request *request, struct row_taker taker, struct diag *diag) {
    return check_request(request, diag) && reader_of(request)(request, taker, diag);
}

struct table *source_read(struct arena *arena, const struct table_request *request, struct diag *diag) {
    if (request->cache != NULL)
        return table_cache_read(arena, request, diag);
    struct intake *intake = intake_create(arena, request, diag);
    if (intake == NULL || !source_rows(request, intake_taker(intake), diag))
        return NULL;
    return intake_finish(intake);
}
