#include "boxes.h"

#include <string.h>

#include "grid.h"
#include "heading.h"
#include "paragraph.h"
#include "text.h"

enum { KEY_BOX_PT = 18, KEY_ROW_PT = 17 };

static const char *unit_sign(const struct indicator *indicator) {
    return indicator->unit == UNIT_PERCENT ? "%" : "";
}

static const char *bound(struct composer *composer, const struct indicator *indicator, struct fraction number) {
    int decimals = number.denominator == 1 ? 0 : indicator->decimals;
    return arena_printf(composer->arena, "%s%s", fraction_printed(composer->arena, number, decimals, false),
                        unit_sign(indicator));
}

/* The range of a band in words: `26% to under 30%`, `over 20 to 22`. */
static const char *band_range(struct composer *composer, const struct indicator *indicator, const struct band *band) {
    const char *from = fraction_present(band->from) ? bound(composer, indicator, band->from) : NULL;
    const char *below = fraction_present(band->below) ? bound(composer, indicator, band->below) : NULL;
    if (from != NULL && below != NULL)
        return arena_printf(composer->arena, "%s%s to %s%s", band->from_excluded ? "over " : "", from,
                            band->below_included ? "" : "under ", below);
    if (from != NULL)
        return arena_printf(composer->arena, band->from_excluded ? "over %s" : "%s or more", from);
    if (below != NULL)
        return arena_printf(composer->arena, band->below_included ? "%s or less" : "under %s", below);
    return "any figure";
}

/* All ranges of one colour, joined by "or". */
static const char *colour_ranges(struct composer *composer, const struct indicator *indicator,
                                 const struct band_rule *rule, enum band_colour colour) {
    const char *words = NULL;
    for (size_t i = 0; i < rule->band_count; i++) {
        if (rule->bands[i].colour != colour || rule->bands[i].unset)
            continue;
        const char *range = band_range(composer, indicator, &rule->bands[i]);
        words = words == NULL ? range : arena_printf(composer->arena, "%s, or %s", words, range);
    }
    return words;
}

/* Three boxes with their words: side by side where they fit, else one below the other. */
static void set_key(struct composer *composer, struct flow *flow, const struct indicator *indicator,
                    const struct band_rule *rule) {
    double size = composer->layout->theme.type[STYLE_TABLE].size_pt, needed = 0, slot = flow->width_pt / 3;
    const char *words[BAND_COUNT];
    for (enum band_colour colour = 0; colour < BAND_COUNT; colour++) {
        words[colour] = colour_ranges(composer, indicator, rule, colour);
        double width = words[colour] == NULL ? 0 : string_width(composer, FACE_TABLE, size, words[colour]);
        needed = width > needed ? width : needed;
    }
    bool beside = KEY_BOX_PT + 6 + needed + 4 <= slot;
    struct element *list = document_add_element(composer->document, composer->section, ROLE_LIST);
    struct piece *piece = NULL;
    for (enum band_colour colour = 0; colour < BAND_COUNT; colour++) {
        if (words[colour] == NULL)
            continue;
        double x = beside ? slot * (double)colour : 0;
        if (piece == NULL || !beside)
            piece = flow_add(composer, flow, KEY_ROW_PT);
        struct element *item = document_add_element(composer->document, list, ROLE_LIST_ITEM);
        piece_rag(composer, piece, document_add_element(composer->document, item, ROLE_LIST_LABEL), colour, x, 2,
                  KEY_BOX_PT, 12);
        piece_text(composer, piece, document_add_element(composer->document, item, ROLE_LIST_BODY), FACE_TABLE, size,
                   COLOUR_TEXT, x + KEY_BOX_PT + 6, 11, words[colour]);
    }
}

void rag_key_set(struct composer *composer, struct flow *flow, const struct block *block,
                 const struct indicator *indicator) {
    const struct band_rule *rule = indicator_band_rule(indicator, composer->period);
    const char *judged = indicator->reports_ytd ? "judged on the year to date" : "judged on the month";
    const char *note = NULL;
    if (rule != NULL)
        note = arena_printf(composer->arena, "%s%s", judged, rule->as_printed ? ", as printed" : ", before rounding");
    section_head_set(composer, flow, composer->section, block->title != NULL ? block->title : "RAG key", note);
    struct prose_style style = prose_style_of(composer, STYLE_BODY);
    if (rule == NULL)
        prose_set_plain(composer, flow, composer->section, ROLE_PARAGRAPH, "No key is set for this month.", block->pos,
                        &style);
    else
        set_key(composer, flow, indicator, rule);
}

const char *benchmark_year(struct arena *arena, const char *year) {
    char *printed = arena_strdup(arena, year);
    if (strlen(year) == 7 && year[4] == '-')
        printed[4] = '/';
    return printed;
}

static bool year_listed(const struct indicator *indicator, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (strcmp(indicator->benchmarks[i].year, indicator->benchmarks[index].year) == 0)
            return true;
    return false;
}

static int benchmark_decimals(const struct indicator *indicator) {
    for (size_t i = 0; i < indicator->benchmark_count; i++)
        if (fraction_present(indicator->benchmarks[i].value) && indicator->benchmarks[i].value.denominator > 1)
            return indicator->decimals > 0 ? indicator->decimals : 1;
    return 0;
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
            cell->string = fraction_printed(composer->arena, benchmark->value, benchmark_decimals(indicator), false);
    }
    return absent;
}

void benchmark_box_set(struct composer *composer, struct flow *flow, const struct block *block,
                       const struct indicator *indicator) {
    const struct catalogue *catalogue = composer->layout->catalogue;
    struct prose_style note = prose_style_of(composer, STYLE_NOTE);
    section_head_set(composer, flow, composer->section, block->title != NULL ? block->title : "Benchmark", NULL);
    if (indicator->benchmark_count == 0 || catalogue->comparator_count == 0) {
        struct prose_style body = prose_style_of(composer, STYLE_BODY);
        prose_set_plain(composer, flow, composer->section, ROLE_PARAGRAPH,
                        "No comparison is published for this measure.", block->pos, &body);
        return;
    }
    struct element *table = document_add_element(composer->document, composer->section, ROLE_TABLE);
    struct grid *grid = grid_create(composer, catalogue->comparator_count + 1);
    grid->columns[0] =
        (struct grid_column){.heading = indicator->unit == UNIT_PERCENT ? "% in year" : "Year", .align = ALIGN_LEFT};
    for (size_t c = 0; c < catalogue->comparator_count; c++)
        grid->columns[c + 1] =
            (struct grid_column){.heading = catalogue->comparators[c].short_title, .align = ALIGN_DECIMAL};
    bool absent = false;
    for (size_t i = 0; i < indicator->benchmark_count; i++)
        if (!year_listed(indicator, i))
            absent |= add_year(composer, grid, indicator, indicator->benchmarks[i].year);
    grid_set(composer, flow, grid, table, NULL, block->pos);
    if (absent) {
        struct piece *piece =
            prose_set_plain(composer, flow, composer->section, ROLE_PARAGRAPH, "[x] not available", block->pos, &note);
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
    section_head_set(composer, flow, composer->section, block->title != NULL ? block->title : "Commentary",
                     composer->layout->catalogue->note);
    if (commentary == NULL || commentary->rich == NULL)
        prose_set_plain(composer, flow, composer->section, ROLE_PARAGRAPH,
                        arena_printf(composer->arena, "No commentary was received for %s.",
                                     month_long(composer->arena, composer->period)),
                        block->pos, &style);
    else
        prose_set(composer, flow, composer->section, commentary->rich,
                  commentary_message(composer, indicator) != NULL ? 1 : 0, &style);
}

void definition_set(struct composer *composer, struct flow *flow, const struct block *block,
                    const struct indicator *indicator) {
    struct prose_style style = prose_style_of(composer, STYLE_BODY);
    section_head_set(composer, flow, composer->section, block->title != NULL ? block->title : "Definition", NULL);
    if (indicator->definition_rich == NULL)
        prose_set_plain(composer, flow, composer->section, ROLE_PARAGRAPH, "The catalogue gives no definition.",
                        block->pos, &style);
    else
        prose_set(composer, flow, composer->section, indicator->definition_rich, 0, &style);
}

void text_block_set(struct composer *composer, struct flow *flow, const struct block *block) {
    struct prose_style style = prose_style_of(composer, STYLE_BODY);
    if (block->title != NULL)
        section_head_set(composer, flow, composer->section, block->title, NULL);
    if (block->rich != NULL)
        prose_set(composer, flow, composer->section, block->rich, 0, &style);
}
