#include "unexplained.h"

#include <ctype.h>
#include <string.h>

#include "layout_texts.h"

enum { TOLD_MAX = 25, CAPITALS_MIN = 2, LETTERS_MAX = 6 };

struct search {
    struct arena *arena;
    struct diag *diag;
    const struct layout *layout;
    struct index known; /* words, as keys */
    size_t found;
};

/* A word of letters, and of `&` between two. */
struct letters {
    const char *start;
    size_t length;
};

static bool is_letter(char c) {
    return isalpha((unsigned char)c) != 0 && (unsigned char)c < 0x80;
}

static bool next_word(const char *text, const char **cursor, struct letters *word) {
    const char *s = *cursor;
    while (*s != '\0' && !abbreviation_is_letter(s))
        s++;
    word->start = s;
    while (*s != '\0' && (abbreviation_is_letter(s) || (unsigned char)*s >= 0x80 ||
                          (*s == '&' && s > text && is_letter(s[-1]) && is_letter(s[1]))))
        s++;
    word->length = (size_t)(s - word->start);
    *cursor = s;
    return word->length > 0;
}

/* Without the `s` of several. */
static struct letters single(struct letters word) {
    if (word.length > CAPITALS_MIN && word.start[word.length - 1] == 's' &&
        isupper((unsigned char)word.start[word.length - 2]))
        word.length--;
    return word;
}

/* Begins and ends with a capital, as DfE. */
static bool is_abbreviation(struct letters word) {
    size_t numerals = strspn(word.start, "IVX"), capitals = 0;
    for (size_t i = 0; i < word.length; i++) {
        capitals += isupper((unsigned char)word.start[i]) != 0;
        if (!is_letter(word.start[i]) && word.start[i] != '&')
            return false;
    }
    return word.length <= LETTERS_MAX && capitals >= CAPITALS_MIN && isupper((unsigned char)word.start[0]) &&
           isupper((unsigned char)word.start[word.length - 1]) && numerals < word.length;
}

/* A heading such as `KEY TO PAGES`, in which capitals mean nothing. */
static bool is_in_capitals(const char *text) {
    size_t words = 0;
    struct letters word;
    for (const char *cursor = text; next_word(text, &cursor, &word); words++)
        for (size_t i = 0; i < word.length; i++)
            if (islower((unsigned char)word.start[i]))
                return false;
    return words > 1;
}

static bool is_in_capitals_alone(struct letters word) {
    for (size_t i = 0; i < word.length; i++)
        if (!isupper((unsigned char)word.start[i]))
            return false;
    return word.length > 1;
}

/* Words of capitals side by side are an emphasis: `REPORTING YEAR`. */
static bool is_emphasis(const char *text, struct letters before, struct letters word) {
    struct letters behind;
    const char *cursor = word.start + word.length;
    bool follows = before.length > 0 && before.start + before.length + 1 == word.start && word.start[-1] == ' ' &&
                   is_in_capitals_alone(before);
    bool goes_on = *cursor == ' ' && next_word(text, &cursor, &behind) &&
                   behind.start == word.start + word.length + 1 && is_in_capitals_alone(behind);
    return is_in_capitals_alone(word) && (follows || goes_on);
}

static void know(struct search *search, struct letters word) {
    index_add(search->arena, &search->known, arena_strndup(search->arena, word.start, word.length), search);
}

static void know_words(struct search *search, const char *text) {
    struct letters word;
    for (const char *cursor = text; text != NULL && next_word(text, &cursor, &word);)
        if (is_abbreviation(single(word)))
            know(search, single(word));
}

/* The letters of `CSC 161` and `QL4`. */
static void know_reference(struct search *search, const char *text) {
    for (const char *s = text; s != NULL && *s != '\0'; s++) {
        size_t length = 0;
        while (is_letter(s[length]))
            length++;
        if (length > 0)
            know(search, (struct letters){s, length});
        s += length > 0 ? length - 1 : 0;
    }
}

/* Within a short form that is explained, such as `SN ave`. */
static bool is_explained(const struct search *search, const char *text, struct letters word) {
    struct abbreviation_use use;
    for (const char *cursor = text; abbreviations_next(search->layout->abbreviations, text, &cursor, &use);)
        if (word.start >= use.start && word.start < cursor)
            return true;
    return false;
}

static void tell(struct search *search, struct letters word, struct source_pos pos) {
    const char *name = arena_strndup(search->arena, word.start, word.length);
    know(search, word);
    if (search->found++ < TOLD_MAX)
        diag_note(
            search->diag, pos,
            "\"%s\" is explained nowhere; write <abbreviation short=\"%s\">what it stands for</abbreviation>, with "
            "nothing in it where readers know",
            name, name);
}

static void look_at(void *taker, const char *text, struct source_pos pos) {
    struct search *search = taker;
    struct letters word, before = {0};
    if (is_in_capitals(text))
        return;
    for (const char *cursor = text; next_word(text, &cursor, &word); before = word) {
        word = single(word);
        if (is_abbreviation(word) && !is_emphasis(text, before, word) &&
            index_find(&search->known, arena_strndup(search->arena, word.start, word.length)) == NULL &&
            !is_explained(search, text, word))
            tell(search, word, pos);
    }
}

void unexplained_tell(const struct layout *layout, struct arena *arena, struct diag *diag) {
    struct search search = {.arena = arena, .diag = diag, .layout = layout};
    const struct catalogue *catalogue = layout->catalogue;
    for (int word = 0; word < WORD_COUNT; word++)
        know_words(&search, words_get(layout->words, (enum word)word));
    know_words(&search, catalogue->organisation);
    know_words(&search, catalogue->place);
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        know_reference(&search, catalogue->indicators[i]->reference);
        know_reference(&search, catalogue->indicators[i]->id);
    }
    layout_each_text(layout, look_at, &search);
    if (search.found > TOLD_MAX)
        diag_note(diag, layout->pos, "%zu more words of capitals are explained nowhere", search.found - TOLD_MAX);
}
