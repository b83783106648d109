#include "words.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

#include "text.h"

const char *const word_ids[WORD_COUNT] = {
#define WORD(name, id) [WORD_##name] = id,
#include "words.def"
#undef WORD
};

const char *words_get(const struct words *words, enum word word) {
    return words->texts[word];
}

bool words_next_place(const char **cursor, const char **name, size_t *length) {
    const char *open = strchr(*cursor, '{');
    const char *close = open == NULL ? NULL : strchr(open, '}');
    if (close == NULL)
        return false;
    *name = open + 1;
    *length = (size_t)(close - *name);
    *cursor = close + 1;
    return true;
}

/* False where no pair has that name. */
static bool find_value(const char *name, size_t length, va_list pairs, const char **value) {
    const char *key;
    while ((key = va_arg(pairs, const char *)) != NULL) {
        *value = va_arg(pairs, const char *);
        if (strlen(key) == length && strncmp(key, name, length) == 0)
            return true;
    }
    return false;
}

/* A place of our own texts that nothing fills is our mistake: tests end here, and a reader is shown its braces. */
static void lacks_value(bool whole) {
#ifdef SANITIZED
    assert(!whole);
#else
    (void)whole;
#endif
}

/* `whole`: there is to be a value for each place. One without stays as it is written. */
static char *fill(struct arena *arena, const char *pattern, bool whole, va_list pairs) {
    struct text text = {0};
    const char *from = pattern, *cursor = pattern, *name;
    size_t length;
    while (words_next_place(&cursor, &name, &length)) {
        va_list copy;
        va_copy(copy, pairs);
        const char *value = NULL;
        bool known = find_value(name, length, copy, &value);
        va_end(copy);
        if (!known) {
            lacks_value(whole);
            continue;
        }
        text_append(&text, from, (size_t)(name - 1 - from));
        text_add(&text, value == NULL ? "" : value);
        from = cursor;
        if (value != NULL && value[0] != '\0')
            continue;
        if (*from == ' ')
            from = ++cursor;
        else if (text.length > 0 && text.bytes[text.length - 1] == ' ')
            text.bytes[--text.length] = '\0';
    }
    text_add(&text, from);
    char *filled = arena_strdup(arena, text_string(&text));
    text_free(&text);
    return filled;
}

char *words_fill(struct arena *arena, const char *text, ...) {
    va_list pairs;
    va_start(pairs, text);
    char *filled = fill(arena, text, false, pairs);
    va_end(pairs);
    return filled;
}

char *words_format(struct arena *arena, const struct words *words, enum word word, ...) {
    va_list pairs;
    va_start(pairs, word);
    char *filled = fill(arena, words_get(words, word), true, pairs);
    va_end(pairs);
    return filled;
}

static enum word nth(enum word first, int index) {
    return (enum word)((int)first + index);
}

enum word word_per_grain(enum per_grain list, enum grain grain) {
    return nth((enum word)list, (int)grain);
}

/* How a period is told: the words for each grain, the first of those for months and for terms, and how many digits of a
 * year go without saying. */
struct telling {
    enum per_grain words;
    enum word month, season;
    int digits;
};

static const struct telling long_telling = {PER_GRAIN_LONG, WORD_JANUARY, WORD_SPRING_TERM, 0},
                            short_telling = {PER_GRAIN_SHORT, WORD_JANUARY_SHORT, WORD_SPRING_TERM_SHORT, 2},
                            name_telling = {PER_GRAIN_NAME, WORD_JANUARY, WORD_SPRING_TERM, 0},
                            label_telling = {PER_GRAIN_LABEL, WORD_JANUARY_SHORT, WORD_SPRING_TERM_SHORT, 2},
                            begins_telling = {PER_GRAIN_BEGINS, WORD_JANUARY, WORD_SPRING_TERM, 0},
                            ends_telling = {PER_GRAIN_ENDS, WORD_JANUARY, WORD_SPRING_TERM, 0};

static char *tell(struct arena *arena, const struct words *words, struct calendar calendar, int period,
                  const struct telling *telling) {
    struct calendar written = calendar_as_written(calendar);
    struct date date = calendar_date(calendar_first_day(calendar, period));
    int last = calendar_last_day(calendar, period), digits = calendar.grain == GRAIN_YEAR ? 0 : telling->digits;
    enum season season = calendar.grain == GRAIN_TERM ? calendar_season(calendar, period) : SEASON_SPRING;
    return words_format(arena, words, word_per_grain(telling->words, calendar.grain), "day",
                        text_integer(arena, date.day), "month", words_get(words, nth(telling->month, date.month - 1)),
                        "year", calendar_year_name(arena, written, calendar_year(written, period)) + digits, "number",
                        text_integer(arena, calendar_number(written, period)), "term",
                        words_get(words, nth(telling->season, (int)season)), "date",
                        calendar.grain == GRAIN_WEEK ? tell(arena, words, calendar_days, last, telling) : "", NULL);
}

char *words_period_long(struct arena *arena, const struct words *words, struct calendar calendar, int period) {
    return tell(arena, words, calendar, period, &long_telling);
}

char *words_period_short(struct arena *arena, const struct words *words, struct calendar calendar, int period) {
    return tell(arena, words, calendar, period, &short_telling);
}

char *words_period_name(struct arena *arena, const struct words *words, struct calendar calendar, int period) {
    return tell(arena, words, calendar, period, &name_telling);
}

char *words_period_label(struct arena *arena, const struct words *words, struct calendar calendar, int period) {
    return tell(arena, words, calendar, period, &label_telling);
}

static int last_year(struct calendar calendar, int period) {
    return calendar_date(calendar_last_day(calendar, period)).year;
}

struct words_stretch words_stretch(struct arena *arena, const struct words *words, struct calendar calendar, int first,
                                   int last) {
    bool same_year = last_year(calendar, first) == last_year(calendar, last);
    return (struct words_stretch){
        .first = tell(arena, words, calendar, first, same_year ? &begins_telling : &ends_telling),
        .last = tell(arena, words, calendar, last, &ends_telling),
    };
}

const char *words_date_long(struct arena *arena, const struct words *words, const char *iso) {
    int day = calendar_parse(calendar_days, iso);
    return day == PERIOD_NONE ? iso : words_period_long(arena, words, calendar_days, day);
}

const char *words_number(struct arena *arena, const struct words *words, size_t number) {
    enum { LAST = WORD_NUMBER_12 - WORD_NUMBER_0 };
    return number <= LAST ? words_get(words, (enum word)(WORD_NUMBER_0 + (int)number))
                          : arena_printf(arena, "%zu", number);
}

const char *words_list(struct arena *arena, const struct words *words, enum word joining, const char *const *items,
                       size_t count) {
    const char *text = count == 0 ? "" : items[0];
    for (size_t i = 1; i + 1 < count; i++)
        text = arena_printf(arena, "%s, %s", text, items[i]);
    return count < 2 ? text : words_format(arena, words, joining, "first", text, "second", items[count - 1], NULL);
}

const char *words_and_others(struct arena *arena, const struct words *words, const char *list, size_t others) {
    return others == 0 ? list
                       : words_format(arena, words, others == 1 ? WORD_COMPARISON_AND_ONE : WORD_COMPARISON_AND_OTHERS,
                                      "list", list, "count", arena_printf(arena, "%zu", others), NULL);
}

const char *words_status(const struct words *words, enum status status) {
    static const enum word meanings[STATUS_COUNT] = {
        [STATUS_PROVISIONAL] = WORD_STATUS_PROVISIONAL, [STATUS_REVISED] = WORD_STATUS_REVISED,
        [STATUS_MISSING] = WORD_STATUS_MISSING,         [STATUS_NOT_APPLICABLE] = WORD_STATUS_NOT_APPLICABLE,
        [STATUS_NOT_DUE] = WORD_STATUS_NOT_DUE,         [STATUS_SUPPRESSED] = WORD_STATUS_SUPPRESSED,
    };
    return status_words[status].symbol[0] == '\0' ? "" : words_get(words, meanings[status]);
}

const char *words_band(const struct words *words, enum band_colour band) {
    return words_get(words, nth(WORD_RAG_GREEN, (int)band));
}

const char *words_band_name(const struct words *words, enum band_colour band) {
    return words_get(words, nth(WORD_RAG_NAME_GREEN, (int)band));
}

const char *words_band_letter(const struct words *words, enum band_colour band) {
    return words_get(words, nth(WORD_RAG_LETTER_GREEN, (int)band));
}

const char *words_spc_class(const struct words *words, enum spc_class spc_class) {
    return words_get(words, nth(WORD_SPC_COMMON, (int)spc_class));
}

const char *words_spc_rule(const struct words *words, enum spc_rule rule) {
    return words_get(words, nth(WORD_SPC_RULE_NONE, (int)rule));
}

const char *words_spc_says(const struct words *words, enum spc_rule rule, bool high) {
    return words_get(words, nth(WORD_SPC_SAYS_OUTSIDE_HIGH, 2 * ((int)rule - (int)SPC_OUTSIDE) + !high));
}

const char *words_spc_variation(const struct words *words, enum spc_variation variation) {
    return words_get(words, nth(WORD_SPC_VARIATION_COMMON, (int)variation));
}

const char *words_spc_assurance(const struct words *words, enum spc_assurance assurance) {
    return words_get(words, nth(WORD_SPC_ASSURANCE_PASSES, (int)assurance));
}
