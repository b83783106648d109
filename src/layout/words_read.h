#ifndef LAYOUT_WORDS_READ_H
#define LAYOUT_WORDS_READ_H

#include "diag.h"
#include "word_files.h"
#include "words.h"

/*
 * The built-in words of a language, of which the part before a hyphen counts: `cy`, `en-GB`. English ones stand for
 * those that are missing; *missing receives how many, and is WORD_COUNT where the language has no file.
 */
struct words *words_read(struct arena *arena, const char *language, size_t *missing, struct diag *diag);

#endif
