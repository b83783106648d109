#ifndef SET_SIGN_H
#define SET_SIGN_H

#include "pen.h"
#include "usage.h"

/* A sign as a key shows it: a text, one of the words of the pack, or a drawing. */
struct sign_row {
    const char *text;                                    /* the sign itself; NULL: see word */
    enum word word;                                      /* the word that it is, where there is neither text nor draw */
    void (*draw)(const struct pen *pen, struct box box); /* draws it into a box of a letter; NULL: it is text */
    double width_pt;                                     /* of a box at the foot of a page, at least */
    enum word meaning;
};

extern const struct sign_row sign_table[SIGN_COUNT];

/* The sign of a row that is text. */
const char *sign_text(const struct words *words, enum sign sign);

#endif
