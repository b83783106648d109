#ifndef MODEL_ORGANISATION_H
#define MODEL_ORGANISATION_H

#include "diag.h"
#include "index.h"

/*
 * One of those for whom packs are made, or who are compared: what its row of a file says of it. A word of it, `{name}`,
 * stands for the text of that column, wherever a layout or a catalogue has it.
 */
struct organisation {
    const char *code; /* never blank, and once in its list */
    const char *name; /* never blank */
    const struct organisations *list;
    const char *const *texts;          /* list->column_count of them, a line each, no blanks at its ends; never NULL */
    const struct organisation *listed; /* the same one in the list that the catalogue compares; NULL: no other list */
    struct source_pos pos;
};

/* A file of organisations, in its order. */
struct organisations {
    const char *path;
    const char *const *columns; /* their headings */
    size_t column_count;
    struct organisation *items;
    size_t count;
    struct index by_code;
    const char *one, *many; /* what they are called: a trust, 24 trusts; NULL: what the words say */
    struct source_pos pos;  /* where the file was named */
};

enum { ORGANISATIONS_NONE = -1 };

/* NULL where there is none of that code. */
const struct organisation *organisations_find(const struct organisations *organisations, const char *code);

/* The column of that heading; ORGANISATIONS_NONE where there is none. */
int organisations_column(const struct organisations *organisations, const char *heading);

/* What a word stands for: `code`, `name`, or a column of its file, else of the list that it is compared in. NULL where
 * it is none of these. */
const char *organisation_word(const struct organisation *organisation, const char *word);

/* How many words there are, and the one of a number below that; an earlier one of the same name hides a later one. */
size_t organisation_word_count(const struct organisation *organisation);
const char *organisation_word_at(const struct organisation *organisation, size_t number, const char **text);

#endif
