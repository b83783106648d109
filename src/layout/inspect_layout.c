#include "inspect_layout.h"

#include "block_parts.h"
#include "scorecard.h"
#include "trend_chart.h"

struct visit {
    const struct layout *layout;
    const struct page_spec *page;
    int period;
    struct diag *diag;
};

static void inspect_figure(const struct visit *visit, const struct indicator *indicator, enum field field,
                           struct source_pos pos, const char *what) {
    if (!field_exists(indicator, field))
        diag_warning(visit->diag, pos, "%s has no %s; the %s stays empty", indicator->id, field_words[field], what);
}

/* Columns of which no indicator has anything. */
static void inspect_scorecard(const struct visit *visit, const struct block *block, const struct indicator *indicator) {
    const struct scorecard *card = block_scorecard(block);
    (void)indicator;
    for (size_t c = 0; c < card->column_count; c++) {
        const struct score_column *column = &card->columns[c];
        bool any = column->show != SHOW_FIELD || column->field.source != FROM_FIELD;
        for (size_t i = 0; i < block->selection.count && !any; i++)
            any = field_exists(block->selection.indicators[i], column->field.field);
        if (!any)
            diag_warning(visit->diag, column->pos, "no indicator of the scorecard has %s; the column stays empty",
                         field_words[column->field.field]);
    }
}

static void inspect_commentary(const struct visit *visit, const struct block *block,
                               const struct indicator *indicator) {
    (void)block;
    if (indicator != NULL && layout_commentary(visit->layout, indicator) == NULL)
        diag_warning(visit->diag, visit->page->pos, "no commentary on %s for %s", indicator->id,
                     calendar_iso(visit->diag->arena, visit->layout->catalogue->calendar, visit->period));
}

static void inspect_definition(const struct visit *visit, const struct block *block,
                               const struct indicator *indicator) {
    if (indicator != NULL && block->selection.count == 0 && indicator->definition == NULL)
        diag_warning(visit->diag, indicator->pos, "%s has no definition for its page to show", indicator->id);
}

static void inspect_period_table(const struct visit *visit, const struct block *block,
                                 const struct indicator *indicator) {
    const struct period_table *table = block_period_table(block);
    for (size_t i = 0; indicator != NULL && i < table->column_count; i++)
        if (table->columns[i].series == NULL)
            inspect_figure(visit, indicator, table->columns[i].field, table->columns[i].pos, "column");
}

static void inspect_trend_chart(const struct visit *visit, const struct block *block,
                                const struct indicator *indicator) {
    const struct trend_chart *chart = block_trend_chart(block);
    if (indicator == NULL)
        return;
    if (chart_traits[chart->kind].spc && indicator->control_chart == NULL)
        diag_warning(visit->diag, block->pos,
                     "%s has no <control-chart> in the catalogue; its chart is a plain line chart", indicator->id);
    for (size_t i = 0; i < chart->line_count; i++) {
        const struct chart_line *line = &chart->lines[i];
        if (line->series == NULL)
            inspect_figure(visit, line->indicator != NULL ? line->indicator : indicator, line->field, line->pos,
                           "line");
    }
}

static void inspect_block(const struct visit *visit, const struct block *block) {
    static void (*const inspectors[BLOCK_KIND_COUNT])(const struct visit *, const struct block *,
                                                      const struct indicator *) = {
        [BLOCK_SCORECARD] = inspect_scorecard,     [BLOCK_COMMENTARY] = inspect_commentary,
        [BLOCK_DEFINITION] = inspect_definition,   [BLOCK_TABLE] = inspect_period_table,
        [BLOCK_TREND_CHART] = inspect_trend_chart,
    };
    for (const struct block *child = block->first_child; child != NULL; child = child->next)
        inspect_block(visit, child);
    if (inspectors[block->kind] != NULL)
        inspectors[block->kind](visit, block, block->indicator != NULL ? block->indicator : visit->page->indicator);
}

void inspect_layout(const struct layout *layout, int period, struct diag *diag) {
    for (size_t i = 0; i < layout->page_count; i++) {
        struct visit visit = {layout, &layout->pages[i], period, diag};
        if (layout->pages[i].body != NULL && period != PERIOD_NONE)
            inspect_block(&visit, layout->pages[i].body);
    }
}
