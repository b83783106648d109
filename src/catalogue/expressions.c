#include "expression_read.h"

#include "lookup.h"
#include "text.h"

/* Series that are worked out from others, which may be worked out themselves. */

void expressions_add(struct catalogue_reader *reader, struct worked_out worked_out) {
    worked_out.series->expression = arena_new(reader->arena, struct expression);
    worked_out.series->expression->periods = 1;
    arena_append(reader->arena, reader->worked_out, reader->worked_out_count, reader->worked_out_capacity) = worked_out;
}

/* ------------------------------------------------------------------ without an end */

/* The way from a series to one that it is worked out from. */
struct way {
    const struct catalogue_reader *reader;
    const struct series *series[EXPRESSION_LEVELS_MAX];
    int length;
};

enum { BEING_FOLLOWED = -1 };

/* How deep what a series is worked out from goes, and of how many figures it comes. */
struct extent {
    int levels;
    size_t figures;
};

/* Makes it one that could not be read. */
static void forget(struct expression *expression) {
    expression->count = expression->figures = 0;
    expression->otherwise = NULL;
    expression->levels = 1;
}

static void tell_circle(const struct way *way, const struct series *series) {
    struct text names = {0};
    int first = 0;
    while (way->series[first] != series)
        first++;
    for (int i = first; i < way->length; i++)
        text_printf(&names, "\"%s\" from ", way->series[i]->id);
    diag_error(way->reader->diag, series->pos, "an expression goes round in a circle: %s\"%s\"", text_string(&names),
               series->id);
    text_free(&names);
    forget(series->expression);
}

static void tell_too_deep(const struct way *way, const struct series *series) {
    diag_error(way->reader->diag, series->pos,
               "\"%s\" is one of more than %d expressions of which each is worked out from the next; name the columns "
               "themselves",
               series->id, EXPRESSION_LEVELS_MAX);
    forget(series->expression);
}

static void follow(struct way *way, const struct series *series);

static void follow_part(struct way *way, const struct series *part, struct extent *extent) {
    const struct expression *expression = part->expression;
    if (expression == NULL) {
        extent->figures++;
        return;
    }
    follow(way, part);
    extent->figures += expression->figures;
    if (expression->levels > extent->levels)
        extent->levels = expression->levels;
}

static void follow_parts(struct way *way, const struct series *series) {
    struct expression *expression = series->expression;
    struct extent extent = {0};
    size_t at = 0;
    for (const struct series *part; (part = expression_next(expression, &at)) != NULL;)
        follow_part(way, part, &extent);
    extent.figures *= expression->cumulative ? 2 : (size_t)expression->periods;
    if (expression->otherwise != NULL)
        follow_part(way, expression->otherwise, &extent);
    expression->levels = extent.levels + 1;
    expression->figures = extent.figures;
}

/* Sees to it that what a series is worked out from has an end, and one that is near. */
static void follow(struct way *way, const struct series *series) {
    struct expression *expression = series->expression;
    if (expression->levels > 0)
        return;
    if (expression->levels == BEING_FOLLOWED) {
        tell_circle(way, series);
        return;
    }
    if (way->length == EXPRESSION_LEVELS_MAX) {
        tell_too_deep(way, series);
        return;
    }
    way->series[way->length++] = series;
    expression->levels = BEING_FOLLOWED;
    follow_parts(way, series);
    way->length--;
    if (expression->levels > EXPRESSION_LEVELS_MAX)
        tell_too_deep(way, series);
    if (expression->figures > EXPRESSION_FIGURES_MAX) {
        diag_error(way->reader->diag, series->pos, "a figure of \"%s\" comes of %zu others; at most %d are added up",
                   series->id, expression->figures, EXPRESSION_FIGURES_MAX);
        forget(expression);
    }
}

/* ------------------------------------------------------------------ reading */

/* Where a column may have gaps, so may what is worked out from it. */
static bool is_sparse(const struct series *series) {
    size_t at = 0;
    bool sparse = series->sparse;
    for (const struct series *part; !sparse && (part = expression_next(series->expression, &at)) != NULL;)
        sparse = is_sparse(part);
    return sparse;
}

/* Names that are not there may be those of columns that could not be read: nothing can be said of a text then. */
void expressions_read(struct catalogue_reader *reader) {
    struct way way = {.reader = reader};
    for (size_t i = 0; i < reader->worked_out_count && !reader->catalogue->incomplete; i++) {
        const struct worked_out *worked_out = &reader->worked_out[i];
        struct expression *expression = worked_out->series->expression;
        if (worked_out->is_sum)
            expression_read_sum(reader, worked_out->text, worked_out->pos, expression);
        else
            expression_read(reader, worked_out->text, worked_out->pos, expression);
        if (worked_out->otherwise != NULL)
            expression->otherwise = lookup_counted(reader, worked_out->otherwise, worked_out->otherwise_pos);
    }
    for (size_t i = 0; i < reader->worked_out_count; i++)
        follow(&way, reader->worked_out[i].series);
    for (size_t i = 0; i < reader->worked_out_count; i++)
        reader->worked_out[i].series->sparse = is_sparse(reader->worked_out[i].series);
}
