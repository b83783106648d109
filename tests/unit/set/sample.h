#ifndef TESTS_SET_SAMPLE_H
#define TESTS_SET_SAMPLE_H

#include <string.h>

#include "../months.h"
#include "side_label.h"
#include "stage.h"

/* A pack of June 2018 whose indicators and figures are put in by hand, and what stands in the tables that come of it.
 */

enum { SAMPLE_INDICATORS = 3, SAMPLE_MONTHS = 36, SAMPLE_COMPARATORS = 3 };

struct sample {
    struct arena *arena;
    struct catalogue *catalogue;
    struct indicator *indicators[SAMPLE_INDICATORS]; /* percentages with one decimal, and nothing known of them */
    struct figures *figures;                         /* of April 2016 to March 2019, all of them missing */
    int period;
    struct stage stage;
};

static inline struct sample sample_create(double width_pt) {
    struct arena *arena = arena_create();
    struct sample sample = {.arena = arena, .period = month_in(2018, 6)};
    struct figures *figures = sample.figures = arena_new(arena, struct figures);
    sample.catalogue = arena_new(arena, struct catalogue);
    sample.catalogue->calendar = calendar_usual;
    sample.catalogue->organisation = "Council";
    sample.catalogue->place = "Town";
    *figures = (struct figures){.catalogue = sample.catalogue, .first = month_in(2016, 4), .count = SAMPLE_MONTHS};
    figures->tables = arena_new_array(arena, SAMPLE_INDICATORS, struct figure_table);
    for (size_t i = 0; i < SAMPLE_INDICATORS; i++) {
        struct indicator *indicator = sample.indicators[i] = arena_new(arena, struct indicator);
        const char *name = arena_printf(arena, "Measure %zu", i + 1);
        *indicator = (struct indicator){.id = arena_printf(arena, "m%zu", i + 1),
                                        .title = name,
                                        .short_title = name,
                                        .unit = UNIT_PERCENT,
                                        .decimals = 1,
                                        .target_decimals = 1,
                                        .average_decimals = 1,
                                        .measure = MEASURE_RATIO,
                                        .per = fraction_make(100, 1)};
        catalogue_add_indicator(arena, sample.catalogue, indicator);
        figures->tables[i] = figure_table_make(arena, sample.catalogue, figures->first, SAMPLE_MONTHS);
        figures->tables[i].indicator = indicator;
        for (size_t c = 0; c < (size_t)SAMPLE_MONTHS * FIELD_COUNT; c++)
            figures->tables[i].figures[c].status = STATUS_MISSING;
    }
    sample.stage = stage_create_for(arena, width_pt, sample.catalogue, figures, sample.period);
    return sample;
}

static inline struct fraction sample_number(const char *text) {
    struct fraction number = fraction_none();
    fraction_parse(text, &number);
    return number;
}

/* The figure of an indicator, `back` months before the pack's period. */
static inline struct figure *sample_figure(struct sample *sample, size_t indicator, enum field field, int back) {
    const struct figure_table *table = &sample->figures->tables[indicator];
    return &table->figures[(sample->period - back - table->first) * FIELD_COUNT + (int)field];
}

static inline void sample_put(struct sample *sample, size_t indicator, enum field field, int back, const char *number) {
    *sample_figure(sample, indicator, field, back) = (struct figure){.value = sample_number(number)};
}

static inline void sample_put_word(struct sample *sample, size_t indicator, enum field field, int back, int word) {
    *sample_figure(sample, indicator, field, back) = (struct figure){.word = word};
}

static inline void sample_put_status(struct sample *sample, size_t indicator, enum field field, int back,
                                     enum status status) {
    sample_figure(sample, indicator, field, back)->status = status;
}

/* A raw column of the months up to the pack's: NULL is a missing one, a text behind a blank its note. */
static inline struct series *sample_series(struct sample *sample, const char *id, const char *const *numbers,
                                           int count) {
    struct series *series = arena_new(sample->arena, struct series);
    *series = (struct series){.id = id, .first = sample->period - count + 1, .count = count};
    series->cells = arena_new_array(sample->arena, (size_t)count, struct cell);
    for (int i = 0; i < count; i++) {
        bool note = numbers[i] != NULL && numbers[i][0] == ' ';
        series->cells[i] = numbers[i] == NULL || note
                               ? (struct cell){.status = STATUS_MISSING, .note = note ? numbers[i] + 1 : NULL}
                               : (struct cell){.number = sample_number(numbers[i])};
    }
    return series;
}

static inline void sample_add_target(struct sample *sample, size_t indicator, struct target target) {
    struct indicator *of = sample->indicators[indicator];
    arena_append(sample->arena, of->targets, of->target_count, of->target_capacity) = target;
}

static inline void sample_add_benchmark(struct sample *sample, size_t indicator, struct benchmark benchmark) {
    struct indicator *of = sample->indicators[indicator];
    arena_append(sample->arena, of->benchmarks, of->benchmark_count, of->benchmark_capacity) = benchmark;
}

static inline void sample_add_comparator(struct sample *sample, struct comparator comparator) {
    struct catalogue *catalogue = sample->catalogue;
    arena_append(sample->arena, catalogue->comparators, catalogue->comparator_count, catalogue->comparator_capacity) =
        comparator;
}

/* A selection of the first so many indicators. */
static inline struct selection sample_selection(struct sample *sample, size_t count) {
    return (struct selection){.indicators = (const struct indicator **)sample->indicators, .count = count};
}

/* ------------------------------------------------------------------ what came of it */

static inline bool sample_is_below(const struct element *element, const struct element *top) {
    while (element != NULL && element != top)
        element = element->parent;
    return element != NULL;
}

static inline bool sample_ends_in_blank(const char *text) {
    return *text == '\0' || text[strlen(text) - 1] == ' ';
}

/* All that is read in an element, a label that is set at the side later among it; a drawn symbol is what it means, a
 * chart is `(chart)`. */
static inline const char *sample_text(const struct sample *sample, const struct element *element) {
    const char *text = "";
    const struct element *symbol = NULL;
    for (const struct piece *piece = sample->stage.flow.first; piece != NULL; piece = piece->next) {
        if (piece->side_label != NULL && piece->side_label->element == element)
            return piece->side_label->words;
        for (size_t i = 0; i < piece->frame_count; i++) {
            const struct frame *frame = piece->frames[i];
            if (frame->kind == FRAME_LINK || frame->element == NULL || !sample_is_below(frame->element, element) ||
                (frame->kind == FRAME_SHAPE && symbol == frame->element))
                continue;
            const char *words = frame->kind == FRAME_TEXT    ? frame->u.text.string
                                : frame->kind == FRAME_CHART ? "(chart)"
                                : frame->kind == FRAME_SHAPE ? frame->element->actual_text
                                                             : "";
            if (frame->kind == FRAME_SHAPE)
                symbol = frame->element;
            if (words != NULL && *words != '\0')
                text = arena_printf(sample->arena, "%s%s%s", text, sample_ends_in_blank(text) ? "" : " ", words);
        }
    }
    return text;
}

static inline const struct element *sample_child(const struct element *element, size_t index) {
    const struct element *child = element == NULL ? NULL : element->first_child;
    for (; child != NULL && index > 0; index--)
        child = child->next;
    return child;
}

/* The first table, its head or its body; NULL: there is none. */
static inline const struct element *sample_part(const struct sample *sample, enum role role) {
    const struct element *table = sample->stage.composer->page->section->first_child;
    while (table != NULL && table->role != ROLE_TABLE)
        table = table->next;
    const struct element *part = sample_child(table, 0);
    while (part != NULL && part->role != role)
        part = part->next;
    return part;
}

static inline const char *sample_cells(const struct sample *sample, const struct element *row) {
    const char *text = row == NULL ? "no such row" : "";
    for (const struct element *cell = sample_child(row, 0); cell != NULL; cell = cell->next)
        text = arena_printf(sample->arena, "%s%s%s", text, cell == row->first_child ? "" : " | ",
                            sample_text(sample, cell));
    return text;
}

/* `Apr-18 | 28.3 | [x]`: the cells of a row of the body, an empty one as nothing. */
static inline const char *sample_row(const struct sample *sample, size_t row) {
    return sample_cells(sample, sample_child(sample_part(sample, ROLE_TABLE_BODY), row));
}

static inline const char *sample_head(const struct sample *sample, size_t row) {
    return sample_cells(sample, sample_child(sample_part(sample, ROLE_TABLE_HEAD), row));
}

static inline const struct element *sample_cell(const struct sample *sample, size_t row, size_t column) {
    return sample_child(sample_child(sample_part(sample, ROLE_TABLE_BODY), row), column);
}

/* Whether words stand in any one line. */
static inline bool sample_says(const struct sample *sample, const char *words) {
    for (const struct piece *piece = sample->stage.flow.first; piece != NULL; piece = piece->next)
        if (stage_find(piece, words) != NULL)
            return true;
    return false;
}

#endif
