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
    enum source_kind kind;
} formats[] = {
    {".csv", csv_read, SOURCE_TEXT},
    {".txt", csv_read, SOURCE_TEXT},
    {".tsv", csv_read, SOURCE_TEXT},
    {".tab", csv_read, SOURCE_TEXT},
    {".psv", csv_read, SOURCE_TEXT},
    {".xlsx", workbook_read, SOURCE_WORKBOOK},
    {".xlsm", workbook_read, SOURCE_WORKBOOK},
    {".xlsb", workbook_read, SOURCE_WORKBOOK},
    {".ods", workbook_read, SOURCE_WORKBOOK},
    {".xls", workbook_read, SOURCE_WORKBOOK},
    {".sqlite", database_sqlite_read, SOURCE_DATABASE},
    {".sqlite3", database_sqlite_read, SOURCE_DATABASE},
    {".db", database_sqlite_read, SOURCE_DATABASE},
    {".db3", database_sqlite_read, SOURCE_DATABASE},
};

static const char *const kind_words[] = {
    [SOURCE_TEXT] = "text file", [SOURCE_WORKBOOK] = "workbook", [SOURCE_DATABASE] = "database"};

static bool ends_in(const char *path, const char *ending) {
    size_t length = strlen(path), end = strlen(ending);
    return length > end && strcasecmp(path + length - end, ending) == 0;
}

static const struct format *format_of(const struct table_request *request) {
    static const struct format odbc = {"", database_odbc_read, SOURCE_DATABASE};
    size_t format = sizeof formats / sizeof formats[0];
    if (request->odbc)
        return &odbc;
    while (format > 0 && !ends_in(request->path, formats[format - 1].ending))
        format--;
    return &formats[format > 0 ? format - 1 : 0];
}

/* What only files of another kind have. */
static bool check_request(const struct table_request *request, enum source_kind kind, struct diag *diag) {
    const struct {
        const char *name;
        struct request_text said;
        bool of[SOURCE_KIND_COUNT];
    } parts[] = {{"sheet", request->sheet, {[SOURCE_WORKBOOK] = true}},
                 {"range", request->range, {[SOURCE_WORKBOOK] = true}},
                 {"table", request->table, {[SOURCE_WORKBOOK] = true, [SOURCE_DATABASE] = true}},
                 {"query", request->query, {[SOURCE_DATABASE] = true}}};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (parts[i].said.text != NULL && !parts[i].of[kind]) {
            diag_error(diag, parts[i].said.pos, "\"%s\" is a %s by its name, which has no %s; leave %s out",
                       request->path, kind_words[kind], parts[i].name, parts[i].name);
            return false;
        }
    if (kind == SOURCE_TEXT || (request->encoding == ENCODING_RECOGNISED && request->separator == SEPARATOR_RECOGNISED))
        return true;
    diag_error(diag, request->from, "\"%s\" is a %s, which has cells; leave encoding and separator out", request->path,
               kind_words[kind]);
    return false;
}

enum source_kind source_kind_of(const struct table_request *request) {
    return format_of(request)->kind;
}

bool source_rows(const struct table_request *request, struct row_taker taker, struct diag *diag) {
    const struct format *format = format_of(request);
    return check_request(request, format->kind, diag) && format->read(request, taker, diag);
}

struct table *source_read(struct arena *arena, const struct table_request *request, struct diag *diag) {
    if (request->cache != NULL)
        return table_cache_read(arena, request, diag);
    struct intake *intake = intake_create(arena, request, diag);
    if (intake == NULL || !source_rows(request, intake_taker(intake), diag))
        return NULL;
    return intake_finish(intake);
}
