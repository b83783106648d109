#ifndef VOCABULARY_RENAMED_H
#define VOCABULARY_RENAMED_H

#include "diag.h"

/*
 * Words and attributes that files of an earlier version know by another name: they are read as what they are called
 * now, and the author is told. One more is a row of a table in renamed.c.
 *
 * of     the attribute whose words they are; NULL: words of something else
 * text   the words, among anything else
 *
 * The text with each earlier name replaced, and *earlier and *now the last that was; the text itself, and *earlier
 * NULL, where there is none.
 */
const char *renamed_words(struct arena *arena, const char *of, const char *text, const char **earlier,
                          const char **now);

/* The same text; the author is warned at pos of an earlier name. */
const char *renamed_read(struct arena *arena, const char *of, const char *text, struct source_pos pos,
                         struct diag *diag);

/* What an attribute of an element is called now, of whose earlier name the author is warned at pos; the name itself
 * where it is no earlier one. */
const char *renamed_attribute(const char *element, const char *name, struct source_pos pos, struct diag *diag);

#endif
