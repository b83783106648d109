#include "boxes.h"

#include <string.h>

#include "figure_text.h"
#include "grid.h"
#include "heading.h"
#include "paragraph.h"
#include "pen.h"
#include "text.h"

enum { KEY_BOX_PT = 18, KEY_ROW_PT = 17 };

static const char *block_title(const struct composer *composer, const struct block *block, enum word usual) {
    return block->title != NULL ? block->title : words_get(composer->words, usual);
}

static const char *unit_sign(const struct indicator *indicator) {
    return indicator->unit == UNIT_PERCENT ? "%" : "";
}

static const char *bound(struct composer *composer, const struct indicator *indicator, struct fraction number) {
    int decimals = number.denominator == 1 ? 0 : indicator->decimals;
    return arena_printf(composer->arena, "%s%s", fraction_printed(composer->arena, number, decimals, false),
                        unit_sign(indicator));
}

/* The range of a band in words: `26% to under 30%`. */
static const char *band_range(struct composer *composer, const struct indicator *indicator, const struct band *band) {
    enum { OPEN, IN, OUT };
    static const enum word words[3][3] = {
        [OPEN] = {[OPEN] = WORD_BAND_ANY, [IN] = WORD_BAND_UP_TO, [OUT] = WORD_BAND_BELOW},
        [IN] = {[OPEN] = WORD_BAND_FROM, [IN] = WORD_BAND_FROM_UP_TO, [OUT] = WORD_BAND_FROM_BELOW},
        [OUT] = {[OPEN] = WORD_BAND_OVER, [IN] = WORD_BAND_OVER_UP_TO, [OUT] = WORD_BAND_OVER_BELOW},
    };
    bool has_from = fraction_present(band->from), has_below = fraction_present(band->below);
    int from = !has_from ? OPEN : band->from_excluded ? OUT : IN;
    int to = !has_below ? OPEN : band->below_included ? IN : OUT;
    return words_format(composer->arena, composer->words, words[from][to], "from",
                        has_from ? bound(composer, indicator, band->from) : NULL, "to",
                        has_below ? bound(composer, indicator, band->below) : NULL, NULL);
}

/* All ranges of one colour, joined by "or"; the printed words where they are still to be set. */
static const char *colour_ranges(struct composer *composer, const struct indicator *indicator,
                                 const struct band_rule *rule, enum band_colour colour) {
    const char *words = NULL, *unset = NULL;
    for (size_t i = 0; i < rule->band_count; i++) {
        if (rule->bands[i].colour != colour)
            continue;
        if (rule->bands[i].unset) {
            unset = rule->bands[i].printed;
            continue;
        }
        const char *range = band_range(composer, indicator, &rule->bands[i]);
        words = words == NULL ? range
                              : words_format(composer->arena, composer->words, WORD_EITHER_OR, "first", words, "second",
                                             range, NULL);
    }
    return words != NULL ? words : unset;
}

/* Three boxes with their words: side by side where they fit, else one below the other. */
static void set_key(struct composer *composer, struct flow *flow, const struct indicator *indicator,
                    const struct band_rule *rule) {
    struct pen pen = pen_make(composer, NULL, STYLE_TABLE);
    double needed = 0, slot = flow->width_pt / 3;
    const char *words[BAND_COUNT];
    for (enum band_colour colour = 0; colour < BAND_COUNT; colour++) {
        words[colour] = colour_ranges(composer, indicator, rule, colour);
        double width = words[colour] == NULL ? 0 : pen_width(&pen, words[colour]);
        needed = width > needed ? width : needed;
    }
    bool beside = KEY_BOX_PT + 6 + needed + 4 <= slot;
    struct element *list = document_add_element(composer->document, composer->section, ROLE_LIST);
    for (enum band_colour colour = 0; colour < BAND_COUNT; colour++) {
        if (words[colour] == NULL)
            continue;
        double x = beside ? slot * (double)colour : 0;
        if (pen.piece == NULL || !beside)
            pen.piece = flow_add(composer, flow, KEY_ROW_PT);
        struct element *item = document_add_element(composer->document, list, ROLE_LIST_ITEM);
        pen.element = document_add_element(composer->document, item, ROLE_LIST_LABEL);
        pen_band(&pen, colour, (struct box){x, 2, KEY_BOX_PT, 12});
        pen.element = document_add_element(composer->document, item, ROLE_LIST_BODY);
        pen_text(&pen, x + KEY_BOX_PT + 6, 11, words[colour]);
    }
}

void rag_key_set(struct composer *composer, struct flow *flow, const struct block *block,
                 const struct indicator *indicator) {
    const struct band_rule *rule = indicator_band_rule(indicator, composer->period);
    static const enum word judged[2][2] = {{WORD_JUDGED_MONTH_UNROUNDED, WORD_JUDGED_MONTH_PRINTED},
                                           {WORD_JUDGED_YTD_UNROUNDED, WORD_JUDGED_YTD_PRINTED}};
    const char *note = NULL;
    if (rule != NULL)
        note = words_get(composer->words, judged[indicator->reports_ytd][rule->as_printed]);
    section_head_set(composer, flow, composer->section, block_title(composer, block, WORD_RAG_KEY), note);
    struct prose_style style = prose_style_of(composer, STYLE_BODY);
    if (rule == NULL)
        prose_set_words(composer, flow, ROLE_PARAGRAPH, words_get(composer->words, WORD_NO_KEY), &style);
    else
        set_key(composer, flow, indicator, rule);
}

static bool year_listed(const struct indicator *indicator, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (strcmp(indicator->benchmarks[i].year, indicator->benchmarks[index].year) == 0)
            return true;
    return false;
}

static bool add_year(struct composer *composer, struct grid *grid, const struct indicator *indicator,
                     const char *year) {
    const struct catalogue *catalogue = composer->layout->catalogue;
    struct grid_row *row = grid_add_row(composer, grid);
    bool absent = false;
    row->cells[0].string = benchmark_year(composer->arena, year);
    for (size_t c = 0; c < catalogue->comparator_count; c++) {
        const struct benchmark *benchmark = indicator_benchmark(indicator, catalogue->comparators[c].id, year);
        struct grid_cell *cell = &row->cells[c + 1];
        if (benchmark == NULL || !fraction_present(benchmark->value)) {
            cell->content = CELL_SYMBOL;
            cell->string = status_words[benchmark == NULL ? STATUS_MISSING : benchmark->status].symbol;
            absent = true;
        } else
            cell->string = fraction_printed(composer->arena, benchmark->value,
                                            indicator_benchmark_decimals(indicator, benchmark->value), false);
    }
    return absent;
}

void benchmark_box_set(struct composer *composer, struct flow *flow, const struct block *block,
                       const struct indicator *indicator) {
    const struct catalogue *catalogue = composer->layout->catalogue;
    struct prose_style note = prose_style_of(composer, STYLE_NOTE);
    section_head_set(composer, flow, composer->section, block_title(composer, block, WORD_BENCHMARK), NULL);
    if (indicator->benchmark_count == 0 || catalogue->comparator_count == 0) {
        struct prose_style body = prose_style_of(composer, STYLE_BODY);
        prose_set_words(composer, flow, ROLE_PARAGRAPH, words_get(composer->words, WORD_NO_COMPARISON), &body);
        return;
    }
    struct element *table = document_add_element(composer->document, composer->section, ROLE_TABLE);
    struct grid *grid = grid_create(composer, catalogue->comparator_count + 1);
    enum word years = indicator->unit == UNIT_PERCENT ? WORD_PERCENT_IN_YEAR : WORD_YEAR;
    grid->columns[0] = (struct grid_column){.heading = words_get(composer->words, years), .align = ALIGN_LEFT};
    for (size_t c = 0; c < catalogue->comparator_count; c++)
        grid->columns[c + 1] =
            (struct grid_column){.heading = catalogue->comparators[c].short_title, .align = ALIGN_DECIMAL};
    bool absent = false;
    for (size_t i = 0; i < indicator->benchmark_count; i++)
        if (!year_listed(indicator, i))
            absent |= add_year(composer, grid, indicator, indicator->benchmarks[i].year);
    grid_set(composer, flow, grid, table, NULL, block->pos);
    if (absent) {
        const char *words = arena_printf(composer->arena, "%s %s", status_words[STATUS_MISSING].symbol,
                                         words_status(composer->words, STATUS_MISSING));
        struct piece *piece = prose_set_words(composer, flow, ROLE_PARAGRAPH, words, &note);
        if (piece != NULL)
            piece->gap_pt = 3;
    }
}

const char *commentary_message(struct composer *composer, const struct indicator *indicator) {
    const struct commentary *commentary = layout_commentary(composer->layout, indicator);
    if (commentary == NULL || commentary->rich == NULL || commentary->rich->count == 0 ||
        commentary->rich->paragraphs[0].kind != RICH_HEADING)
        return NULL;
    const struct rich_paragraph *heading = &commentary->rich->paragraphs[0];
    const char *words = "";
    for (size_t i = 0; i < heading->run_count; i++)
        words = arena_printf(composer->arena, "%s%s", words, heading->runs[i].string);
    return words;
}

void commentary_set(struct composer *composer, struct flow *flow, const struct block *block,
                    const struct indicator *indicator) {
    const struct commentary *commentary = layout_commentary(composer->layout, indicator);
    struct prose_style style = prose_style_of(composer, STYLE_BODY);
    section_head_set(composer, flow, composer->section, block_title(composer, block, WORD_COMMENTARY),
                     composer->layout->catalogue->note);
    if (commentary == NULL || commentary->rich == NULL)
        prose_set_words(composer, flow, ROLE_PARAGRAPH,
                        words_format(composer->arena, composer->words, WORD_NO_COMMENTARY, "month",
                                     words_month_long(composer->arena, composer->words, composer->period), NULL),
                        &style);
    else
        prose_set(composer, flow, composer->section, commentary->rich,
                  commentary_message(composer, indicator) != NULL ? 1 : 0, &style);
}

/* A definition among others begins with what it defines. */
static struct rich_text *named_definition(struct composer *composer, const struct indicator *indicator,
                                          const char *numbers) {
    struct arena *arena = composer->arena;
    const struct rich_text *own = indicator->definition_rich;
    struct rich_text *named = arena_new(arena, struct rich_text);
    for (size_t p = 0; p < own->count; p++) {
        struct rich_paragraph paragraph = own->paragraphs[p];
        if (p == 0) {
            const char *number = numbers != NULL ? indicator_attribute(indicator, numbers) : NULL;
            const char *name = number != NULL                 ? number
                               : indicator->reference != NULL ? indicator->reference
                                                              : indicator->short_title;
            paragraph.runs = NULL;
            paragraph.run_count = paragraph.run_capacity = 0;
            arena_append(arena, paragraph.runs, paragraph.run_count, paragraph.run_capacity) =
                (struct rich_run){.string = arena_printf(arena, "%s ", name), .bold = true};
            for (size_t r = 0; r < own->paragraphs[0].run_count; r++)
                arena_append(arena, paragraph.runs, paragraph.run_count, paragraph.run_capacity) =
                    own->paragraphs[0].runs[r];
        }
        arena_append(arena, named->paragraphs, named->count, named->capacity) = paragraph;
    }
    return named;
}

static void set_definitions(struct composer *composer, struct flow *flow, const struct block *block,
                            const struct prose_style *style) {
    const struct selection *selection = &block->selection;
    for (size_t i = 0; i < selection->count; i++) {
        struct piece *last = flow->last;
        if (selection->indicators[i]->definition_rich != NULL)
            prose_set(composer, flow, composer->section,
                      named_definition(composer, selection->indicators[i], block->numbers), 0, style);
        if (last != NULL && last->next != NULL && i > 0)
            last->next->gap_pt = style->between_pt;
    }
}

void definition_set(struct composer *composer, struct flow *flow, const struct block *block,
                    const struct indicator *indicator) {
    struct prose_style style = prose_style_of(composer, STYLE_BODY);
    section_head_set(composer, flow, composer->section, block_title(composer, block, WORD_DEFINITION), NULL);
    if (block->selection.count > 0)
        set_definitions(composer, flow, block, &style);
    else if (indicator->definition_rich == NULL)
        prose_set_words(composer, flow, ROLE_PARAGRAPH, words_get(composer->words, WORD_NO_DEFINITION), &style);
    else
        prose_set(composer, flow, composer->section, indicator->definition_rich, 0, &style);
}

void text_block_set(struct composer *composer, struct flow *flow, const struct block *block) {
    struct prose_style style = prose_style_of(composer, block->small ? STYLE_NOTE : STYLE_BODY);
    if (block->title != NULL)
        section_head_set(composer, flow, composer->section, block->title, NULL);
    if (block->rich != NULL)
        prose_set(composer, flow, composer->section, block->rich, 0, &style);
}
