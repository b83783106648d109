#include "file_pattern.h"

#include <string.h>

#include "text.h"

static const char period_word[] = "period";

/* The next word in braces: where it starts and how long it is without them; 0 where there is none. */
static size_t next_word(const char *pattern, const char **word) {
    const char *open = strchr(pattern, '{'), *close = open != NULL ? strchr(open, '}') : NULL;
    if (close == NULL)
        return 0;
    *word = open + 1;
    return (size_t)(close - open - 1);
}

/* What stands for a word; NULL where it is none. */
static const char *value_of(struct arena *arena, const struct organisation *organisation, const char *word,
                            size_t length) {
    return organisation_word(organisation, arena_strndup(arena, word, length));
}

static bool is_period(const char *word, size_t length) {
    return length == strlen(period_word) && strncmp(word, period_word, length) == 0;
}

static bool is_refused(uint32_t codepoint) {
    return codepoint < ' ' || codepoint == 0x7F || codepoint == 0xFFFD || codepoint_is_control(codepoint) ||
           (codepoint < 0x80 && strchr("/\\:*?\"<>|", (int)codepoint) != NULL);
}

static void add_value(struct text *name, const char *value) {
    size_t first = name->length;
    for (const char *s = value; *s != '\0';) {
        uint32_t codepoint = utf8_next(&s);
        text_add_codepoint(name, is_refused(codepoint) ? '-' : codepoint);
    }
    for (size_t i = first; i < name->length && strchr(". ", name->bytes[i]) != NULL; i++)
        name->bytes[i] = '-';
    for (size_t i = name->length; i > first && strchr(". ", name->bytes[i - 1]) != NULL; i--)
        name->bytes[i - 1] = '-';
}

char *file_pattern_fill(struct arena *arena, const char *pattern, const struct organisation *organisation,
                        const char *period) {
    struct text name = {0};
    const char *word;
    for (size_t length; (length = next_word(pattern, &word)) > 0; pattern = word + length + 1) {
        const char *value = is_period(word, length) ? period : value_of(arena, organisation, word, length);
        text_append(&name, pattern, (size_t)(word - 1 - pattern));
        if (value != NULL)
            add_value(&name, value);
        else
            text_append(&name, word - 1, length + 2);
    }
    text_add(&name, pattern);
    char *filled = arena_strdup(arena, text_string(&name));
    text_free(&name);
    return filled;
}

static const char *known_words(struct arena *arena, const struct organisation *organisation) {
    const char *list = period_word, *text;
    for (size_t i = 0; i < organisation_word_count(organisation); i++) {
        const char *word = organisation_word_at(organisation, i, &text);
        if (organisation_word(organisation, word) == text) /* else it is hidden by an earlier one */
            list = arena_printf(arena, "%s, %s", list, word);
    }
    return list;
}

/* Each word of the pattern is one of the organisation's, and says something. */
static bool check_words(const char *pattern, const struct organisation *organisation, struct diag *diag) {
    bool good = true;
    const char *word;
    for (size_t length; (length = next_word(pattern, &word)) > 0; pattern = word + length + 1) {
        if (is_period(word, length))
            continue;
        const char *value = value_of(diag->arena, organisation, word, length);
        if (value == NULL)
            diag_error(diag, organisation->list->pos, "-o has {%.*s}, which is no column of %s; it may have %s",
                       (int)length, word, organisation->list->path, known_words(diag->arena, organisation));
        else if (value[0] == '\0')
            diag_error(diag, organisation->pos, "the column \"%.*s\", which names the file, is blank for %s",
                       (int)length, word, organisation->code);
        good &= value != NULL && value[0] != '\0';
        if (value == NULL)
            break; /* the same of all organisations */
    }
    return good;
}

void file_pattern_check(const char *pattern, const struct organisations *organisations, struct diag *diag) {
    struct index taken = {0};
    const char *way_out = strstr(pattern, "{code}") == NULL
                              ? "put {code} into -o"
                              : "their codes differ in signs alone that no file's name has; add a word to -o";
    for (size_t i = 0; i < organisations->count; i++) {
        const struct organisation *organisation = &organisations->items[i], *other;
        if (!check_words(pattern, organisation, diag))
            continue;
        const char *name = file_pattern_fill(diag->arena, pattern, organisation, NULL);
        other = index_find(&taken, name);
        if (other != NULL)
            diag_error(diag, organisation->pos, "%s (%s) and %s (%s) would both be %s; %s", other->code, other->name,
                       organisation->code, organisation->name, name, way_out);
        index_add(diag->arena, &taken, name, (void *)organisation);
    }
}
