#include "survey.h"

#include <string.h>
#include <strings.h>

#include "decimal.h"
#include "file.h"
#include "intake.h"
#include "outline.h"

enum { ABSENCES_MAX = 12, ACROSS_LEAST = 3, ACROSS_BEFORE_MAX = 20 };

/* Headings of columns that make a period together with one of years. */
static const char *const parts_of_years[] = {"month", "week", "quarter", "term"};

/* Headings that let a column of plain numbers be one of periods. */
static const char *const heads_of_periods[] = {"period",  "date", "year", "month", "week",
                                               "quarter", "term", "day",  "time"};

/* Hands the first rows on. */
struct limited {
    struct row_taker taker;
    size_t rows;
};

static bool take_some(void *to, const struct raw_row *row) {
    struct limited *limited = to;
    return limited->rows++ < SURVEY_ROWS_MAX && limited->taker.take(limited->taker.to, row);
}

static void leave_some(void *to, int lines, const char *how) {
    const struct limited *limited = to;
    limited->taker.leave(limited->taker.to, lines, how);
}

static struct table *read_table(struct arena *arena, struct survey *survey, struct diag *diag) {
    struct intake *intake = intake_create(arena, &survey->request, diag);
    struct limited limited = {.taker = intake_taker(intake)};
    if (!source_rows(&survey->request, (struct row_taker){take_some, leave_some, &limited}, diag))
        return NULL;
    survey->cut = limited.rows > SURVEY_ROWS_MAX;
    return intake_finish(intake);
}

/* ------------------------------------------------------------------ columns */

static bool has_word(const char *heading, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcasestr(heading, words[i]) != NULL)
            return true;
    return false;
}

static void count_word(struct column_survey *column, const char *text, size_t row) {
    for (size_t i = 0; i < column->word_count; i++)
        if (strcmp(column->words[i].text, text) == 0) {
            column->words[i].count++;
            return;
        }
    if (column->word_count == SURVEY_WORDS_MAX)
        column->more_words = true;
    else
        column->words[column->word_count++] = (struct word_survey){text, 1, row};
}

static void count_figure(struct column_survey *column, const struct numeral *numeral) {
    int decimals = fraction_decimals(numeral->number);
    column->figures++;
    column->negative |= fraction_sign(numeral->number) < 0;
    column->percent |= numeral->percent;
    column->decimals = decimals > column->decimals ? decimals : column->decimals;
}

static void survey_cell(struct column_survey *column, const char *text, enum decimal_mark mark, size_t row) {
    size_t length = strlen(text);
    struct numeral numeral;
    numeral_trim(&text, &length);
    if (length == 0) {
        column->blank++;
        return;
    }
    column->example = column->example == NULL ? text : column->example;
    if (numeral_read(text, length, mark, &numeral))
        count_figure(column, &numeral);
    else
        count_word(column, text, row);
}

static bool is_code(const char *heading) {
    static const char *const names[] = {"code", " id", "_id"};
    size_t length = strlen(heading);
    return has_word(heading, names, sizeof names / sizeof names[0]) || strcasecmp(heading, "id") == 0 ||
           (length > 2 && strcmp(heading + length - 2, "ID") == 0);
}

/* Names and codes are words, whatever they are made of. */
static enum column_kind kind_of(const struct column_survey *column, const char *heading) {
    if (column->example == NULL)
        return COLUMN_BLANK;
    bool figures = column->figures > 0 && column->word_count <= ABSENCES_MAX && !column->more_words;
    return figures && !is_code(heading) ? COLUMN_FIGURES : COLUMN_WORDS;
}

/* The mark of the figures of the file; a point where they do not agree. */
static enum decimal_mark mark_of(struct arena *arena, const struct survey *survey) {
    struct decimal decimal = {0};
    enum decimal_mark mark = DECIMAL_POINT;
    struct diag unheard;
    diag_init(&unheard, arena);
    for (size_t i = 0; i < survey->table->row_count; i++)
        for (size_t k = 0; k < survey->table->column_count; k++)
            decimal_look(&decimal, &cell_style_usual, arena, survey->table->rows[i].cells[k].text,
                         table_pos(survey->table, &survey->table->rows[i], k));
    decimal_settle(&decimal, survey->request.separator == SEPARATOR_SEMICOLON, &mark, arena, &unheard);
    return mark;
}

static void survey_columns(struct arena *arena, struct survey *survey) {
    enum decimal_mark mark = mark_of(arena, survey);
    survey->columns = arena_new_array(arena, survey->table->column_count, struct column_survey);
    for (size_t k = 0; k < survey->table->column_count; k++) {
        struct column_survey *column = &survey->columns[k];
        for (size_t i = 0; i < survey->table->row_count; i++)
            survey_cell(column, survey->table->rows[i].cells[k].text, mark, i);
        column->kind = kind_of(column, survey->table->header[k].text);
    }
}

/* ------------------------------------------------------------------ periods */

/* The texts of a column, or of two joined by a blank. */
static struct period_guess guess_column(struct arena *arena, const struct survey *survey, const size_t *columns,
                                        size_t count) {
    const struct table *table = survey->table;
    struct period_text *texts = arena_new_array(arena, table->row_count + 1, struct period_text);
    for (size_t i = 0; i < table->row_count; i++) {
        const struct table_row *row = &table->rows[i];
        const char *text = cell_trim(arena, row->cells[columns[0]].text);
        if (count > 1)
            text = cell_trim(arena, arena_printf(arena, "%s %s", text, row->cells[columns[1]].text));
        texts[i] = (struct period_text){text, table_pos(table, row, columns[0])};
    }
    return period_guess_make(arena, texts, table->row_count, false,
                             arena_printf(arena, "Column %s%s%s", table->header[columns[0]].part,
                                          count > 1 ? " + " : "", count > 1 ? table->header[columns[1]].part : ""));
}

/* Plain numbers are periods where their heading says so, or where they stand first. */
static bool may_be_periods(const struct survey *survey, size_t column, bool first) {
    const char *heading = survey->table->header[column].part;
    enum column_kind kind = survey->columns[column].kind;
    return kind == COLUMN_WORDS
               ? survey->columns[column].figures == 0 || (first && !is_code(heading))
               : kind == COLUMN_FIGURES && (first || has_word(heading, heads_of_periods,
                                                              sizeof heads_of_periods / sizeof heads_of_periods[0]));
}

static void take_periods(struct survey *survey, struct period_guess guess, const size_t *columns, size_t count) {
    survey->periods = guess;
    survey->period_column_count = count;
    memcpy(survey->period_columns, columns, count * sizeof *columns);
}

/* Tries a column of years with each that may say which part of the year. */
static void join_parts(struct arena *arena, struct survey *survey) {
    size_t columns[2] = {survey->period_columns[0]};
    for (size_t k = 0; k < survey->table->column_count; k++) {
        columns[1] = k;
        if (k == columns[0] ||
            !has_word(survey->table->header[k].part, parts_of_years, sizeof parts_of_years / sizeof parts_of_years[0]))
            continue;
        struct period_guess guess = guess_column(arena, survey, columns, 2);
        if (guess.found && guess.calendar.grain < GRAIN_YEAR) {
            take_periods(survey, guess, columns, 2);
            return;
        }
    }
}

/* The column of periods: that of the finest grain. */
static void find_periods(struct arena *arena, struct survey *survey) {
    bool first = true;
    for (size_t k = 0; k < survey->table->column_count; k++) {
        struct column_survey *column = &survey->columns[k];
        if (!may_be_periods(survey, k, first)) {
            first &= column->kind == COLUMN_BLANK;
            continue;
        }
        first = false;
        struct period_guess guess = guess_column(arena, survey, &k, 1);
        if (!guess.found && !guess.ambiguous)
            continue;
        column->kind = COLUMN_PERIODS;
        column->periods = guess;
        if (survey->period_column_count == 0 || (guess.found && guess.calendar.grain < survey->periods.calendar.grain))
            take_periods(survey, guess, &k, 1);
    }
    if (survey->period_column_count == 1 && survey->periods.found && survey->periods.calendar.grain == GRAIN_YEAR)
        join_parts(arena, survey);
}

/* Headings that are periods, up to the last heading: whole, or the last parts of them. */
static void find_across(struct arena *arena, struct survey *survey, bool whole) {
    const struct table *table = survey->table;
    struct period_text *texts = arena_new_array(arena, table->column_count + 1, struct period_text);
    for (size_t k = 0; k < table->column_count; k++)
        texts[k] =
            (struct period_text){whole ? table->header[k].text : table->header[k].part, table_heading_pos(table, k)};
    for (size_t from = 0; from + ACROSS_LEAST <= table->column_count && from < ACROSS_BEFORE_MAX; from++) {
        struct period_guess guess =
            period_guess_make(arena, texts + from, table->column_count - from, false, "The headings");
        size_t periods = 0;
        for (size_t k = 0; guess.found && k < table->column_count - from; k++)
            periods += guess.periods[k] != PERIOD_NONE;
        if (periods >= ACROSS_LEAST) {
            survey->across = guess;
            survey->across_first = from;
            return;
        }
    }
}

struct survey *survey_make(struct arena *arena, const struct table_request *request, struct diag *diag) {
    struct survey *survey = arena_new(arena, struct survey);
    survey->request = *request;
    if (!outline_find(arena, &survey->request, diag))
        return NULL;
    survey->table = read_table(arena, survey, diag);
    if (survey->table == NULL)
        return NULL;
    survey_columns(arena, survey);
    find_across(arena, survey, false);
    if (!survey->across.found && survey->request.heading_rows > 1)
        find_across(arena, survey, true);
    if (!survey->across.found)
        find_periods(arena, survey);
    if (!survey->across.found && survey->period_column_count == 0) {
        struct period_text name = {path_name(request->path), {.file = request->path}};
        survey->in_name = period_guess_make(arena, &name, 1, true, "The file's name");
    }
    return survey;
}
