#include "action_prose.h"
#include "block_parts.h"
#include "block_setters.h"
#include "character.h"
#include "grid.h"
#include "prose.h"
#include "section_head.h"

enum { PADDING_PT = 8, WIDE_PT = 380, OWNER_LEAST_PT = 70, DUE_LEAST_PT = 44, STATUS_LEAST_PT = 48 };

enum action_column { COLUMN_MEASURE, COLUMN_ACTION, COLUMN_OWNER, COLUMN_DUE, COLUMN_STATUS, COLUMN_NUMBER };

static const struct {
    enum word heading;
    struct grid_column column;
} columns[COLUMN_NUMBER] = {
    [COLUMN_MEASURE] = {WORD_MEASURE, {.width = {WIDTH_WEIGHT, 3}}},
    [COLUMN_ACTION] = {WORD_ACTION, {.width = {WIDTH_WEIGHT, 4}}},
    [COLUMN_OWNER] = {WORD_ACTION_OWNER, {.width = {WIDTH_WEIGHT, 2}, .least_pt = OWNER_LEAST_PT}},
    [COLUMN_DUE] = {WORD_ACTION_DUE, {.width = {WIDTH_WEIGHT, 1.4}, .least_pt = DUE_LEAST_PT}},
    [COLUMN_STATUS] = {WORD_ACTION_STATUS, {.width = {WIDTH_WEIGHT, 1.4}, .least_pt = STATUS_LEAST_PT}},
};

/* A table of the actions of several indicators while it is filled. */
struct filling {
    struct composer *composer;
    const struct action_list *list;
    struct grid grid;
    bool wide; /* owner and day have columns; else they stand below the action */
};

static bool has_column(const struct filling *filling, enum action_column column) {
    return filling->wide || (column != COLUMN_OWNER && column != COLUMN_DUE);
}

static void add_columns(struct filling *filling) {
    for (enum action_column c = 0; c < COLUMN_NUMBER; c++) {
        if (!has_column(filling, c))
            continue;
        struct grid_column *column = grid_add_column(filling->composer, &filling->grid);
        *column = columns[c].column;
        column->heading = words_get(filling->composer->words, columns[c].heading);
    }
}

static void add_row(struct filling *filling, const struct action *action) {
    struct composer *composer = filling->composer;
    bool overdue = action_is_overdue(action, layout_day(composer->layout));
    const struct grid_cell cells[COLUMN_NUMBER] = {
        [COLUMN_MEASURE] = {.text = action->indicator->short_title,
                            .below = filling->list->references ? indicator_listed_by(action->indicator) : NULL,
                            .bold = true},
        [COLUMN_ACTION] = {.text = action->words, .below = filling->wide ? NULL : action_prose_owner(composer, action)},
        [COLUMN_OWNER] = {.text = action->owner},
        [COLUMN_DUE] = {.text = action_prose_due(composer, action)},
        [COLUMN_STATUS] = {.text = action_prose_status(composer, action), .warns = overdue}};
    struct grid_cell *cell = grid_add_row(composer, &filling->grid)->cells;
    characters_check(composer, action->words, action->pos);
    characters_check(composer, action->owner, action->pos);
    for (enum action_column c = 0; c < COLUMN_NUMBER; c++)
        if (has_column(filling, c))
            *cell++ = cells[c];
}

static void add_indicator(struct filling *filling, const struct indicator *indicator) {
    size_t count;
    const struct action *actions = catalogue_actions(filling->composer->layout->catalogue, indicator, &count);
    for (size_t i = 0; i < count; i++)
        if (filling->list->all || action_is_open(&actions[i]))
            add_row(filling, &actions[i]);
}

static void set_prose(struct composer *composer, struct flow *flow, const struct rich_text *text) {
    const struct prose_style style = prose_style_of(composer, STYLE_BODY);
    if (text->count > 0)
        prose_set(composer, flow, composer->page->section, text, 0, &style);
    else
        prose_set_words(composer, flow, ROLE_PARAGRAPH, words_get(composer->words, WORD_NO_OPEN_ACTION), &style);
}

/* Of one indicator: each with its owner and day below it, and what is said where none is open; that it should have one
 * is a warning in the list of what needs attention. */
static void set_one(struct composer *composer, struct flow *flow, const struct action_list *list,
                    const struct indicator *indicator) {
    struct rich_text text = {0};
    const struct action_prose told = {
        .indicator = indicator, .most = SIZE_MAX, .finished = list->all, .lack = LACK_SAID};
    action_prose_add(composer, &text, &told);
    set_prose(composer, flow, &text);
}

/* Of several, in a strip that has no room for a table: each behind the number of its measure. */
static void set_several(struct composer *composer, struct flow *flow, const struct block *block) {
    struct rich_text text = {0};
    for (size_t i = 0; i < block->selection.count; i++) {
        const struct action_prose told = {.indicator = block->selection.indicators[i],
                                          .most = SIZE_MAX,
                                          .finished = block_action_list(block)->all,
                                          .numbered = true};
        action_prose_add(composer, &text, &told);
    }
    set_prose(composer, flow, &text);
}

static void set_table(struct filling *filling, struct flow *flow) {
    struct composer *composer = filling->composer;
    const struct prose_style style = prose_style_of(composer, STYLE_BODY);
    if (filling->grid.row_count > 0)
        grid_set(composer, flow, &filling->grid);
    else
        prose_set_words(composer, flow, ROLE_PARAGRAPH, words_get(composer->words, WORD_NO_OPEN_ACTION), &style);
}

/* Of the block's selection, else of its indicator or its page's, else of all. A table keeps the order of names. */
void action_list_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct indicator *indicator = composer_indicator(composer, block);
    const struct catalogue *catalogue = composer->layout->catalogue;
    const struct selection *selection = &block->selection;
    const struct action_list *list = block_action_list(block);
    const char *title = section_head_title(composer, block, WORD_ACTIONS);
    const double size_pt = composer->layout->theme.type[STYLE_TABLE].size_pt;
    section_head_set(composer, flow, title, NULL);
    if (selection->count == 0 && indicator != NULL) {
        set_one(composer, flow, list, indicator);
        return;
    }
    if (selection->count > 0 && block->title_left) {
        set_several(composer, flow, block);
        return;
    }
    struct filling filling = {.composer = composer,
                              .list = list,
                              .wide = flow->width_pt >= WIDE_PT,
                              .grid = {.look = GRID_DENSE,
                                       .title = title,
                                       .size_pt = size_pt,
                                       .least_size_pt = size_pt,
                                       .padding_pt = PADDING_PT,
                                       .pos = block->pos}};
    add_columns(&filling);
    bool named = selection->listed_count > 0 && selection->term_count == 0;
    size_t count = named ? selection->listed_count : selection->count;
    for (size_t i = 0; i < count; i++)
        add_indicator(&filling, named ? selection->listed[i] : selection->indicators[i]);
    for (size_t i = 0; selection->count == 0 && i < catalogue->indicator_count; i++)
        add_indicator(&filling, catalogue->indicators[i]);
    set_table(&filling, flow);
}
