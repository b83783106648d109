#include "inspect_layout.h"

#include "scorecard.h"

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
static void inspect_scorecard(const struct visit *visit, const struct scorecard *card) {
    for (size_t c = 0; c < card->column_count; c++) {
        const struct score_column *column = &card->columns[c];
        bool any = column->show != SHOW_FIELD || column->field.source != FROM_FIELD;
        for (size_t i = 0; i < card->selection.count && !any; i++)
            any = field_exists(card->selection.indicators[i], column->field.field);
        if (!any)
            diag_warning(visit->diag, column->pos, "no indicator of the scorecard has %s; the column stays empty",
                         field_words[column->field.field]);
    }
}

static void inspect_block(const struct visit *visit, const struct block *block) {
    const struct indicator *indicator = block->indicator != NULL ? block->indicator : visit->page->indicator;
    for (const struct block *child = block->first_child; child != NULL; child = child->next)
        inspect_block(visit, child);
    if (block->scorecard != NULL)
        inspect_scorecard(visit, block->scorecard);
    if (indicator == NULL)
        return;
    if (block->kind == BLOCK_COMMENTARY && layout_commentary(visit->layout, indicator) == NULL)
        diag_warning(visit->diag, visit->page->pos, "no commentary on %s for %s", indicator->id,
                     month_iso(visit->diag->arena, visit->period));
    if (block->kind == BLOCK_DEFINITION && block->selection.count == 0 && indicator->definition == NULL)
        diag_warning(visit->diag, indicator->pos, "%s has no definition for its page to show", indicator->id);
    if (block->control && indicator->control_chart == NULL)
        diag_warning(visit->diag, block->pos,
                     "%s has no <control-chart> in the catalogue; its chart is a plain line chart", indicator->id);
    for (size_t i = 0; i < block->column_count; i++)
        if (block->columns[i].series == NULL)
            inspect_figure(visit, indicator, block->columns[i].field, block->columns[i].pos, "column");
    for (size_t i = 0; i < block->line_count; i++)
        if (block->lines[i].series == NULL)
            inspect_figure(visit, block->lines[i].indicator != NULL ? block->lines[i].indicator : indicator,
                           block->lines[i].field, block->lines[i].pos, "line");
}

void inspect_layout(const struct layout *layout, int period, struct diag *diag) {
    for (size_t i = 0; i < layout->page_count; i++) {
        struct visit visit = {layout, &layout->pages[i], period, diag};
        if (layout->pages[i].body != NULL && period != MONTH_NONE)
            inspect_block(&visit, layout->pages[i].body);
    }
}
