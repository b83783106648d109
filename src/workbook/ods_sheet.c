#include <stdlib.h>
#include <string.h>

#include "area.h"
#include "number_text.h"
#include "ods.h"
#include "text.h"

enum { TEXT_MAX = 1 << 20, BLANKS_MAX = 1000 };

enum value_type { VALUE_STRING, VALUE_NUMBER, VALUE_DATE, VALUE_TIME, VALUE_BOOLEAN, VALUE_NONE };

struct sheet_reading {
    struct workbook *workbook;
    struct sheet_rows *rows;
    size_t wanted, table; /* the sheet, and how many were begun */
    int tables, skipped;
    int row, row_repeat, column, column_repeat;
    bool covered, in_paragraph, formula;
    int paragraphs;
    enum value_type type;
    struct text value; /* what the attributes say */
    struct text text;  /* what is shown */
};

static bool is_wanted(const struct sheet_reading *reading) {
    return reading->tables == 1 && reading->table == reading->wanted + 1;
}

static bool is_hidden(const struct stream_attributes *attributes) {
    return stream_is(attributes, "visibility", "collapse") || stream_is(attributes, "visibility", "filter");
}

static void start_column(struct sheet_reading *reading, const struct stream_attributes *attributes) {
    int repeat = stream_whole(attributes, "number-columns-repeated", 1), first = reading->column + 1;
    if (first > COLUMNS_MAX || repeat < 1)
        return;
    reading->column = repeat > COLUMNS_MAX - first ? COLUMNS_MAX : first + repeat - 1;
    if (is_hidden(attributes))
        sheet_rows_hide_columns(reading->rows, first, reading->column);
}

static bool start_row(struct sheet_reading *reading, const struct stream_attributes *attributes) {
    int repeat = stream_whole(attributes, "number-rows-repeated", 1);
    reading->row++;
    reading->row_repeat = repeat < 1 ? 1 : repeat;
    reading->column = 0;
    return sheet_rows_begin(reading->rows, reading->row, is_hidden(attributes));
}

static enum value_type type_of(const struct stream_attributes *attributes, const char **value) {
    static const struct {
        const char *type, *value;
        enum value_type is;
    } types[] = {
        {"string", "string-value", VALUE_STRING},    {"float", "value", VALUE_NUMBER},
        {"percentage", "value", VALUE_NUMBER},       {"currency", "value", VALUE_NUMBER},
        {"date", "date-value", VALUE_DATE},          {"time", "time-value", VALUE_TIME},
        {"boolean", "boolean-value", VALUE_BOOLEAN},
    };
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (stream_is(attributes, "value-type", types[i].type)) {
            *value = types[i].value;
            return types[i].is;
        }
    return VALUE_NONE;
}

static void merge_cells(struct sheet_reading *reading, const struct stream_attributes *attributes) {
    int columns = stream_whole(attributes, "number-columns-spanned", 1);
    int rows = stream_whole(attributes, "number-rows-spanned", 1);
    const struct sheet_area merged = {
        .first_row = reading->row,
        .last_row = rows > ROWS_MAX - reading->row ? ROWS_MAX : reading->row + rows - 1,
        .first_column = reading->column,
        .last_column = columns > COLUMNS_MAX - reading->column ? COLUMNS_MAX : reading->column + columns - 1};
    if (columns > 1 || rows > 1)
        sheet_rows_merge(reading->rows, &merged);
}

static void start_cell(struct sheet_reading *reading, const struct stream_attributes *attributes, bool covered) {
    const char *source = NULL;
    size_t length;
    int repeat = stream_whole(attributes, "number-columns-repeated", 1);
    reading->column++;
    reading->column_repeat = repeat < 1 ? 1 : repeat;
    reading->covered = covered;
    reading->paragraphs = 0;
    reading->type = type_of(attributes, &source);
    if (stream_is(attributes, "value-type", "error"))
        reading->type = VALUE_STRING;
    reading->formula = stream_value(attributes, "formula", &length) != NULL;
    text_clear(&reading->value);
    text_clear(&reading->text);
    const char *value = source == NULL ? NULL : stream_value(attributes, source, &length);
    if (value != NULL && length < TEXT_MAX)
        text_append(&reading->value, value, length);
    if (!covered && reading->column <= COLUMNS_MAX)
        merge_cells(reading, attributes);
}

static void start_paragraph(struct sheet_reading *reading) {
    if (reading->paragraphs++ > 0)
        text_add(&reading->text, "\n");
    reading->in_paragraph = true;
}

/* Blanks that stand as elements, since XML runs them together. */
static void add_blanks(struct sheet_reading *reading, const char *name, const struct stream_attributes *attributes) {
    int count = strcmp(name, "s") == 0 ? stream_whole(attributes, "c", 1) : 1;
    const char *blank = strcmp(name, "line-break") == 0 ? "\n" : " ";
    for (int i = 0; i < count && i < BLANKS_MAX && reading->text.length < TEXT_MAX; i++)
        text_add(&reading->text, blank);
}

static bool start(void *to, const char *name, const struct stream_attributes *attributes) {
    struct sheet_reading *reading = to;
    if (reading->skipped > 0 || ods_is_passed_over(name)) {
        reading->skipped++;
        return true;
    }
    if (strcmp(name, "table") == 0) {
        reading->table += reading->tables++ == 0;
        reading->column = 0;
        return true;
    }
    if (!is_wanted(reading))
        return true;
    if (strcmp(name, "table-cell") == 0 || strcmp(name, "covered-table-cell") == 0)
        start_cell(reading, attributes, name[0] == 'c');
    else if (strcmp(name, "p") == 0)
        start_paragraph(reading);
    else if (reading->in_paragraph &&
             (strcmp(name, "s") == 0 || strcmp(name, "tab") == 0 || strcmp(name, "line-break") == 0))
        add_blanks(reading, name, attributes);
    else if (strcmp(name, "table-row") == 0)
        return start_row(reading, attributes);
    else if (strcmp(name, "table-column") == 0)
        start_column(reading, attributes);
    return true;
}

/* `PT13H30M00S`: a time of day, or, from a day on, a number of days. */
static size_t time_text(char text[NUMBER_TEXT_MAX], const char *written) {
    double amounts[3] = {0}, amount;
    const char *letters = "HMS", *s = strchr(written, 'T');
    for (s = s == NULL ? "" : s + 1; *s != '\0'; s++) {
        char *end;
        amount = strtod(s, &end);
        const char *letter = *end == '\0' ? NULL : strchr(letters, *end);
        if (end == s || letter == NULL)
            break;
        amounts[letter - letters] = amount;
        s = end;
    }
    double days = (amounts[0] * 3600 + amounts[1] * 60 + amounts[2]) / 86400;
    return number_date_text(text, days, days >= 1 ? NUMBER_PLAIN : NUMBER_TIME, false);
}

static void put(struct sheet_reading *reading, const char *text, size_t length) {
    for (int i = 0; i < reading->column_repeat && reading->column + i <= COLUMNS_MAX; i++)
        sheet_rows_put(reading->rows, reading->column + i, text, length);
}

static void put_cell(struct sheet_reading *reading) {
    char text[NUMBER_TEXT_MAX];
    const char *value = text_string(&reading->value);
    size_t length = reading->value.length;
    bool true_value = strcmp(value, "true") == 0;
    switch (reading->type) {
    case VALUE_NUMBER:
        if (number_text_of(text, value, &length))
            put(reading, text, length);
        else
            put(reading, value, length);
        break;
    case VALUE_DATE:
        put(reading, text, number_iso_text(text, value, length));
        break;
    case VALUE_TIME:
        put(reading, text, time_text(text, value));
        break;
    case VALUE_BOOLEAN:
        put(reading, true_value ? "TRUE" : "FALSE", true_value ? 4 : 5);
        break;
    default:
        if (reading->text.length > 0)
            put(reading, reading->text.bytes, reading->text.length);
        else if (length > 0)
            put(reading, value, length);
        else if (reading->type == VALUE_NONE && reading->formula)
            put(reading, "=...", 4);
        break;
    }
}

static void end_cell(struct sheet_reading *reading) {
    bool read = !reading->covered && reading->column <= COLUMNS_MAX && sheet_rows_wanted(reading->rows);
    if (read && (reading->type != VALUE_NONE || reading->text.length > 0 || reading->formula))
        put_cell(reading);
    reading->column = reading->column_repeat > COLUMNS_MAX - reading->column
                          ? COLUMNS_MAX
                          : reading->column + reading->column_repeat - 1;
}

static bool end_row(struct sheet_reading *reading) {
    int again = reading->row_repeat - 1;
    if (!sheet_rows_end(reading->rows))
        return false;
    reading->row = again > ROWS_MAX - reading->row ? ROWS_MAX : reading->row + again;
    return sheet_rows_repeat(reading->rows, again);
}

static bool end(void *to, const char *name) {
    struct sheet_reading *reading = to;
    if (reading->skipped > 0) {
        reading->skipped--;
        return true;
    }
    if (strcmp(name, "table") == 0) {
        bool whole = is_wanted(reading);
        reading->tables--;
        return !whole;
    }
    if (!is_wanted(reading))
        return true;
    if (strcmp(name, "p") == 0)
        reading->in_paragraph = false;
    else if (strcmp(name, "table-cell") == 0 || strcmp(name, "covered-table-cell") == 0)
        end_cell(reading);
    else if (strcmp(name, "table-row") == 0)
        return end_row(reading);
    return true;
}

static bool text(void *to, const char *bytes, size_t length) {
    struct sheet_reading *reading = to;
    if (reading->skipped == 0 && reading->in_paragraph && !reading->covered && reading->text.length < TEXT_MAX)
        text_append(&reading->text, bytes, length);
    return true;
}

bool ods_sheet_read(struct workbook *workbook, size_t sheet, struct sheet_rows *rows) {
    struct sheet_reading reading = {.workbook = workbook, .rows = rows, .wanted = sheet};
    const struct stream_taker taker = {start, end, text, &reading};
    size_t before = workbook->diag->errors;
    bool read = archive_stream(workbook->archive, ODS_CONTENT, &taker);
    text_free(&reading.value);
    text_free(&reading.text);
    return read && workbook->diag->errors == before;
}
