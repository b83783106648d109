#include <string.h>

#include "block_setters.h"
#include "figure_text.h"
#include "grid.h"
#include "paragraph.h"
#include "section_head.h"

static bool year_listed(const struct indicator *indicator, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (strcmp(indicator->benchmarks[i].year, indicator->benchmarks[index].year) == 0)
            return true;
    return false;
}

static bool add_year(struct composer *composer, struct grid *grid, const struct indicator *indicator,
                     const char *year) {
    const struct catalogue *catalogue = composer->layout->catalogue;
    struct grid_row *row = grid_add_row(composer, grid);
    bool absent = false;
    row->cells[0].string = calendar_year_printed(composer->arena, year);
    for (size_t c = 0; c < catalogue->comparator_count; c++) {
        const struct benchmark *benchmark = indicator_benchmark(indicator, catalogue->comparators[c].id, year);
        struct grid_cell *cell = &row->cells[c + 1];
        if (benchmark == NULL || !fraction_present(benchmark->value)) {
            cell->content = CELL_SYMBOL;
            cell->string = status_words[benchmark == NULL ? STATUS_MISSING : benchmark->status].symbol;
            absent = true;
        } else
            cell->string = fraction_printed(composer->arena, benchmark->value,
                                            indicator_benchmark_decimals(indicator, benchmark->value), false);
    }
    return absent;
}

void benchmark_box_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct indicator *indicator = composer_indicator(composer, block);
    const struct catalogue *catalogue = composer->layout->catalogue;
    struct prose_style note = prose_style_of(composer, STYLE_NOTE);
    section_head_set(composer, flow, composer->page->section, section_title(composer, block, WORD_BENCHMARK), NULL);
    if (indicator->benchmark_count == 0 || catalogue->comparator_count == 0) {
        struct prose_style body = prose_style_of(composer, STYLE_BODY);
        prose_set_words(composer, flow, ROLE_PARAGRAPH, words_get(composer->words, WORD_NO_COMPARISON), &body);
        return;
    }
    struct element *table = document_add_element(composer->document, composer->page->section, ROLE_TABLE);
    struct grid *grid = grid_create(composer, catalogue->comparator_count + 1);
    enum word years = indicator->unit == UNIT_PERCENT ? WORD_PERCENT_IN_YEAR : WORD_YEAR;
    grid->columns[0] = (struct grid_column){.heading = words_get(composer->words, years), .align = ALIGN_LEFT};
    for (size_t c = 0; c < catalogue->comparator_count; c++)
        grid->columns[c + 1] =
            (struct grid_column){.heading = catalogue->comparators[c].short_title, .align = ALIGN_DECIMAL};
    bool absent = false;
    for (size_t i = 0; i < indicator->benchmark_count; i++)
        if (!year_listed(indicator, i))
            absent |= add_year(composer, grid, indicator, indicator->benchmarks[i].year);
    grid_set(composer, flow, grid, table, NULL, block->pos);
    if (absent) {
        const char *words = arena_printf(composer->arena, "%s %s", status_words[STATUS_MISSING].symbol,
                                         words_status(composer->words, STATUS_MISSING));
        struct piece *piece = prose_set_words(composer, flow, ROLE_PARAGRAPH, words, &note);
        if (piece != NULL)
            piece->gap_pt = 3;
    }
}
