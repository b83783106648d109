#include "title_words.h"

#include <string.h>
#include <strings.h>

enum { LEAST_LETTERS = 3, SAID_OF = 3, SAID_AT_LEAST = 2 }; /* two words of three */

static bool is_between(char c) {
    return strchr(" ,.;:/()-", c) != NULL;
}

/* The next word of a text from `at` on; NULL behind the last one. */
static const char *next_word(struct arena *arena, const char **at) {
    const char *start = *at;
    while (*start != '\0' && is_between(*start))
        start++;
    const char *end = start;
    while (*end != '\0' && !is_between(*end))
        end++;
    *at = end;
    return end == start ? NULL : arena_strndup(arena, start, (size_t)(end - start));
}

static bool has_word(struct arena *arena, const char *text, const char *word) {
    for (const char *other = next_word(arena, &text); other != NULL; other = next_word(arena, &text))
        if (strcasecmp(other, word) == 0)
            return true;
    return false;
}

/* How many words of a text are in another; short ones, which bind others, are not counted. */
static int shared(struct arena *arena, const char *text, const char *other, int *all) {
    int count = 0;
    *all = 0;
    for (const char *word = next_word(arena, &text); word != NULL; word = next_word(arena, &text)) {
        if (strlen(word) < LEAST_LETTERS)
            continue;
        (*all)++;
        count += has_word(arena, other, word);
    }
    return count;
}

bool title_says(struct arena *arena, const char *title, const char *name) {
    int title_words, name_words;
    int said = shared(arena, title, name, &title_words), named = shared(arena, name, title, &name_words);
    return (title_words > 0 && said * SAID_OF >= title_words * SAID_AT_LEAST) ||
           (name_words > 0 && named == name_words);
}

bool title_names_unit(struct arena *arena, const char *title, const char *unit, bool percentage) {
    if (percentage)
        return strchr(title, '%') != NULL;
    for (const char *word = next_word(arena, &unit); word != NULL; word = next_word(arena, &unit))
        if (!has_word(arena, title, word))
            return false;
    return true;
}
