#include "repeats.h"

#include <string.h>

#include "numeral.h"
#include "text.h"

enum { PAIRS_MAX = 20, NAMES_MAX = 3, COLUMNS_MAX = 4 };

/* Two lines that give different figures, for one series or several. */
struct repeat_pair {
    struct source_pos earlier, later;
    struct calendar calendar;
    int period;
    const char *ids[NAMES_MAX];
    struct cell figures[2]; /* of the first series */
    bool before;            /* the earlier line is of an earlier source */
    size_t count;           /* series */
};

static const struct table_row *find_row(const struct repeats *repeats, struct source_pos pos,
                                        const struct figure_columns **columns) {
    for (size_t i = 0; i < repeats->table_count; i++) {
        const struct table *table = repeats->tables[i].table;
        *columns = &repeats->tables[i];
        for (size_t row = 0; table->path == pos.file && row < table->row_count; row++)
            if (table->rows[row].cells[pos.column - 1].line == pos.line)
                return &table->rows[row];
    }
    return NULL;
}

/* Lines of one period that write it differently: 1 and 2 April in a file of months. */
static bool periods_differ(const struct figure_columns *columns, const struct table_row *a, const struct table_row *b) {
    for (size_t i = 0; i < columns->period_count; i++) {
        int column = columns->periods[i];
        if (column != COLUMN_OF_FIGURE && strcmp(a->cells[column].text, b->cells[column].text) != 0)
            return true;
    }
    return false;
}

static bool is_of_figures(const struct figure_columns *columns, size_t column) {
    for (size_t i = 0; i < columns->count; i++)
        if (columns->columns[i].column == column)
            return true;
    return false;
}

/* How a figure reads in a message: its digits, or its status. */
static const char *figure_words(const struct repeats *repeats, const struct cell *cell) {
    if (cell->words != NULL)
        return cell->words;
    if (status_is_absent(cell->status))
        return status_words[cell->status].word;
    const char *digits = fraction_plain(repeats->arena, cell->number, fraction_decimals(cell->number));
    return cell->status == STATUS_PRESENT
               ? digits
               : arena_printf(repeats->arena, "%s %s", digits, status_words[cell->status].symbol);
}

static bool is_number(const char *text) {
    struct numeral numeral;
    return numeral_read(text, strlen(text), DECIMAL_POINT, &numeral);
}

/* Adds the columns in which two rows differ, but for those of figures; those of words alone, where it is asked for.
 * Gives how many. */
static size_t add_differences(struct text *text, const struct figure_columns *columns, const struct table_row *earlier,
                              const struct table_row *later, bool words_alone) {
    size_t count = 0;
    for (size_t i = 0; i < columns->table->column_count; i++) {
        const char *a = earlier->cells[i].text, *b = later->cells[i].text;
        if (strcmp(a, b) == 0 || is_of_figures(columns, i) || (words_alone && (is_number(a) || is_number(b))))
            continue;
        if (count++ < COLUMNS_MAX)
            text_printf(text, "%s%s (\"%.40s\", \"%.40s\")", count == 1 ? "; the lines differ in " : ", ",
                        columns->table->header[i].text, a, b);
    }
    return count;
}

/* What a condition could tell two lines of a table apart by: words, or numbers where they differ in nothing else. */
static const char *differences(const struct repeats *repeats, const struct repeat_pair *pair) {
    const struct figure_columns *columns, *other;
    const struct table_row *later = find_row(repeats, pair->later, &columns);
    const struct table_row *earlier = find_row(repeats, pair->earlier, &other);
    if (later == NULL || earlier == NULL || columns != other || later == earlier)
        return "";
    struct text text = {0};
    size_t count = add_differences(&text, columns, earlier, later, true);
    if (count == 0)
        count = add_differences(&text, columns, earlier, later, false);
    if (periods_differ(columns, earlier, later))
        text_printf(&text, "; where the file's periods are finer than %s, say so: grain=\"...\" bring-up=\"...\"",
                    calendar_nouns(pair->calendar));
    else if (count > 0)
        text_add(&text, ", so that where=\"...\" may tell them apart");
    const char *result = arena_strdup(repeats->arena, text_string(&text));
    text_free(&text);
    return result;
}

/* `Lines 4 and 5: Beaumont`, `Line 4, columns 3 and 5: Beaumont`, `Line 4 and a.csv, line 7: Beaumont`; of a sheet
 * `Rows 4 and 5`, `Cell C4 and cell E4`. */
static const char *place_words(const struct repeats *repeats, const struct repeat_pair *pair) {
    const struct source_pos *a = &pair->earlier, *b = &pair->later;
    bool sheets = a->sheet != NULL && b->sheet != NULL;
    if (strcmp(a->file, b->file) != 0 || (sheets && strcmp(a->sheet, b->sheet) != 0))
        return arena_printf(
            repeats->arena, "%s and %s of %s%s%s", text_capital(repeats->arena, diag_line_words(repeats->arena, *b)),
            diag_line_words(repeats->arena, *a), a->file, sheets ? ", sheet " : "", sheets ? a->sheet : "");
    if (a->line == b->line && sheets)
        return arena_printf(repeats->arena, "C%s and %s", diag_cell_words(repeats->arena, *a) + 1,
                            diag_cell_words(repeats->arena, *b));
    if (a->line == b->line)
        return arena_printf(repeats->arena, "Line %d, columns %d and %d", a->line, a->column, b->column);
    return arena_printf(repeats->arena, "%s %d and %d", sheets ? "Rows" : "Lines", a->line, b->line);
}

static const char *others(const struct repeats *repeats, const struct repeat_pair *pair) {
    const char *names = "";
    for (size_t i = 1; i < pair->count && i < NAMES_MAX; i++)
        names = arena_printf(repeats->arena, "%s%s%s", names,
                             i > 1              ? ", "
                             : pair->count == 2 ? ", as has "
                                                : ", as have ",
                             pair->ids[i]);
    if (pair->count > NAMES_MAX)
        names = arena_printf(repeats->arena, "%s and %zu more", names, pair->count - NAMES_MAX);
    return names;
}

static void tell_pair(struct repeats *repeats) {
    const struct repeat_pair *pair = repeats->pair;
    if (pair == NULL)
        return;
    repeats->pair = NULL;
    if (repeats->pairs++ >= PAIRS_MAX)
        return;
    diag_error(
        repeats->diag, pair->later,
        "%s: %s has two figures for %s, %s and %s%s; remove one, or say duplicates=\"first\", \"last\" or "
        "\"sum\"%s%s",
        place_words(repeats, pair), pair->ids[0], period_reading_words(repeats->arena, pair->calendar, pair->period),
        figure_words(repeats, &pair->figures[0]), figure_words(repeats, &pair->figures[1]), others(repeats, pair),
        pair->before ? ", or tell the files apart with prefix=\"...\"" : "", differences(repeats, pair));
}

static bool same_line(struct source_pos a, struct source_pos b) {
    return a.line == b.line && strcmp(a.file, b.file) == 0;
}

static void differ(struct repeats *repeats, const struct gather_meeting *meeting) {
    struct repeat_pair *pair = repeats->pair;
    bool same =
        pair != NULL && same_line(pair->earlier, meeting->there->pos) && same_line(pair->later, meeting->cell->pos);
    if (!same) {
        tell_pair(repeats);
        pair = repeats->pair = arena_new(repeats->arena, struct repeat_pair);
        *pair = (struct repeat_pair){.earlier = meeting->there->pos,
                                     .later = meeting->cell->pos,
                                     .calendar = meeting->calendar,
                                     .period = meeting->period,
                                     .figures = {*meeting->there, *meeting->cell},
                                     .before = meeting->before};
    }
    if (pair->count < NAMES_MAX)
        pair->ids[pair->count] = meeting->id;
    pair->count++;
}

static bool are_equal(const struct cell *a, const struct cell *b) {
    if (a->status != b->status || !text_equal(a->words, b->words))
        return false;
    return status_is_absent(a->status) || fraction_compare(a->number, b->number) == 0;
}

/* An empty cell that says no reason. */
static bool is_silent(const struct cell *cell) {
    return cell->status == STATUS_MISSING && cell->note == NULL;
}

static void add_up(struct cell *there, const struct cell *cell) {
    there->status = status_worse(there->status, cell->status);
    there->number = status_is_absent(there->status) ? fraction_none() : fraction_add(there->number, cell->number);
    there->note = there->note != NULL ? there->note : cell->note;
}

void repeats_meet(struct gather *gather, const struct gather_meeting *meeting, void *context) {
    (void)gather;
    struct repeats *repeats = context;
    struct cell *there = meeting->there;
    const struct cell *cell = meeting->cell;
    /* A later file may fill in what an earlier one leaves empty, and leave empty what it fills in. */
    bool filled = strcmp(there->pos.file, cell->pos.file) != 0 && (is_silent(there) || is_silent(cell));
    if (filled && is_silent(there))
        *there = *cell;
    if (filled)
        return;
    if (repeats->request->duplicates == DUPLICATES_SUM && !meeting->before)
        add_up(there, cell);
    else if (are_equal(there, cell)) {
        if (repeats->equal++ == 0)
            repeats->first_equal = cell->pos;
    } else if (repeats->request->duplicates == DUPLICATES_LAST)
        *there = *cell;
    else if (repeats->request->duplicates != DUPLICATES_FIRST)
        differ(repeats, meeting);
}

void repeats_finish(struct repeats *repeats) {
    tell_pair(repeats);
    if (repeats->pairs > PAIRS_MAX)
        diag_error(repeats->diag, repeats->request->pos, "%zu more pairs of lines have different figures of one period",
                   repeats->pairs - PAIRS_MAX);
    if (repeats->equal > 0)
        diag_note(repeats->diag, repeats->first_equal, "%zu figures stand there twice and are alike; the first is here",
                  repeats->equal);
}
