#include "sheet_rows.h"

#include <stdlib.h>
#include <string.h>

#include "area.h"
#include "text.h"

enum { MERGED_CELLS_MAX = 200000, MERGED_AT_ONCE = 1000, RUNS_TOLD = 6 };

#define CELLS_MAX 50000000ul

/* Cells that are merged, and the text of the first once it is read. */
struct merged {
    struct sheet_area area;
    struct text text;
};

/* A cell of the row at hand: its text lies from start on in that of the row, or elsewhere. */
struct held_cell {
    const char *elsewhere;
    size_t start, length;
    enum raw_merged merged;
};

/* Rows or columns that are hidden, one behind the other. */
struct hidden_run {
    int first, last;
};

struct hidden {
    struct hidden_run *runs;
    size_t count, capacity;
};

struct sheet_rows {
    struct sheet_area area;
    struct row_taker taker;
    struct source_pos pos;
    struct diag *diag;
    struct held_cell *held; /* of the row at hand, by column; those up to width are used */
    struct raw_cell *cells; /* as they are handed over */
    struct text text;
    size_t width;         /* the last cell of the row at hand */
    size_t widest;        /* of the rows so far */
    int row;              /* at hand, or the last one */
    int next;             /* the row that is handed over next, where blank ones are to be made up */
    unsigned long handed; /* cells, blank ones among them */
    bool row_hidden;
    struct merged *merged; /* in the order of their first rows, once sorted */
    size_t merged_count, merged_capacity, merged_begun;
    bool sorted;
    size_t open[MERGED_AT_ONCE]; /* those that the row at hand lies in, or one above it */
    size_t open_count;
    struct hidden hidden_rows, hidden_columns;
};

struct sheet_rows *sheet_rows_create(const struct sheet_area *area, int skip, struct row_taker taker,
                                     struct source_pos pos, struct diag *diag) {
    struct sheet_rows *rows = memory_alloc(sizeof *rows);
    *rows = (struct sheet_rows){.area = *area, .taker = taker, .pos = pos, .diag = diag};
    rows->area.first_row = (area->first_row > 0 ? area->first_row : 1) + skip;
    rows->area.last_row = area->last_row > 0 ? area->last_row : ROWS_MAX;
    rows->area.first_column = area->first_column > 0 ? area->first_column : 1;
    rows->area.last_column = area->last_column > 0 ? area->last_column : COLUMNS_MAX;
    rows->next = rows->area.first_row;
    rows->cells = memory_alloc(COLUMNS_MAX * sizeof *rows->cells);
    rows->held = memory_alloc(COLUMNS_MAX * sizeof *rows->held);
    return rows;
}

void sheet_rows_free(struct sheet_rows *rows) {
    for (size_t i = 0; i < rows->merged_count; i++)
        text_free(&rows->merged[i].text);
    text_free(&rows->text);
    free(rows->cells);
    free(rows->held);
    free(rows);
}

struct source_pos sheet_rows_pos(const struct sheet_rows *rows) {
    return rows->pos;
}

bool sheet_rows_wanted(const struct sheet_rows *rows) {
    return rows->row >= rows->area.first_row || rows->merged_count > 0;
}

/* ------------------------------------------------------------------ merged cells */

void sheet_rows_merge(struct sheet_rows *rows, const struct sheet_area *merged) {
    bool one = merged->first_row == merged->last_row && merged->first_column == merged->last_column;
    if (one || rows->merged_count == MERGED_CELLS_MAX)
        return;
    arena_append(rows->diag->arena, rows->merged, rows->merged_count, rows->merged_capacity) =
        (struct merged){.area = *merged};
    rows->sorted = rows->merged_count == 1 ||
                   (rows->sorted && rows->merged[rows->merged_count - 2].area.first_row <= merged->first_row);
}

static int compare_merged(const void *a, const void *b) {
    const struct sheet_area *left = &((const struct merged *)a)->area, *right = &((const struct merged *)b)->area;
    if (left->first_row != right->first_row)
        return left->first_row < right->first_row ? -1 : 1;
    return (left->first_column > right->first_column) - (left->first_column < right->first_column);
}

/* The cell of a column, made blank where it is not there yet. */
static struct held_cell *cell_at(struct sheet_rows *rows, int column) {
    size_t at = (size_t)column - 1;
    for (; rows->width <= at; rows->width++)
        rows->held[rows->width] = (struct held_cell){0};
    return &rows->held[at];
}

/* Keeps the text of the first cell, where the row has it. */
static void keep_first(struct sheet_rows *rows, struct merged *merged) {
    size_t first = (size_t)merged->area.first_column - 1;
    text_clear(&merged->text);
    if (first >= rows->width)
        return;
    struct held_cell *cell = &rows->held[first];
    text_append(&merged->text, text_string(&rows->text) + cell->start, cell->length);
    if (merged->area.last_column > merged->area.first_column && cell->length > 0)
        cell->merged = MERGED_FIRST;
}

static void spread(struct sheet_rows *rows, struct merged *merged) {
    const struct sheet_area *area = &merged->area;
    bool first = rows->row == area->first_row;
    if (first)
        keep_first(rows, merged);
    for (int column = area->first_column + first; column <= area->last_column && merged->text.length > 0; column++)
        if (column >= rows->area.first_column && column <= rows->area.last_column)
            *cell_at(rows, column) = (struct held_cell){.elsewhere = merged->text.bytes,
                                                        .length = merged->text.length,
                                                        .merged = first ? MERGED_ACROSS : MERGED_DOWN};
}

/* Gives merged cells of the row their text. Cells of a sheet are merged once, so that few are open at a time. */
static void spread_merged(struct sheet_rows *rows) {
    size_t kept = 0;
    if (!rows->sorted && rows->merged_count > 0) {
        qsort(rows->merged, rows->merged_count, sizeof *rows->merged, compare_merged);
        rows->sorted = true;
    }
    for (; rows->merged_begun < rows->merged_count; rows->merged_begun++) {
        const struct sheet_area *area = &rows->merged[rows->merged_begun].area;
        if (area->first_row > rows->row)
            break;
        if (area->last_row >= rows->row && rows->open_count < MERGED_AT_ONCE)
            rows->open[rows->open_count++] = rows->merged_begun;
    }
    for (size_t i = 0; i < rows->open_count; i++)
        if (rows->merged[rows->open[i]].area.last_row >= rows->row) {
            spread(rows, &rows->merged[rows->open[i]]);
            rows->open[kept++] = rows->open[i];
        }
    rows->open_count = kept;
}

/* ------------------------------------------------------------------ hidden rows and columns */

/* They come in order; a file that hides a column twice has it once. */
static void add_hidden(struct sheet_rows *rows, struct hidden *hidden, int first, int last) {
    struct hidden_run *before = hidden->count > 0 ? &hidden->runs[hidden->count - 1] : NULL;
    if (before != NULL && first >= before->first && first <= before->last + 1)
        before->last = last > before->last ? last : before->last;
    else
        arena_append(rows->diag->arena, hidden->runs, hidden->count, hidden->capacity) =
            (struct hidden_run){first, last};
}

void sheet_rows_hide_columns(struct sheet_rows *rows, int first, int last) {
    first = first < rows->area.first_column ? rows->area.first_column : first;
    last = last > rows->area.last_column ? rows->area.last_column : last;
    if (first <= last)
        add_hidden(rows, &rows->hidden_columns, first, last);
}

/* `column E`, `columns E to F and H`; hidden columns without a cell are none. */
static const char *list_hidden(struct arena *arena, const struct hidden *hidden, const char *noun, int most) {
    const char *list = "";
    size_t listed = 0, single = 0, rest = 0;
    for (size_t i = 0; i < hidden->count; i++) {
        struct hidden_run run = hidden->runs[i];
        char first[COLUMN_LETTERS], last[COLUMN_LETTERS];
        run.last = run.last > most ? most : run.last;
        if (run.first > run.last)
            continue;
        if (listed == RUNS_TOLD) {
            rest += (size_t)(run.last - run.first + 1);
            continue;
        }
        single += run.first == run.last;
        diag_column_letters(first, (size_t)run.first);
        diag_column_letters(last, (size_t)run.last);
        bool letters = noun[0] == 'c';
        const char *from = letters ? first : arena_printf(arena, "%d", run.first);
        const char *to = letters ? last : arena_printf(arena, "%d", run.last);
        list = arena_printf(arena, "%s%s%s%s%s", list, listed > 0 ? ", " : "", from, run.first < run.last ? " to " : "",
                            run.first < run.last ? to : "");
        listed++;
    }
    if (listed == 0)
        return NULL;
    const char *more = rest > 0 ? arena_printf(arena, " and %zu more", rest) : "";
    return arena_printf(arena, "%s%s %s%s", noun, listed == 1 && single == 1 ? "" : "s", list, more);
}

void sheet_rows_tell_hidden(const struct sheet_rows *rows) {
    struct arena *arena = rows->diag->arena;
    const char *hidden_rows = list_hidden(arena, &rows->hidden_rows, "row", ROWS_MAX);
    const char *columns = list_hidden(arena, &rows->hidden_columns, "column", (int)rows->widest);
    if (hidden_rows != NULL || columns != NULL)
        diag_warning(rows->diag, rows->pos, "hidden in the sheet and read all the same: %s%s%s",
                     hidden_rows == NULL ? "" : hidden_rows, hidden_rows != NULL && columns != NULL ? "; " : "",
                     columns == NULL ? "" : columns);
}

/* ------------------------------------------------------------------ rows */

static void clear_row(struct sheet_rows *rows) {
    rows->width = 0;
    text_clear(&rows->text);
}

bool sheet_rows_begin(struct sheet_rows *rows, int row, bool hidden) {
    struct source_pos pos = rows->pos;
    clear_row(rows);
    if (row <= rows->row) {
        pos.line = row;
        diag_error(rows->diag, pos, "the row stands behind row %d in the file; save the workbook anew", rows->row);
        return false;
    }
    if (row > ROWS_MAX) {
        diag_error(rows->diag, pos, "a row beyond the %d that a sheet has; save the workbook anew", ROWS_MAX);
        return false;
    }
    rows->row = row;
    rows->row_hidden = hidden;
    return row <= rows->area.last_row;
}

void sheet_rows_put(struct sheet_rows *rows, int column, const char *text, size_t length) {
    if (column < rows->area.first_column || column > rows->area.last_column || !sheet_rows_wanted(rows))
        return;
    *cell_at(rows, column) = (struct held_cell){.start = rows->text.length, .length = length};
    text_append(&rows->text, text, length);
}

static bool is_blank(const struct sheet_rows *rows) {
    for (size_t i = 0; i < rows->width; i++)
        if (rows->held[i].length > 0)
            return false;
    return true;
}

/* Hands over a row of no cells for each that is not there. */
static bool hand_blank_rows(struct sheet_rows *rows) {
    for (; rows->next < rows->row; rows->next++) {
        struct raw_row blank = {.cells = rows->cells, .line = rows->next, .sheet = rows->pos.sheet};
        if (!rows->taker.take(rows->taker.to, &blank))
            return false;
    }
    return true;
}

/* A row is as long as any before it, so that cells that are not there are blank. */
static bool hand_row(struct sheet_rows *rows) {
    if (rows->handed > CELLS_MAX) {
        diag_error(rows->diag, rows->pos, "more than %lu cells; say which are needed: range=\"...\"", CELLS_MAX);
        return false;
    }
    const char *bytes = text_string(&rows->text);
    if (rows->width < rows->widest)
        cell_at(rows, (int)rows->widest);
    rows->widest = rows->width;
    for (size_t i = 0; i < rows->width; i++) {
        const struct held_cell *held = &rows->held[i];
        rows->cells[i] = (struct raw_cell){.text = held->elsewhere != NULL ? held->elsewhere : bytes + held->start,
                                           .length = held->length,
                                           .line = rows->row,
                                           .merged = held->merged};
    }
    struct raw_row row = {.cells = rows->cells, .count = rows->width, .line = rows->row, .sheet = rows->pos.sheet};
    rows->next = rows->row + 1;
    rows->handed += rows->width;
    if (rows->row_hidden)
        add_hidden(rows, &rows->hidden_rows, rows->row, rows->row);
    return rows->taker.take(rows->taker.to, &row);
}

bool sheet_rows_end(struct sheet_rows *rows) {
    spread_merged(rows); /* of rows above the area too: a merged cell may reach into it */
    if (rows->row < rows->area.first_row || is_blank(rows))
        return true;
    return hand_blank_rows(rows) && hand_row(rows);
}

bool sheet_rows_repeat(struct sheet_rows *rows, int times) {
    bool blank = is_blank(rows);
    for (int i = 0; i < times; i++) {
        if (rows->row == ROWS_MAX || rows->row == rows->area.last_row)
            return blank;
        rows->row++;
        if (!blank && rows->row >= rows->area.first_row && !(hand_blank_rows(rows) && hand_row(rows)))
            return false;
    }
    return true;
}
