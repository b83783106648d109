#include "block_parts.h"
#include "block_setters.h"
#include "character.h"
#include "dated.h"
#include "figure_text.h"
#include "grid.h"
#include "paragraph.h"
#include "section_head.h"

enum { YEAR_GAP_PT = 4, TOTAL_HEIGHT_PT = 16 };

/* One table while it is filled: which symbols it used, for the note below. */
struct filling {
    struct composer *composer;
    const struct month_table *table;
    const struct indicator *indicator;
    const struct figure_table *figures;
    bool used[STATUS_COUNT];
};

static void fill_absent(struct filling *filling, struct grid_cell *cell, enum status status) {
    cell->content = CELL_SYMBOL;
    cell->string = status_words[status].symbol;
    filling->used[status] = true;
}

static void fill_present(struct filling *filling, struct grid_cell *cell, const char *printed, enum status status) {
    cell->string = printed;
    if (status == STATUS_PRESENT)
        return;
    cell->string = arena_printf(filling->composer->arena, "%s %s", printed, status_words[status].symbol);
    filling->used[status] = true;
}

static void fill_figure(struct filling *filling, struct grid_cell *cell, enum field field, int month, int decimals) {
    const struct figure *figure = figure_at(filling->figures, field, month);
    const struct words *words = filling->composer->words;
    bool to_come = month > filling->composer->period;
    if (!field_exists(filling->indicator, field))
        fill_absent(filling, cell, STATUS_NOT_APPLICABLE);
    else if (status_is_absent(figure->status)) {
        if (!to_come)
            fill_absent(filling, cell, figure->status);
    } else if (field_table[field].kind == FIELD_IS_BAND) {
        cell->content = CELL_RAG;
        cell->band = (enum band_colour)figure->word;
    } else if (field_table[field].kind != FIELD_IS_NUMBER && field_aloud(words, field, figure->word) != NULL)
        fill_present(filling, cell, field_aloud(words, field, figure->word), figure->status);
    else
        fill_present(filling, cell,
                     figure_printed_with(filling->composer->arena, filling->indicator, field, figure, decimals),
                     figure->status);
}

static void fill_count(struct filling *filling, struct grid_cell *cell, struct fraction number, enum status status,
                       int decimals) {
    if (status_is_absent(status))
        fill_absent(filling, cell, status);
    else
        fill_present(filling, cell,
                     fraction_printed(filling->composer->arena, number, decimals < 0 ? 0 : decimals, false), status);
}

static void fill_column(struct filling *filling, struct grid_cell *cell, const struct column *column, int month) {
    if (column->series == NULL) {
        fill_figure(filling, cell, column->field, month, column->decimals);
    } else if (month <= filling->composer->period) {
        struct cell value = series_cell(column->series, month);
        fill_count(filling, cell, value.number, value.status, column->decimals);
    }
}

enum rule { RULE_NONE, RULE_QUARTER, RULE_YEAR };

/* Years are set apart, and quarters where periods are shorter. */
static enum rule rule_above(struct calendar calendar, int period) {
    struct calendar quarters = calendar_in(calendar, GRAIN_QUARTER);
    if (calendar_to_date(calendar, period) == period)
        return RULE_YEAR;
    bool starts = calendar.grain < GRAIN_QUARTER &&
                  calendar_convert(calendar, period, quarters) != calendar_convert(calendar, period - 1, quarters);
    return starts ? RULE_QUARTER : RULE_NONE;
}

static void add_month(struct filling *filling, struct grid *grid, int month, int first) {
    struct composer *composer = filling->composer;
    struct grid_row *row = grid_add_row(composer, grid);
    enum rule rule = rule_above(composer->layout->catalogue->calendar, month);
    row->bold = row->tint = month == composer->period;
    row->second = month > composer->period;
    if (month > first && rule != RULE_NONE) {
        row->rule_above = true;
        row->rule = rule == RULE_YEAR ? LINE_TABLE : LINE_HAIR;
        row->rule_colour = rule == RULE_YEAR ? COLOUR_TARGET : COLOUR_HAIRLINE;
        row->gap_pt = rule == RULE_YEAR ? YEAR_GAP_PT : 0;
    }
    row->cells[0].string = dated_short(composer, month);
    for (size_t c = 0; c < filling->table->column_count; c++)
        fill_column(filling, &row->cells[c + 1], &filling->table->columns[c], month);
}

/* A raw column's total is its sum since the start of the financial year; absent where a month is. */
static void fill_series_total(struct filling *filling, struct grid_cell *cell, const struct column *column) {
    struct composer *composer = filling->composer;
    struct fraction total = fraction_make(0, 1);
    enum status status = STATUS_PRESENT;
    int first = dated_first(composer, 1);
    for (int month = first; month <= composer->period; month++) {
        struct cell value = series_cell(column->series, month);
        total = fraction_add(total, value.number);
        status = status_worse(status, value.status);
    }
    fill_count(filling, cell, total, fraction_present(total) ? status : status_worse(status, STATUS_MISSING),
               column->total_decimals);
}

static void add_total(struct filling *filling, struct grid *grid) {
    struct composer *composer = filling->composer;
    struct grid_row *row = grid_add_row(composer, grid);
    row->bold = true;
    row->height_pt = TOTAL_HEIGHT_PT;
    row->rule_above = true;
    row->rule = LINE_SECTION;
    row->rule_colour = COLOUR_TARGET;
    row->cells[0].string = filling->table->total_label != NULL ? filling->table->total_label
                                                               : words_get(composer->words, WORD_YEAR_TO_DATE);
    for (size_t c = 0; c < filling->table->column_count; c++) {
        const struct column *column = &filling->table->columns[c];
        if (!column->has_total)
            continue;
        if (column->series != NULL)
            fill_series_total(filling, &row->cells[c + 1], column);
        else
            fill_figure(filling, &row->cells[c + 1], column->total_field, composer->period, column->total_decimals);
    }
}

static struct grid *make_grid(struct composer *composer, const struct block *block, const struct indicator *indicator) {
    const struct month_table *months = block_month_table(block);
    struct grid *grid = grid_create(composer, months->column_count + 1);
    grid->columns[0].heading =
        months->month_heading != NULL ? months->month_heading : words_get(composer->words, WORD_MONTH);
    grid->columns[0].align = ALIGN_LEFT;
    characters_check(composer, grid->columns[0].heading, block->pos);
    for (size_t c = 0; c < months->column_count; c++) {
        const struct column *column = &months->columns[c];
        struct grid_column *target = &grid->columns[c + 1];
        target->heading = column->heading;
        if (target->heading == NULL && column->series != NULL)
            target->heading = column->series->title != NULL ? column->series->title : column->series->id;
        if (target->heading == NULL)
            target->heading = field_heading(composer, indicator, column->field);
        bool is_word = column->series == NULL && field_table[column->field].kind != FIELD_IS_NUMBER;
        target->align = is_word ? ALIGN_CENTRE : ALIGN_DECIMAL;
        characters_check(composer, target->heading, column->pos);
    }
    return grid;
}

/* What the symbols mean, below the table: only those that it used. */
static void set_note(struct filling *filling, struct flow *flow) {
    struct composer *composer = filling->composer;
    const char *note = "";
    for (enum status status = 0; status < STATUS_COUNT; status++)
        if (filling->used[status])
            note = arena_printf(composer->arena, "%s%s%s %s", note, *note ? "; " : "", status_words[status].symbol,
                                words_status(composer->words, status));
    for (size_t i = 0; i < filling->indicator->band_rule_count && filling->used[STATUS_NOT_APPLICABLE]; i++) {
        int from = filling->indicator->band_rules[i].from;
        if (from != PERIOD_NONE && from > filling->figures->first)
            note = arena_printf(composer->arena, "%s: %s", note,
                                words_format(composer->arena, composer->words, WORD_KEY_STARTS, "month",
                                             dated_long(composer, from), NULL));
    }
    if (*note == '\0')
        return;
    struct prose_style style = prose_style_of(composer, STYLE_NOTE);
    struct piece *piece = prose_set_words(composer, flow, ROLE_PARAGRAPH, note, &style);
    if (piece != NULL)
        piece->gap_pt = 4;
}

void month_table_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct indicator *indicator = composer_indicator(composer, block);
    const char *title = block->title != NULL ? block->title : words_get(composer->words, WORD_MONTH_BY_MONTH);
    struct filling filling = {
        .composer = composer,
        .table = block_month_table(block),
        .indicator = indicator,
        .figures = figures_of(composer->figures, indicator),
    };
    struct grid *grid = make_grid(composer, block, indicator);
    int first = dated_first(composer, filling.table->years), last = dated_last(composer);
    for (int month = first; month <= last; month++)
        add_month(&filling, grid, month, first);
    if (filling.table->total_row)
        add_total(&filling, grid);
    section_head_set(composer, flow, composer->page->section, title, NULL);
    struct element *table = document_add_element(composer->document, composer->page->section, ROLE_TABLE);
    grid_set(composer, flow, grid, table, title, block->pos);
    set_note(&filling, flow);
}
