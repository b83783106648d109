#include "words_read.h"

#include <string.h>
#include <strings.h>

#include "file.h"
#include "layout_internal.h"
#include "renamed.h"
#include "text.h"
#include "vocabulary.h"

enum { NAMED_MAX = 5 };

/* Words while they are read, file by file. */
struct words_reader {
    struct arena *arena;
    struct diag *diag;
    struct words *words;
    const struct words *english; /* NULL while they are read */
    bool own[WORD_COUNT];        /* read in the language asked for */
    int next;                    /* a file mostly has them in their order */
};

static bool same_language(const char *a, const char *b) {
    size_t length = strcspn(a, "-.");
    return strcspn(b, "-.") == length && strncasecmp(a, b, length) == 0;
}

/* A file is named by its language: layouts/words/cy.xml. */
static const struct embedded_file *find_file(const char *language) {
    for (const struct embedded_file *file = word_files; file->path != NULL; file++)
        if (same_language(path_name(file->path), language))
            return file;
    return NULL;
}

/* -1 where there is no such word. */
static int find_word(struct words_reader *reader, const char *id) {
    for (int i = 0; i < WORD_COUNT; i++) {
        int word = (reader->next + i) % WORD_COUNT;
        if (strcmp(word_ids[word], id) == 0) {
            reader->next = word + 1;
            return word;
        }
    }
    return -1;
}

static bool has_place(const char *text, const char *name, size_t length) {
    const char *other;
    size_t other_length;
    while (words_next_place(&text, &other, &other_length))
        if (other_length == length && strncmp(name, other, length) == 0)
            return true;
    return false;
}

/* A text has the places of the English one, each at least once, and no other. */
static bool check_places(struct words_reader *reader, int word, const char *text, struct source_pos pos) {
    const char *english = reader->english->texts[word], *name;
    size_t length, before = reader->diag->errors;
    for (const char *cursor = text; words_next_place(&cursor, &name, &length);)
        if (!has_place(english, name, length))
            diag_error(reader->diag, pos, "the word \"%s\" has no value {%.*s}; in English it is \"%s\"",
                       word_ids[word], (int)length, name, english);
    for (const char *cursor = english; words_next_place(&cursor, &name, &length);)
        if (!has_place(text, name, length))
            diag_error(reader->diag, pos, "the word \"%s\" leaves out {%.*s}; in English it is \"%s\"", word_ids[word],
                       (int)length, name, english);
    return reader->diag->errors == before;
}

/* White space, also of broken lines, as single blanks; none at the ends. */
static const char *tidy(struct arena *arena, const char *text) {
    size_t count;
    char **parts = text_split(arena, text, &count);
    struct text joined = {0};
    for (size_t i = 0; i < count; i++) {
        text_add(&joined, i > 0 ? " " : "");
        text_add(&joined, parts[i]);
    }
    const char *result = arena_strdup(arena, text_string(&joined));
    text_free(&joined);
    return result;
}

static void report_unknown(struct words_reader *reader, const char *id, struct source_pos pos) {
    const char *suggestion = text_suggestion(reader->arena, id, word_ids, WORD_COUNT);
    diag_error(reader->diag, pos, "no word has the id \"%s\"%s", id,
               *suggestion != '\0' ? suggestion : "; layouts/words/en.xml has them all");
}

/* What holds a period is called so in every text; one by another name was of months or years alone. */
static const char *renew_places(struct words_reader *reader, int word, const char *text, struct source_pos pos) {
    static const char period[] = "period";
    bool takes_period = has_place(reader->english->texts[word], period, strlen(period));
    return takes_period ? renamed_read(reader->arena, "word", text, pos, reader->diag) : text;
}

static void read_word(struct words_reader *reader, const struct xml_element *element, int *lines) {
    const char *id = xml_value(element, "id"), *text = tidy(reader->arena, element->text);
    if (id == NULL || text[0] == '\0')
        return;
    id = renamed_read(reader->arena, NULL, id, xml_pos(element, "id"), reader->diag);
    int word = find_word(reader, id);
    if (word < 0) {
        report_unknown(reader, id, xml_pos(element, "id"));
        return;
    }
    if (lines[word] > 0) {
        diag_error(reader->diag, xml_pos(element, "id"), "the word \"%s\" is in line %d already", id, lines[word]);
        return;
    }
    lines[word] = element->pos.line;
    if (reader->english != NULL) {
        text = renew_places(reader, word, text, element->inner);
        if (!check_places(reader, word, text, element->inner))
            return;
    }
    reader->words->texts[word] = text;
    reader->words->places[word] = element->pos;
    reader->own[word] = true;
}

/* Sets the words of a file. */
static void read_file(struct words_reader *reader, const struct xml_element *root, const char *language) {
    int lines[WORD_COUNT] = {0};
    const char *own = xml_value(root, "language");
    vocabulary_check(root, SCHEMA_WORDS, reader->arena, reader->diag);
    if (own != NULL && !same_language(own, language)) {
        diag_error(reader->diag, xml_pos(root, "language"),
                   "these words are in \"%s\" and the layout's language is \"%s\"", own, language);
        return;
    }
    for (const struct xml_element *child = root->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "word") == 0)
            read_word(reader, child, lines);
}

static void read_builtin(struct words_reader *reader, const struct embedded_file *file) {
    const struct xml_element *root = xml_parse(reader->arena, file->path, file->bytes, reader->diag);
    memset(reader->own, 0, sizeof reader->own);
    reader->next = 0;
    if (root != NULL)
        read_file(reader, root, path_name(file->path));
}

static struct words *copy_words(struct arena *arena, const struct words *words) {
    struct words *copy = arena_new(arena, struct words);
    *copy = *words;
    return copy;
}

/* English first, which has every word: a test sees to that. */
static void read_language(struct words_reader *reader, const char *language) {
    const struct embedded_file *english = find_file("en"), *file = find_file(language);
    reader->words = arena_new(reader->arena, struct words);
    read_builtin(reader, english);
    reader->english = copy_words(reader->arena, reader->words);
    if (file == NULL)
        memset(reader->own, 0, sizeof reader->own);
    else if (file != english)
        read_builtin(reader, file);
}

static size_t count_missing(const struct words_reader *reader) {
    size_t missing = 0;
    for (int word = 0; word < WORD_COUNT; word++)
        missing += !reader->own[word];
    return missing;
}

struct words *words_read(struct arena *arena, const char *language, size_t *missing, struct diag *diag) {
    struct words_reader reader = {.arena = arena, .diag = diag};
    read_language(&reader, language);
    *missing = count_missing(&reader);
    return reader.words;
}

static void warn_missing(const struct words_reader *reader, const char *language, struct source_pos pos) {
    size_t missing = count_missing(reader), named = 0;
    if (missing == WORD_COUNT)
        diag_warning(reader->diag, pos,
                     "the program has no words in \"%s\" and prints its own in English; name a file of them by the "
                     "attribute words",
                     language);
    if (missing == 0 || missing == WORD_COUNT)
        return;
    const char *list = "";
    for (int word = 0; word < WORD_COUNT && named < NAMED_MAX; word++)
        if (!reader->own[word])
            list = arena_printf(reader->arena, "%s%s%s", list, named++ > 0 ? ", " : "", word_ids[word]);
    diag_warning(reader->diag, pos, "%zu words have no text in \"%s\" and are printed in English: %s%s", missing,
                 language, list, missing > named ? ", ..." : "");
}

/* The program's own words in a language, which the packs of a run share, ready for a file of the layout's. */
static struct words_reader own_words(struct layout_reader *reader, const char *language) {
    struct read_cache *cache = reader->cache;
    struct words_reader *read = read_cache_find(cache, language);
    if (read == NULL) {
        read = arena_new(read_cache_arena(cache), struct words_reader);
        *read = (struct words_reader){.arena = read_cache_arena(cache), .diag = reader->diag};
        read_language(read, language);
        read_cache_keep(cache, language, read);
    }
    struct words_reader words = *read;
    words.arena = reader->arena;
    words.diag = reader->diag;
    words.words = copy_words(reader->arena, read->words);
    return words;
}

void words_read_language(struct layout_reader *reader) {
    const struct layout *layout = reader->layout;
    const char *name = xml_value(reader->root, "words");
    struct source_pos pos = xml_pos(reader->root, "words");
    struct words_reader words = own_words(reader, layout->language);
    char *path =
        name == NULL ? NULL : path_resolve(reader->arena, &reader->scope, layout->path, name, pos, reader->diag);
    const struct xml_element *root = path == NULL ? NULL : xml_read(reader->arena, path, pos, reader->diag);
    words.next = 0;
    if (root != NULL)
        read_file(&words, root, layout->language);
    warn_missing(&words, layout->language, xml_pos(reader->root, "language"));
    reader->layout->words = words.words;
}
