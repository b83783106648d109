#include "row_choice.h"

#include <ctype.h>
#include <string.h>

#include "cell.h"
#include "index.h"

enum { FLAG_LENGTH = 2, VALUES_TRIED = 60 };

/* Rows while they are chosen. */
struct choosing {
    struct arena *arena;
    const struct survey *survey;
    size_t *rows; /* those that are left */
    size_t row_count;
    struct row_choice choice;
};

static const char *cell_at(const struct choosing *choosing, size_t row, size_t column) {
    return cell_trim(choosing->arena, choosing->survey->table->rows[row].cells[column].text);
}

/* What each row has to itself: its period, or the name of its series. */
static const char *key_of(const struct choosing *choosing, size_t row) {
    const struct survey *survey = choosing->survey;
    if (survey->across.found || survey->period_column_count == 0)
        return choosing->choice.id < survey->table->column_count ? cell_at(choosing, row, choosing->choice.id) : "";
    int period = survey->periods.found ? survey->periods.periods[row] : PERIOD_NONE;
    return arena_printf(choosing->arena, "%d", period);
}

static bool repeats(const struct choosing *choosing) {
    struct index seen = {0};
    for (size_t i = 0; i < choosing->row_count; i++) {
        const char *key = key_of(choosing, choosing->rows[i]);
        if (index_find(&seen, key) != NULL)
            return true;
        index_add(choosing->arena, &seen, key, choosing->rows);
    }
    return false;
}

static size_t distinct(const struct choosing *choosing, size_t column) {
    struct index seen = {0};
    for (size_t i = 0; i < choosing->row_count; i++) {
        const char *text = cell_at(choosing, choosing->rows[i], column);
        if (index_find(&seen, text) == NULL)
            index_add(choosing->arena, &seen, text, choosing->rows);
    }
    return seen.count;
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

/* How many keys the rows have that have a value in a column. */
static size_t keys_with(const struct choosing *choosing, size_t column, const char *value) {
    struct index seen = {0};
    for (size_t i = 0; i < choosing->row_count; i++) {
        const char *key = key_of(choosing, choosing->rows[i]);
        bool has = value == NULL || strcmp(cell_at(choosing, choosing->rows[i], column), value) == 0;
        if (has && index_find(&seen, key) == NULL)
            index_add(choosing->arena, &seen, key, choosing->rows);
    }
    return seen.count;
}

/* The value of a column with which most keys have a row, the first of those; *keys receives how many. */
static const char *best_value(const struct choosing *choosing, size_t column, size_t *keys) {
    struct index seen = {0};
    const char *best = "";
    *keys = 0;
    for (size_t i = 0; i < choosing->row_count && seen.count < VALUES_TRIED; i++) {
        const char *value = cell_at(choosing, choosing->rows[i], column);
        if (index_find(&seen, value) != NULL)
            continue;
        index_add(choosing->arena, &seen, value, choosing->rows);
        size_t with = keys_with(choosing, column, value);
        if (with > *keys) {
            best = value;
            *keys = with;
        }
    }
    return best;
}

/* True where a condition can leave most periods: one on a code that has the period in it cannot. */
static bool leaves_periods(const struct choosing *choosing, size_t column) {
    size_t keys;
    best_value(choosing, column, &keys);
    return 2 * keys > keys_with(choosing, column, NULL);
}

/* True for words of a letter or two, which say something of the figure beside them. */
static bool are_flags(const struct column_survey *column) {
    for (size_t i = 0; i < column->word_count; i++)
        if (strlen(column->words[i].text) > FLAG_LENGTH)
            return false;
    return column->figures == 0;
}

/* How well a column tells rows apart; 0 where it does not. Columns without blank cells come first, then, where that is
 * asked for, names. */
static size_t merit(const struct choosing *choosing, size_t column, bool names_first) {
    const struct survey *survey = choosing->survey;
    size_t rows = survey->table->row_count + 1;
    if (survey->columns[column].kind != COLUMN_WORDS || column == choosing->choice.id ||
        are_flags(&survey->columns[column]))
        return 0;
    size_t count = distinct(choosing, column);
    bool named = names_first && is_name(cell_at(choosing, choosing->rows[choosing->row_count - 1], column));
    if (count < 2 || (names_first && !leaves_periods(choosing, column)))
        return 0;
    return count + rows * named + 2 * rows * (survey->columns[column].blank == 0);
}

/* The column of words that tells rows apart best; as many as there are where none does. */
static size_t best_column(const struct choosing *choosing, bool names_first) {
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
    size_t keys;
    const char *value = best_value(choosing, column, &keys);
    size_t kept = 0;
    for (size_t i = 0; i < choosing->row_count; i++)
        if (strcmp(cell_at(choosing, choosing->rows[i], column), value) == 0)
            choosing->rows[kept++] = choosing->rows[i];
    choosing->row_count = kept;
    choosing->choice.conditions[choosing->choice.count++] = (struct row_condition){column, value};
}

struct row_choice row_choice_make(struct arena *arena, const struct survey *survey) {
    size_t rows = survey->table->row_count, none = survey->table->column_count;
    struct choosing choosing = {.arena = arena, .survey = survey, .row_count = rows, .choice.id = none};
    choosing.rows = arena_new_array(arena, rows + 1, size_t);
    for (size_t i = 0; i < rows; i++)
        choosing.rows[i] = i;
    if (rows == 0)
        return choosing.choice;
    if (survey->across.found || survey->period_column_count == 0)
        choosing.choice.id = best_column(&choosing, false);
    while (choosing.choice.count < CONDITIONS_MAX && repeats(&choosing)) {
        size_t column = best_column(&choosing, true);
        if (column == none)
            break;
        choose(&choosing, column);
    }
    return choosing.choice;
}
