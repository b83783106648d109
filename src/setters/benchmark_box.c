#include <string.h>

#include "block_parts.h"
#include "block_setters.h"
#include "due.h"
#include "figure_cell.h"
#include "figure_text.h"
#include "prose.h"
#include "section_head.h"
#include "text.h"

enum { NOTE_GAP_PT = 3, COMPUTED_ROWS = 4, ROWS_MAX = 60 };

/* A row: a year of the catalogue's figures, or a period in which comparators are computed; a year may be both. */
struct box_row {
    const char *year; /* NULL: none */
    int period;       /* PERIOD_NONE: none */
};

struct box_rows {
    struct box_row items[ROWS_MAX];
    size_t count;
    bool of_periods;                              /* some are shorter than a year */
    bool *comparator_has;                         /* those of the catalogue of which a row has something to tell */
    const char **empty_comparators, **empty_rows; /* names of those that have nothing */
    size_t empty_comparator_count, empty_row_count;
};

static bool is_typed(const struct composer *composer, const struct benchmark *benchmark) {
    const struct comparator *comparator = catalogue_comparator(composer->layout->catalogue, benchmark->name);
    return comparator != NULL && comparator->computed == COMPUTED_NOT;
}

static bool has_year(const struct box_rows *rows, const char *year) {
    for (size_t i = 0; i < rows->count; i++)
        if (rows->items[i].year != NULL && strcmp(rows->items[i].year, year) == 0)
            return true;
    return false;
}

static bool has_period(const struct box_rows *rows, int period) {
    for (size_t i = 0; i < rows->count; i++)
        if (rows->items[i].period == period)
            return true;
    return false;
}

/* The period of a year in which an indicator that is due by the year has its figure. */
static int period_of(const struct composer *composer, const struct indicator *indicator, const char *year) {
    struct calendar calendar = composer->layout->catalogue->calendar;
    int number = calendar_year_parse(year);
    bool by_year = due_calendar(composer, indicator).grain == GRAIN_YEAR;
    return by_year && number != PERIOD_NONE ? calendar_year_last(calendar, number) : PERIOD_NONE;
}

static void add_years(const struct composer *composer, const struct indicator *indicator, struct box_rows *rows) {
    for (size_t i = 0; i < indicator->benchmark_count; i++) {
        const struct benchmark *benchmark = &indicator->benchmarks[i];
        if (rows->count < ROWS_MAX && is_typed(composer, benchmark) && !has_year(rows, benchmark->year))
            rows->items[rows->count++] =
                (struct box_row){benchmark->year, period_of(composer, indicator, benchmark->year)};
    }
}

static bool any_computed(const struct composer *composer, const struct indicator *indicator, int period) {
    const struct catalogue *catalogue = composer->layout->catalogue;
    const struct figure_table *table = figures_of(composer->figures, indicator);
    for (size_t c = 0; c < catalogue->comparator_count; c++)
        if (!status_is_absent(figure_among(table, &catalogue->comparators[c], AMONG_BENCHMARK, period)->status))
            return true;
    return false;
}

/* The latest periods in which comparators have a computed figure, the earliest first. */
static void add_periods(const struct composer *composer, const struct indicator *indicator, struct box_rows *rows) {
    const struct figure_table *table = figures_of(composer->figures, indicator);
    int found[COMPUTED_ROWS], period = due_period(composer, indicator, FIELD_VALUE);
    size_t count = 0;
    for (; count < COMPUTED_ROWS && period >= table->first; period = figure_period_before(table, period))
        if (any_computed(composer, indicator, period) && !has_period(rows, period))
            found[count++] = period;
    rows->of_periods = count > 0 && due_calendar(composer, indicator).grain != GRAIN_YEAR;
    while (count > 0 && rows->count < ROWS_MAX)
        rows->items[rows->count++] = (struct box_row){NULL, found[--count]};
}

static struct figure figure_in(const struct composer *composer, const struct indicator *indicator,
                               const struct box_row *row, const struct comparator *comparator) {
    static const struct figure none = {.status = STATUS_NOT_APPLICABLE}, missing = {.status = STATUS_MISSING};
    const struct figure_table *table = figures_of(composer->figures, indicator);
    if (comparator->computed != COMPUTED_NOT)
        return row->period == PERIOD_NONE ? none : *figure_among(table, comparator, AMONG_BENCHMARK, row->period);
    const struct benchmark *benchmark =
        row->year == NULL ? NULL : indicator_benchmark(indicator, comparator->id, row->year);
    return benchmark == NULL ? missing : figure_of_benchmark(benchmark);
}

static const char *row_name(struct composer *composer, const struct indicator *indicator, const struct box_row *row) {
    return row->year != NULL ? calendar_year_printed(composer->arena, row->year)
                             : due_short(composer, indicator, row->period);
}

/* A figure, or that one is withheld. */
static bool tells(const struct composer *composer, const struct indicator *indicator, const struct box_row *row,
                  const struct comparator *comparator) {
    enum status status = figure_in(composer, indicator, row, comparator).status;
    return status != STATUS_MISSING && status != STATUS_NOT_APPLICABLE;
}

/* Comparators and rows that have nothing to tell are left out, and named. */
static void drop_empty(struct composer *composer, const struct indicator *indicator, struct box_rows *rows) {
    const struct catalogue *catalogue = composer->layout->catalogue;
    size_t kept = 0;
    rows->empty_comparators = arena_new_array(composer->arena, catalogue->comparator_count + 1, const char *);
    rows->empty_rows = arena_new_array(composer->arena, rows->count + 1, const char *);
    rows->comparator_has = arena_new_array(composer->arena, catalogue->comparator_count, bool);
    for (size_t c = 0; c < catalogue->comparator_count; c++) {
        rows->comparator_has[c] = false;
        for (size_t i = 0; i < rows->count && !rows->comparator_has[c]; i++)
            rows->comparator_has[c] = tells(composer, indicator, &rows->items[i], &catalogue->comparators[c]);
        if (!rows->comparator_has[c])
            rows->empty_comparators[rows->empty_comparator_count++] = catalogue->comparators[c].title;
    }
    for (size_t i = 0; i < rows->count; i++) {
        bool has = false;
        for (size_t c = 0; c < catalogue->comparator_count && !has; c++)
            has = tells(composer, indicator, &rows->items[i], &catalogue->comparators[c]);
        if (has)
            rows->items[kept++] = rows->items[i];
        else
            rows->empty_rows[rows->empty_row_count++] = row_name(composer, indicator, &rows->items[i]);
    }
    rows->count = kept;
}

static void add_row(struct figure_cells *cells, struct grid *table, const struct indicator *indicator,
                    const struct box_rows *rows, const struct box_row *from) {
    struct composer *composer = cells->composer;
    const struct catalogue *catalogue = composer->layout->catalogue;
    struct grid_cell *cell = grid_add_row(composer, table)->cells;
    (cell++)->text = row_name(composer, indicator, from);
    for (size_t c = 0; c < catalogue->comparator_count; c++) {
        const struct comparator *comparator = &catalogue->comparators[c];
        const struct figure_shown shown = {.indicator = indicator,
                                           .name = figure_name_of(comparator),
                                           .figure = figure_in(composer, indicator, from, comparator),
                                           .decimals = -1};
        if (rows->comparator_has[c])
            *cell++ = figure_cell(cells, &shown);
    }
}

static void add_columns(struct composer *composer, struct grid *table, const struct indicator *indicator,
                        const struct box_rows *rows) {
    const struct catalogue *catalogue = composer->layout->catalogue;
    enum unit_naming naming = unit_table[indicator->unit].naming;
    const char *unit = figure_text_unit(composer, indicator);
    bool named = naming == UNIT_NAMED_BY_SIGN || naming == UNIT_NAMED_BY_WORD;
    grid_add_column(composer, table)->heading =
        rows->of_periods
            ? figure_text_with_unit(composer, words_get(composer->words, WORD_PERIOD), indicator)
            : words_format(composer->arena, composer->words, named ? WORD_UNIT_IN_YEAR : WORD_PERIOD_YEAR, "unit",
                           naming == UNIT_NAMED_BY_WORD ? text_capital(composer->arena, unit) : unit, NULL);
    for (size_t c = 0; c < catalogue->comparator_count; c++) {
        if (!rows->comparator_has[c])
            continue;
        struct grid_column *column = grid_add_column(composer, table);
        column->heading = catalogue->comparators[c].short_title;
        column->align = GRID_NUMBER;
    }
}

/* `Family group: the mean of 7.` of each that is computed of others' figures, in the latest period. */
static const char *counted_note(struct composer *composer, const struct indicator *indicator) {
    static const enum word words[] = {[COMPUTED_MEAN] = WORD_COUNTED_MEAN, [COMPUTED_POOLED] = WORD_COUNTED_POOLED};
    const struct catalogue *catalogue = composer->layout->catalogue;
    const struct figure_table *table = figures_of(composer->figures, indicator);
    int period = due_period(composer, indicator, FIELD_VALUE);
    const char *note = "";
    for (size_t c = 0; c < catalogue->comparator_count; c++) {
        const struct comparator *comparator = &catalogue->comparators[c];
        const struct figure *counted = figure_among(table, comparator, AMONG_COUNTED, period);
        if (!figure_has_among(comparator, AMONG_COUNTED) ||
            status_is_absent(figure_among(table, comparator, AMONG_BENCHMARK, period)->status))
            continue;
        const char *sentence =
            words_format(composer->arena, composer->words, words[comparator->computed], "group", comparator->title,
                         "count", fraction_printed(composer->arena, counted->value, 0, false), NULL);
        note = arena_printf(composer->arena, "%s%s%s", note, note[0] == '\0' ? "" : " ", sentence);
    }
    return note;
}

/* `Local in 2014/15 is over 100%, as published.` A share that cannot be right, or counts what the whole does not, is
 * not the reader's mistake. */
static const char *over_note(struct composer *composer, const struct indicator *indicator) {
    const char **over = arena_new_array(composer->arena, indicator->benchmark_count + 1, const char *);
    size_t count = 0;
    for (size_t i = 0; i < indicator->benchmark_count && unit_table[indicator->unit].percentage; i++) {
        const struct benchmark *benchmark = &indicator->benchmarks[i];
        const struct comparator *comparator = catalogue_comparator(composer->layout->catalogue, benchmark->name);
        if (!is_typed(composer, benchmark) || status_is_absent(benchmark->status) ||
            fraction_compare(benchmark->value, fraction_make(100, 1)) <= 0)
            continue;
        over[count++] =
            words_format(composer->arena, composer->words, WORD_BENCHMARK_OF, "name", comparator->short_title, "year",
                         calendar_year_printed(composer->arena, benchmark->year), NULL);
    }
    return count == 0 ? ""
                      : words_format(composer->arena, composer->words,
                                     count == 1 ? WORD_BENCHMARK_OVER : WORD_BENCHMARK_OVER_MANY, "what",
                                     words_list(composer->arena, composer->words, WORD_LIST_AND, over, count), NULL);
}

/* `No figures for England, nor for 2012/13.` */
static const char *none_note(struct composer *composer, const struct box_rows *rows) {
    size_t of = rows->empty_comparator_count, when = rows->empty_row_count;
    enum word word = when == 0 ? WORD_BENCHMARK_NONE : of == 0 ? WORD_BENCHMARK_NONE_THEN : WORD_BENCHMARK_NONE_EITHER;
    if (of + when == 0)
        return "";
    return words_format(composer->arena, composer->words, word, "of",
                        words_list(composer->arena, composer->words, WORD_LIST_AND, rows->empty_comparators, of),
                        "when", words_list(composer->arena, composer->words, WORD_LIST_AND, rows->empty_rows, when),
                        NULL);
}

static void set_note(struct composer *composer, struct flow *flow, const char *words) {
    const struct piece *end = flow->last;
    struct prose_style style = prose_style_of(composer, STYLE_NOTE);
    if (*words == '\0')
        return;
    prose_set_words(composer, flow, ROLE_PARAGRAPH, words, &style);
    if (end != NULL && end->next != NULL)
        end->next->gap_pt = NOTE_GAP_PT;
}

void benchmark_box_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct indicator *indicator = composer_indicator(composer, block);
    struct box_rows rows = {.count = 0};
    section_head_set(composer, flow, section_head_title(composer, block, WORD_BENCHMARK), NULL);
    add_years(composer, indicator, &rows);
    add_periods(composer, indicator, &rows);
    drop_empty(composer, indicator, &rows);
    if (rows.count == 0) {
        struct prose_style body = prose_style_of(composer, STYLE_BODY);
        prose_set_words(composer, flow, ROLE_PARAGRAPH, words_get(composer->words, WORD_NO_COMPARISON), &body);
        return;
    }
    struct grid table = {.look = GRID_OPEN, .pos = block->pos};
    struct figure_cells cells = {.composer = composer};
    add_columns(composer, &table, indicator, &rows);
    for (size_t i = 0; i < rows.count; i++)
        add_row(&cells, &table, indicator, &rows, &rows.items[i]);
    grid_set(composer, flow, &table);
    const char *none = none_note(composer, &rows), *over = over_note(composer, indicator);
    set_note(composer, flow,
             arena_printf(composer->arena, "%s%s%s", none, *none != '\0' && *over != '\0' ? " " : "", over));
    if (block_benchmark_box(block)->counted)
        set_note(composer, flow, counted_note(composer, indicator));
}
