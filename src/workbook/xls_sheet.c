#include "xls.h"

#include <stdlib.h>
#include <string.h>

#include "number_text.h"

enum { ROWS = 65536, COLUMN_HIDDEN = 1, ROW_HIDDEN = 0x20, CALCULATED_WHEN_OPENED = 2 };

/* A cell that is filled, and where its record is. */
struct xls_cell {
    unsigned row, column;
    size_t at;
};

/* A sheet while it is read: its cells are put into order first, which few programs do not keep. */
struct sheet_reading {
    struct workbook *workbook;
    const struct xls *xls;
    struct sheet_rows *rows;
    struct xls_cell *cells;
    size_t count, capacity;
    bool sorted;
    unsigned char *hidden; /* rows */
    struct text text;
};

static void add_cell(struct sheet_reading *reading, unsigned row, unsigned column, size_t at) {
    if (reading->count == reading->capacity) {
        reading->capacity = reading->capacity == 0 ? 1024 : 2 * reading->capacity;
        reading->cells = memory_resize(reading->cells, reading->capacity * sizeof *reading->cells);
    }
    if (reading->count > 0) {
        const struct xls_cell *last = &reading->cells[reading->count - 1];
        reading->sorted &= last->row < row || (last->row == row && last->column <= column);
    }
    reading->cells[reading->count++] = (struct xls_cell){row, column, at};
}

static void add_merged(struct sheet_reading *reading, const struct xls_record *record) {
    size_t count = record->length < 2 ? 0 : compound_16(record->bytes);
    for (size_t i = 0; i < count && 2 + 8 * (i + 1) <= record->length; i++) {
        const unsigned char *area = record->bytes + 2 + 8 * i;
        const struct sheet_area merged = {.first_row = (int)compound_16(area) + 1,
                                          .last_row = (int)compound_16(area + 2) + 1,
                                          .first_column = (int)(compound_16(area + 4) & 0xFF) + 1,
                                          .last_column = (int)(compound_16(area + 6) & 0xFF) + 1};
        if (merged.first_row <= merged.last_row && merged.first_column <= merged.last_column)
            sheet_rows_merge(reading->rows, &merged);
    }
}

/* Cells of one record. */
static void add_cells(struct sheet_reading *reading, const struct xls_record *record, size_t at) {
    unsigned row = compound_16(record->bytes), column = compound_16(record->bytes + 2);
    size_t count = record->kind == XLS_MULRK ? (record->length - 6) / 6 : 1;
    for (size_t i = 0; i < count; i++)
        add_cell(reading, row, column + (unsigned)i, at);
}

static void take_record(struct sheet_reading *reading, const struct xls_record *record, size_t at) {
    switch (record->kind) {
    case XLS_COLINFO:
        if (record->length >= 10 && compound_16(record->bytes + 8) & COLUMN_HIDDEN)
            sheet_rows_hide_columns(reading->rows, (int)compound_16(record->bytes) + 1,
                                    (int)compound_16(record->bytes + 2) + 1);
        break;
    case XLS_ROW:
        if (record->length >= 14)
            reading->hidden[compound_16(record->bytes)] = (compound_16(record->bytes + 12) & ROW_HIDDEN) != 0;
        break;
    case XLS_MERGEDCELLS:
        add_merged(reading, record);
        break;
    case XLS_NUMBER:
    case XLS_RK:
    case XLS_MULRK:
    case XLS_LABEL:
    case XLS_LABELSST:
    case XLS_RSTRING:
    case XLS_FORMULA:
    case XLS_BOOLERR:
        if (record->length >= 8)
            add_cells(reading, record, at);
        break;
    default:
        break;
    }
}

/* Goes through the records of the sheet, past those of charts in it. */
static bool collect(struct sheet_reading *reading, size_t start) {
    const struct xls_stream *stream = &reading->xls->stream;
    struct xls_record record;
    int depth = 0;
    for (size_t at = start; xls_record_at(stream, at, &record); at = record.next) {
        if (record.kind == XLS_BEGIN)
            depth++;
        else if (record.kind == XLS_END && --depth <= 0)
            return true;
        else if (depth == 1)
            take_record(reading, &record, at);
    }
    return false;
}

static int compare_cells(const void *a, const void *b) {
    const struct xls_cell *left = a, *right = b;
    if (left->row != right->row)
        return left->row < right->row ? -1 : 1;
    if (left->column != right->column)
        return left->column < right->column ? -1 : 1;
    return (left->at > right->at) - (left->at < right->at);
}

/* ------------------------------------------------------------------ values */

static void put(struct sheet_reading *reading, const struct xls_cell *cell, const char *text, size_t length) {
    sheet_rows_put(reading->rows, (int)cell->column + 1, text, length);
}

static double read_double(const unsigned char *bytes) {
    unsigned long long bits = compound_32(bytes) | (unsigned long long)compound_32(bytes + 4) << 32;
    double number;
    memcpy(&number, &bits, sizeof number);
    return number;
}

/* A number in four bytes: a whole one or the upper half of a double, either of them a hundredth. */
static double read_short(const unsigned char *bytes) {
    unsigned long word = compound_32(bytes);
    unsigned long long bits = (unsigned long long)(word & 0xFFFFFFFCul) << 32;
    double number;
    if (word & 2)
        number = (double)((long)((word >> 2) ^ 0x20000000ul) - 0x20000000l);
    else
        memcpy(&number, &bits, sizeof number);
    return word & 1 ? number / 100 : number;
}

static void put_number(struct sheet_reading *reading, const struct xls_cell *cell, unsigned style, double number) {
    char text[NUMBER_TEXT_MAX];
    enum number_kind kind = style < reading->xls->kind_count ? reading->xls->kinds[style] : NUMBER_PLAIN;
    if (number - number == 0) /* no infinity */
        put(reading, cell, text, number_date_text(text, number, kind, reading->xls->from_1904));
}

static void put_error(struct sheet_reading *reading, const struct xls_cell *cell, unsigned code) {
    static const struct {
        unsigned code;
        const char *text;
    } errors[] = {{0x00, "#NULL!"}, {0x07, "#DIV/0!"}, {0x0F, "#VALUE!"}, {0x17, "#REF!"},
                  {0x1D, "#NAME?"}, {0x24, "#NUM!"},   {0x2A, "#N/A"}};
    const char *text = "#ERROR!";
    for (size_t i = 0; i < sizeof errors / sizeof errors[0]; i++)
        if (errors[i].code == code)
            text = errors[i].text;
    put(reading, cell, text, strlen(text));
}

static void put_boolean(struct sheet_reading *reading, const struct xls_cell *cell, bool value) {
    put(reading, cell, value ? "TRUE" : "FALSE", value ? 4 : 5);
}

static void put_shared(struct sheet_reading *reading, const struct xls_cell *cell, unsigned long number) {
    const struct xls *xls = reading->xls;
    struct source_pos pos = sheet_rows_pos(reading->rows);
    if (number < xls->string_count) {
        size_t from = number == 0 ? 0 : xls->string_ends[number - 1];
        put(reading, cell, text_string(&xls->strings) + from, xls->string_ends[number] - from);
        return;
    }
    pos.line = (int)cell->row + 1;
    pos.column = (int)cell->column + 1;
    diag_error(reading->workbook->diag, pos,
               "the workbook is damaged: the cell has the shared text %lu, and there are %zu", number,
               xls->string_count);
}

static void put_text(struct sheet_reading *reading, const struct xls_cell *cell, const struct xls_record *record,
                     size_t at) {
    struct xls_text_reader reader = {.stream = &reading->xls->stream, .record = *record, .at = at};
    text_clear(&reading->text);
    xls_text_read(&reader, 2, &reading->text);
    put(reading, cell, text_string(&reading->text), reading->text.length);
}

/* The text that a formula gave stands in a record behind it, past what formulas share. */
static void put_formula_text(struct sheet_reading *reading, const struct xls_cell *cell, struct xls_record record) {
    for (int i = 0; i < 3 && xls_record_at(&reading->xls->stream, record.next, &record); i++)
        if (record.kind == XLS_STRING) {
            put_text(reading, cell, &record, 0);
            return;
        }
}

static void put_formula(struct sheet_reading *reading, const struct xls_cell *cell, const struct xls_record *record) {
    const unsigned char *result = record->bytes + 6;
    unsigned flags = record->length >= 16 ? compound_16(record->bytes + 14) : 0;
    bool number = compound_16(result + 6) != 0xFFFF;
    if (number && flags & CALCULATED_WHEN_OPENED && read_double(result) == 0)
        put(reading, cell, "=...", 4); /* whoever wrote the file did not work it out */
    else if (number)
        put_number(reading, cell, compound_16(record->bytes + 4), read_double(result));
    else if (result[0] == 0)
        put_formula_text(reading, cell, *record);
    else if (result[0] == 1)
        put_boolean(reading, cell, result[2] != 0);
    else if (result[0] == 2)
        put_error(reading, cell, result[2]);
}

static void put_cell(struct sheet_reading *reading, const struct xls_cell *cell) {
    struct xls_record record;
    if (!xls_record_at(&reading->xls->stream, cell->at, &record))
        return;
    unsigned style = compound_16(record.bytes + 4);
    size_t part = 6 * (size_t)(cell->column - compound_16(record.bytes + 2));
    if (record.kind == XLS_NUMBER && record.length >= 14)
        put_number(reading, cell, style, read_double(record.bytes + 6));
    else if (record.kind == XLS_RK && record.length >= 10)
        put_number(reading, cell, style, read_short(record.bytes + 6));
    else if (record.kind == XLS_MULRK && 4 + part + 6 <= record.length)
        put_number(reading, cell, compound_16(record.bytes + 4 + part), read_short(record.bytes + 6 + part));
    else if (record.kind == XLS_LABELSST && record.length >= 10)
        put_shared(reading, cell, compound_32(record.bytes + 6));
    else if (record.kind == XLS_LABEL || record.kind == XLS_RSTRING)
        put_text(reading, cell, &record, 6);
    else if (record.kind == XLS_FORMULA && record.length >= 14)
        put_formula(reading, cell, &record);
    else if (record.kind == XLS_BOOLERR && record.bytes[7] == 0)
        put_boolean(reading, cell, record.bytes[6] != 0);
    else if (record.kind == XLS_BOOLERR)
        put_error(reading, cell, record.bytes[6]);
}

/* Hands the cells over, a row at a time. */
static void hand_rows(struct sheet_reading *reading) {
    size_t errors = reading->workbook->diag->errors;
    for (size_t i = 0; i < reading->count && reading->workbook->diag->errors == errors;) {
        unsigned row = reading->cells[i].row;
        if (!sheet_rows_begin(reading->rows, (int)row + 1, reading->hidden[row] != 0))
            return;
        for (; i < reading->count && reading->cells[i].row == row; i++)
            put_cell(reading, &reading->cells[i]);
        if (!sheet_rows_end(reading->rows))
            return;
    }
}

bool xls_sheet_read(struct workbook *workbook, size_t sheet, struct sheet_rows *rows) {
    const struct xls *xls = workbook->own;
    struct sheet_reading reading = {.workbook = workbook, .xls = xls, .rows = rows, .sorted = true};
    size_t before = workbook->diag->errors;
    reading.hidden = memory_alloc(ROWS);
    memset(reading.hidden, 0, ROWS);
    if (!collect(&reading, xls->starts[sheet]))
        diag_error(workbook->diag, sheet_rows_pos(rows), "the workbook is damaged: the sheet breaks off; save it anew");
    else {
        if (!reading.sorted)
            qsort(reading.cells, reading.count, sizeof *reading.cells, compare_cells);
        hand_rows(&reading);
    }
    text_free(&reading.text);
    free(reading.cells);
    free(reading.hidden);
    return workbook->diag->errors == before;
}
