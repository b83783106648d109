#include "fingerprint.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "inputs.h"
#include "text.h"

/* The digest of a file that was read; one that has gone since has none. */
static const char *digest_of(struct fingerprints *fingerprints, const char *path) {
    const char *known = index_find(&fingerprints->digests, path);
    if (known != NULL)
        return known;
    struct digest digest;
    const char *text = digest_file(&digest, path) ? arena_strdup(fingerprints->arena, digest.text) : "gone";
    index_add(fingerprints->arena, &fingerprints->digests, arena_strdup(fingerprints->arena, path), (void *)text);
    return text;
}

/* A file's place below the root, so that a pack that moves as a whole stays the same. */
static const char *place_of(const char *path, const char *root) {
    size_t length = root != NULL ? strlen(root) : 0;
    return length > 0 && strncmp(path, root, length) == 0 && path[length] == '/' ? path + length + 1 : path;
}

static int compare_lines(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* A line a file, in an order that does not hang on who was read first, each once. */
static void add_files(struct text *text, struct fingerprints *fingerprints, const char *root) {
    struct arena *arena = arena_create();
    size_t count = inputs_count();
    const char **lines = arena_new_array(arena, count + 1, const char *);
    for (size_t i = 0; i < count; i++) {
        char *real = path_real(inputs_path(i));
        const char *path = real != NULL ? real : inputs_path(i);
        lines[i] = arena_printf(arena, "%s=%s\n", place_of(path, root), digest_of(fingerprints, path));
        free(real);
    }
    if (count > 0)
        qsort(lines, count, sizeof(*lines), compare_lines);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || strcmp(lines[i - 1], lines[i]) != 0)
            text_add(text, lines[i]);
    arena_destroy(arena);
}

struct digest fingerprint_of(struct fingerprints *fingerprints, const struct organisation *organisation,
                             const char *options, const char *root) {
    struct text text = {0};
    text_printf(&text, "boardpack %s\n%s\n", BOARDPACK_VERSION, options);
    for (size_t i = 0; i < organisation_word_count(organisation); i++) {
        const char *said, *word = organisation_word_at(organisation, i, &said);
        text_printf(&text, "{%s}=%s\n", word, said);
    }
    add_files(&text, fingerprints, root);
    struct digest digest = digest_bytes(text.bytes, text.length);
    text_free(&text);
    return digest;
}
