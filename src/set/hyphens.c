#include "hyphens.h"

#include <string.h>

#include "hyphens_module.h"
#include "text.h"

enum { WORD_LEAST = 8 };

static const char letters[] = "abcdefghijklmnopqrstuvwxyz";

/* NULL where the language has no words that may be divided. */
static const struct hyphens_module *module_of(const struct composer *composer) {
    static const struct module_need need = {.name = "hyphens",
                                            .use = "hyphens in narrow columns",
                                            .package = "libhyphen0",
                                            .size = sizeof(struct hyphens_module),
                                            .guarded = true};
    const struct hyphens_module *module = module_open(&need, composer->layout->pos, composer->diag);
    return module != NULL && module->knows(composer->layout->language) ? module : NULL;
}

bool hyphens_wanted(const struct composer *composer, double width_pt, double size_pt) {
    return composer->layout->hyphens && width_pt < HYPHENS_NARROW * size_pt;
}

/* A word with marks before and behind it: the letters in the middle, if there is nothing else. */
static size_t word_in(const char *token, size_t length, size_t *start) {
    size_t first = strcspn(token, letters), count = strspn(token + first, letters);
    static const char before[] = "(\"'\u2018\u201C", behind[] = ").,;:!?\"'\u2019\u201D ";
    *start = first;
    if (first > length || strspn(token, before) < first ||
        strspn(token + first + count, behind) < length - first - count)
        return 0;
    return count;
}

static void add_word(struct text *text, const struct hyphens_module *module, const char *language, const char *word,
                     size_t length) {
    bool before[HYPHENS_WORD_MAX];
    module->divide(language, word, length, before);
    for (size_t i = 0; i < length; i++) {
        if (before[i])
            text_add(text, "\u00AD");
        text_append(text, word + i, 1);
    }
}

static void add_words(struct text *text, const struct hyphens_module *module, const char *language,
                      const char *string) {
    for (const char *s = string; *s != '\0';) {
        size_t length = strcspn(s, " "), blanks = strspn(s + length, " "), start;
        size_t count = word_in(s, length, &start);
        if (count >= WORD_LEAST && count <= HYPHENS_WORD_MAX) {
            text_append(text, s, start);
            add_word(text, module, language, s + start, count);
            text_append(text, s + start + count, length + blanks - start - count);
        } else {
            text_append(text, s, length + blanks);
        }
        s += length + blanks;
    }
}

const char *hyphens_add(struct composer *composer, const char *string) {
    const struct hyphens_module *module = module_of(composer);
    if (module == NULL)
        return string;
    struct text text = {0};
    add_words(&text, module, composer->layout->language, string);
    const char *divided = arena_strdup(composer->arena, text_string(&text));
    text_free(&text);
    return divided;
}
