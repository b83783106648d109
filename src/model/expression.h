#ifndef MODEL_EXPRESSION_H
#define MODEL_EXPRESSION_H

#include "series.h"

/*
 * What a series is worked out by: (a + b) / 2. The steps stand in the order in which they are done: a number and the
 * figure of a series are laid onto a pile; an operation takes the last one or two off it and lays what comes of them
 * there. `a b + 2 /`: no step hangs on another, and none of them is looked at twice.
 */
enum expression_step_kind {
    STEP_NUMBER,
    STEP_SERIES,
    STEP_NEGATE,
    STEP_ADD,
    STEP_SUBTRACT,
    STEP_MULTIPLY,
    STEP_DIVIDE,
    STEP_KIND_COUNT
};

/* How many brackets stand in one another at most, and what then lies on the pile: two in each and one on top; how many
 * expressions name one another; and how many figures a single one comes of in the end. */
enum { EXPRESSION_BRACKETS_MAX = 16, EXPRESSION_PILE_MAX = 2 * (EXPRESSION_BRACKETS_MAX + 1) + 1 };
enum { EXPRESSION_LEVELS_MAX = 16, EXPRESSION_FIGURES_MAX = 20000 };

struct expression_step {
    enum expression_step_kind kind;
    struct fraction number;      /* STEP_NUMBER */
    const struct series *series; /* STEP_SERIES */
};

/* One without steps is one that could not be read: its figures are missing. */
struct expression {
    struct expression_step *steps;
    size_t count, capacity;
    int periods;                    /* a name stands for its sum over so many up to each one, 1 to SERIES_PERIODS_MAX */
    bool cumulative;                /* a name stands for what a period adds to a column that adds up */
    struct calendar calendar;       /* of the periods of such columns */
    const struct series *otherwise; /* what a period is taken from where it is missing; may be NULL */
    int levels;                     /* of expressions that it names, one in the other; 1 without any */
    size_t figures;                 /* of how many a figure comes of it in the end */
};

void expression_add(struct arena *arena, struct expression *expression, struct expression_step step);

/* Goes through the series that an expression names: the next from *at on, which it moves on; NULL behind the last, and
 * for an expression that is NULL. */
const struct series *expression_next(const struct expression *expression, size_t *at);

/* Whether it can be below zero where no figure is. */
bool expression_takes_away(const struct expression *expression);

/* The figure of a series at a time that the caller knows. */
typedef struct cell expression_reader(const struct series *series, const void *when);

/* What comes of the figures that `read` gives. It is absent where one of them is, with the worst status; missing where
 * it is divided by zero or beyond the range; it has the first note among them, and no place. Of one name alone it is
 * that figure as it is. */
struct cell expression_cell(const struct expression *expression, expression_reader *read, const void *when);

#endif
