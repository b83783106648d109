#include "attention_row.h"

#include "action_prose.h"
#include "attention_aim.h"
#include "attention_reason.h"
#include "attention_words.h"
#include "block_parts.h"
#include "chart_make.h"
#include "coverage_text.h"
#include "due.h"
#include "figure_text.h"
#include "text.h"
#include "topic_table.h"
#include "trend_chart.h"

enum { CHART_PT = 26, LETTERS = 4, ACTIONS_MOST = 3 };

static const char *judged_title(const struct composer *composer, const struct attention_item *item) {
    return item->field == FIELD_YTD_VALUE ? words_get(composer->words, WORD_YEAR_TO_DATE)
                                          : coverage_title(composer, item->indicator);
}

/* What is judged, or of when it is where that is not the pack's period; behind it the reference, `In the month, % · CSC
 * 040`. */
static struct grid_cell measure_cell(const struct attention_row *row, const struct attention_item *item) {
    struct composer *composer = row->cells->composer;
    const struct indicator *indicator = item->indicator;
    const char *words = item->period == composer->period
                            ? judged_title(composer, item)
                            : text_capital(composer->arena, due_long(composer, indicator, item->period));
    words = figure_text_with_unit(composer, words, indicator);
    if (row->list->references)
        words = arena_printf(composer->arena, "%s · %s", words,
                             text_unbroken(composer->arena, indicator_listed_by(indicator)));
    return (struct grid_cell){.text = indicator->short_title, .below = words, .bold = true};
}

static struct grid_cell letters_cell(const struct attention_row *row, const struct attention_item *item) {
    const struct indicator *indicator = item->indicator;
    struct letter_strip *letters = arena_new(row->cells->composer->arena, struct letter_strip);
    enum grain grain = due_calendar(row->cells->composer, indicator).grain;
    bool one = row->form == FORM_NARROW, short_named = grain == GRAIN_MONTH || grain == GRAIN_QUARTER;
    *letters = (struct letter_strip){.indicator = indicator,
                                     .field = field_letter(item->field),
                                     .extent = {.periods = one ? 1 : LETTERS, .by_due = true},
                                     .named = !one && short_named};
    if (indicator->band_rule_count == 0)
        return (struct grid_cell){.text = NULL};
    return (struct grid_cell){.content = GRID_LETTERS, .letters = letters};
}

/* `2016/17 to 2022/23`. */
static const char *span_of(struct composer *composer, const struct indicator *indicator, struct extent extent) {
    const struct due_run run = due_run(composer, indicator, extent);
    return words_format(
        composer->arena, composer->words, WORD_SPAN, "first",
        text_unbroken(composer->arena, words_period_short(composer->arena, composer->words, run.calendar, run.first)),
        "last",
        text_unbroken(composer->arena,
                      words_period_short(composer->arena, composer->words, run.calendar, run.reported)),
        NULL);
}

static struct grid_cell trend_cell(const struct attention_row *row, const struct attention_item *item) {
    const struct indicator *indicator = item->indicator;
    struct composer *composer = row->cells->composer;
    enum grain due = due_calendar(composer, indicator).grain;
    struct extent extent = {.periods = row->periods[due], .by_due = due != composer->layout->catalogue->calendar.grain};
    return (struct grid_cell){.content = GRID_CHART,
                              .chart = chart_make_spark_over(composer, indicator, item->field, extent, true),
                              .chart_pt = CHART_PT,
                              .below = row->spans ? span_of(composer, indicator, extent) : NULL};
}

/* The figure over its target, or the range that it should lie in. */
static struct grid_cell figure_cell_of(const struct attention_row *row, const struct attention_item *item) {
    struct composer *composer = row->cells->composer;
    const struct indicator *indicator = item->indicator;
    const struct figure_shown shown = {
        .indicator = indicator, .name = {.field = item->field}, .figure = item->value, .decimals = -1};
    struct grid_cell cell = figure_cell(row->cells, &shown);
    cell.bold = true;
    cell.below = attention_aim(composer, item, false);
    return cell;
}

static struct grid_cell prose_cell(const struct attention_row *row, const struct rich_text *text) {
    return text->count == 0
               ? (struct grid_cell){.text = NULL}
               : (struct grid_cell){.content = GRID_PROSE, .prose = text, .prose_in_type = row->form == FORM_NARROW};
}

static bool has_column_of(const struct block *block, const struct indicator *indicator) {
    const struct topic_table *table = block->kind == BLOCK_TOPIC_TABLE ? block_topic_table(block) : NULL;
    for (size_t i = 0; table != NULL && i < table->measure_count; i++)
        if (table->measures[i].indicator == indicator)
            return true;
    return false;
}

static bool has_line_of(const struct block *block, const struct indicator *indicator) {
    const struct trend_chart *chart = block->kind == BLOCK_TREND_CHART ? block_trend_chart(block) : NULL;
    for (size_t i = 0; chart != NULL && i < chart->line_count; i++)
        if (chart->lines[i].indicator == indicator)
            return true;
    return false;
}

/* True where a block of a page, or one in it, has the figures of the indicator. */
static bool shows(const struct block *block, const struct indicator *indicator) {
    static const bool lists[BLOCK_KIND_COUNT] = {
        [BLOCK_ATTENTION] = true, [BLOCK_ACTIONS] = true,         [BLOCK_CONTENTS] = true,
        [BLOCK_TILES] = true,     [BLOCK_SELECTION_PANEL] = true, [BLOCK_NOTES] = true,
    };
    for (const struct block *child = block->first_child; child != NULL; child = child->next) {
        if (child->indicator == indicator || shows(child, indicator))
            return true;
        for (size_t i = 0; i < child->selection.count && !lists[child->kind]; i++)
            if (child->selection.indicators[i] == indicator)
                return true;
        if (has_column_of(child, indicator) || has_line_of(child, indicator))
            return true;
    }
    return false;
}

/* How much a page shows: the more, the less of it is about one indicator. */
static size_t shown_count(const struct block *block) {
    size_t count = 0;
    for (const struct block *child = block->first_child; child != NULL; child = child->next)
        count += (child->indicator != NULL) + child->selection.count + shown_count(child);
    return count;
}

/* A page that is left out, since its key has nothing to explain, is nowhere to lead to. */
static bool stands(const struct page_spec *page) {
    return page->body != NULL && !page->empty;
}

size_t attention_row_page(const struct composer *composer, const struct indicator *indicator) {
    const struct layout *layout = composer->layout;
    size_t found = 0, least = SIZE_MAX;
    for (size_t i = 0; i < layout->page_count; i++)
        if (layout->pages[i].indicator == indicator && stands(&layout->pages[i]))
            return i + 1;
    for (size_t i = 0; i < layout->page_count; i++) {
        const struct page_spec *page = &layout->pages[i];
        if (!stands(page) || !shows(page->body, indicator))
            continue;
        size_t count = page == composer->page->spec ? SIZE_MAX - 1 : shown_count(page->body);
        if (count < least) {
            found = i + 1;
            least = count;
        }
    }
    return found;
}

struct grid_cell attention_row_page_cell(const struct composer *composer, const struct indicator *indicator) {
    size_t spec = attention_row_page(composer, indicator);
    return spec == 0 ? (struct grid_cell){.text = NULL}
                     : (struct grid_cell){.content = GRID_PAGE, .text = "0", .link_spec = spec, .link_to = indicator};
}

/* Off target, or listed since it is worse, or since its control chart says something. */
static bool expects_action(const struct attention_item *item) {
    return item->expects_action || item->variation != SPC_VARIATION_COMMON ||
           (item->group == ATTENTION_WATCH && item->watch <= WATCH_QUARTER);
}

/* A reason ends with what is to be known of its figures. */
static const char *with_notes(struct composer *composer, const struct attention_list *list,
                              const struct indicator *indicator, const char *reason) {
    for (size_t i = 0; i < list->attribute_count; i++) {
        const char *note = indicator_attribute(indicator, list->attributes[i]);
        if (note != NULL)
            reason = arena_printf(composer->arena, "%s%s%s", reason, *reason == '\0' ? "" : " ", note);
    }
    return reason;
}

void attention_row_fill(const struct attention_row *row, const struct attention_item *item,
                        struct grid_cell cells[COLUMN_NUMBER]) {
    struct composer *composer = row->cells->composer;
    struct rich_text *why = arena_new(composer->arena, struct rich_text);
    struct rich_text *done = row->form == FORM_WIDE ? arena_new(composer->arena, struct rich_text) : why;
    const struct action_prose told = {.indicator = item->indicator,
                                      .most = row->form == FORM_NARROW ? 1 : ACTIONS_MOST,
                                      .lack = expects_action(item) ? LACK_WARNED : LACK_UNSAID,
                                      .asked = row->list->committee};
    const char *reason = attention_reason(composer, row->attention, item, row->form != FORM_NARROW);
    reason = with_notes(composer, row->list, item->indicator, reason);
    if (*reason != '\0')
        rich_run_add(composer->arena, rich_paragraph_add(composer->arena, why, item->indicator->pos), reason);
    if (row->actions)
        action_prose_add(composer, done, &told);
    cells[COLUMN_MEASURE] = measure_cell(row, item);
    cells[COLUMN_STOOD] = letters_cell(row, item);
    if (row->form != FORM_NARROW)
        cells[COLUMN_TREND] = trend_cell(row, item);
    cells[COLUMN_FIGURE] = figure_cell_of(row, item);
    cells[COLUMN_WHY] = prose_cell(row, why);
    cells[COLUMN_DONE] = prose_cell(row, done);
    cells[COLUMN_PAGE] = attention_row_page_cell(composer, item->indicator);
}
