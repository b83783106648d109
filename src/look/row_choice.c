#include "row_choice.h"

#include <ctype.h>
#include <string.h>

#include "cell.h"
#include "index.h"

enum { FLAG_LENGTH = 2, VALUE_LENGTH = 80, VALUES_TRIED = 60 };

/* Rows while they are chosen. What rows have in common is told by a number: of the first row that has it. */
struct choosing {
    struct arena *arena;
    const struct survey *survey;
    size_t *rows; /* those that are left */
    size_t row_count;
    size_t **values; /* by column and row; a column is NULL until it is asked for */
    size_t *keys;    /* by row: what each has to itself, its period, or the name of its series */
    size_t *seen;    /* by number: the round in which it was seen last */
    size_t round;
    struct row_choice choice;
};

static const char *cell_at(const struct choosing *choosing, size_t row, size_t column) {
    return cell_trim(choosing->arena, choosing->survey->table->rows[row].cells[column].text);
}

/* Texts as numbers. */
static size_t number_of(const struct choosing *choosing, struct index *index, const char *text, size_t row) {
    const struct table_row *rows = choosing->survey->table->rows;
    const struct table_row *first = index_find(index, text);
    if (first == NULL)
        index_add(choosing->arena, index, text, &choosing->survey->table->rows[row]);
    return first == NULL ? row : (size_t)(first - rows);
}

static const size_t *values_of(const struct choosing *choosing, size_t column) {
    size_t count = choosing->survey->table->row_count;
    struct index index = {0};
    if (choosing->values[column] != NULL)
        return choosing->values[column];
    choosing->values[column] = arena_new_array(choosing->arena, count, size_t);
    for (size_t i = 0; i < count; i++)
        choosing->values[column][i] = number_of(choosing, &index, cell_at(choosing, i, column), i);
    return choosing->values[column];
}

static void find_keys(struct choosing *choosing) {
    const struct survey *survey = choosing->survey;
    bool by_id = survey->across.found || survey->period_column_count == 0;
    struct index index = {0};
    for (size_t i = 0; i < survey->table->row_count; i++) {
        const char *key = "";
        if (by_id && choosing->choice.id < survey->table->column_count)
            key = cell_at(choosing, i, choosing->choice.id);
        else if (!by_id)
            key = arena_printf(choosing->arena, "%d", survey->periods.found ? survey->periods.periods[i] : PERIOD_NONE);
        choosing->keys[i] = number_of(choosing, &index, key, i);
    }
}

/* True the first time in a round. */
static bool is_new(struct choosing *choosing, size_t number) {
    bool is = choosing->seen[number] != choosing->round;
    choosing->seen[number] = choosing->round;
    return is;
}

static bool repeats(struct choosing *choosing) {
    choosing->round++;
    for (size_t i = 0; i < choosing->row_count; i++)
        if (!is_new(choosing, choosing->keys[choosing->rows[i]]))
            return true;
    return false;
}

static size_t distinct(struct choosing *choosing, size_t column) {
    const size_t *values = values_of(choosing, column);
    size_t count = 0;
    choosing->round++;
    for (size_t i = 0; i < choosing->row_count; i++)
        count += is_new(choosing, values[choosing->rows[i]]);
    return count;
}

/* A name such as `Hackney` is better told than a code such as `E09000012`. */
static bool is_name(const char *text) {
    bool small = false;
    for (; *text != '\0'; text++) {
        if (isdigit((unsigned char)*text))
            return false;
        small |= islower((unsigned char)*text) != 0;
    }
    return small;
}

/* How many keys there are. */
static size_t count_keys(struct choosing *choosing) {
    size_t count = 0;
    choosing->round++;
    for (size_t i = 0; i < choosing->row_count; i++)
        count += is_new(choosing, choosing->keys[choosing->rows[i]]);
    return count;
}

/* How many of them the rows have that have a value in a column. */
static size_t keys_with(struct choosing *choosing, size_t column, size_t value) {
    const size_t *values = values_of(choosing, column);
    size_t count = 0;
    choosing->round++;
    for (size_t i = 0; i < choosing->row_count; i++)
        count += values[choosing->rows[i]] == value && is_new(choosing, choosing->keys[choosing->rows[i]]);
    return count;
}

/* The value of a column with which most keys have a row, the first of those; *keys receives how many. */
static size_t best_value(struct choosing *choosing, size_t column, size_t *keys) {
    const size_t *values = values_of(choosing, column);
    size_t best = 0, tried[VALUES_TRIED], count = 0;
    choosing->round++;
    for (size_t i = 0; i < choosing->row_count && count < VALUES_TRIED; i++)
        if (is_new(choosing, values[choosing->rows[i]]))
            tried[count++] = values[choosing->rows[i]];
    *keys = 0;
    for (size_t i = 0; i < count; i++) {
        size_t with = keys_with(choosing, column, tried[i]);
        if (with > *keys) {
            best = tried[i];
            *keys = with;
        }
    }
    return best;
}

/* True where a condition can leave most periods: one on a code that has the period in it cannot. */
static bool leaves_periods(struct choosing *choosing, size_t column) {
    size_t keys;
    best_value(choosing, column, &keys);
    return 2 * keys > count_keys(choosing);
}

/* True for words of a letter or two that do not stand everywhere: they say something of the figure beside them. */
static bool are_flags(const struct column_survey *column) {
    for (size_t i = 0; i < column->word_count; i++)
        if (strlen(column->words[i].text) > FLAG_LENGTH)
            return false;
    return column->figures == 0 && (column->blank > 0 || column->word_count < 2);
}

/* True for texts most of which nobody would want to write into a condition. */
static bool are_long(const struct column_survey *column) {
    size_t count = 0;
    for (size_t i = 0; i < column->word_count; i++)
        count += strlen(column->words[i].text) > VALUE_LENGTH;
    return 2 * count > column->word_count;
}

/* How well a column tells rows apart; 0 where it does not. Columns of long texts come last; columns without blank cells
 * come first, then, where that is asked for, names. */
static size_t merit(struct choosing *choosing, size_t column, bool names_first) {
    const struct survey *survey = choosing->survey;
    size_t rows = survey->table->row_count + 1;
    if (survey->columns[column].kind != COLUMN_WORDS || column == choosing->choice.id ||
        are_flags(&survey->columns[column]))
        return 0;
    size_t count = distinct(choosing, column);
    bool named = names_first && is_name(cell_at(choosing, choosing->rows[choosing->row_count - 1], column));
    if (count < 2 || (names_first && !leaves_periods(choosing, column)))
        return 0;
    if (are_long(&survey->columns[column]))
        return 1;
    return count + rows * named + 2 * rows * (survey->columns[column].blank == 0);
}

/* The column of words that tells rows apart best; as many as there are where none does. */
static size_t best_column(struct choosing *choosing, bool names_first) {
    size_t best = choosing->survey->table->column_count, most = 0;
    for (size_t k = 0; k < choosing->survey->table->column_count; k++) {
        size_t own = merit(choosing, k, names_first);
        if (own > most) {
            best = k;
            most = own;
        }
    }
    return best;
}

/* Keeps the rows that have one value. */
static void choose(struct choosing *choosing, size_t column) {
    const size_t *values = values_of(choosing, column);
    size_t keys, value = best_value(choosing, column, &keys), kept = 0;
    for (size_t i = 0; i < choosing->row_count; i++)
        if (values[choosing->rows[i]] == value)
            choosing->rows[kept++] = choosing->rows[i];
    choosing->row_count = kept;
    choosing->choice.conditions[choosing->choice.count++] =
        (struct row_condition){column, cell_at(choosing, value, column)};
}

struct row_choice row_choice_make(struct arena *arena, const struct survey *survey) {
    size_t rows = survey->table->row_count, none = survey->table->column_count;
    struct choosing choosing = {.arena = arena, .survey = survey, .row_count = rows, .choice.id = none};
    if (rows == 0)
        return choosing.choice;
    choosing.rows = arena_new_array(arena, rows, size_t);
    choosing.keys = arena_new_array(arena, rows, size_t);
    choosing.seen = arena_new_array(arena, rows, size_t);
    choosing.values = arena_new_array(arena, none, size_t *);
    for (size_t i = 0; i < rows; i++)
        choosing.rows[i] = i;
    if (survey->across.found || survey->period_column_count == 0)
        choosing.choice.id = best_column(&choosing, false);
    find_keys(&choosing);
    while (choosing.choice.count < CONDITIONS_MAX && repeats(&choosing)) {
        size_t column = best_column(&choosing, true);
        if (column == none)
            break;
        choose(&choosing, column);
    }
    return choosing.choice;
}
