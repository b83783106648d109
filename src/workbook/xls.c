#include "xls.h"

#include <stdlib.h>
#include <string.h>

#include "file.h"

enum {
    BYTES_MAX = 1 << 28,
    SHEETS_MAX = 5000,
    VERSION_97 = 0x600,
    VERSION_95 = 0x500,
    WINDOWS_1252 = 1252,
    AREA_3D = 0x3B,
    CELL_3D = 0x3A,
    NAME_HEAD = 14,
    NAME_HIDDEN = 1,
    NAME_BUILT_IN = 0x20
};

/* What stands before the sheets while it is read. */
struct globals_reading {
    struct workbook *workbook;
    struct xls *xls;
    int *formats; /* of the workbook's own number formats, by number: a kind; -1 for none */
    size_t format_count;
    unsigned long *links; /* to sheets, by which names say where they are */
    size_t link_count, link_capacity;
    bool locked, foreign;
};

static struct xls_text_reader reader_at(const struct globals_reading *reading, const struct xls_record *record,
                                        size_t at) {
    return (struct xls_text_reader){.stream = &reading->xls->stream, .record = *record, .at = at};
}

static const char *read_text(const struct globals_reading *reading, const struct xls_record *record, size_t at,
                             int count_bytes) {
    struct xls_text_reader reader = reader_at(reading, record, at);
    struct text text = {0};
    xls_text_read(&reader, count_bytes, &text);
    const char *kept = arena_strdup(reading->workbook->arena, text_string(&text));
    text_free(&text);
    return kept;
}

static void add_sheet(struct globals_reading *reading, const struct xls_record *record) {
    struct workbook *workbook = reading->workbook;
    struct workbook_contents *contents = &workbook->contents;
    if (record->length < 8 || contents->sheet_count == SHEETS_MAX)
        return;
    unsigned kind = record->bytes[5];
    struct sheet_entry sheet = {
        .name = read_text(reading, record, 6, 1),
        .hidden = (record->bytes[4] & 3) != 0,
        .other = kind == 0   ? NULL
                 : kind == 2 ? "a sheet with a chart"
                             : "a sheet of macros",
    };
    arena_append(workbook->arena, contents->sheets, contents->sheet_count, contents->sheet_capacity) = sheet;
    arena_append(workbook->arena, reading->xls->starts, reading->xls->start_count, reading->xls->start_capacity) =
        compound_32(record->bytes);
}

static void add_format(struct globals_reading *reading, const struct xls_record *record) {
    if (record->length < 4)
        return;
    size_t number = compound_16(record->bytes);
    const char *code = read_text(reading, record, 2, reading->xls->stream.before_97 ? 1 : 2);
    if (number >= reading->format_count) {
        reading->formats = memory_resize(reading->formats, (number + 1) * sizeof *reading->formats);
        for (; reading->format_count <= number; reading->format_count++)
            reading->formats[reading->format_count] = -1;
    }
    reading->formats[number] = (int)number_format_kind(code);
}

static void add_style(struct globals_reading *reading, const struct xls_record *record) {
    size_t number = record->length < 4 ? 0 : compound_16(record->bytes + 2);
    bool own = number < reading->format_count && reading->formats[number] >= 0;
    arena_append(reading->workbook->arena, reading->xls->kinds, reading->xls->kind_count, reading->xls->kind_capacity) =
        own ? (enum number_kind)reading->formats[number] : number_format_built_in((int)number);
}

static void read_strings(struct globals_reading *reading, const struct xls_record *record) {
    struct xls *xls = reading->xls;
    struct xls_text_reader reader = reader_at(reading, record, 4);
    size_t count = record->length < 8 ? 0 : compound_32(record->bytes + 4), capacity = 0;
    reader.at = 8;
    while (xls->string_count < count && !xls_text_ended(&reader)) {
        if (xls->string_count == capacity) {
            capacity = capacity == 0 ? 1024 : 2 * capacity;
            xls->string_ends = memory_resize(xls->string_ends, capacity * sizeof *xls->string_ends);
        }
        xls_text_read(&reader, 2, &xls->strings);
        xls->string_ends[xls->string_count++] = xls->strings.length;
    }
}

static void add_links(struct globals_reading *reading, const struct xls_record *record) {
    size_t count = record->length < 2 ? 0 : compound_16(record->bytes);
    for (size_t i = 0; i < count && 2 + 6 * (i + 1) <= record->length; i++)
        arena_append(reading->workbook->arena, reading->links, reading->link_count, reading->link_capacity) =
            compound_16(record->bytes + 2 + 6 * i + 2);
}

/* `One!$A$1:$C$3` as it stands in a name: a sign, a link to a sheet, rows and columns from 0. */
static bool read_area(const struct globals_reading *reading, const unsigned char *formula, size_t length,
                      struct area_entry *name) {
    bool one = length == 7 && formula[0] == CELL_3D;
    if (!one && (length != 11 || formula[0] != AREA_3D))
        return false;
    size_t link = compound_16(formula + 1);
    if (link >= reading->link_count || reading->links[link] >= reading->workbook->contents.sheet_count)
        return false;
    name->sheet = reading->links[link];
    name->area.first_row = (int)compound_16(formula + 3) + 1;
    name->area.last_row = one ? name->area.first_row : (int)compound_16(formula + 5) + 1;
    name->area.first_column = (int)(compound_16(formula + (one ? 5 : 7)) & 0xFF) + 1;
    name->area.last_column = one ? name->area.first_column : (int)(compound_16(formula + 9) & 0xFF) + 1;
    return true;
}

static void add_name(struct globals_reading *reading, const struct xls_record *record) {
    struct workbook *workbook = reading->workbook;
    struct area_entry name = {0};
    unsigned flags = record->length < NAME_HEAD + 1 ? NAME_HIDDEN : compound_16(record->bytes);
    if (flags & (NAME_HIDDEN | NAME_BUILT_IN) || reading->xls->stream.before_97)
        return;
    size_t letters = record->bytes[3], formula = compound_16(record->bytes + 4);
    size_t name_bytes = 1 + (record->bytes[NAME_HEAD] & 1 ? 2 * letters : letters);
    if (NAME_HEAD + name_bytes + formula > record->length)
        return;
    struct xls_text_reader reader = reader_at(reading, record, NAME_HEAD + 1);
    struct text text = {0};
    for (size_t i = 0; i < letters; i++)
        text_add_codepoint(&text, (uint32_t)xls_text_number(&reader, record->bytes[NAME_HEAD] & 1 ? 2 : 1));
    name.name = arena_strdup(workbook->arena, text_string(&text));
    text_free(&text);
    if (!read_area(reading, record->bytes + NAME_HEAD + name_bytes, formula, &name))
        name.problem = "is no range of cells but a formula; say the cells: range=\"B3:H40\"";
    arena_append(workbook->arena, workbook->contents.names, workbook->contents.name_count,
                 workbook->contents.name_capacity) = name;
}

static void take_record(struct globals_reading *reading, const struct xls_record *record) {
    switch (record->kind) {
    case XLS_FILEPASS:
        reading->locked = true;
        break;
    case XLS_CODEPAGE:
        reading->foreign = reading->xls->stream.before_97 && record->length >= 2 &&
                           compound_16(record->bytes) != WINDOWS_1252 && compound_16(record->bytes) != 0x8001;
        break;
    case XLS_DATEMODE:
        reading->xls->from_1904 = record->length >= 2 && compound_16(record->bytes) == 1;
        break;
    case XLS_BOUNDSHEET:
        add_sheet(reading, record);
        break;
    case XLS_FORMAT:
        add_format(reading, record);
        break;
    case XLS_XF:
        add_style(reading, record);
        break;
    case XLS_SST:
        read_strings(reading, record);
        break;
    case XLS_EXTERNSHEET:
        add_links(reading, record);
        break;
    case XLS_NAME:
        add_name(reading, record);
        break;
    default:
        break;
    }
}

/* What cannot be read of an XLS; NULL where it can. */
static const char *read_globals(struct globals_reading *reading) {
    struct xls *xls = reading->xls;
    struct xls_record record;
    if (!xls_record_at(&xls->stream, 0, &record) || record.kind != XLS_BEGIN || record.length < 4)
        return "the workbook is damaged, or older than Excel 95; save it as XLSX";
    unsigned version = compound_16(record.bytes);
    xls->stream.before_97 = version == VERSION_95;
    if (version != VERSION_97 && version != VERSION_95)
        return "the workbook is older than Excel 95; save it as XLSX";
    while (xls_record_at(&xls->stream, record.next, &record) && record.kind != XLS_END && !reading->locked)
        take_record(reading, &record);
    if (reading->locked)
        return "the workbook has a password; save it without one";
    if (reading->foreign)
        return "the workbook is of Excel 95, in letters other than those of western Europe; save it as XLSX";
    return record.kind == XLS_END ? NULL : "the workbook is damaged: it breaks off; save it anew";
}

/* The stream of records, which old programs wrote as the file itself; NULL where there is none. */
static unsigned char *find_stream(const unsigned char *bytes, size_t size, size_t *length) {
    if (size > 2 && bytes[0] == 0x09 && bytes[1] == 0x08) {
        *length = size;
        return memcpy(memory_alloc(size), bytes, size);
    }
    unsigned char *stream = compound_stream(bytes, size, "Workbook", length);
    return stream != NULL ? stream : compound_stream(bytes, size, "Book", length);
}

static bool xls_open(struct workbook *workbook) {
    struct xls *xls = arena_new(workbook->arena, struct xls);
    struct globals_reading reading = {.workbook = workbook, .xls = xls};
    size_t size = 0;
    const char *bytes = file_bytes(workbook->arena, workbook->path, workbook->pos, BYTES_MAX, &size, workbook->diag);
    workbook->own = xls;
    if (bytes == NULL)
        return false;
    xls->stream.bytes = find_stream((const unsigned char *)bytes, size, &xls->stream.length);
    const char *problem = xls->stream.bytes == NULL
                              ? "the file is an Office file of 1997 to 2003, and no workbook is found in it; is it a "
                                "damaged one, or a document?"
                              : read_globals(&reading);
    free(reading.formats);
    if (problem != NULL)
        diag_error(workbook->diag, workbook->pos, "%s", problem);
    return problem == NULL;
}

static void xls_close(struct workbook *workbook) {
    struct xls *xls = workbook->own;
    free(xls->stream.bytes);
    free(xls->string_ends);
    text_free(&xls->strings);
}

const struct workbook_format xls_format = {.open = xls_open, .read = xls_sheet_read, .close = xls_close};
