#include "attention_aim.h"
#include "attention_asked.h"
#include "attention_note.h"
#include "attention_reason.h"
#include "attention_row.h"
#include "attention_words.h"
#include "block_parts.h"
#include "block_setters.h"
#include "dated.h"
#include "due.h"
#include "prose.h"
#include "text.h"

/* How wide each form is, in sizes of the type of tables. */
static const double wide_ems = 73, middle_ems = 47, narrow_ems = 26;

enum {
    TREND_PT = 62,
    TREND_WIDE_PT = 102,
    TABLE_GAP_PT = 14,
    NOTE_GAP_PT = 6,
    NOTE_BETWEEN_PT = 2,
    NOTE_WHOLE_PT = 200
};

/* So much of a narrow list its reasons have, though words of the measures want more. */
static const double why_narrow = 0.42;

/* A list while it is filled. */
struct filling {
    struct composer *composer;
    const struct attention_list *list;
    struct attention attention;
    enum attention_form form;
    const char *since;
    bool letters, actions, pages, targets; /* it has some */
    bool spans;                            /* some trends are of longer periods than the pack's: each says its span */
    size_t listed;
    int periods[GRAIN_COUNT]; /* that the lines go back, by the grain in which measures are due */
    struct figure_cells cells;
    struct grid grid;
};

/* ------------------------------------------------------------------ what is looked at */

static int since_of(const struct composer *composer, const struct attention_list *list) {
    struct calendar calendar = composer->layout->catalogue->calendar;
    return list->since == SINCE_LAST_YEAR ? calendar_year_ago(calendar, composer->period) : composer->period - 1;
}

static struct attention find(struct composer *composer, const struct block *block) {
    const struct attention_list *list = block_attention_list(block);
    const struct attention_request request = {.indicators = block->selection.indicators,
                                              .count = block->selection.count,
                                              .period = composer->period,
                                              .day = layout_day(composer->layout),
                                              .since = since_of(composer, list),
                                              .most = list->most,
                                              .issue = list->issue,
                                              .against = list->against};
    return attention_find(composer->arena, composer->figures, &request);
}

static void look_for_columns(struct filling *filling) {
    for (size_t i = 0; i < filling->listed; i++) {
        const struct indicator *indicator = filling->attention.items[i].indicator;
        filling->letters = filling->letters || indicator->band_rule_count > 0;
        filling->targets =
            filling->targets || attention_aim(filling->composer, &filling->attention.items[i], false) != NULL;
        filling->spans = filling->spans || due_calendar(filling->composer, indicator).grain !=
                                               filling->composer->layout->catalogue->calendar.grain;
        filling->pages = filling->pages || attention_row_page(filling->composer, indicator) > 0;
    }
}

/* How far back the line of one goes at most: as the list says; of a measure that is due in longer periods than the
 * pack's as is usual for those. */
static struct extent extent_of_line(const struct filling *filling, enum grain due) {
    struct extent extent = filling->list->extent;
    if (due != filling->composer->layout->catalogue->calendar.grain)
        extent = extent_of_charts[due];
    extent.by_due = true;
    return extent;
}

/* Lines of measures that are due in the same periods go as far back as the first figure that one of them has. */
static void put_periods(struct filling *filling) {
    const struct composer *composer = filling->composer;
    for (size_t i = 0; i < filling->listed; i++) {
        const struct attention_item *item = &filling->attention.items[i];
        const struct figure_table *table = figures_of(composer->figures, item->indicator);
        enum grain due = due_calendar(composer, item->indicator).grain;
        const struct due_run run = due_run(composer, item->indicator, extent_of_line(filling, due));
        int first = run.first;
        while (first < run.reported &&
               status_is_absent(figure_at(table, item->field, due_run_period(composer, &run, first))->status))
            first++;
        if (run.over - first + 1 > filling->periods[due])
            filling->periods[due] = run.over - first + 1;
    }
}

/* ------------------------------------------------------------------ columns */

static bool has_column(const struct filling *filling, enum attention_column column) {
    return column == COLUMN_STOOD   ? filling->letters
           : column == COLUMN_PAGE  ? filling->pages
           : column == COLUMN_TREND ? filling->form != FORM_NARROW
           : column == COLUMN_DONE  ? filling->form == FORM_WIDE && filling->actions
                                    : true;
}

static const struct {
    enum word heading;
    struct grid_column column;
} columns[COLUMN_NUMBER] = {
    [COLUMN_MEASURE] = {WORD_ATTENTION_MEASURE, {.width = {WIDTH_WEIGHT, 1.2}, .repeat = true}},
    [COLUMN_STOOD] = {WORD_ATTENTION_LETTERS, {.width = {WIDTH_NATURAL, 0}}},
    [COLUMN_TREND] = {WORD_ATTENTION_TREND, {.width = {WIDTH_NATURAL, 0}, .least_pt = TREND_PT}},
    [COLUMN_FIGURE] = {WORD_FIGURE, {.align = GRID_NUMBER, .ends = true}},
    [COLUMN_WHY] = {WORD_ATTENTION_WHY, {.width = {WIDTH_WEIGHT, 1.8}}},
    [COLUMN_DONE] = {WORD_ATTENTION_DONE, {.width = {WIDTH_WEIGHT, 1.4}}},
    [COLUMN_PAGE] = {WORD_PAGE, {.align = GRID_NUMBER}},
};

/* A narrow list has the latest letter alone, and one that is not wide tells what is done behind the reason. */
static const char *heading_of(const struct filling *filling, enum attention_column column) {
    const struct composer *composer = filling->composer;
    enum word trend = filling->targets ? WORD_ATTENTION_TREND : WORD_CONTENTS_TREND;
    int periods = filling->periods[composer->layout->catalogue->calendar.grain];
    if (column == COLUMN_TREND)
        return filling->spans ? words_get(composer->words, trend)
                              : dated_trend(composer, trend, composer->period - periods + 1);
    return words_get(composer->words, column == COLUMN_STOOD && filling->form == FORM_NARROW ? WORD_RAG
                                      : column == COLUMN_WHY && filling->form != FORM_WIDE && filling->actions
                                          ? WORD_ATTENTION_WHY_DONE
                                          : columns[column].heading);
}

static void add_columns(struct filling *filling, double width_pt) {
    for (enum attention_column c = 0; c < COLUMN_NUMBER; c++) {
        if (!has_column(filling, c))
            continue;
        struct grid_column *column = grid_add_column(filling->composer, &filling->grid);
        *column = columns[c].column;
        column->heading = heading_of(filling, c);
        if (c == COLUMN_TREND && filling->form == FORM_WIDE)
            column->least_pt = TREND_WIDE_PT;
        if (c == COLUMN_WHY && filling->form == FORM_NARROW && width_pt >= narrow_ems * filling->grid.size_pt)
            column->least_pt = why_narrow * width_pt;
    }
}

/* Of those that the catalogue calls worse: `Worse by 10% or more than in May 2018`; without a threshold or a period
 * that they share that they are. */
static const char *worse_title(const struct filling *filling) {
    struct composer *composer = filling->composer;
    struct fraction threshold = filling->attention.threshold;
    if (!fraction_present(threshold))
        return words_get(composer->words, WORD_ATTENTION_WORSE_ANY);
    return words_format(composer->arena, composer->words, WORD_ATTENTION_WORSE, "in",
                        dated_phrase(composer, PER_GRAIN_IN, composer->period - 1), "threshold",
                        fraction_printed(composer->arena, threshold, fraction_decimals(threshold), false), NULL);
}

/* Of those that stand in no way: where others stand in some, what they lack is said. One group needs no heading. */
static const char *moved_title(const struct filling *filling, enum attention_group group) {
    struct composer *composer = filling->composer;
    const struct attention *attention = &filling->attention;
    const char *title =
        group == ATTENTION_WORSE
            ? worse_title(filling)
            : words_get(composer->words, attention->by_percent ? WORD_ATTENTION_MOST_PERCENT : WORD_ATTENTION_MOST);
    if (attention_judged(attention) == 0)
        return attention->groups[ATTENTION_MOST] == filling->listed ? NULL : title;
    return words_format(composer->arena, composer->words, WORD_ATTENTION_WITHOUT, "group", title, "with",
                        attention_with(composer, attention), NULL);
}

/* What a committee decides itself stands over the list: then none of it is for decision. */
static const char *group_title(const struct filling *filling, const struct attention_item *item) {
    enum attention_group group = item->group;
    struct composer *composer = filling->composer;
    const struct attention *attention = &filling->attention;
    static const enum word words[] = {
        [ATTENTION_DECISION] = WORD_ATTENTION_DECISION, [ATTENTION_CHANGED] = WORD_ATTENTION_CHANGED,
        [ATTENTION_WATCH] = WORD_ATTENTION_WATCH,       [ATTENTION_SIGNAL] = WORD_ATTENTION_SIGNAL,
        [ATTENTION_NEWS] = WORD_ATTENTION_NEWS,         [ATTENTION_UNUSUAL] = WORD_ATTENTION_UNUSUAL};
    if (group == ATTENTION_WORSE || group == ATTENTION_MOST)
        return moved_title(filling, group);
    enum word word =
        group == ATTENTION_DECISION && filling->list->committee != NULL ? WORD_ATTENTION_STANDING : words[group];
    const char *changed =
        group == ATTENTION_CHANGED ? attention_changed(composer, attention, item, filling->since) : NULL;
    return text_capital(composer->arena, words_format(composer->arena, composer->words, word, "standing",
                                                      attention_decided(composer, attention), "changed", changed,
                                                      "since", filling->since, NULL));
}

static void add_row(struct filling *filling, const struct attention_item *item) {
    struct composer *composer = filling->composer;
    const struct attention_row fill = {&filling->cells, filling->list, &filling->attention, filling->periods,
                                       filling->spans,  filling->form, filling->actions};
    struct grid_cell cells[COLUMN_NUMBER] = {{.text = NULL}};
    struct grid_row *row = grid_add_row(composer, &filling->grid);
    struct grid_cell *cell = row->cells;
    attention_row_fill(&fill, item, cells);
    row->group = group_title(filling, item);
    for (enum attention_column c = 0; c < COLUMN_NUMBER; c++)
        if (has_column(filling, c))
            *cell++ = cells[c];
}

static void set_words(struct composer *composer, struct flow *flow, const char *words, enum text_style style,
                      double gap_pt) {
    const struct prose_style look = prose_style_of(composer, style);
    const struct piece *end = flow->last;
    struct piece *piece = *words == '\0' ? NULL : prose_set_words(composer, flow, ROLE_PARAGRAPH, words, &look);
    if (piece != NULL && end != NULL)
        piece->gap_pt = gap_pt;
}

/* A note stays whole where it is short, and with it the row above. */
static void keep_whole(struct piece *row) {
    double height = row->height_pt;
    for (const struct piece *piece = row->next; piece != NULL; piece = piece->next)
        height += piece->gap_pt + piece->height_pt;
    for (struct piece *piece = row; height <= NOTE_WHOLE_PT && piece->next != NULL; piece = piece->next)
        piece->keep = true;
}

/* In paragraphs that stand close to one another, so that each group is found. None stands on a page without any row:
 * the last go with it. */
static void set_note(struct composer *composer, struct flow *flow, const struct filling *filling) {
    struct rich_text text = {0};
    struct prose_style look = prose_style_of(composer, STYLE_NOTE);
    struct piece *end = flow->last;
    look.between_pt = NOTE_BETWEEN_PT;
    attention_note_add(composer, &filling->attention, filling->listed, filling->list->references, &text);
    if (text.count > 0)
        flow_keep_last(flow);
    prose_set(composer, flow, composer->page->section, &text, 0, &look);
    if (end == NULL || end->next == NULL)
        return;
    end->next->gap_pt = NOTE_GAP_PT;
    keep_whole(end);
}

static enum attention_form form_of(double ems) {
    return ems >= wide_ems ? FORM_WIDE : ems >= middle_ems ? FORM_MIDDLE : FORM_NARROW;
}

void attention_list_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const double size_pt = composer->layout->theme.type[STYLE_TABLE].size_pt;
    struct filling filling = {.composer = composer,
                              .list = block_attention_list(block),
                              .attention = find(composer, block),
                              .form = form_of(flow->width_pt / size_pt),
                              .actions =
                                  composer->layout->catalogue->tells_actions && block_attention_list(block)->actions,
                              .cells = {.composer = composer},
                              .grid = {.look = GRID_DENSE,
                                       .size_pt = size_pt,
                                       .least_size_pt = size_pt - 1,
                                       .padding_pt = block_attention_list(block)->padding_pt,
                                       .labels_above = true,
                                       .prose_stays = true,
                                       .pos = block->pos}};
    const struct attention *attention = &filling.attention;
    size_t urgent = attention_urgent(attention);
    filling.listed = urgent < filling.list->most ? urgent : filling.list->most;
    filling.since = attention_since(composer, attention, filling.list->since == SINCE_LAST_ISSUE);
    put_periods(&filling);
    look_for_columns(&filling);
    set_words(composer, flow, attention_summary(composer, attention, filling.since), STYLE_LEAD, 0);
    attention_asked_set(composer, flow, block);
    add_columns(&filling, flow->width_pt);
    for (size_t i = 0; i < filling.listed; i++)
        add_row(&filling, &attention->items[i]);
    const struct piece *end = flow->last;
    if (filling.listed > 0)
        grid_set(composer, flow, &filling.grid);
    else if (attention_judged(attention) > 0)
        set_words(composer, flow, words_get(composer->words, WORD_ATTENTION_NOTHING), STYLE_BODY, TABLE_GAP_PT);
    if (end != NULL && end->next != NULL)
        end->next->gap_pt = TABLE_GAP_PT;
    set_note(composer, flow, &filling);
}
