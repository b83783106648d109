#include "intake.h"

#include <string.h>

#include "composed.h"
#include "headings.h"
#include "text.h"
#include "where.h"

enum { HEADING_ROWS_MAX = 10, KEPT_BYTES_MAX = 512 << 20, PASSED_MAX = 1000 };

/* A column whose blank cells repeat the one above. */
struct fill {
    size_t column;
    struct text text;
};

/* Rows that are not in the table. */
struct left_out {
    int above, below, blank, by_where, ragged;
    int end; /* the line before which the table ends; 0 for the end of the file */
    int first_ragged;
};

struct intake {
    struct arena *arena;
    const struct table_request *request;
    struct diag *diag;
    struct table *table;
    struct heading_row headings[HEADING_ROWS_MAX];
    size_t heading_count;
    bool refused; /* what the request names is not there, or too much is kept */
    struct where *where;
    struct fill *fills;
    size_t fill_count;
    size_t errors; /* before the first row, or before the headings */
    size_t bytes;  /* of the rows that are kept */
    struct left_out left_out;
    const char **passed; /* cells of the first rows that are not the headings which are asked for */
    size_t passed_count, passed_capacity;
    const char *how; /* the file was read */
};

struct intake *intake_create(struct arena *arena, const struct table_request *request, struct diag *diag) {
    struct intake *intake = arena_new(arena, struct intake);
    intake->arena = arena;
    intake->request = request;
    intake->diag = diag;
    intake->table = arena_new(arena, struct table);
    intake->table->path = request->path;
    intake->where = where_parse(arena, request, diag);
    intake->errors = diag->errors;
    return intake->where == NULL ? NULL : intake;
}

static struct source_pos pos_at(const struct intake *intake, int line, size_t column) {
    return (struct source_pos){
        .file = intake->request->path, .sheet = intake->table->sheet, .line = line, .column = (int)column};
}

bool intake_is_heading(const struct table_request *request, const struct raw_row *row) {
    if (request->from_heading.text == NULL)
        return !raw_row_is_blank(row, 0);
    for (size_t i = 0; i < row->count && i < RAW_CELLS_MAX; i++)
        if (raw_equals(row->cells[i], request->from_heading.text))
            return true;
    return false;
}

static size_t heading_rows(const struct intake *intake) {
    int asked = intake->request->heading_rows;
    return asked < 1 ? 1 : asked > HEADING_ROWS_MAX ? HEADING_ROWS_MAX : (size_t)asked;
}

/* A character that is not seen and makes a page say what it does not show; 0 where there is none. */
static uint32_t hidden_character(struct arena *arena, struct raw_cell cell) {
    size_t plain = 0;
    while (plain < cell.length && cell.text[plain] >= ' ' && cell.text[plain] != 0x7F)
        plain++;
    if (plain == cell.length)
        return 0;
    const char *text = arena_strndup(arena, cell.text, cell.length);
    uint32_t c;
    do
        c = utf8_next(&text);
    while (c != 0 && !codepoint_is_control(c));
    return c;
}

static void check_cell(const struct intake *intake, struct raw_cell cell, size_t column) {
    uint32_t hidden = cell.problem == NULL ? hidden_character(intake->arena, cell) : 0;
    if (cell.problem != NULL)
        diag_error(intake->diag, pos_at(intake, cell.line, column + 1), "%s", cell.problem);
    else if (hidden != 0)
        diag_error(intake->diag, pos_at(intake, cell.line, column + 1),
                   "the hidden character U+%04X, which no page can show; take it out%s", (unsigned)hidden,
                   hidden >= 0x80 && hidden < 0xA0 ? ", or say encoding=\"windows-1252\"" : "");
}

static void bind_fills(struct intake *intake) {
    const struct request_text *fill_down = &intake->request->fill_down;
    if (fill_down->text == NULL)
        return;
    size_t count = 0;
    const int *columns = table_columns_for(intake->table, fill_down->text, fill_down->pos, &count, intake->diag);
    if (columns == NULL)
        return;
    intake->fill_count = count;
    intake->fills = arena_new_array(intake->arena, count, struct fill);
    for (size_t i = 0; i < count; i++) {
        intake->fills[i].column = (size_t)columns[i];
        intake->table->header[columns[i]].named = true;
    }
}

/* Takes a row of headings, the last of which makes the columns known. */
static bool take_heading(struct intake *intake, const struct raw_row *row) {
    size_t before = intake->diag->errors;
    if (row->count > RAW_CELLS_MAX) {
        diag_error(intake->diag, pos_at(intake, row->line, 0), "%zu columns; at most %d are read", row->count,
                   RAW_CELLS_MAX);
        intake->refused = true;
        return false;
    }
    for (size_t i = 0; i < row->count; i++)
        check_cell(intake, row->cells[i], i);
    intake->headings[intake->heading_count++] = heading_row_of(intake->arena, row);
    if (intake->heading_count < heading_rows(intake))
        return true;
    headings_join(intake->arena, intake->headings, intake->heading_count, intake->table);
    intake->table->semicolons = row->semicolons;
    bind_fills(intake);
    where_bind(intake->where, intake->table, intake->diag);
    intake->refused = intake->diag->errors > before;
    intake->errors = intake->diag->errors;
    return !intake->refused;
}

/* True where the table ends before the row. */
static bool is_end(const struct intake *intake, const struct raw_row *row, bool blank) {
    const char *until = intake->request->until.text;
    if (until == NULL || blank)
        return blank && intake->request->until_blank;
    size_t column = 0, length = strlen(until);
    while (raw_is_blank(row, column))
        column++;
    struct raw_cell first = raw_trim(row->cells[column]);
    return first.length >= length && memcmp(first.text, until, length) == 0;
}

static void fill_down(struct intake *intake, const struct raw_row *row) {
    for (size_t i = 0; i < intake->fill_count; i++) {
        struct fill *fill = &intake->fills[i];
        if (fill->column >= row->count)
            continue;
        struct raw_cell *cell = &row->cells[fill->column];
        if (raw_trim(*cell).length == 0) {
            cell->text = text_string(&fill->text);
            cell->length = fill->text.length;
        } else if (cell->length != fill->text.length || memcmp(cell->text, fill->text.bytes, cell->length) != 0) {
            text_clear(&fill->text);
            text_append(&fill->text, cell->text, cell->length);
        }
    }
}

/* A row that is shorter or longer than the headings may have its cells under wrong ones; not so in a sheet. */
static bool is_ragged(const struct intake *intake, const struct raw_row *row) {
    size_t columns = intake->table->column_count;
    if (row->sheet != NULL)
        return false;
    return row->count < columns || (row->count > columns && !raw_row_is_blank(row, columns));
}

static void report_ragged(const struct intake *intake, const struct raw_row *row) {
    const struct table *table = intake->table;
    const char *hint = "";
    if (table->column_count == 1)
        hint = "; if the headings stand further down, say in which row: skip=\"...\" or from-heading=\"...\"";
    else if (row->count == 1 || raw_row_is_blank(row, 1))
        hint = "; if the table ends here, say so: until=\"...\"";
    diag_error(intake->diag, pos_at(intake, row->line, 0), "%zu cell%s; the headings in line %d have %zu%s", row->count,
               row->count == 1 ? "" : "s", table->header[0].line, table->column_count, hint);
}

/* All texts of a row lie in one piece of memory. */
static void keep(struct intake *intake, const struct raw_row *row) {
    struct table *table = intake->table;
    size_t count = table->column_count, length = count;
    for (size_t i = 0; i < count; i++) {
        check_cell(intake, row->cells[i], i);
        length += row->cells[i].length;
    }
    char *text = arena_alloc(intake->arena, length);
    struct table_cell *cells = arena_new_array(intake->arena, count, struct table_cell);
    for (size_t i = 0; i < count; i++) {
        const struct raw_cell *cell = &row->cells[i];
        memcpy(text, cell->text, cell->length);
        cells[i] = (struct table_cell){text, cell->line};
        text += cell->length + 1;
    }
    arena_append(intake->arena, table->rows, table->row_count, table->row_capacity) =
        (struct table_row){cells, row->line};
    intake->bytes += length + count * sizeof *cells + sizeof *table->rows;
}

/* False where so much is kept, or so many rows are wrong, that the rest is not read. */
static bool has_room(struct intake *intake, const struct raw_row *row) {
    if (intake->bytes > KEPT_BYTES_MAX) {
        diag_error(
            intake->diag, pos_at(intake, row->line, 0),
            "the rows that are kept take more than %d MB, the most there is room for; pick those that are needed "
            "with where=\"...\"",
            KEPT_BYTES_MAX >> 20);
        intake->refused = true;
    }
    return !intake->refused && intake->diag->errors - intake->errors < READ_ERRORS_MAX;
}

/* A row that would be reported. */
static bool is_wrong(const struct intake *intake, const struct raw_row *row) {
    if (is_ragged(intake, row))
        return true;
    for (size_t i = 0; i < intake->table->column_count; i++)
        if (row->cells[i].problem != NULL || hidden_character(intake->arena, row->cells[i]) != 0)
            return true;
    return false;
}

/* False, reported, where so many rows are wrong that the rest is not read. */
static bool set_aside(struct intake *intake, const struct raw_row *row) {
    struct table *table = intake->table;
    size_t count = row->count < RAW_CELLS_MAX ? row->count : RAW_CELLS_MAX;
    struct raw_row *wrong = arena_new(intake->arena, struct raw_row);
    *wrong = *row;
    wrong->cells = arena_new_array(intake->arena, count, struct raw_cell);
    for (size_t i = 0; i < count; i++) {
        wrong->cells[i] = row->cells[i];
        wrong->cells[i].text = arena_strndup(intake->arena, row->cells[i].text, row->cells[i].length);
    }
    arena_append(intake->arena, table->wrong, table->wrong_count, table->wrong_capacity) = wrong;
    if (table->wrong_count < READ_ERRORS_MAX)
        return true;
    diag_error(intake->diag, pos_at(intake, row->line, 0), "%d rows are wrong", READ_ERRORS_MAX);
    return false;
}

static bool take_row(struct intake *intake, const struct raw_row *row) {
    bool ragged = is_ragged(intake, row);
    fill_down(intake, row);
    if (intake->request->sets_aside && is_wrong(intake, row))
        return set_aside(intake, row);
    if (!where_holds(intake->where, row)) {
        intake->left_out.by_where++;
        intake->left_out.ragged += ragged;
        if (ragged && intake->left_out.first_ragged == 0)
            intake->left_out.first_ragged = row->line;
        return true;
    }
    if (ragged)
        report_ragged(intake, row);
    else
        keep(intake, row);
    return has_room(intake, row);
}

/* The same name is found however its accents are written. */
static void compose(const struct intake *intake, const struct raw_row *row) {
    for (size_t i = 0; i < row->count && i < RAW_CELLS_MAX; i++) {
        struct raw_cell *cell = &row->cells[i];
        const char *joined = composed(intake->arena, cell->text, cell->length);
        if (joined == NULL)
            continue;
        cell->text = joined;
        cell->length = strlen(joined);
    }
}

/* Keeps the cells of a row in which the headings might have been. */
static void pass_over(struct intake *intake, const struct raw_row *row) {
    if (intake->request->from_heading.text == NULL)
        return;
    for (size_t i = 0; i < row->count && intake->passed_count < PASSED_MAX; i++) {
        struct raw_cell cell = raw_trim(row->cells[i]);
        if (cell.length > 0)
            arena_append(intake->arena, intake->passed, intake->passed_count, intake->passed_capacity) =
                arena_strndup(intake->arena, cell.text, cell.length);
    }
}

static const char *nearest_heading(const struct intake *intake) {
    return text_suggestion(intake->arena, intake->request->from_heading.text, intake->passed, intake->passed_count);
}

static bool take(void *to, const struct raw_row *row) {
    struct intake *intake = to;
    struct left_out *left_out = &intake->left_out;
    intake->table->sheet = row->sheet;
    compose(intake, row);
    if (intake->table->header == NULL) {
        if (intake->heading_count > 0 || intake_is_heading(intake->request, row))
            return take_heading(intake, row);
        left_out->above = row->line;
        pass_over(intake, row);
        return true;
    }
    bool blank = raw_row_is_blank(row, 0);
    if (is_end(intake, row, blank)) {
        left_out->end = row->line;
        return false;
    }
    left_out->blank += blank;
    return blank || take_row(intake, row);
}

static void leave(void *to, int lines, const char *how) {
    struct intake *intake = to;
    intake->how = how;
    intake->left_out.below = lines + (intake->left_out.end > 0);
}

struct row_taker intake_taker(struct intake *intake) {
    return (struct row_taker){.take = take, .leave = leave, .to = intake};
}

static const char *plural(int count) {
    return count == 1 ? "" : "s";
}

/* `; 12 left out by where`, or "" for none. */
static const char *count_of(const struct intake *intake, int count, const char *what) {
    return count == 0 ? "" : arena_printf(intake->arena, "; %d %s", count, what);
}

static void note_left_out(const struct intake *intake) {
    const struct left_out *left_out = &intake->left_out;
    const struct table *table = intake->table;
    int head = intake->headings[0].line;
    if (head > 1)
        diag_note(intake->diag, pos_at(intake, head, 0), "the headings; %d line%s above left out", head - 1,
                  plural(head - 1));
    if (left_out->end > 0)
        diag_note(intake->diag, pos_at(intake, left_out->end, 0), "the table ends above; %d line%s left out",
                  left_out->below, plural(left_out->below));
    diag_note(intake->diag, pos_at(intake, 0, 0), "read as %s: %zu row%s of %zu columns%s%s", intake->how,
              table->row_count, plural((int)table->row_count), table->column_count,
              count_of(intake, left_out->by_where, "left out by where"), count_of(intake, left_out->blank, "blank"));
    if (left_out->ragged > 0)
        diag_note(intake->diag, pos_at(intake, left_out->first_ragged, 0),
                  "%d of the rows that where leaves out ha%s more or fewer cells than the headings, this one first",
                  left_out->ragged, left_out->ragged == 1 ? "s" : "ve");
}

static void report_no_headings(const struct intake *intake) {
    const struct table_request *request = intake->request;
    if (intake->heading_count > 0)
        diag_error(intake->diag, pos_at(intake, intake->headings[0].line, 0),
                   "the headings begin here and the file ends before there are %d rows of them; say "
                   "heading-rows=\"...\" as it is",
                   request->heading_rows);
    else if (request->from_heading.text != NULL)
        diag_error(intake->diag, request->from_heading.pos, "no row of \"%s\" has a cell \"%s\"%s", request->path,
                   request->from_heading.text, nearest_heading(intake));
    else if (request->skip > 0)
        diag_error(intake->diag, request->from, "\"%s\" has nothing behind line %d; skip fewer lines", request->path,
                   request->skip);
    else
        diag_error(intake->diag, pos_at(intake, 1, 0), "the file is empty; expected the names of the columns");
}

static void report_whole(const struct intake *intake) {
    const struct request_text *until = &intake->request->until;
    if (until->text != NULL && intake->left_out.end == 0 && intake->diag->errors == intake->errors)
        diag_warning(intake->diag, until->pos, "no row of \"%s\" begins with \"%s\"; the table ends with the file",
                     intake->request->path, until->text);
    if (intake->table->row_count == 0 && intake->left_out.by_where > 0 && intake->diag->errors == intake->errors)
        where_report(intake->where, intake->table, intake->request->needed, intake->diag);
    note_left_out(intake);
}

struct table *intake_finish(struct intake *intake) {
    bool whole = intake->table->header != NULL && !intake->refused;
    for (size_t i = 0; i < intake->fill_count; i++)
        text_free(&intake->fills[i].text);
    if (whole)
        report_whole(intake);
    else if (!intake->refused && intake->diag->errors == intake->errors)
        report_no_headings(intake);
    return whole ? intake->table : NULL;
}
