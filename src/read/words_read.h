#ifndef READ_WORDS_READ_H
#define READ_WORDS_READ_H

#include "diag.h"
#include "words.h"

/* A message file that the program was built with. */
struct word_file {
    const char *language; /* en */
    const char *path;     /* a name for messages */
    const char *bytes;    /* NUL-terminated */
};

/* Those of layouts/words, put into the program by the build; ends with a NULL language. */
extern const struct word_file word_files[];

/*
 * The built-in words of a language, of which the part before a hyphen counts: `cy`, `en-GB`. English ones stand for
 * those that are missing; *missing receives how many, and is WORD_COUNT where the language has no file.
 */
struct words *words_read(struct arena *arena, const char *language, size_t *missing, struct diag *diag);

#endif
