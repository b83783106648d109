#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "arena.h"

/* Where a thing came from. line and column count from 1; 0 means not known. file is NULL for none. In the sheet of a
 * workbook the line is a row, and the column one of its columns; sheet is NULL for what is no workbook. */
struct source_pos {
    const char *file;
    int line;
    int column;
    const char *sheet;
};

/* The letters of a column of a sheet, which counts from 1: 27 is AA. */
enum { COLUMN_LETTERS = 16 };
void diag_column_letters(char letters[COLUMN_LETTERS], size_t column);

/* A place in words, for messages that point at another one: `line 4` or, in a sheet, `row 4`; `line 4, column 3` or
 * `cell C4`. */
const char *diag_line_words(struct arena *arena, struct source_pos pos);
const char *diag_cell_words(struct arena *arena, struct source_pos pos);

enum diag_level { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR, DIAG_SYSTEM };

struct diag_message {
    enum diag_level level;
    struct source_pos pos;
    const char *text;
    const char *kind; /* messages with the same one say the same of other places */
};

/*
 * Collects messages, so that all of a run are told together, in the order of file, sheet, line and column.
 *
 * An error is the user's (exit status 1), a system failure the world's (exit status 3). A message is one
 * sentence in the analyst's words: what was found, what was expected or what to do. A note tells what was done with
 * good files, for who asks for it.
 */
struct diag {
    struct arena *arena;
    struct diag_message *messages;
    size_t count;
    size_t capacity;
    size_t errors;
    size_t warnings;
    size_t system;
    bool verbose; /* notes are collected; else they are dropped where they arise */
};

void diag_init(struct diag *diag, struct arena *arena);

void diag_note(struct diag *diag, struct source_pos pos, const char *format, ...) __attribute__((format(printf, 3, 4)));
void diag_error(struct diag *diag, struct source_pos pos, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void diag_warning(struct diag *diag, struct source_pos pos, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void diag_system(struct diag *diag, struct source_pos pos, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* A message that was collected elsewhere, whose texts are borrowed. */
void diag_add_message(struct diag *diag, struct diag_message message);

/* Puts the messages of another one behind those that are there, and leaves it empty. */
void diag_move(struct diag *diag, struct diag *from);

/* True where an error or a system failure was reported. */
bool diag_failed(const struct diag *diag);

/* The first error or system failure in the order of printing; NULL where all was well. */
const struct diag_message *diag_first_failure(const struct diag *diag);

/* How many messages of a level there are; the same one at the same place counts once. */
size_t diag_count(const struct diag *diag, enum diag_level level);

/* The messages sorted by file, sheet, line and column, the same one at the same place once: *count of them. */
struct diag_message *diag_sorted(const struct diag *diag, size_t *count);

/* `file:line:column: message`, as it is printed. */
char *diag_line(struct arena *arena, const struct diag_message *message);

/* Prints `file:line:column: level: message`, of a workbook `file:sheet!D14: level: message`, sorted by file, sheet,
 * line and column; the same message at the same place once. Of many errors of a kind in a file the first are printed,
 * and how many more there are. Controls and bidi characters in a message are escaped. Warnings and notes are left out
 * where quiet. */
void diag_print(const struct diag *diag, FILE *stream, bool quiet);

#endif
