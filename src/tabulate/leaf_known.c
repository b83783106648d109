#include "book_figures.h"
#include "book_rows.h"
#include "leaf_parts.h"
#include "leaves.h"

/* Past years and comparators. */

/* The indicator that a row of these is of, and which of its figures; rows are asked for in their order. */
static const struct indicator *step(struct tabulator *tabulator, size_t row, size_t *item,
                                    size_t (*count)(const struct indicator *)) {
    if (row == 0)
        tabulator->indicator = tabulator->row = 0;
    while (tabulator->row == count(tabulator->catalogue->indicators[tabulator->indicator])) {
        tabulator->indicator++;
        tabulator->row = 0;
    }
    *item = tabulator->row++;
    return tabulator->catalogue->indicators[tabulator->indicator];
}

static size_t annual_count(const struct indicator *indicator) {
    return indicator->annual_count;
}

static size_t benchmark_count(const struct indicator *indicator) {
    return indicator->benchmark_count;
}

void leaf_open_past(struct tabulator *tabulator) {
    const struct catalogue *catalogue = tabulator->catalogue;
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        const struct indicator *indicator = catalogue->indicators[i];
        for (size_t a = 0; a < indicator->annual_count; a++) {
            tabulator->used[indicator->annuals[a].status] = true;
            leaf_note_measure(tabulator, indicator);
        }
    }
    leaf_lines(tabulator);
    leaf_head_measure(tabulator);
    tabulator_column(tabulator, tabulator_word(tabulator, WORD_BOOK_YEAR), WIDTH_OF_PERIODS, false);
    tabulator_column(tabulator, tabulator_word(tabulator, WORD_FIGURE), WIDTH_OF_PERIODS, true);
    tabulator->sheet.row_count = book_rows_past(catalogue);
}

void leaf_fill_past(struct tabulator *tabulator, size_t row, struct book_cell *cells) {
    size_t item;
    const struct indicator *indicator = step(tabulator, row, &item, annual_count);
    const struct annual *annual = &indicator->annuals[item];
    struct figure figure = figure_of_annual(annual);
    cells = leaf_fill_measure(tabulator, tabulator->arena, indicator, cells);
    *cells++ = tabulator_text(annual->year);
    *cells = book_figure(tabulator, tabulator->arena, indicator, (struct field_name){.source = FROM_ANNUAL}, &figure);
}

void leaf_open_compared(struct tabulator *tabulator) {
    const struct catalogue *catalogue = tabulator->catalogue;
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        const struct indicator *indicator = catalogue->indicators[i];
        for (size_t b = 0; b < indicator->benchmark_count; b++) {
            tabulator->used[indicator->benchmarks[b].status] |= indicator->benchmarks[b].note == NULL;
            leaf_note_measure(tabulator, indicator);
        }
    }
    leaf_lines(tabulator);
    leaf_head_measure(tabulator);
    tabulator_column(tabulator, tabulator_word(tabulator, WORD_BOOK_COMPARATOR), WIDTH_OF_NAMES, false);
    tabulator_column(tabulator, tabulator_word(tabulator, WORD_BOOK_YEAR), WIDTH_OF_PERIODS, false);
    tabulator_column(tabulator, tabulator_word(tabulator, WORD_FIGURE), WIDTH_OF_PERIODS, true);
    tabulator->sheet.row_count = book_rows_compared(catalogue);
}

void leaf_fill_compared(struct tabulator *tabulator, size_t row, struct book_cell *cells) {
    size_t item;
    const struct indicator *indicator = step(tabulator, row, &item, benchmark_count);
    const struct benchmark *benchmark = &indicator->benchmarks[item];
    const struct comparator *comparator = catalogue_comparator(tabulator->catalogue, benchmark->name);
    struct figure figure = figure_of_benchmark(benchmark);
    cells = leaf_fill_measure(tabulator, tabulator->arena, indicator, cells);
    *cells++ = tabulator_text(comparator != NULL ? comparator->title : benchmark->name);
    *cells++ = leaf_text(benchmark->year);
    *cells = status_is_absent(figure.status) && benchmark->note != NULL
                 ? tabulator_text(benchmark->note)
                 : book_figure(tabulator, tabulator->arena, indicator, (struct field_name){.source = FROM_BENCHMARK},
                               &figure);
}
