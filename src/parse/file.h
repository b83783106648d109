#ifndef PARSE_FILE_H
#define PARSE_FILE_H

#include "diag.h"

/*
 * Reads a whole text file into the arena, NUL-terminated, without a byte order mark.
 *
 * path   the file, also the name in messages
 * from   where it was asked for: messages about a file that is not there point at it
 * max    bytes that it may have
 *
 * NULL, reported, where it cannot be read, is too large, is no plain file or is not UTF-8 (the message names the line).
 */
char *file_read(struct arena *arena, const char *path, struct source_pos from, size_t max, struct diag *diag);

/* The same for a file of any bytes, a NUL behind them: *length of them. */
char *file_bytes(struct arena *arena, const char *path, struct source_pos from, size_t max, size_t *length,
                 struct diag *diag);

/* Opens a plain file of at most max bytes to be read piece by piece: a descriptor, and its length; -1, reported. */
int file_open(const char *path, struct source_pos from, size_t max, size_t *length, struct diag *diag);

/* Reports that reading a file failed, by its errno. */
void file_report(const char *path, struct source_pos from, int error, struct diag *diag);

/* Splits off the folder of a path: `data/x.csv` gives `data`, `x.csv` gives `.`. */
char *path_folder(struct arena *arena, const char *path);

/* The part behind the last slash. */
const char *path_name(const char *path);

/* `a` and `b` with a slash between, `.` and `folder/..` taken out where that leads to the same file; b alone where it
 * is absolute. */
char *path_join(struct arena *arena, const char *folder, const char *name);

/* A path with all links resolved, which the caller frees; NULL where there is no such file. */
char *path_real(const char *path);

/* Where a pack's files may lie. */
struct path_scope {
    const char *root; /* a folder with all links resolved; NULL: anywhere */
};

/*
 * Finds a file that another one names.
 *
 * base   the file that names it; name is relative to its folder
 *
 * NULL, reported at pos, where it is not there or lies outside the scope, also by way of a link.
 */
char *path_resolve(struct arena *arena, const struct path_scope *scope, const char *base, const char *name,
                   struct source_pos pos, struct diag *diag);

/* The same of one that need not be there: NULL, not reported and with its error in errno, where it is not. */
char *path_find(struct arena *arena, const struct path_scope *scope, const char *base, const char *name,
                struct source_pos pos, struct diag *diag);

/* True where a file that exists lies inside the scope. */
bool path_inside(const struct path_scope *scope, const char *path);

#endif
