#include "book_figures.h"
#include "book_rows.h"
#include "leaf_parts.h"
#include "leaves.h"

/* ------------------------------------------------------------------ an indicator's sheet */

void leaf_open_indicator(struct tabulator *tabulator) {
    const struct indicator *indicator = tabulator->leaf->indicator;
    struct calendar due = indicator_due(indicator, tabulator->catalogue->calendar);
    book_rows_take(tabulator, indicator);
    book_figures_choose(tabulator, indicator);
    for (size_t i = 0; i < tabulator->period_count; i++)
        book_figures_note(tabulator, tabulator->periods[i]);
    leaf_lines(tabulator);
    tabulator_column(tabulator, tabulator_word(tabulator, word_per_grain(PER_GRAIN_PERIOD, due.grain)),
                     WIDTH_OF_PERIODS, false);
    book_figures_head(tabulator);
    tabulator->sheet.row_count = tabulator->period_count;
}

void leaf_fill_indicator(struct tabulator *tabulator, size_t row, struct book_cell *cells) {
    int period = tabulator->periods[row];
    cells[0] = book_figures_period(tabulator, tabulator->arena, tabulator->leaf->indicator, period);
    book_figures_fill(tabulator, tabulator->arena, period, cells + 1);
}

/* ------------------------------------------------------------------ all indicators in one sheet */

/* The latest period in which a figure was due. */
static int latest_period(const struct tabulator *tabulator) {
    return figure_due_period(&tabulator->table, FIELD_VALUE, tabulator->period);
}

static void finish_columns(struct tabulator *tabulator, size_t rows) {
    leaf_lines(tabulator);
    leaf_head_measure(tabulator);
    tabulator_column(tabulator, tabulator_word(tabulator, WORD_PERIOD), WIDTH_OF_PERIODS, false);
    book_figures_head(tabulator);
    tabulator->sheet.row_count = rows;
}

void leaf_open_latest(struct tabulator *tabulator) {
    const struct catalogue *catalogue = tabulator->catalogue;
    book_figures_choose(tabulator, NULL);
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        book_rows_take(tabulator, catalogue->indicators[i]);
        leaf_note_measure(tabulator, catalogue->indicators[i]);
        book_figures_note(tabulator, latest_period(tabulator));
    }
    finish_columns(tabulator, catalogue->indicator_count);
}

/* Texts of one indicator's rows live until those of the next. */
static struct arena *take_row(struct tabulator *tabulator, const struct indicator *indicator) {
    if (tabulator->row_arena == NULL || tabulator->table.indicator != indicator) {
        arena_destroy(tabulator->row_arena);
        tabulator->row_arena = arena_create();
    }
    book_rows_take(tabulator, indicator);
    return tabulator->row_arena;
}

static void fill_figures(struct tabulator *tabulator, int period, struct book_cell *cells) {
    const struct indicator *indicator = tabulator->table.indicator;
    struct arena *arena = tabulator->row_arena;
    cells = leaf_fill_measure(tabulator, arena, indicator, cells);
    *cells++ = book_figures_period(tabulator, arena, indicator, period);
    book_figures_fill(tabulator, arena, period, cells);
}

void leaf_fill_latest(struct tabulator *tabulator, size_t row, struct book_cell *cells) {
    take_row(tabulator, tabulator->catalogue->indicators[row]);
    fill_figures(tabulator, latest_period(tabulator), cells);
}

void leaf_open_all(struct tabulator *tabulator) {
    const struct catalogue *catalogue = tabulator->catalogue;
    size_t rows = 0;
    book_figures_choose(tabulator, NULL);
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        book_rows_take(tabulator, catalogue->indicators[i]);
        leaf_note_measure(tabulator, catalogue->indicators[i]);
        for (size_t p = 0; p < tabulator->period_count; p++)
            book_figures_note(tabulator, tabulator->periods[p]);
        rows += tabulator->period_count;
    }
    tabulator->indicator = tabulator->row = 0;
    finish_columns(tabulator, rows);
}

/* Rows are asked for in their order. */
void leaf_fill_all(struct tabulator *tabulator, size_t row, struct book_cell *cells) {
    (void)row;
    take_row(tabulator, tabulator->catalogue->indicators[tabulator->indicator]);
    fill_figures(tabulator, tabulator->periods[tabulator->row], cells);
    if (++tabulator->row < tabulator->period_count)
        return;
    tabulator->row = 0;
    tabulator->indicator++;
}
