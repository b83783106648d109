#include <string.h>

#include "block_setters.h"
#include "figure_cell.h"
#include "figure_text.h"
#include "prose.h"
#include "section_head.h"
#include "symbols.h"
#include "text.h"

enum { NOTE_GAP_PT = 3 };

static bool year_listed(const struct indicator *indicator, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (strcmp(indicator->benchmarks[i].year, indicator->benchmarks[index].year) == 0)
            return true;
    return false;
}

static void add_year(struct figure_cells *cells, struct grid *table, const struct indicator *indicator,
                     const char *year) {
    struct composer *composer = cells->composer;
    const struct catalogue *catalogue = composer->layout->catalogue;
    struct grid_row *row = grid_add_row(composer, table);
    row->cells[0].text = calendar_year_printed(composer->arena, year);
    for (size_t c = 0; c < catalogue->comparator_count; c++) {
        const char *comparator = catalogue->comparators[c].id;
        const struct benchmark *benchmark = indicator_benchmark(indicator, comparator, year);
        struct figure_shown shown = {.indicator = indicator,
                                     .name = {.source = FROM_BENCHMARK, .parameter = comparator},
                                     .figure = {.status = STATUS_MISSING},
                                     .decimals = -1};
        if (benchmark != NULL)
            shown.figure = figure_of_benchmark(benchmark);
        row->cells[c + 1] = figure_cell(cells, &shown);
    }
}

static void add_columns(struct composer *composer, struct grid *table, const struct indicator *indicator) {
    const struct catalogue *catalogue = composer->layout->catalogue;
    enum unit_naming naming = unit_table[indicator->unit].naming;
    const char *unit = figure_text_unit(composer, indicator);
    bool named = naming == UNIT_NAMED_BY_SIGN || naming == UNIT_NAMED_BY_WORD;
    grid_add_column(composer, table)->heading =
        words_format(composer->arena, composer->words, named ? WORD_UNIT_IN_YEAR : WORD_PERIOD_YEAR, "unit",
                     naming == UNIT_NAMED_BY_WORD ? text_capital(composer->arena, unit) : unit, NULL);
    for (size_t c = 0; c < catalogue->comparator_count; c++) {
        struct grid_column *column = grid_add_column(composer, table);
        column->heading = catalogue->comparators[c].short_title;
        column->align = GRID_NUMBER;
    }
}

void benchmark_box_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct indicator *indicator = composer_indicator(composer, block);
    section_head_set(composer, flow, section_head_title(composer, block, WORD_BENCHMARK), NULL);
    if (indicator->benchmark_count == 0 || composer->layout->catalogue->comparator_count == 0) {
        struct prose_style body = prose_style_of(composer, STYLE_BODY);
        prose_set_words(composer, flow, ROLE_PARAGRAPH, words_get(composer->words, WORD_NO_COMPARISON), &body);
        return;
    }
    struct grid table = {.look = GRID_OPEN, .pos = block->pos};
    struct figure_cells cells = {.composer = composer};
    add_columns(composer, &table, indicator);
    for (size_t i = 0; i < indicator->benchmark_count; i++)
        if (!year_listed(indicator, i))
            add_year(&cells, &table, indicator, indicator->benchmarks[i].year);
    grid_set(composer, flow, &table);
    const struct piece *end = flow->last;
    symbols_note_set(composer, flow, cells.used, NULL);
    if (flow->last != end)
        flow->last->gap_pt = NOTE_GAP_PT;
}
