#include "block_parts.h"
#include "block_setters.h"
#include "character.h"
#include "dated.h"
#include "grid.h"
#include "prose.h"
#include "section_head.h"
#include "text.h"

enum {
    PADDING_PT = 8,
    WIDE_PT = 300,
    WIDE_NAMED_PT = 380,
    OWNER_LEAST_PT = 70,
    DUE_LEAST_PT = 44,
    STATUS_LEAST_PT = 48
};

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

/* A table of actions while it is filled. */
struct filling {
    struct composer *composer;
    const struct action_list *list;
    struct grid grid;
    bool named; /* it is of several indicators, whose names stand in the first column */
    bool wide;  /* owner and day have columns; else they stand below the action */
    bool any;   /* there are some, listed or not */
};

static bool has_column(const struct filling *filling, enum action_column column) {
    return column == COLUMN_MEASURE                         ? filling->named
           : column == COLUMN_OWNER || column == COLUMN_DUE ? filling->wide
                                                            : true;
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

static struct grid_cell status_cell(struct composer *composer, const struct action *action) {
    const char *status = words_get(composer->words, (enum word)(WORD_ACTION_OPEN + (int)action->status));
    if (!action_is_overdue(action, layout_day(composer->layout)))
        return (struct grid_cell){.text = text_capital(composer->arena, status)};
    return (struct grid_cell){
        .text = words_format(composer->arena, composer->words, WORD_ACTION_OVERDUE, "status", status, NULL),
        .warns = true};
}

static void add_row(struct filling *filling, const struct action *action) {
    struct composer *composer = filling->composer;
    const char *due = dated_date(composer, calendar_iso(composer->arena, calendar_days, action->due));
    const struct grid_cell cells[COLUMN_NUMBER] = {
        [COLUMN_MEASURE] = {.text = action->indicator->short_title, .bold = true},
        [COLUMN_ACTION] = {.text = action->words,
                           .below = filling->wide ? NULL
                                                  : words_format(composer->arena, composer->words, WORD_ACTION_BY,
                                                                 "owner", action->owner, "date", due, NULL)},
        [COLUMN_OWNER] = {.text = action->owner},
        [COLUMN_DUE] = {.text = due},
        [COLUMN_STATUS] = status_cell(composer, action)};
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
    filling->any = filling->any || count > 0;
    for (size_t i = 0; i < count; i++)
        if (filling->list->all || action_is_open(&actions[i]))
            add_row(filling, &actions[i]);
}

/* Of the block's selection, else of its indicator or its page's, else of all. */
void action_list_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct indicator *indicator = composer_indicator(composer, block);
    const struct catalogue *catalogue = composer->layout->catalogue;
    const struct selection *selection = &block->selection;
    const char *title = section_head_title(composer, block, WORD_ACTIONS);
    const double size_pt = composer->layout->theme.type[STYLE_TABLE].size_pt;
    bool one = selection->count == 0 && indicator != NULL;
    struct filling filling = {.composer = composer,
                              .list = block_action_list(block),
                              .named = !one,
                              .wide = flow->width_pt >= (one ? WIDE_PT : WIDE_NAMED_PT),
                              .grid = {.look = GRID_DENSE,
                                       .title = title,
                                       .size_pt = size_pt,
                                       .least_size_pt = size_pt,
                                       .padding_pt = PADDING_PT,
                                       .pos = block->pos}};
    add_columns(&filling);
    if (one)
        add_indicator(&filling, indicator);
    for (size_t i = 0; i < selection->count; i++)
        add_indicator(&filling, selection->indicators[i]);
    for (size_t i = 0; !one && selection->count == 0 && i < catalogue->indicator_count; i++)
        add_indicator(&filling, catalogue->indicators[i]);
    section_head_set(composer, flow, title, NULL);
    if (filling.grid.row_count > 0) {
        grid_set(composer, flow, &filling.grid);
        return;
    }
    const struct prose_style style = prose_style_of(composer, STYLE_BODY);
    prose_set_words(composer, flow, ROLE_PARAGRAPH,
                    words_get(composer->words, filling.any ? WORD_NO_OPEN_ACTION : WORD_NO_ACTION), &style);
}
