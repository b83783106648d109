#ifndef PARSE_PATH_PATTERN_H
#define PARSE_PATH_PATTERN_H

#include "file.h"

/* True where a path asks for many files: its last part has a `*` (any run of characters) or a `?` (any one). */
bool path_is_pattern(const char *path);

/*
 * Finds the files that another one names by a pattern, in the order of their names; a name without a pattern is one
 * file. Each of them has to lie inside the scope, as with path_resolve. Folders and names that begin with a point are
 * no matches.
 *
 * base    the file that names them; pattern is relative to its folder
 * count   receives how many there are
 *
 * NULL, reported at pos, where there is none, where there are more than 1000, and where one lies outside.
 */
char **path_matches(struct arena *arena, const struct path_scope *scope, const char *base, const char *pattern,
                    size_t *count, struct source_pos pos, struct diag *diag);

#endif
