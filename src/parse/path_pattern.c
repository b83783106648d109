#include "path_pattern.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "text.h"

enum { MATCHES_MAX = 1000, SHOWN_MAX = 8, SCANNED_MAX = 100000 };

/* A folder while it is searched. */
struct search {
    struct arena *arena;
    const char *pattern; /* of a file's name */
    struct diag *diag;
    struct source_pos pos; /* where it is named */
    char **matches;
    size_t match_count, match_capacity;
    char **others; /* the files of other names */
    size_t other_count, other_capacity;
};

bool path_is_pattern(const char *path) {
    return strpbrk(path_name(path), "*?") != NULL;
}

/* A star that was passed may take one character more, so that nothing is tried twice but for the last star. */
static bool matches(const char *pattern, const char *name) {
    const char *star = NULL, *taken = NULL;
    while (*name != '\0') {
        if (*pattern == '*') {
            star = ++pattern;
            taken = name;
        } else if (*pattern == '?' || *pattern == *name) {
            pattern++;
            name++;
        } else if (star != NULL) {
            pattern = star;
            name = ++taken;
        } else
            return false;
    }
    return pattern[strspn(pattern, "*")] == '\0';
}

static bool is_file(const char *folder, const char *name, struct arena *arena) {
    struct stat status;
    return stat(path_join(arena, folder, name), &status) == 0 && S_ISREG(status.st_mode);
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Fills in matches and others; false where the folder cannot be read. */
static bool search(struct search *search, const char *folder) {
    DIR *handle = opendir(folder);
    if (handle == NULL && errno == ENOMEM)
        memory_exhausted();
    if (handle == NULL)
        return false;
    const struct dirent *entry;
    for (int scanned = 0; scanned < SCANNED_MAX && (entry = readdir(handle)) != NULL; scanned++) {
        bool match = matches(search->pattern, entry->d_name);
        bool file = entry->d_name[0] != '.' && is_file(folder, entry->d_name, search->arena);
        if (match && !file && entry->d_name[0] != '.')
            diag_note(search->diag, search->pos, "\"%s\" is no plain file, and left out",
                      path_join(search->arena, folder, entry->d_name));
        if (!file)
            continue;
        char *name = arena_strdup(search->arena, entry->d_name);
        if (match)
            arena_append(search->arena, search->matches, search->match_count, search->match_capacity) = name;
        else
            arena_append(search->arena, search->others, search->other_count, search->other_capacity) = name;
    }
    closedir(handle);
    if (search->match_count > 0)
        qsort(search->matches, search->match_count, sizeof *search->matches, by_name);
    if (search->other_count > 0)
        qsort(search->others, search->other_count, sizeof *search->others, by_name);
    return true;
}

/* `; there are a.csv, b.csv and 3 more`: those that are called nearly so stand among others, and are seen. */
static const char *what_is_there(const struct search *search) {
    struct text text = {0};
    text_add(&text, search->other_count == 0 ? "; the folder has no files" : "; there are ");
    for (size_t i = 0; i < search->other_count && i < SHOWN_MAX; i++)
        text_printf(&text, "%s%s", i == 0 ? "" : ", ", search->others[i]);
    if (search->other_count > SHOWN_MAX)
        text_printf(&text, " and %zu more", search->other_count - SHOWN_MAX);
    const char *result = arena_strdup(search->arena, text_string(&text));
    text_free(&text);
    return result;
}

static const struct path_matches no_matches = {NULL, 0};

static struct path_matches one_file(struct arena *arena, char *path) {
    char **paths = arena_new_array(arena, 1, char *);
    paths[0] = path;
    return path == NULL ? no_matches : (struct path_matches){paths, 1};
}

/* True where there are neither none nor too many; else it is reported. */
static bool check_number(const struct search *search, const char *pattern, struct source_pos pos, struct diag *diag) {
    if (search->match_count == 0)
        diag_error(diag, pos, "no file is called \"%s\"%s", pattern, what_is_there(search));
    else if (search->match_count > MATCHES_MAX)
        diag_error(diag, pos, "%zu files are called \"%s\"; at most %d are read", search->match_count, pattern,
                   MATCHES_MAX);
    return search->match_count > 0 && search->match_count <= MATCHES_MAX;
}

struct path_matches path_matches(struct arena *arena, const struct path_scope *scope, const char *base,
                                 const char *pattern, struct source_pos pos, struct diag *diag) {
    if (!path_is_pattern(pattern))
        return one_file(arena, path_resolve(arena, scope, base, pattern, pos, diag));
    struct search found = {.arena = arena, .pattern = path_name(pattern), .diag = diag, .pos = pos};
    bool here = found.pattern == pattern;
    const char *part = here ? "." : path_folder(arena, pattern);
    const char *folder = path_resolve(arena, scope, base, part, pos, diag);
    if (folder == NULL)
        return no_matches;
    if (!search(&found, folder)) {
        diag_error(diag, pos, "\"%s\" is no folder that can be read", folder);
        return no_matches;
    }
    if (!check_number(&found, pattern, pos, diag))
        return no_matches;
    for (size_t i = 0; i < found.match_count; i++) {
        const char *name = here ? found.matches[i] : path_join(arena, part, found.matches[i]);
        found.matches[i] = path_resolve(arena, scope, base, name, pos, diag);
        if (found.matches[i] == NULL)
            return no_matches;
    }
    return (struct path_matches){found.matches, found.match_count};
}
