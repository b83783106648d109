#include "period_guess.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* The years that most packs have, and those that nobody has to explain. */
static const struct calendar years[] = {{GRAIN_YEAR, 4}, {GRAIN_YEAR, YEAR_START_MIN}};

/* How many days lie at least between two dates of a grain, and the most that lie between neighbours without one
 * missing. */
static const struct {
    enum grain grain;
    int least;
} spacings[] = {{GRAIN_YEAR, 360}, {GRAIN_TERM, 100}, {GRAIN_QUARTER, 85}, {GRAIN_MONTH, 27}, {GRAIN_WEEK, 7}};

static int by_number(const void *a, const void *b) {
    int left = *(const int *)a, right = *(const int *)b;
    return (left > right) - (left < right);
}

/* The fewest days between two dates that differ; INT_MAX where there is one date alone. */
static int least_distance(struct arena *arena, const int *days, size_t count) {
    int *sorted = arena_new_array(arena, count + 1, int), least = INT_MAX;
    size_t used = 0;
    for (size_t i = 0; i < count; i++)
        if (days[i] != PERIOD_NONE)
            sorted[used++] = days[i];
    qsort(sorted, used, sizeof *sorted, by_number);
    for (size_t i = 1; i < used; i++)
        if (sorted[i] != sorted[i - 1] && sorted[i] - sorted[i - 1] < least)
            least = sorted[i] - sorted[i - 1];
    return least;
}

/* What days tell of: the coarsest grain of which no period holds two. */
static enum grain grain_of_days(struct arena *arena, const int *days, size_t count) {
    int least = least_distance(arena, days, count);
    for (size_t i = 0; i < sizeof spacings / sizeof spacings[0]; i++)
        if (least != INT_MAX && least >= spacings[i].least)
            return spacings[i].grain;
    return GRAIN_DAY;
}

/* What months tell of, likewise; those of a year's end tell when years start. */
static struct calendar calendar_of_months(struct arena *arena, const int *months, size_t count, struct calendar in) {
    enum { MONTHS = 12, QUARTER = 3 };
    int least = least_distance(arena, months, count), one = PERIOD_NONE;
    bool same = least != INT_MAX && least >= MONTHS;
    for (size_t i = 0; i < count; i++) {
        one = one == PERIOD_NONE ? months[i] : one;
        same &= months[i] == PERIOD_NONE || (months[i] - one) % MONTHS == 0;
    }
    if (same)
        return (struct calendar){
            GRAIN_YEAR, calendar_number(calendar_in((struct calendar){GRAIN_MONTH, 1}, GRAIN_MONTH), one) % MONTHS + 1};
    return least == QUARTER ? calendar_in(in, GRAIN_QUARTER) : in;
}

/* Texts while one way of reading them is looked for. */
struct guessing {
    struct arena *arena;
    const struct period_text *texts;
    size_t count;
    bool inside;
    const char *name;
};

static struct period_column read_as(const struct guessing *guessing, struct calendar calendar, const char **problem) {
    struct period_style style = {.calendar = calendar, .inside = guessing->inside, .tentative = true};
    struct diag unheard;
    diag_init(&unheard, guessing->arena);
    struct period_column column =
        period_column_read(guessing->arena, &style, guessing->texts, guessing->count, guessing->name, &unheard);
    if (unheard.errors > 0) {
        column.pattern = NULL;
        *problem = unheard.messages[0].text;
    }
    return column;
}

static void measure(struct period_guess *guess, size_t count) {
    guess->first = guess->last = PERIOD_NONE;
    for (size_t i = 0; i < count; i++) {
        int period = guess->periods[i];
        if (period != PERIOD_NONE && (guess->first == PERIOD_NONE || period < guess->first))
            guess->first = period;
        guess->last = period > guess->last ? period : guess->last;
    }
    guess->found = guess->first != PERIOD_NONE;
}

/* The grain of what is written: of the first pattern of those joined by `|`. Several months are what holds them. */
static enum grain grain_written(struct arena *arena, const char *pattern, enum grain read_in) {
    const char *problem;
    const struct period_pattern *read = period_pattern_read(arena, pattern, &problem);
    if (read != NULL && read->has[PART_FIRST_MONTH])
        return read_in;
    return read == NULL ? GRAIN_COUNT : read->grain;
}

/* `202314` is a week only where something says so, and `2023 3` no month where quarters are said. */
static bool fits_name(const char *name, enum grain grain, const char *pattern) {
    if (grain == GRAIN_WEEK)
        return strcasestr(name, "week") != NULL || strchr(pattern, 'W') != NULL;
    return grain != GRAIN_MONTH || strcasestr(name, "quarter") == NULL || strcmp(pattern, "yyyy mm") != 0;
}

/*
 * The grain in which all are written, with years that start in a month. What is read in that of a year alone, though it
 * is written as days or quarters, can be read in two ways.
 */
static bool try_years(const struct guessing *guessing, struct calendar year, struct period_guess *guess) {
    const char *problems[GRAIN_COUNT] = {NULL};
    for (enum grain grain = GRAIN_DAY; grain < GRAIN_COUNT; grain++) {
        struct calendar calendar = calendar_in(year, grain);
        struct period_column column = read_as(guessing, calendar, &problems[grain]);
        guess->problem = problems[grain];
        if (column.pattern == NULL)
            continue;
        if (!fits_name(guessing->name, grain, column.pattern))
            continue;
        enum grain written = grain_written(guessing->arena, column.pattern, grain);
        if (written != grain) {
            guess->problem = written < GRAIN_COUNT ? problems[written] : NULL;
            guess->ambiguous = true;
            guess->calendar = calendar_in(year, written < GRAIN_COUNT ? written : grain);
            return false;
        }
        if (grain == GRAIN_DAY &&
            (calendar.grain = grain_of_days(guessing->arena, column.periods, guessing->count)) != GRAIN_DAY)
            column = read_as(guessing, calendar, &problems[grain]);
        if (grain == GRAIN_MONTH)
            calendar = calendar_of_months(guessing->arena, column.periods, guessing->count, calendar);
        if (calendar.grain != grain && grain == GRAIN_MONTH)
            column = read_as(guessing, calendar, &problems[grain]);
        guess->calendar = calendar;
        guess->pattern = column.pattern;
        guess->periods = column.periods;
        measure(guess, guessing->count);
        return guess->found;
    }
    return false;
}

struct period_guess period_guess_make(struct arena *arena, const struct period_text *texts, size_t count, bool inside,
                                      const char *name) {
    const struct guessing guessing = {arena, texts, count, inside, name};
    struct period_guess guess = {.found = false};
    for (size_t i = 0; i < sizeof years / sizeof years[0] && !guess.found; i++) {
        const char *before = guess.problem;
        if (try_years(&guessing, years[i], &guess)) {
            guess.problem = before;
            guess.ambiguous = false;
        }
    }
    return guess;
}
