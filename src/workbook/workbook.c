#include "workbook.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "choice.h"
#include "file.h"

enum { BYTES_MAX = 1 << 29, SNIFFED = 1 << 16, ROWS_OF_TABLE = 2 };

/* What the bytes of a file say that it is. */
enum content {
    CONTENT_XLSX,
    CONTENT_ODS,
    CONTENT_XLS,
    CONTENT_LOCKED,
    CONTENT_HTML,
    CONTENT_XML,
    CONTENT_TEXT,
    CONTENT_EMPTY
};

static const struct {
    const char *is, *advice;
    const char *endings[3]; /* of names that files of it may have */
    const struct workbook_format *format;
} contents[] = {
    [CONTENT_XLSX] = {.is = "an Excel workbook (XLSX)",
                      .advice = "let its name end in .xlsx",
                      .endings = {".xlsx", ".xlsm", ".xlsb"}, /* the last is told apart when it is opened */
                      .format = &xlsx_format},
    [CONTENT_ODS] = {.is = "an OpenDocument spreadsheet (ODS)",
                     .advice = "let its name end in .ods",
                     .endings = {".ods"},
                     .format = &ods_format},
    [CONTENT_XLS] = {.is = "a workbook of Excel 97 to 2003 (XLS)",
                     .advice = "let its name end in .xls",
                     .endings = {".xls"},
                     .format = &xls_format},
    [CONTENT_LOCKED] = {.is = "a workbook with a password", .advice = "save it without one"},
    [CONTENT_HTML] = {.is = "a web page", .advice = "open it in Excel or LibreOffice and save it as a workbook"},
    [CONTENT_XML] = {.is = "an XML file", .advice = "open it in Excel or LibreOffice and save it as a workbook"},
    [CONTENT_TEXT] = {.is = "a text file", .advice = "let its name end in .csv"},
    [CONTENT_EMPTY] = {.is = "empty", .advice = "save the workbook anew"},
};

static bool begins(const char *bytes, size_t length, const char *with) {
    size_t count = strlen(with);
    return length >= count && strncasecmp(bytes, with, count) == 0;
}

/* An encrypted XLSX lies in a container like that of an XLS, which names its streams in UTF-16. */
static bool is_locked(const char *bytes, size_t length) {
    static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    return memmem(bytes, length, name, sizeof name - 1) != NULL;
}

static enum content content_of(const char *bytes, size_t length) {
    const char *mime = "mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
    if (length == 0)
        return CONTENT_EMPTY;
    if (begins(bytes, length, "PK\3\4") || begins(bytes, length, "PK\5\6"))
        return memmem(bytes, length < 200 ? length : 200, mime, strlen(mime)) != NULL ? CONTENT_ODS : CONTENT_XLSX;
    if (begins(bytes, length, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") || begins(bytes, length, "\x09\x08") ||
        begins(bytes, length, "\x09\x04\x06"))
        return CONTENT_XLS;
    if (begins(bytes, length, "\xEF\xBB\xBF"))
        bytes += 3, length -= 3;
    while (length > 0 && isspace((unsigned char)*bytes))
        bytes++, length--;
    if (begins(bytes, length, "<html") || begins(bytes, length, "<!doctype html") || begins(bytes, length, "<table"))
        return CONTENT_HTML;
    return begins(bytes, length, "<") ? CONTENT_XML : CONTENT_TEXT;
}

static bool has_ending(const char *path, const char *ending) {
    size_t length = strlen(path), end = ending == NULL ? 0 : strlen(ending);
    return end > 0 && length > end && strcasecmp(path + length - end, ending) == 0;
}

/* The bytes of a compound file lie in any order, so that all of them are looked through. */
static bool file_is_locked(int file, size_t length) {
    char *bytes = memory_alloc(SNIFFED);
    bool locked = false;
    size_t overlap = 64;
    for (size_t at = 0; at < length && !locked; at += SNIFFED - overlap) {
        ssize_t got = pread(file, bytes, SNIFFED, (off_t)at);
        locked = got > 0 && is_locked(bytes, (size_t)got);
        if (got <= 0)
            break;
    }
    free(bytes);
    return locked;
}

static enum content sniff(int file, size_t length) {
    char bytes[512];
    ssize_t got = pread(file, bytes, sizeof bytes, 0);
    enum content content = content_of(bytes, got < 0 ? 0 : (size_t)got);
    return content == CONTENT_XLS && file_is_locked(file, length) ? CONTENT_LOCKED : content;
}

/* How a file is read; NULL, reported, where its bytes are not what its name says. */
static const struct workbook_format *settle_format(const struct workbook *workbook, int file, size_t length) {
    enum content content = sniff(file, length);
    const char *ending = strrchr(workbook->path, '.');
    for (size_t i = 0; i < sizeof contents[content].endings / sizeof contents[content].endings[0]; i++)
        if (has_ending(workbook->path, contents[content].endings[i]))
            return contents[content].format;
    if (content == CONTENT_LOCKED || content == CONTENT_EMPTY)
        diag_error(workbook->diag, workbook->pos, "the file is %s; %s", contents[content].is, contents[content].advice);
    else
        diag_error(workbook->diag, workbook->pos, "the file is %s by its content, whatever its name says: %s; %s",
                   contents[content].is, ending == NULL ? "" : ending, contents[content].advice);
    return NULL;
}

/* NULL, reported, where the file cannot be opened as a workbook. */
static const struct workbook_format *open_workbook(struct workbook *workbook, const struct table_request *request,
                                                   struct diag *diag) {
    size_t length;
    *workbook =
        (struct workbook){.path = request->path, .pos = {.file = request->path}, .diag = diag, .arena = diag->arena};
    int file = file_open(request->path, request->from, BYTES_MAX, &length, diag);
    if (file < 0)
        return NULL;
    const struct workbook_format *format = settle_format(workbook, file, length);
    if (format == NULL || format == &xls_format)
        close(file);
    else
        workbook->archive = archive_open(file, workbook->pos, diag);
    if (format == NULL || (format != &xls_format && workbook->archive == NULL))
        return NULL;
    if (format->open(workbook))
        return format;
    format->close(workbook);
    archive_close(workbook->archive);
    return NULL;
}

static void close_workbook(struct workbook *workbook, const struct workbook_format *format) {
    format->close(workbook);
    archive_close(workbook->archive);
}

bool workbook_find_sheet(const struct workbook *workbook, const char *name, size_t *sheet) {
    for (int exact = 1; exact >= 0; exact--)
        for (size_t i = 0; i < workbook->contents.sheet_count; i++)
            if ((exact ? strcmp : strcasecmp)(workbook->contents.sheets[i].name, name) == 0) {
                *sheet = i;
                return true;
            }
    return false;
}

/* ------------------------------------------------------------------ which sheet has a table */

struct search {
    int rows; /* with a figure beside another cell */
};

static bool count_row(void *to, const struct raw_row *row) {
    struct search *search = to;
    size_t filled = 0, figures = 0;
    for (size_t i = 0; i < row->count; i++) {
        const struct raw_cell *cell = &row->cells[i];
        if (cell->length == 0 || cell->merged == MERGED_ACROSS)
            continue;
        filled++;
        figures += isdigit((unsigned char)cell->text[cell->text[0] == '-' && cell->length > 1]) != 0;
    }
    search->rows += filled > 1 && figures > 0;
    return search->rows < ROWS_OF_TABLE;
}

/* A workbook whose format is known, for what is asked of both. */
struct opened {
    struct workbook workbook; /* first, so that has_table finds the rest */
    const struct workbook_format *format;
};

static bool read_sheet(struct opened *opened, const struct choice *choice, int skip, struct row_taker taker,
                       bool tell_hidden) {
    struct workbook *workbook = &opened->workbook;
    struct source_pos pos = {.file = workbook->path, .sheet = workbook->contents.sheets[choice->sheet].name};
    struct sheet_rows *rows = sheet_rows_create(&choice->area, skip, taker, pos, workbook->diag);
    bool read = opened->format->read(workbook, choice->sheet, rows);
    if (read && tell_hidden)
        sheet_rows_tell_hidden(rows);
    sheet_rows_free(rows);
    return read;
}

static bool has_table(struct workbook *workbook, size_t sheet) {
    struct search search = {0};
    const struct choice whole = {.sheet = sheet};
    read_sheet((struct opened *)workbook, &whole, 0, (struct row_taker){.take = count_row, .to = &search}, false);
    return search.rows == ROWS_OF_TABLE;
}

/* ------------------------------------------------------------------ what the program asks */

static bool read_rows(const struct table_request *request, struct row_taker taker, struct diag *diag) {
    struct opened opened = {0};
    struct choice choice;
    opened.format = open_workbook(&opened.workbook, request, diag);
    if (opened.format == NULL)
        return false;
    bool read = choice_make(&opened.workbook, request, has_table, &choice) &&
                read_sheet(&opened, &choice, request->skip, taker, true);
    if (read && taker.leave != NULL)
        taker.leave(taker.to, 0,
                    arena_printf(diag->arena, "the sheet \"%s\"", opened.workbook.contents.sheets[choice.sheet].name));
    close_workbook(&opened.workbook, opened.format);
    return read;
}

static const struct workbook_contents *list(const struct table_request *request, struct diag *diag) {
    struct workbook workbook;
    const struct workbook_format *format = open_workbook(&workbook, request, diag);
    if (format == NULL)
        return NULL;
    struct workbook_contents *listed = arena_new(diag->arena, struct workbook_contents);
    *listed = workbook.contents;
    close_workbook(&workbook, format);
    return listed;
}

MODULE_EXPORT const struct workbook_module module = {
    .head = MODULE_HEAD(struct workbook_module), .read = read_rows, .list = list};
