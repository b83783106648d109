#ifndef TESTS_ENGLISH_H
#define TESTS_ENGLISH_H

#include "words_read.h"

/* The program's own words in English. */
static inline const struct words *english(struct arena *into) {
    struct diag diag;
    size_t missing;
    diag_init(&diag, into);
    return words_read(into, "en", &missing, &diag);
}

#endif
