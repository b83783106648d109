#include "abbreviation.h"

#include <ctype.h>
#include <string.h>

#include "text.h"

/* Beyond ASCII all but signs are letters here, which is near enough to find the ends of words. */
static bool is_letter(uint32_t c) {
    enum { LATIN_LETTERS = 0xC0, TIMES = 0xD7, DIVIDE = 0xF7, PUNCTUATION = 0x2000, SIGNS_END = 0x2C00 };
    if (c < LATIN_LETTERS)
        return c < 0x80 && isalnum((int)c);
    return c != TIMES && c != DIVIDE && (c < PUNCTUATION || c >= SIGNS_END);
}

bool abbreviation_is_letter(const char *utf8) {
    return is_letter(utf8_next(&utf8));
}

static size_t *find(struct abbreviations *list, const char *short_form) {
    size_t *place = &list->first[(unsigned char)short_form[0]];
    while (*place != 0 && strcmp(list->items[*place - 1].short_form, short_form) != 0)
        place = &list->items[*place - 1].next;
    return place;
}

bool abbreviations_add(struct abbreviations *list, struct abbreviation abbreviation) {
    size_t *place = find(list, abbreviation.short_form);
    if (*place != 0) {
        abbreviation.next = list->items[*place - 1].next;
        list->items[*place - 1] = abbreviation;
        return true;
    }
    if (list->count == ABBREVIATIONS_MAX)
        return false;
    place = &list->first[(unsigned char)abbreviation.short_form[0]];
    while (*place != 0 && strlen(list->items[*place - 1].short_form) >= strlen(abbreviation.short_form))
        place = &list->items[*place - 1].next;
    abbreviation.next = *place;
    list->items[list->count++] = abbreviation;
    *place = list->count;
    return true;
}

/* At the beginning of a word, capitals or not. */
static bool is_said_in(const char *meaning, const char *word) {
    for (const char *s = meaning; (s = strcasestr(s, word)) != NULL; s++)
        if (s == meaning || !abbreviation_is_letter(s - 1))
            return true;
    return false;
}

void abbreviations_add_word(struct abbreviations *list, const char *word, const char *meaning, struct source_pos pos) {
    if (abbreviation_is_letter(word) && !is_said_in(meaning, word))
        abbreviations_add(list, (struct abbreviation){.short_form = word, .meaning = meaning, .pos = pos});
}

const struct abbreviation *abbreviations_named(const struct abbreviations *list, const char *short_form) {
    size_t place = *find((struct abbreviations *)list, short_form);
    return place == 0 ? NULL : &list->items[place - 1];
}

/* Behind a short form: no letter, or the `s` of several. */
static bool ends_here(const char *behind) {
    return !abbreviation_is_letter(behind) || (*behind == 's' && !abbreviation_is_letter(behind + 1));
}

static bool is_whole(const char *text, const char *start, const char *behind) {
    return strspn(text, " ") == (size_t)(start - text) && behind[strspn(behind, " ")] == '\0';
}

static const struct abbreviation *at(const struct abbreviations *list, const char *text, const char *start) {
    for (size_t place = list->first[(unsigned char)*start]; place != 0; place = list->items[place - 1].next) {
        const struct abbreviation *item = &list->items[place - 1];
        size_t length = strlen(item->short_form);
        if (strncmp(start, item->short_form, length) == 0 &&
            (item->alone ? is_whole(text, start, start + length) : ends_here(start + length)))
            return item;
    }
    return NULL;
}

/* Within a word, whose letters go on from before s or from the abbreviation that ends there. */
static bool is_within(const char *text, const char *cursor, const char *s) {
    if (s == text || s == cursor)
        return s > text;
    for (s--; s > text && (*s & 0xC0) == 0x80;)
        s--;
    return abbreviation_is_letter(s);
}

bool abbreviations_next(const struct abbreviations *list, const char *text, const char **cursor,
                        struct abbreviation_use *use) {
    if (list == NULL || list->count == 0)
        return false;
    for (const char *s = *cursor; *s != '\0'; s++) {
        if (list->first[(unsigned char)*s] == 0 || !abbreviation_is_letter(s) || is_within(text, *cursor, s))
            continue;
        const struct abbreviation *found = at(list, text, s);
        if (found == NULL)
            continue;
        *use = (struct abbreviation_use){found, s};
        *cursor = s + strlen(found->short_form);
        return true;
    }
    return false;
}
