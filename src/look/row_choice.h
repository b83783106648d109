#ifndef LOOK_ROW_CHOICE_H
#define LOOK_ROW_CHOICE_H

#include "survey.h"

/* Which rows to take, so that each series has one figure a period: of columns of words, the first row's. */
enum { CONDITIONS_MAX = 8 };

struct row_condition {
    size_t column;
    const char *value;
};

struct row_choice {
    struct row_condition conditions[CONDITIONS_MAX];
    size_t count;
    size_t id; /* where periods stand across: the column that names the series; as many as there are for none */
};

/*
 * Takes conditions on columns of words one by one, that which tells most rows apart first, names before codes, until no
 * period has two rows, or no column is left that tells them apart.
 */
struct row_choice row_choice_make(struct arena *arena, const struct survey *survey);

#endif
