#include "ods.h"

#include <string.h>

#include "area.h"
#include "text.h"

enum { SHEETS_MAX = 5000, HIDDEN_STYLES_MAX = 1000 };

/* What of content.xml stands inside a cell without being its text, and what stands beside the tables. */
static const char *const passed_over[] = {"annotation", "shapes",          "frame",     "custom-shape", "g",
                                          "ruby-text",  "tracked-changes", "dde-links", "note",         "forms"};

bool ods_is_passed_over(const char *name) {
    for (size_t i = 0; i < sizeof passed_over / sizeof passed_over[0]; i++)
        if (strcmp(passed_over[i], name) == 0)
            return true;
    return false;
}

/* ------------------------------------------------------------------ what there is */

struct list_reading {
    struct workbook *workbook;
    const char *style; /* of a table, at hand */
    const char *hidden_styles[HIDDEN_STYLES_MAX];
    size_t hidden_count;
    int skipped, tables; /* how deep in what is passed over, in tables */
};

static void add_sheet(struct list_reading *reading, const struct stream_attributes *attributes) {
    struct workbook *workbook = reading->workbook;
    const char *name = stream_text(workbook->arena, attributes, "name");
    const char *style = stream_text(workbook->arena, attributes, "style-name");
    struct sheet_entry sheet = {
        .name = name != NULL ? name : arena_printf(workbook->arena, "%zu", workbook->contents.sheet_count + 1)};
    for (size_t i = 0; i < reading->hidden_count; i++)
        sheet.hidden |= text_equal(style, reading->hidden_styles[i]);
    if (workbook->contents.sheet_count < SHEETS_MAX)
        arena_append(workbook->arena, workbook->contents.sheets, workbook->contents.sheet_count,
                     workbook->contents.sheet_capacity) = sheet;
}

/* A corner of `$'My sheet'.$B$3`: what stands behind its last dot. */
static const char *corner(const char *text, const char *end) {
    const char *at = end;
    while (at > text && at[-1] != '.')
        at--;
    return at;
}

/* The sheet of an address, which has a `$` before it or not, and quotes where it has blanks. */
static bool find_sheet(const struct workbook *workbook, const char *text, size_t length, size_t *sheet) {
    const char *name = arena_strndup(workbook->arena, text, length), *end;
    name += *name == '$';
    return workbook_find_sheet(workbook, *name == '\'' ? area_unquote(workbook->arena, name, &end) : name, sheet);
}

/* `$Data.$A$1:.$G$61`. */
static bool read_address(const struct workbook *workbook, const char *text, struct area_entry *entry) {
    const char *end = text + strlen(text), *colon = strrchr(text, ':');
    const char *first_end = colon == NULL ? end : colon, *first = corner(text, first_end);
    const char *last = colon == NULL ? first : corner(colon + 1, end);
    char *cells = arena_printf(workbook->arena, "%.*s:%s", (int)(first_end - first), first, last);
    return first > text && find_sheet(workbook, text, (size_t)(first - text - 1), &entry->sheet) &&
           area_read(cells, &entry->area);
}

static void add_area(struct list_reading *reading, const struct stream_attributes *attributes, bool database) {
    struct workbook *workbook = reading->workbook;
    struct workbook_contents *contents = &workbook->contents;
    struct area_entry entry = {.name = stream_text(workbook->arena, attributes, "name")};
    const char *address =
        stream_text(workbook->arena, attributes, database ? "target-range-address" : "cell-range-address");
    if (entry.name == NULL || strncmp(entry.name, "__Anonymous_", 12) == 0)
        return;
    if (address == NULL || !read_address(workbook, address, &entry))
        entry.problem = "leads to no range of cells; mend it in the workbook";
    if (database && stream_is(attributes, "contains-header", "false"))
        entry.problem = "is a range without a row of headings; give it one, or say the cells: range=\"B3:H40\"";
    if (database)
        arena_append(workbook->arena, contents->tables, contents->table_count, contents->table_capacity) = entry;
    else
        arena_append(workbook->arena, contents->names, contents->name_count, contents->name_capacity) = entry;
}

static bool start_listed(void *to, const char *name, const struct stream_attributes *attributes) {
    struct list_reading *reading = to;
    if (reading->skipped > 0 || ods_is_passed_over(name)) {
        reading->skipped++;
    } else if (strcmp(name, "style") == 0)
        reading->style = stream_text(reading->workbook->arena, attributes, "name");
    else if (strcmp(name, "table-properties") == 0) {
        if (stream_is(attributes, "display", "false") && reading->hidden_count < HIDDEN_STYLES_MAX)
            reading->hidden_styles[reading->hidden_count++] = reading->style;
    } else if (strcmp(name, "table") == 0) {
        if (reading->tables++ == 0)
            add_sheet(reading, attributes);
    } else if (strcmp(name, "named-range") == 0 || strcmp(name, "database-range") == 0)
        add_area(reading, attributes, name[0] == 'd');
    else if (strcmp(name, "named-expression") == 0)
        add_area(reading, attributes, false);
    return true;
}

static bool end_listed(void *to, const char *name) {
    struct list_reading *reading = to;
    if (reading->skipped > 0)
        reading->skipped--;
    else if (strcmp(name, "table") == 0)
        reading->tables--;
    return true;
}

static bool ods_open(struct workbook *workbook) {
    struct list_reading reading = {.workbook = workbook};
    const struct stream_taker taker = {.start = start_listed, .end = end_listed, .to = &reading};
    static const char manifest[] = "META-INF/manifest.xml";
    if (archive_has(workbook->archive, manifest) && archive_mentions(workbook->archive, manifest, "encryption-data")) {
        diag_error(workbook->diag, workbook->pos, "the workbook has a password; save it without one");
        return false;
    }
    return archive_stream(workbook->archive, ODS_CONTENT, &taker);
}

static void ods_close(struct workbook *workbook) {
    (void)workbook;
}

const struct workbook_format ods_format = {.open = ods_open, .read = ods_sheet_read, .close = ods_close};
