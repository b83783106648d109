#include "words.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "month.h"
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

/* NULL where no pair has that name. */
static const char *find_value(const char *name, size_t length, va_list pairs) {
    const char *key;
    while ((key = va_arg(pairs, const char *)) != NULL) {
        const char *value = va_arg(pairs, const char *);
        if (strlen(key) == length && strncmp(key, name, length) == 0)
            return value;
    }
    return NULL;
}

static char *fill(struct arena *arena, const char *pattern, va_list pairs) {
    struct text text = {0};
    const char *from = pattern, *cursor = pattern, *name;
    size_t length;
    while (words_next_place(&cursor, &name, &length)) {
        va_list copy;
        va_copy(copy, pairs);
        const char *value = find_value(name, length, copy);
        va_end(copy);
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
    char *filled = fill(arena, text, pairs);
    va_end(pairs);
    return filled;
}

char *words_format(struct arena *arena, const struct words *words, enum word word, ...) {
    va_list pairs;
    va_start(pairs, word);
    char *filled = fill(arena, words_get(words, word), pairs);
    va_end(pairs);
    return filled;
}

static enum word nth(enum word first, int index) {
    return (enum word)((int)first + index);
}

const char *words_month_name(const struct words *words, int month) {
    return words_get(words, nth(WORD_JANUARY, month_of_year(month) - 1));
}

char *words_month_long(struct arena *arena, const struct words *words, int month) {
    return words_format(arena, words, WORD_MONTH_LONG, "month", words_month_name(words, month), "year",
                        arena_printf(arena, "%d", month_year(month)), NULL);
}

char *words_month_short(struct arena *arena, const struct words *words, int month) {
    return words_format(arena, words, WORD_MONTH_SHORT, "month",
                        words_get(words, nth(WORD_JANUARY_SHORT, month_of_year(month) - 1)), "year",
                        arena_printf(arena, "%02d", month_year(month) % 100), NULL);
}

const char *words_date_long(struct arena *arena, const struct words *words, const char *iso) {
    int year = 0, month = 0, day = 0;
    if (sscanf(iso, "%4d-%2d-%2d", &year, &month, &day) != 3 || month < 1 || month > 12)
        return iso;
    return words_format(arena, words, WORD_DATE_LONG, "day", arena_printf(arena, "%d", day), "month",
                        words_month_name(words, month_make(year, month)), "year", arena_printf(arena, "%d", year),
                        NULL);
}

const char *words_status(const struct words *words, enum status status) {
    return status == STATUS_PRESENT ? "" : words_get(words, nth(WORD_STATUS_PROVISIONAL, (int)status - 1));
}

const char *words_band(const struct words *words, enum band_colour band) {
    return words_get(words, nth(WORD_RAG_GREEN, (int)band));
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

const char *words_spc_variation(const struct words *words, enum spc_variation variation) {
    return words_get(words, nth(WORD_SPC_VARIATION_COMMON, (int)variation));
}

const char *words_spc_assurance(const struct words *words, enum spc_assurance assurance) {
    return words_get(words, nth(WORD_SPC_ASSURANCE_PASSES, (int)assurance));
}
