#include "xlsx.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "area.h"

enum { SHEETS_MAX = 5000 };

/* The workbook's own part while it is read. */
struct list_reading {
    struct workbook *workbook;
    struct xlsx *xlsx;
    struct area_entry name; /* at hand */
    bool in_name, hidden_name;
    int local_sheet;
    struct text text;
};

/* What sheets are, by the word of their relation, that have no cells to read. */
static const char *other_kind(const char *type) {
    static const char *const kinds[][2] = {{"chartsheet", "a sheet with a chart"},
                                           {"dialogsheet", "a dialog"},
                                           {"xlMacrosheet", "a sheet of macros"},
                                           {"xlIntlMacrosheet", "a sheet of macros"}};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcasecmp(kinds[i][0], type) == 0)
            return kinds[i][1];
    return NULL;
}

static void add_sheet(struct list_reading *reading, const struct stream_attributes *attributes) {
    struct workbook *workbook = reading->workbook;
    const char *name = stream_text(workbook->arena, attributes, "name");
    const char *id = stream_text(workbook->arena, attributes, "id");
    const struct relation *relation = id == NULL ? NULL : relations_by_id(&reading->xlsx->relations, id);
    struct sheet_entry sheet = {
        .name = name == NULL ? arena_printf(workbook->arena, "%zu", workbook->contents.sheet_count + 1) : name,
        .hidden = stream_is(attributes, "state", "hidden") || stream_is(attributes, "state", "veryHidden"),
        .other = relation == NULL ? "a sheet that is not in the file" : other_kind(relation->type),
    };
    if (workbook->contents.sheet_count == SHEETS_MAX)
        return;
    arena_append(workbook->arena, workbook->contents.sheets, workbook->contents.sheet_count,
                 workbook->contents.sheet_capacity) = sheet;
    arena_append(workbook->arena, reading->xlsx->parts, reading->xlsx->part_count, reading->xlsx->part_capacity) =
        relation == NULL ? NULL : relation->target;
}

static void begin_name(struct list_reading *reading, const struct stream_attributes *attributes) {
    const char *name = stream_text(reading->workbook->arena, attributes, "name");
    reading->in_name = name != NULL;
    reading->hidden_name = stream_yes(attributes, "hidden") || (name != NULL && strncmp(name, "_xlnm.", 6) == 0);
    reading->local_sheet = stream_whole(attributes, "localSheetId", -1);
    reading->name = (struct area_entry){.name = name};
    text_clear(&reading->text);
}

static bool start(void *to, const char *name, const struct stream_attributes *attributes) {
    struct list_reading *reading = to;
    if (strcmp(name, "workbookPr") == 0) /* an extension has one of that name too */
        reading->xlsx->from_1904 |= stream_yes(attributes, "date1904");
    else if (strcmp(name, "sheet") == 0)
        add_sheet(reading, attributes);
    else if (strcmp(name, "definedName") == 0)
        begin_name(reading, attributes);
    return true;
}

/* Sheets are known when names are read: they stand before them. */
static void end_name(struct list_reading *reading) {
    struct workbook *workbook = reading->workbook;
    struct area_entry *name = &reading->name;
    const char *sheet, *text = text_string(&reading->text);
    const char *cells = area_split_sheet(workbook->arena, text, &sheet);
    reading->in_name = false;
    if (reading->hidden_name)
        return;
    if (strstr(text, "#REF!") != NULL)
        name->problem = "leads to cells that are no longer there (#REF!); mend it in the workbook";
    else if (text[0] == '[' || (sheet != NULL && strchr(sheet, '[') != NULL))
        name->problem = "leads to another workbook; name that one";
    else if (!area_read(cells, &name->area))
        name->problem = strchr(cells, ',') != NULL
                            ? "is made of several ranges; say the cells of one: range=\"B3:H40\""
                            : "is no range of cells but a formula; say the cells: range=\"B3:H40\"";
    else if (sheet == NULL && reading->local_sheet >= 0)
        name->sheet = (size_t)reading->local_sheet;
    else if (sheet == NULL || !workbook_find_sheet(workbook, sheet, &name->sheet))
        name->problem = "leads to a sheet that is not there; mend it in the workbook";
    if (name->problem == NULL && name->sheet >= workbook->contents.sheet_count)
        name->problem = "leads to a sheet that is not there; mend it in the workbook";
    arena_append(workbook->arena, workbook->contents.names, workbook->contents.name_count,
                 workbook->contents.name_capacity) = *name;
}

static bool end(void *to, const char *name) {
    struct list_reading *reading = to;
    if (reading->in_name && strcmp(name, "definedName") == 0)
        end_name(reading);
    return true;
}

static bool text(void *to, const char *bytes, size_t length) {
    struct list_reading *reading = to;
    if (reading->in_name && reading->text.length < 8192)
        text_append(&reading->text, bytes, length);
    return true;
}

/* ------------------------------------------------------------------ tables */

struct table_reading {
    struct workbook *workbook;
    size_t sheet;
};

static bool start_table(void *to, const char *name, const struct stream_attributes *attributes) {
    struct table_reading *reading = to;
    struct workbook *workbook = reading->workbook;
    if (strcmp(name, "table") != 0)
        return true;
    const char *shown = stream_text(workbook->arena, attributes, "displayName");
    const char *own = stream_text(workbook->arena, attributes, "name");
    const char *ref = stream_text(workbook->arena, attributes, "ref");
    struct area_entry table = {.name = shown != NULL ? shown : own, .sheet = reading->sheet};
    int totals = stream_whole(attributes, "totalsRowCount", 0);
    if (table.name == NULL || ref == NULL || !area_read(ref, &table.area))
        return false;
    if (stream_whole(attributes, "headerRowCount", 1) == 0)
        table.problem = "is a table without a row of headings; give it one, or say the cells: range=\"B3:H40\"";
    if (totals < table.area.last_row - table.area.first_row)
        table.area.last_row -= totals;
    arena_append(workbook->arena, workbook->contents.tables, workbook->contents.table_count,
                 workbook->contents.table_capacity) = table;
    return false; /* no more is needed */
}

/* The tables of a sheet. False, reported, where one cannot be read. */
static bool list_tables(struct workbook *workbook, size_t sheet) {
    const struct xlsx *xlsx = workbook->own;
    struct relations relations;
    struct table_reading reading = {workbook, sheet};
    const struct stream_taker taker = {.start = start_table, .to = &reading};
    if (xlsx->parts[sheet] == NULL || workbook->contents.sheets[sheet].other != NULL)
        return true;
    if (!relations_read(workbook->archive, workbook->arena, xlsx->parts[sheet], &relations))
        return false;
    for (size_t i = 0; i < relations.count; i++)
        if (strcmp(relations.items[i].type, "table") == 0 &&
            !archive_stream(workbook->archive, relations.items[i].target, &taker))
            return false;
    return true;
}

/* ------------------------------------------------------------------ the whole */

/* The part of the workbook itself; NULL, reported, where it is no XLSX. */
static const char *find_workbook(struct workbook *workbook) {
    struct relations relations;
    if (!relations_read(workbook->archive, workbook->arena, "", &relations))
        return NULL;
    const struct relation *relation = relations_by_type(&relations, "officeDocument");
    const char *part = relation != NULL ? relation->target : "xl/workbook.xml";
    size_t length = strlen(part);
    if (length > 4 && strcmp(part + length - 4, ".bin") == 0)
        diag_error(workbook->diag, workbook->pos,
                   "the file is a binary workbook (XLSB) by its content; save it as an Excel Workbook (XLSX)");
    else if (!archive_has(workbook->archive, part))
        diag_error(workbook->diag, workbook->pos,
                   "the file is a ZIP and no workbook: it has no part \"%s\"; save it as XLSX", part);
    else
        return part;
    return NULL;
}

static bool xlsx_open(struct workbook *workbook) {
    struct xlsx *xlsx = arena_new(workbook->arena, struct xlsx);
    struct list_reading reading = {.workbook = workbook, .xlsx = xlsx};
    const struct stream_taker taker = {start, end, text, &reading};
    workbook->own = xlsx;
    const char *part = find_workbook(workbook);
    if (part == NULL || !relations_read(workbook->archive, workbook->arena, part, &xlsx->relations))
        return false;
    bool read = archive_stream(workbook->archive, part, &taker);
    text_free(&reading.text);
    for (size_t i = 0; read && i < workbook->contents.sheet_count; i++)
        read = list_tables(workbook, i);
    return read;
}

/* What cells of all sheets refer to. */
static bool prepare(struct workbook *workbook) {
    struct xlsx *xlsx = workbook->own;
    const struct relation *strings = relations_by_type(&xlsx->relations, "sharedStrings");
    const struct relation *styles = relations_by_type(&xlsx->relations, "styles");
    if (xlsx->prepared)
        return true;
    xlsx->prepared = true;
    return (strings == NULL || xlsx_strings_read(&xlsx->strings, workbook->archive, strings->target)) &&
           (styles == NULL || xlsx_styles_read(&xlsx->styles, workbook->archive, workbook->arena, styles->target));
}

static bool xlsx_read(struct workbook *workbook, size_t sheet, struct sheet_rows *rows) {
    const struct xlsx *xlsx = workbook->own;
    return prepare(workbook) && xlsx_sheet_read(workbook, xlsx->parts[sheet], rows);
}

static void xlsx_close(struct workbook *workbook) {
    struct xlsx *xlsx = workbook->own;
    if (xlsx != NULL)
        xlsx_strings_free(&xlsx->strings);
}

const struct workbook_format xlsx_format = {.open = xlsx_open, .read = xlsx_read, .close = xlsx_close};
