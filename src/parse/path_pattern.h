#ifndef PARSE_PATH_PATTERN_H
#define PARSE_PATH_PATTERN_H

#include "file.h"

/* True where a path asks for many files: its last part has a `*` (any run of characters) or a `?` (any one). */
bool path_is_pattern(const char *path);

struct path_matches {
    char **paths; /* NULL where none may be read */
    size_t count;
};

/*
 * Finds the files that another one names by a pattern, in the order of their names; a name without a pattern is one
 * file. Each of them has to lie inside the scope, as with path_resolve. Folders and names that begin with a point are
 * no matches.
 *
 * base    the file that names them; pattern is relative to its folder
 *
 * None, reported at pos, where there is none, where there are more than 1000, and where one lies outside.
 */
struct path_matches path_matches(struct arena *arena, const struct path_scope *scope, const char *base,
                                 const char *pattern, struct source_pos pos, struct diag *diag);

#endif
