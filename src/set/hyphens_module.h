#ifndef SET_HYPHENS_MODULE_H
#define SET_HYPHENS_MODULE_H

#include "module.h"

/* What knows where words may be divided is a module, since few packs ask. */
struct hyphens_module {
    struct module_head head;
    /* Whether it knows a language: en-GB. */
    bool (*knows)(const char *language);
    /* Sets before[i] where a word of lower-case letters of ASCII may go on at its letter i in another line; `before`
     * has `length` places. The word is at most HYPHENS_WORD_MAX long. */
    void (*divide)(const char *language, const char *word, size_t length, bool *before);
};

enum { HYPHENS_WORD_MAX = 64 };

#endif
