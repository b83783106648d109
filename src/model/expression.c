#include "expression.h"

#include <assert.h>

void expression_add(struct arena *arena, struct expression *expression, struct expression_step step) {
    arena_append(arena, expression->steps, expression->count, expression->capacity) = step;
}

const struct series *expression_next(const struct expression *expression, size_t *at) {
    while (expression != NULL && *at < expression->count) {
        const struct expression_step *step = &expression->steps[(*at)++];
        if (step->kind == STEP_SERIES)
            return step->series;
    }
    return NULL;
}

bool expression_takes_away(const struct expression *expression) {
    if (expression->cumulative)
        return true;
    for (size_t i = 0; i < expression->count; i++)
        if (expression->steps[i].kind == STEP_SUBTRACT || expression->steps[i].kind == STEP_NEGATE)
            return true;
    return false;
}

typedef struct fraction operation(struct fraction left, struct fraction right);

static operation *const operations[STEP_KIND_COUNT] = {
    [STEP_ADD] = fraction_add,
    [STEP_SUBTRACT] = fraction_subtract,
    [STEP_MULTIPLY] = fraction_multiply,
    [STEP_DIVIDE] = fraction_divide,
};

static struct fraction take(struct cell *whole, const struct cell *part) {
    whole->status = status_worse(whole->status, part->status);
    if (whole->note == NULL)
        whole->note = part->note;
    return part->number;
}

struct cell expression_cell(const struct expression *expression, expression_reader *read, const void *when) {
    if (expression->count == 1 && expression->steps[0].kind == STEP_SERIES)
        return read(expression->steps[0].series, when);
    struct fraction pile[EXPRESSION_PILE_MAX];
    struct cell whole = {.number = fraction_none()};
    size_t height = 0;
    for (size_t i = 0; i < expression->count; i++) {
        const struct expression_step *step = &expression->steps[i];
        if (step->kind == STEP_NEGATE) {
            pile[height - 1] = fraction_negative(pile[height - 1]);
        } else if (step->kind == STEP_NUMBER || step->kind == STEP_SERIES) {
            assert(height < EXPRESSION_PILE_MAX);
            struct cell part = {.number = step->number};
            if (step->kind == STEP_SERIES)
                part = read(step->series, when);
            pile[height++] = take(&whole, &part);
        } else {
            height--;
            pile[height - 1] = operations[step->kind](pile[height - 1], pile[height]);
        }
    }
    if (height > 0 && !status_is_absent(whole.status))
        whole.number = pile[0];
    if (!fraction_present(whole.number) && !status_is_absent(whole.status))
        whole.status = STATUS_MISSING;
    return whole;
}
