#include <stdlib.h>
#include <string.h>

#include "area.h"
#include "number_text.h"
#include "xlsx.h"

enum { FORMULA_SHOWN = 60 };

/* A sheet while it is read. */
struct sheet_reading {
    const struct xlsx *xlsx;
    struct sheet_rows *rows;
    struct diag *diag;
    struct source_pos pos;
    int row, column, style;
    bool in_row;
    char type; /* of the cell at hand: n, s (shared), t (text), b, e, d */
    bool in_value, in_formula, in_phonetic, has_formula;
    int skipped; /* elements of what programs may add, which are passed over */
    struct text value, formula;
};

/* The type of a cell in a letter. */
static char cell_type(const struct stream_attributes *attributes) {
    size_t length;
    const char *type = stream_value(attributes, "t", &length);
    if (type == NULL)
        return 'n';
    if (length > 1)
        return 't'; /* str, inlineStr */
    return type[0];
}

static void start_cell(struct sheet_reading *reading, const struct stream_attributes *attributes) {
    size_t length;
    const char *place = stream_value(attributes, "r", &length);
    int row, column;
    reading->column++;
    if (place != NULL && area_read_cell(&place, place + length, &row, &column) && column > 0)
        reading->column = column;
    reading->type = cell_type(attributes);
    reading->style = stream_whole(attributes, "s", 0);
    reading->has_formula = false;
    text_clear(&reading->value);
    text_clear(&reading->formula);
}

static bool start_row(struct sheet_reading *reading, const struct stream_attributes *attributes) {
    reading->row = stream_whole(attributes, "r", reading->row + 1);
    reading->column = 0;
    reading->in_row = true;
    return sheet_rows_begin(reading->rows, reading->row, stream_yes(attributes, "hidden"));
}

static bool start(void *to, const char *name, const struct stream_attributes *attributes) {
    struct sheet_reading *reading = to;
    if (reading->skipped > 0 || strcmp(name, "extLst") == 0 || strcmp(name, "Fallback") == 0)
        reading->skipped++;
    else if (strcmp(name, "c") == 0)
        start_cell(reading, attributes);
    else if (strcmp(name, "v") == 0 || (strcmp(name, "t") == 0 && !reading->in_phonetic))
        reading->in_value = true;
    else if (strcmp(name, "f") == 0)
        reading->in_formula = reading->has_formula = true;
    else if (strcmp(name, "rPh") == 0)
        reading->in_phonetic = true;
    else if (strcmp(name, "row") == 0)
        return start_row(reading, attributes);
    else if (strcmp(name, "col") == 0 && stream_yes(attributes, "hidden"))
        sheet_rows_hide_columns(reading->rows, stream_whole(attributes, "min", 1), stream_whole(attributes, "max", 1));
    return true;
}

static bool put(struct sheet_reading *reading, const char *text, size_t length) {
    sheet_rows_put(reading->rows, reading->column, text, length);
    return true;
}

static bool put_number(struct sheet_reading *reading) {
    enum number_kind kind = xlsx_styles_kind(&reading->xlsx->styles, reading->style);
    char text[NUMBER_TEXT_MAX];
    const char *written = text_string(&reading->value);
    size_t length = reading->value.length;
    double number;
    if (kind != NUMBER_PLAIN && number_read(written, length, &number))
        return put(reading, text, number_date_text(text, number, kind, reading->xlsx->from_1904));
    return number_text_of(text, written, &length) ? put(reading, text, length) : put(reading, written, length);
}

static bool put_shared(struct sheet_reading *reading) {
    const char *digits = text_string(&reading->value);
    size_t length, number = strtoul(digits, NULL, 10);
    const char *text = xlsx_strings_get(&reading->xlsx->strings, number, &length);
    if (text != NULL)
        return put(reading, text, length);
    struct source_pos pos = reading->pos;
    pos.line = reading->row;
    pos.column = reading->column;
    diag_error(reading->diag, pos, "the workbook is damaged: the cell has the shared text %s, and there are %zu",
               digits, reading->xlsx->strings.count);
    return false;
}

/* A formula whose value is not in the file is handed over as it stands, so that what needs the value says so. */
static bool put_formula(struct sheet_reading *reading) {
    const char *text = text_string(&reading->formula);
    text = arena_printf(reading->diag->arena, "=%s", reading->formula.length > 0 ? text : "...");
    return put(reading, text, strlen(text));
}

static bool end_cell(struct sheet_reading *reading) {
    char text[NUMBER_TEXT_MAX];
    if (reading->column > COLUMNS_MAX || !sheet_rows_wanted(reading->rows))
        return true;
    if (reading->value.length == 0)
        return !reading->has_formula || reading->type == 't' || put_formula(reading);
    switch (reading->type) {
    case 's':
        return put_shared(reading);
    case 'b':
        return text_equal(reading->value.bytes, "1") || text_equal(reading->value.bytes, "true")
                   ? put(reading, "TRUE", 4)
                   : put(reading, "FALSE", 5);
    case 'd':
        return put(reading, text, number_iso_text(text, reading->value.bytes, reading->value.length));
    case 'n':
        return put_number(reading);
    default:
        xlsx_strings_unescape(&reading->value, 0);
        return put(reading, reading->value.bytes, reading->value.length);
    }
}

static bool end(void *to, const char *name) {
    struct sheet_reading *reading = to;
    if (reading->skipped > 0) {
        reading->skipped--;
        return true;
    }
    reading->in_value = reading->in_formula = false;
    if (strcmp(name, "c") == 0)
        return !reading->in_row || end_cell(reading);
    if (strcmp(name, "rPh") == 0)
        reading->in_phonetic = false;
    if (strcmp(name, "row") != 0)
        return true;
    reading->in_row = false;
    return sheet_rows_end(reading->rows);
}

static bool text(void *to, const char *bytes, size_t length) {
    struct sheet_reading *reading = to;
    if (reading->in_value && reading->in_row)
        text_append(&reading->value, bytes, length);
    else if (reading->in_formula && reading->formula.length < FORMULA_SHOWN)
        text_append(&reading->formula, bytes, length);
    return true;
}

/* ------------------------------------------------------------------ merged cells */

static bool start_merged(void *to, const char *name, const struct stream_attributes *attributes) {
    struct sheet_reading *reading = to;
    struct sheet_area area;
    if (strcmp(name, "mergeCell") != 0)
        return true;
    const char *ref = stream_text(reading->diag->arena, attributes, "ref");
    if (ref != NULL && area_read(ref, &area) && area.first_row > 0 && area.first_column > 0)
        sheet_rows_merge(reading->rows, &area);
    return true;
}

/* They stand behind the cells, and are needed before them. Most large sheets have none, which is soon seen. */
static bool read_merged(struct workbook *workbook, const char *part, struct sheet_reading *reading) {
    const struct stream_taker taker = {.start = start_merged, .to = reading};
    return !archive_mentions(workbook->archive, part, "mergeCell") || archive_stream(workbook->archive, part, &taker);
}

bool xlsx_sheet_read(struct workbook *workbook, const char *part, struct sheet_rows *rows) {
    struct sheet_reading reading = {
        .xlsx = workbook->own, .rows = rows, .diag = workbook->diag, .pos = sheet_rows_pos(rows)};
    const struct stream_taker taker = {start, end, text, &reading};
    size_t before = workbook->diag->errors;
    bool read = read_merged(workbook, part, &reading) && workbook->diag->errors == before &&
                archive_stream(workbook->archive, part, &taker);
    text_free(&reading.value);
    text_free(&reading.formula);
    return read && workbook->diag->errors == before;
}
