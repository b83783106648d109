#include <hyphen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "dictionaries.h"
#include "hyphens_module.h"

/* Letters that stay together at either end of a word. */
enum { LETTERS_LEAST = 3 };

/* A language and its variants, which are divided alike, by the name of a dictionary. */
static const struct {
    const char *language, *dictionary;
} languages[] = {{"en", "hyph_en_GB.dic"},    {"en-GB", "hyph_en_GB.dic"}, {"en-IE", "hyph_en_GB.dic"},
                 {"en-AU", "hyph_en_GB.dic"}, {"en-NZ", "hyph_en_GB.dic"}, {"en-ZA", "hyph_en_GB.dic"}};

static const char *dictionary_of(const char *language) {
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (strcasecmp(languages[i].language, language) == 0)
            return languages[i].dictionary;
    return NULL;
}

static bool knows(const char *language) {
    return dictionary_of(language) != NULL;
}

static const struct embedded_file *file_of(const char *name) {
    const struct embedded_file *file = dictionaries;
    while (strcmp(strrchr(file->path, '/') + 1, name) != 0)
        file++;
    return file;
}

static HyphenDict *load(const char *name) {
    const char *contents = file_of(name)->bytes;
    FILE *stream = fmemopen((void *)contents, strlen(contents), "r");
    HyphenDict *dictionary = stream == NULL ? NULL : hnj_hyphen_load_file(stream);
    if (stream != NULL)
        fclose(stream);
    if (dictionary == NULL)
        abort(); /* out of memory ends the run before */
    return dictionary;
}

static void divide(const char *language, const char *word, size_t length, bool *before) {
    static HyphenDict *loaded; /* all languages have the same one, until there is another */
    char alone[HYPHENS_WORD_MAX + 1], points[HYPHENS_WORD_MAX + 5];
    char **replaced = NULL;
    int *at = NULL, *cut = NULL;
    if (loaded == NULL)
        loaded = load(dictionary_of(language));
    memset(before, 0, length * sizeof *before);
    memcpy(alone, word, length); /* the library looks for the end of the text, whatever length it is told */
    alone[length] = '\0';
    if (hnj_hyphen_hyphenate3(loaded, alone, (int)length, points, NULL, &replaced, &at, &cut, LETTERS_LEAST,
                              LETTERS_LEAST, LETTERS_LEAST, LETTERS_LEAST) != 0)
        return;
    for (size_t i = 0; i + 1 < length; i++)
        before[i + 1] = (points[i] & 1) != 0;
    free(replaced);
    free(at);
    free(cut);
}

MODULE_EXPORT const struct hyphens_module module = {MODULE_HEAD(struct hyphens_module), knows, divide};
