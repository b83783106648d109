#ifndef VOCABULARY_RENAMED_H
#define VOCABULARY_RENAMED_H

#include "diag.h"

/*
 * Words that files of an earlier version know by another name: they are read as what they are called now, and the
 * author is told. A word more is a row of the table in renamed.c.
 *
 * text   words of an attribute or a cell, among anything else
 *
 * The text with each earlier name replaced, and *earlier and *now the last that was; the text itself, and *earlier
 * NULL, where there is none.
 */
const char *renamed_words(struct arena *arena, const char *text, const char **earlier, const char **now);

/* The same text; the author is warned at pos of an earlier name. */
const char *renamed_read(struct arena *arena, const char *text, struct source_pos pos, struct diag *diag);

#endif
