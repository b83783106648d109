#include "attention_row.h"
#include "block_setters.h"
#include "grid.h"
#include "prose.h"
#include "section_head.h"
#include "text.h"

/*
 * Variation by assurance: a row for what the latest figure of a control chart says, a column for what its limits say of
 * the target, and in the cells the measures.
 */

enum { PADDING_PT = 12, NOTE_GAP_PT = 6 };

/* That columns have of the width at least; what is left goes to those that hold names first. */
static const double head_share = 0.17, column_share = 0.12;

enum grid_row_kind { ROW_IMPROVEMENT, ROW_COMMON, ROW_CONCERN, ROW_NEITHER, ROW_COUNT };

static const struct {
    enum word name, means;
} row_words[ROW_COUNT] = {
    [ROW_IMPROVEMENT] = {WORD_VARIATION_GRID_IMPROVEMENT, WORD_VARIATION_GRID_IMPROVEMENT_MEANS},
    [ROW_COMMON] = {WORD_VARIATION_GRID_COMMON, WORD_VARIATION_GRID_COMMON_MEANS},
    [ROW_CONCERN] = {WORD_VARIATION_GRID_CONCERN, WORD_VARIATION_GRID_CONCERN_MEANS},
    [ROW_NEITHER] = {WORD_VARIATION_GRID_NEITHER, WORD_VARIATION_GRID_NEITHER_MEANS},
};

static const enum grid_row_kind row_of[SPC_VARIATION_COUNT] = {
    [SPC_VARIATION_COMMON] = ROW_COMMON,
    [SPC_VARIATION_IMPROVEMENT_HIGH] = ROW_IMPROVEMENT,
    [SPC_VARIATION_IMPROVEMENT_LOW] = ROW_IMPROVEMENT,
    [SPC_VARIATION_CONCERN_HIGH] = ROW_CONCERN,
    [SPC_VARIATION_CONCERN_LOW] = ROW_CONCERN,
    [SPC_VARIATION_NEITHER_HIGH] = ROW_NEITHER,
    [SPC_VARIATION_NEITHER_LOW] = ROW_NEITHER,
};

/* Measures while they are put into their cells. */
struct filling {
    struct composer *composer;
    struct name_list cells[ROW_COUNT][SPC_ASSURANCE_COUNT];
    size_t placed;
    const char *without; /* names of those without limits or a figure; NULL: none */
    size_t without_count;
};

static void leave_out(struct filling *filling, const struct indicator *indicator) {
    filling->without = text_and(filling->composer->arena, filling->without, "; ", indicator->short_title);
    filling->without_count++;
}

/* One on the page of the grid is in sight. */
static size_t link_spec(const struct composer *composer, const struct indicator *indicator) {
    size_t spec = attention_row_page(composer, indicator);
    return spec > 0 && &composer->layout->pages[spec - 1] == composer->page->spec ? 0 : spec;
}

/* Of the pack's period, or where none is due in it of the latest in which one was. */
static void add_indicator(struct filling *filling, const struct indicator *indicator) {
    struct composer *composer = filling->composer;
    const struct figure_table *table = figures_of(composer->figures, indicator);
    int period = figure_due_period(table, FIELD_VALUE, composer->period);
    const struct figure *variation = figure_at(table, FIELD_SPC_VARIATION, period);
    const struct figure *assurance = figure_at(table, FIELD_SPC_ASSURANCE, period);
    if (status_is_absent(variation->status)) {
        leave_out(filling, indicator);
        return;
    }
    int column = status_is_absent(assurance->status) ? SPC_NO_ASSURANCE : assurance->word;
    struct name_list *list = &filling->cells[row_of[variation->word]][column];
    arena_append(composer->arena, list->items, list->count, list->capacity) =
        (struct listed_name){.words = indicator->short_title,
                             .icon = icon_of_variation((enum spc_variation)variation->word),
                             .link_spec = link_spec(composer, indicator),
                             .link_to = indicator};
    filling->placed++;
}

static bool has_names(const struct filling *filling, enum spc_assurance assurance) {
    for (int kind = 0; kind < ROW_COUNT; kind++)
        if (filling->cells[kind][assurance].count > 0)
            return true;
    return false;
}

static void add_columns(const struct filling *filling, struct grid *grid, double width_pt) {
    struct composer *composer = filling->composer;
    struct grid_column *column = grid_add_column(composer, grid);
    *column = (struct grid_column){.heading = words_get(composer->words, WORD_FIELD_SPC_VARIATION),
                                   .width = {WIDTH_WEIGHT, 1},
                                   .least_pt = head_share * width_pt,
                                   .repeat = true};
    for (int a = 0; a < SPC_ASSURANCE_COUNT; a++) {
        column = grid_add_column(composer, grid);
        *column = (struct grid_column){
            .heading =
                text_capital(composer->arena, words_get(composer->words, (enum word)(WORD_SPC_ASSURANCE_PASSES + a))),
            .width = {WIDTH_WEIGHT, has_names(filling, (enum spc_assurance)a) ? 3 : 1},
            .least_pt = column_share * width_pt,
            .has_icon = icon_of_assurance((enum spc_assurance)a) != ICON_COUNT,
            .icon = icon_of_assurance((enum spc_assurance)a)};
    }
    arena_append(composer->arena, grid->groups, grid->group_count, grid->group_capacity) =
        (struct grid_group){words_get(composer->words, WORD_FIELD_SPC_ASSURANCE), 1, SPC_ASSURANCE_COUNT, 0};
}

/* Where high or low is neither better nor worse a row is there if it is needed; the others always. */
static bool has_row(const struct filling *filling, enum grid_row_kind kind) {
    size_t count = 0;
    for (int a = 0; a < SPC_ASSURANCE_COUNT; a++)
        count += filling->cells[kind][a].count;
    return kind != ROW_NEITHER || count > 0;
}

static void add_rows(const struct filling *filling, struct grid *grid) {
    struct composer *composer = filling->composer;
    for (enum grid_row_kind kind = 0; kind < ROW_COUNT; kind++) {
        if (!has_row(filling, kind))
            continue;
        struct grid_cell *cells = grid_add_row(composer, grid)->cells;
        cells[0] = (struct grid_cell){.text = words_get(composer->words, row_words[kind].name),
                                      .below = words_get(composer->words, row_words[kind].means),
                                      .bold = true};
        for (int a = 0; a < SPC_ASSURANCE_COUNT; a++)
            if (filling->cells[kind][a].count > 0)
                cells[1 + a] = (struct grid_cell){.content = GRID_NAMES, .names = &filling->cells[kind][a]};
    }
}

static void set_words(struct composer *composer, struct flow *flow, const char *words, enum text_style style) {
    const struct prose_style look = prose_style_of(composer, style);
    prose_set_words(composer, flow, ROLE_PARAGRAPH, words, &look)->gap_pt = NOTE_GAP_PT;
}

static void set_without(const struct filling *filling, struct flow *flow) {
    struct composer *composer = filling->composer;
    if (filling->without != NULL)
        set_words(composer, flow,
                  words_format(composer->arena, composer->words, WORD_VARIATION_GRID_WITHOUT, "count",
                               arena_printf(composer->arena, "%zu", filling->without_count), "names", filling->without,
                               NULL),
                  STYLE_NOTE);
}

void variation_grid_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const double size_pt = composer->layout->theme.type[STYLE_TABLE].size_pt;
    struct filling *filling = arena_new(composer->arena, struct filling);
    const char *title = section_head_title(composer, block, WORD_VARIATION_GRID);
    struct grid grid = {.look = GRID_DENSE,
                        .title = title,
                        .size_pt = size_pt,
                        .least_size_pt = size_pt - 1,
                        .padding_pt = PADDING_PT,
                        .pos = block->pos};
    filling->composer = composer;
    for (size_t i = 0; i < block->selection.count; i++)
        add_indicator(filling, block->selection.indicators[i]);
    section_head_set(composer, flow, title, NULL);
    if (filling->placed == 0) {
        set_words(composer, flow, words_get(composer->words, WORD_VARIATION_GRID_NONE), STYLE_BODY);
        return;
    }
    add_columns(filling, &grid, flow->width_pt);
    add_rows(filling, &grid);
    grid_set(composer, flow, &grid);
    set_without(filling, flow);
}
