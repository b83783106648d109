#include "inspect_layout.h"

#include <string.h>

#include "block_parts.h"
#include "comparison_chart.h"
#include "funnel.h"
#include "scorecard.h"
#include "trend_chart.h"
#include "unit.h"

struct visit {
    const struct layout *layout;
    const struct page_spec *page;
    int period;
    struct diag *diag;
    struct lacking *lacking;
};

/* What measures have not that pages of one template ask for: told once, at its place. */
struct lack {
    struct source_pos pos;
    const char *said, *ids;
    size_t count;
};

struct lacking {
    struct lack *items;
    size_t count, capacity;
};

/* `visits has no rag; the column is left out`, as soon as all pages are seen. */
static void add_lack(const struct visit *visit, const struct indicator *indicator, struct source_pos pos,
                     const char *said) {
    enum { NAMED_MAX = 12 };
    struct lacking *lacking = visit->lacking;
    struct arena *arena = visit->diag->arena;
    for (size_t i = 0; i < lacking->count; i++) {
        struct lack *lack = &lacking->items[i];
        if (lack->pos.line != pos.line || lack->pos.column != pos.column || strcmp(lack->pos.file, pos.file) != 0 ||
            strcmp(lack->said, said) != 0)
            continue;
        if (lack->count++ < NAMED_MAX)
            lack->ids = arena_printf(arena, "%s, %s", lack->ids, indicator->id);
        else if (lack->count == NAMED_MAX + 1)
            lack->ids = arena_printf(arena, "%s and more", lack->ids);
        return;
    }
    arena_append(arena, lacking->items, lacking->count, lacking->capacity) = (struct lack){pos, said, indicator->id, 1};
}

static void tell_lacking(const struct lacking *lacking, struct diag *diag) {
    for (size_t i = 0; i < lacking->count; i++) {
        const struct lack *lack = &lacking->items[i];
        diag_warning(diag, lack->pos, "%s %s %s", lack->ids, lack->count == 1 ? "has" : "have", lack->said);
    }
}

static void inspect_figure(const struct visit *visit, const struct indicator *indicator, enum field field,
                           struct source_pos pos, const char *what) {
    if (!field_exists(indicator, field))
        add_lack(visit, indicator, pos, arena_printf(visit->diag->arena, "no %s; the %s", field_words[field], what));
}

/* Columns of which no indicator has anything. */
static void inspect_scorecard(const struct visit *visit, const struct block *block, const struct indicator *indicator) {
    const struct scorecard *card = block_scorecard(block);
    (void)indicator;
    for (size_t c = 0; c < card->column_count; c++) {
        const struct score_column *column = &card->columns[c];
        bool letters = column->show == SHOW_RAG_HISTORY;
        bool any = !letters && (column->show != SHOW_FIELD || column->field.source != FROM_FIELD);
        enum field field = letters ? FIELD_RAG : column->field.field;
        for (size_t i = 0; i < block->selection.count && !any; i++)
            any = field_exists(block->selection.indicators[i], field);
        if (!any)
            diag_warning(visit->diag, column->pos, "no indicator of the scorecard has %s; the column stays empty",
                         field_words[field]);
    }
}

static void inspect_commentary(const struct visit *visit, const struct block *block,
                               const struct indicator *indicator) {
    (void)block;
    struct calendar calendar = visit->layout->catalogue->calendar;
    if (indicator == NULL || calendar_due(calendar, visit->period, indicator_due(indicator, calendar)) != visit->period)
        return;
    if (layout_commentary(visit->layout, indicator) == NULL)
        diag_warning(visit->diag, visit->page->pos, "no commentary on %s for %s", indicator->id,
                     calendar_iso(visit->diag->arena, calendar, visit->period));
}

static void inspect_definition(const struct visit *visit, const struct block *block,
                               const struct indicator *indicator) {
    if (indicator != NULL && block->selection.count == 0 && indicator->definition == NULL)
        diag_warning(visit->diag, indicator->pos, "%s has no definition for its page to show", indicator->id);
}

static void inspect_rag_key(const struct visit *visit, const struct block *block, const struct indicator *indicator) {
    if (indicator != NULL && !field_exists(indicator, FIELD_RAG))
        diag_note(visit->diag, block->pos, "%s has no bands; its RAG key is left out", indicator->id);
}

static void inspect_period_table(const struct visit *visit, const struct block *block,
                                 const struct indicator *indicator) {
    const struct period_table *table = block_period_table(block);
    for (size_t i = 0; indicator != NULL && i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        if (column->series != NULL)
            continue;
        inspect_figure(visit, indicator, column->field.field, column->pos, "column is left out");
        if (column->field.field == FIELD_TARGET && indicator->target_count > 0 && !indicator_has_target(indicator))
            add_lack(visit, indicator, column->pos,
                     "a target of the whole year alone, which the status line tells; the column is left out");
    }
}

/* What a line's scale is in. A series is counted, and so may an average be set beside counts. */
static const char *scale_of(const struct visit *visit, const struct indicator *indicator,
                            const struct chart_line *line) {
    enum unit unit = line->series != NULL ? UNIT_COUNT : field_unit(indicator, line->field);
    const struct unit_facts *facts = &unit_table[unit];
    if (facts->naming == UNIT_NAMED_BY_PER)
        return arena_printf(visit->diag->arena, "%s per %s", facts->scale,
                            fraction_printed(visit->diag->arena, indicator->per, 0, false));
    return facts->money ? arena_printf(visit->diag->arena, "%s (%s, magnitude %s)", facts->scale, indicator->currency,
                                       magnitude_words[indicator->magnitude])
                        : facts->scale;
}

/* The same, but sums over a year tower over what is summed. */
static const char *scale_of_line(const struct visit *visit, const struct indicator *indicator,
                                 const struct chart_line *line) {
    const char *scale = scale_of(visit, indicator, line);
    bool sum = line->series == NULL && line->comparator == NULL && field_is_sum(indicator, line->field);
    return sum ? arena_printf(visit->diag->arena, "%s added up over a year", scale) : scale;
}

/* Lines on one axis are read off one scale. */
static void inspect_scales(const struct visit *visit, const struct trend_chart *chart,
                           const struct indicator *indicator) {
    const char *scales[2] = {NULL, NULL};
    const char *remedy = chart_traits[chart->kind].rows ? "draw this line in a chart of its own"
                         : chart_traits[chart->kind].multiple
                             ? "by-unit=\"yes\" gives each unit rows and a scale"
                             : "draw this line on another axis, or in a chart of its own";
    for (size_t i = 0; !chart->by_unit && i < chart->line_count; i++) {
        const struct chart_line *line = &chart->lines[i];
        const char **scale = &scales[line->second_axis];
        const char *own = scale_of_line(visit, line->indicator != NULL ? line->indicator : indicator, line);
        if (*scale == NULL)
            *scale = own;
        else if (strcmp(*scale, own) != 0)
            diag_error(visit->diag, line->pos, "%s and %s have no scale in common; %s", own, *scale, remedy);
    }
    const char *aim = scale_of(visit, indicator, &(struct chart_line){.field = FIELD_TARGET});
    if (chart->target && field_exists(indicator, FIELD_TARGET) && scales[0] != NULL &&
        strncmp(scales[0], aim, strlen(aim)) != 0)
        diag_error(visit->diag, chart->lines[0].pos, "the target is in %s and the chart in %s; take the target out",
                   aim, scales[0]);
}

static void inspect_trend_chart(const struct visit *visit, const struct block *block,
                                const struct indicator *indicator) {
    const struct trend_chart *chart = block_trend_chart(block);
    if (indicator == NULL && block->selection.count > 0)
        indicator = block->selection.indicators[0];
    if (indicator == NULL)
        return;
    if (chart_traits[chart->kind].spc && indicator->control_chart == NULL)
        diag_warning(visit->diag, block->pos,
                     "%s has no <control-chart> in the catalogue; its chart is a plain line chart", indicator->id);
    inspect_scales(visit, chart, indicator);
    for (size_t i = 0; i < chart->line_count; i++) {
        const struct chart_line *line = &chart->lines[i];
        if (line->comparator != NULL && indicator->reports_ytd && chart->lines[0].field == FIELD_VALUE)
            diag_warning(visit->diag, line->pos,
                         "\"%s\" is computed of what %s reports, the year to date; draw it beside ytd_value",
                         line->comparator->id, indicator->id);
        if (line->series == NULL && line->comparator == NULL)
            inspect_figure(visit, line->indicator != NULL ? line->indicator : indicator, line->field, line->pos,
                           "line stays empty");
    }
}

static void inspect_comparison_chart(const struct visit *visit, const struct block *block,
                                     const struct indicator *indicator) {
    bool funnel = block_comparison_chart(block)->kind == CHART_FUNNEL;
    if (funnel && indicator != NULL && !funnel_suits(indicator))
        diag_warning(visit->diag, block->pos,
                     "%s is neither a share of a whole nor a rate on a population: chance says nothing of it, and its "
                     "funnel is a ranked chart",
                     indicator->id);
}

/* A grid in which nothing can stand. */
static void inspect_variation_grid(const struct visit *visit, const struct block *block,
                                   const struct indicator *indicator) {
    (void)indicator;
    for (size_t i = 0; i < block->selection.count; i++)
        if (block->selection.indicators[i]->control_chart != NULL)
            return;
    diag_warning(visit->diag, block->pos,
                 "no indicator of the grid has a control chart; give those that it is about a <control-chart/> in the "
                 "catalogue");
}

static void inspect_block(const struct visit *visit, const struct block *block) {
    static void (*const inspectors[BLOCK_KIND_COUNT])(const struct visit *, const struct block *,
                                                      const struct indicator *) = {
        [BLOCK_SCORECARD] = inspect_scorecard,           [BLOCK_COMMENTARY] = inspect_commentary,
        [BLOCK_DEFINITION] = inspect_definition,         [BLOCK_TABLE] = inspect_period_table,
        [BLOCK_TREND_CHART] = inspect_trend_chart,       [BLOCK_COMPARISON_CHART] = inspect_comparison_chart,
        [BLOCK_VARIATION_GRID] = inspect_variation_grid, [BLOCK_RAG_KEY] = inspect_rag_key,
    };
    for (const struct block *child = block->first_child; child != NULL; child = child->next)
        inspect_block(visit, child);
    if (inspectors[block->kind] != NULL)
        inspectors[block->kind](visit, block, block_speaks_of(block, visit->page->indicator));
}

void inspect_layout(const struct layout *layout, int period, struct diag *diag) {
    struct lacking lacking = {0};
    for (size_t i = 0; i < layout->page_count; i++) {
        struct visit visit = {layout, &layout->pages[i], period, diag, &lacking};
        if (layout->pages[i].body != NULL && period != PERIOD_NONE)
            inspect_block(&visit, layout->pages[i].body);
    }
    tell_lacking(&lacking, diag);
}
