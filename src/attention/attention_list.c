#include <string.h>

#include "attention_aim.h"
#include "attention_counts.h"
#include "attention_reason.h"
#include "attention_row.h"
#include "attention_standing.h"
#include "attention_words.h"
#include "block_parts.h"
#include "block_setters.h"
#include "dated.h"
#include "due.h"
#include "figure_text.h"
#include "prose.h"
#include "text.h"
#include "unjudged_text.h"

/* How wide each form is, in sizes of the type of tables. */
static const double wide_ems = 73, middle_ems = 47, narrow_ems = 26;

enum {
    PADDING_PT = 10,
    TREND_PT = 62,
    TREND_WIDE_PT = 102,
    NAMES_MOST = 8,
    URGENT_NAMES_MOST = 40,
    TABLE_GAP_PT = 14,
    NOTE_GAP_PT = 6
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
    bool spans; /* some trends are of longer periods than the pack's, over spans of their own */
    size_t listed;
    int first; /* the period in which the lines begin */
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
                                              .issue = list->issue};
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

/* Lines go as far back as the list says, or as the first figure that one of them has. */
static int first_of_lines(const struct filling *filling) {
    const struct composer *composer = filling->composer;
    int first = composer->period, asked = dated_extent_first(composer, filling->list->extent);
    for (size_t i = 0; i < filling->listed; i++) {
        const struct attention_item *item = &filling->attention.items[i];
        const struct figure_table *table = figures_of(composer->figures, item->indicator);
        int period = asked > table->first ? asked : table->first;
        while (period < first && status_is_absent(figure_at(table, item->field, period)->status))
            period++;
        if (period < first)
            first = period;
    }
    return first;
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
    if (column == COLUMN_TREND)
        return filling->spans ? words_get(composer->words, trend) : dated_trend(composer, trend, filling->first);
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

/* Of those that a threshold of the catalogue calls worse: `Not as good as in May 2018 by 10% or more, ...`. */
static const char *worse_title(const struct filling *filling) {
    struct composer *composer = filling->composer;
    struct fraction threshold = filling->attention.threshold;
    const char *printed = fraction_printed(composer->arena, threshold, fraction_decimals(threshold), false);
    return words_format(composer->arena, composer->words, WORD_ATTENTION_MOST_WORSE, "in",
                        dated_phrase(composer, PER_GRAIN_IN, composer->period - 1), "threshold", printed, "with",
                        attention_with(composer, &filling->attention), NULL);
}

static const char *group_title(const struct filling *filling, const struct attention_item *item) {
    enum attention_group group = item->group;
    struct composer *composer = filling->composer;
    const struct attention *attention = &filling->attention;
    static const enum word words[] = {
        [ATTENTION_DECISION] = WORD_ATTENTION_DECISION, [ATTENTION_CHANGED] = WORD_ATTENTION_CHANGED,
        [ATTENTION_WATCH] = WORD_ATTENTION_WATCH,       [ATTENTION_SIGNAL] = WORD_ATTENTION_SIGNAL,
        [ATTENTION_NEWS] = WORD_ATTENTION_NEWS,         [ATTENTION_UNUSUAL] = WORD_ATTENTION_UNUSUAL,
        [ATTENTION_MOST] = WORD_ATTENTION_MOST};
    bool all = group == ATTENTION_MOST && attention_judged(attention) == 0;
    if (group == ATTENTION_MOST && !all && attention->most_are_worse)
        return worse_title(filling);
    const char *changed =
        group == ATTENTION_CHANGED ? attention_changed(composer, attention, item, filling->since) : NULL;
    return text_capital(composer->arena,
                        words_format(composer->arena, composer->words, all ? WORD_ATTENTION_MOST_OF_ALL : words[group],
                                     "standing", attention_decided(composer, attention), "changed", changed, "with",
                                     attention_with(composer, attention), "since", filling->since, NULL));
}

static void add_row(struct filling *filling, const struct attention_item *item) {
    struct composer *composer = filling->composer;
    const struct attention_row fill = {&filling->cells, &filling->attention, filling->first, filling->form,
                                       filling->actions};
    struct grid_cell cells[COLUMN_NUMBER] = {{.text = NULL}};
    struct grid_row *row = grid_add_row(composer, &filling->grid);
    struct grid_cell *cell = row->cells;
    attention_row_fill(&fill, item, cells);
    row->group = group_title(filling, item);
    for (enum attention_column c = 0; c < COLUMN_NUMBER; c++)
        if (has_column(filling, c))
            *cell++ = cells[c];
}

/* ------------------------------------------------------------------ below the list */

/* Named in one sentence: those that changed the same way; the rest by how it stands, or where nothing does, by whether
 * it has a figure. */
static bool same_stands(const struct filling *filling, const struct attention_item *a, const struct attention_item *b) {
    struct composer *composer = filling->composer;
    if (a->group != b->group)
        return false;
    if (a->group == ATTENTION_CHANGED)
        return a->worse == b->worse;
    if (a->group == ATTENTION_REST && attention_judged(&filling->attention) == 0)
        return status_is_absent(a->value.status) == status_is_absent(b->value.status);
    return a->group != ATTENTION_REST || text_equal(attention_stands(composer, a), attention_stands(composer, b));
}

/* `22.4% to 24.0%` of one whose change has to be told, else `24.0%`. */
static const char *figures_of_name(struct composer *composer, const struct attention_item *item) {
    const struct indicator *indicator = item->indicator;
    const char *printed = figure_printed(composer->arena, indicator, item->field, &item->value);
    const char *now = figure_text(composer, indicator, item->field, &item->value), *then = item->printed_before;
    return !item->changed || then == NULL || *then == '\0' || text_equal(then, printed)
               ? now
               : words_format(composer->arena, composer->words, WORD_ATTENTION_CHANGE, "before",
                              figure_text_written(composer, indicator, item->field, then), "now", now, NULL);
}

/* `green to amber, target < 23.0%`: what is said of one in brackets; NULL for nothing. */
static const char *aside_of(struct composer *composer, const struct attention_item *item) {
    const char *aim = attention_aim(composer, item, true), *change = NULL;
    if (status_is_absent(item->value.status))
        return NULL;
    if (item->changed && item->now.basis != STANDING_QUARTER)
        change = words_format(composer->arena, composer->words, WORD_ATTENTION_CHANGE, "before",
                              attention_standing_name(composer, item->before), "now",
                              attention_standing_name(composer, item->now), NULL);
    return change == NULL || aim == NULL ? change != NULL ? change : aim
                                         : arena_printf(composer->arena, "%s, %s", change, aim);
}

/* A name that ends with its unit, `Contacts that become referrals, %`, has it once beside a figure. */
static const char *bare_name(struct composer *composer, const struct indicator *indicator) {
    const char *name = indicator->short_title, *unit = ", %";
    size_t length = strlen(name), ends = strlen(unit);
    bool twice = unit_table[indicator->unit].percentage && length > ends && strcmp(name + length - ends, unit) == 0;
    return twice ? arena_strndup(composer->arena, name, length - ends) : name;
}

/* `% second plans 19.9% (target < 14.0%)`: one that has no row and should have its figure; of the rest the name. */
static const char *name_of(struct composer *composer, const struct attention_item *item, bool figures) {
    if (!figures)
        return item->indicator->short_title;
    const char *name = bare_name(composer, item->indicator), *aside = aside_of(composer, item);
    if (!status_is_absent(item->value.status))
        name = arena_printf(composer->arena, "%s %s", name, figures_of_name(composer, item));
    return aside == NULL ? name : arena_printf(composer->arena, "%s (%s)", name, aside);
}

static const char *heading_of_names(const struct filling *filling, const struct attention_item *item) {
    struct composer *composer = filling->composer;
    static const enum word words[] = {
        [ATTENTION_DECISION] = WORD_ATTENTION_ALSO_DECISION, [ATTENTION_CHANGED] = WORD_ATTENTION_ALSO_BETTER,
        [ATTENTION_SIGNAL] = WORD_ATTENTION_ALSO_SIGNAL,     [ATTENTION_WATCH] = WORD_ATTENTION_ALSO_WATCH,
        [ATTENTION_NEWS] = WORD_ATTENTION_ALSO_SIGNAL,       [ATTENTION_UNUSUAL] = WORD_ATTENTION_ALSO_UNUSUAL,
        [ATTENTION_MOST] = WORD_ATTENTION_ALSO_MOST};
    if (item->group == ATTENTION_CHANGED && item->worse)
        return words_get(composer->words, WORD_ATTENTION_ALSO_WORSE);
    if (item->group < ATTENTION_REST)
        return words_get(composer->words, words[item->group]);
    if (attention_judged(&filling->attention) == 0 && status_is_absent(item->value.status))
        return text_capital(composer->arena, unjudged_text(composer, UNJUDGED_NO_FIGURE));
    bool some = attention_judged(&filling->attention) == 0 && filling->listed > 0;
    return some ? words_get(composer->words, WORD_ATTENTION_NOT_LISTED) : attention_stands(composer, item);
}

/* `Green (4): early help; re-referrals.` Of many the number alone. */
static const char *names_of(const struct filling *filling, const struct attention_item *items, size_t count) {
    struct composer *composer = filling->composer;
    bool figures = items->group != ATTENTION_REST || attention_judged(&filling->attention) == 0;
    const char *names = NULL, *number = arena_printf(composer->arena, "%zu", count);
    bool named = count <= NAMES_MOST || (figures && count <= URGENT_NAMES_MOST);
    for (size_t i = 0; i < count && named; i++)
        names = names == NULL ? name_of(composer, &items[i], figures)
                              : arena_printf(composer->arena, "%s; %s", names, name_of(composer, &items[i], figures));
    return words_format(composer->arena, composer->words, names == NULL ? WORD_ATTENTION_NUMBER : WORD_ATTENTION_NAMES,
                        "what", heading_of_names(filling, items), "count", number, "names", names, NULL);
}

/* Behind a note, where it has something to say. */
static const char *joined(struct composer *composer, const char *note, const char *sentence) {
    return *note == '\0' || *sentence == '\0' ? arena_printf(composer->arena, "%s%s", note, sentence)
                                              : arena_printf(composer->arena, "%s %s", note, sentence);
}

/* Those that are on their targets or better than these are named together, or not at all. */
static size_t named_with(const struct attention *attention, const struct attention_item *items, size_t count) {
    size_t all = 0;
    if (items->now.basis != STANDING_TARGET)
        return count;
    for (size_t i = 0; i < attention->count; i++)
        all += attention->items[i].group == ATTENTION_REST && attention->items[i].now.basis == STANDING_TARGET;
    return all;
}

/* All are counted, by how they stand: those that need no attention are named as well where they are few. */
static bool is_told(const struct filling *filling, const struct attention_item *items, size_t count) {
    const struct attention *attention = &filling->attention;
    return items->group != ATTENTION_REST || attention_judged(attention) == 0 ||
           named_with(attention, items, count) <= NAMES_MOST;
}

/* What is not listed, by how it stands, and why what is watched is. */
static const char *note_of(struct filling *filling) {
    struct composer *composer = filling->composer;
    const struct attention *attention = &filling->attention;
    const char *note = "";
    for (size_t first = filling->listed, end; first < attention->count; first = end) {
        const struct attention_item *item = &attention->items[first];
        for (end = first + 1; end < attention->count && same_stands(filling, item, &attention->items[end]);)
            end++;
        if (!is_told(filling, item, end - first))
            continue;
        if (*note == '\0' && filling->listed > 0 && item->group == ATTENTION_REST && attention_judged(attention) > 0)
            note = words_get(composer->words, WORD_ATTENTION_NOT_LISTED_ABOVE);
        note = joined(composer, note, names_of(filling, item, end - first));
    }
    return joined(composer, note, attention_rules(composer, attention, filling->listed));
}

static void set_words(struct composer *composer, struct flow *flow, const char *words, enum text_style style,
                      double gap_pt) {
    const struct prose_style look = prose_style_of(composer, style);
    const struct piece *end = flow->last;
    struct piece *piece = *words == '\0' ? NULL : prose_set_words(composer, flow, ROLE_PARAGRAPH, words, &look);
    if (piece != NULL && end != NULL)
        piece->gap_pt = gap_pt;
}

/* What is said below the rows never stands on a page without any: the last go with it. */
static void set_note(struct composer *composer, struct flow *flow, const char *words) {
    if (*words != '\0')
        flow_keep_last(flow);
    set_words(composer, flow, words, STYLE_NOTE, NOTE_GAP_PT);
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
                                       .padding_pt = PADDING_PT,
                                       .labels_above = true,
                                       .prose_stays = true,
                                       .pos = block->pos}};
    const struct attention *attention = &filling.attention;
    size_t urgent = attention->count - attention->groups[ATTENTION_REST];
    filling.listed = urgent < filling.list->most ? urgent : filling.list->most;
    filling.since = attention_since(composer, attention, filling.list->since == SINCE_LAST_ISSUE);
    filling.first = first_of_lines(&filling);
    look_for_columns(&filling);
    set_words(composer, flow, attention_summary(composer, attention, filling.since), STYLE_LEAD, 0);
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
    if (filling.listed < attention->count && attention_judged(attention) > 0 && attention->count > 1)
        set_note(composer, flow, attention_counts(composer, attention));
    set_note(composer, flow, note_of(&filling));
}
