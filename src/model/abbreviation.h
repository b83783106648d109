#ifndef MODEL_ABBREVIATION_H
#define MODEL_ABBREVIATION_H

#include <stdbool.h>
#include <stddef.h>

#include "diag.h"

/* Short forms and what they stand for: those of the catalogue and of its comparators, and of the layout in their place.
 */
struct abbreviation {
    const char *short_form; /* begins with a letter or a digit */
    const char *meaning;    /* "": readers know it, and no key says it */
    bool alone;             /* it is one where it is all of a text, as in a cell; else where it is a word of one */
    struct source_pos pos;
    size_t next; /* the next one that begins with the same byte, no longer than this one, from 1; 0: none */
};

enum { ABBREVIATIONS_MAX = 256 };

struct abbreviations {
    struct abbreviation items[ABBREVIATIONS_MAX];
    size_t count;
    size_t first[256]; /* by the first byte, from 1, the longest first; 0: none */
};

/* Adds one; of two of a short form the later one holds. False: there are as many as there can be. */
bool abbreviations_add(struct abbreviations *list, struct abbreviation abbreviation);

/* Adds a short word that stands in tables for a longer one, but where it says by itself what it means: `Region` of
 * `East region`. */
void abbreviations_add_word(struct abbreviations *list, const char *word, const char *meaning, struct source_pos pos);

/* The one of a short form; NULL: there is none. */
const struct abbreviation *abbreviations_named(const struct abbreviations *list, const char *short_form);

/* A short form in a text, without the `s` of several. */
struct abbreviation_use {
    const struct abbreviation *abbreviation;
    const char *start; /* of strlen(short_form) bytes */
};

/*
 * The next short form in a text from *cursor on, which is left behind it: a whole word, as it is written; `SNs` and
 * `SN's` are `SN`. False: no more. One pass over the text, however many there are.
 *
 * text   the whole of it, whose words *cursor points into
 */
bool abbreviations_next(const struct abbreviations *list, const char *text, const char **cursor,
                        struct abbreviation_use *use);

/* True for letters and digits of any script: what makes words. */
bool abbreviation_is_letter(const char *utf8);

#endif
