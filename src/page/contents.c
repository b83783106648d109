#include "contents.h"

#include <ctype.h>

#include "grid.h"
#include "heading.h"
#include "month_table.h"
#include "paragraph.h"

enum { ROW_HEIGHT_PT = 31, STRIP_HEIGHT_PT = 14 };

enum contents_column {
    COLUMN_REFERENCE,
    COLUMN_TITLE,
    COLUMN_FIGURE,
    COLUMN_AIM,
    COLUMN_GAP,
    COLUMN_RAG,
    COLUMN_PAGE,
    COLUMN_NUMBER
};

static const struct grid_column columns[COLUMN_NUMBER] = {
    [COLUMN_REFERENCE] = {.align = ALIGN_LEFT},
    [COLUMN_TITLE] = {.align = ALIGN_LEFT, .weight = 1},
    [COLUMN_FIGURE] = {.align = ALIGN_DECIMAL, .least_pt = 44},
    [COLUMN_AIM] = {.align = ALIGN_DECIMAL, .least_pt = 44},
    [COLUMN_GAP] = {.align = ALIGN_DECIMAL, .least_pt = 50},
    [COLUMN_RAG] = {.align = ALIGN_CENTRE, .least_pt = 40},
    [COLUMN_PAGE] = {.align = ALIGN_DECIMAL, .least_pt = 36},
};

static const enum word headings[COLUMN_NUMBER] = {
    [COLUMN_REFERENCE] = WORD_CHART, [COLUMN_TITLE] = WORD_CONTENTS_MEASURE, [COLUMN_FIGURE] = WORD_FIGURE,
    [COLUMN_AIM] = WORD_TARGET,      [COLUMN_GAP] = WORD_VARIANCE,           [COLUMN_RAG] = WORD_RAG,
    [COLUMN_PAGE] = WORD_PAGE,
};

static const char *judged_words(struct composer *composer, const struct indicator *indicator) {
    enum word judged = indicator->reports_ytd ? WORD_YEAR_TO_DATE : WORD_IN_THE_MONTH;
    return measure_and_unit(composer, words_get(composer->words, judged), indicator);
}

static void fill_figure(struct composer *composer, struct grid_cell *cell, const struct indicator *indicator,
                        enum field month_field, enum field ytd_field) {
    enum field field = indicator->reports_ytd ? ytd_field : month_field;
    const struct figure *figure = figure_at(figures_of(composer->figures, indicator), field, composer->period);
    if (status_is_absent(figure->status)) {
        cell->content = CELL_SYMBOL;
        cell->string = status_words[figure->status].symbol;
        return;
    }
    if (field_kind(field) == FIELD_IS_BAND) {
        cell->content = CELL_RAG;
        cell->band = (enum band_colour)figure->word;
        return;
    }
    bool relative =
        indicator->variance == VARIANCE_RELATIVE && (field == FIELD_VARIANCE || field == FIELD_YTD_VARIANCE);
    const char *printed = figure_printed(composer->arena, indicator, field, figure);
    cell->string = relative ? arena_printf(composer->arena, "%s%%", printed) : printed;
}

/* `Chart 3` is a `3` in a column headed Chart. */
static const char *reference_number(const struct indicator *indicator) {
    const char *s = indicator->reference;
    for (const char *digit = s; digit != NULL && *digit != '\0'; digit++)
        if (isdigit((unsigned char)*digit))
            return digit;
    return s;
}

static void add_page(struct composer *composer, struct grid *grid, size_t spec_index) {
    const struct page_spec *spec = &composer->layout->pages[spec_index];
    const struct indicator *indicator = spec->indicator;
    struct grid_row *row = grid_add_row(composer, grid);
    struct grid_cell *cells = row->cells;
    row->height_pt = ROW_HEIGHT_PT;
    row->rule_above = grid->row_count > 1;
    row->rule = LINE_HAIR;
    row->rule_colour = COLOUR_HAIRLINE;
    cells[COLUMN_TITLE].string = spec->title != NULL ? spec->title
                                 : indicator != NULL ? indicator->short_title
                                                     : words_get(composer->words, WORD_PAGE);
    cells[COLUMN_TITLE].link_spec = spec_index + 1;
    cells[COLUMN_TITLE].bold = cells[COLUMN_FIGURE].bold = true;
    cells[COLUMN_PAGE] = (struct grid_cell){.content = CELL_PAGE_NUMBER, .string = "0", .link_spec = spec_index + 1};
    if (indicator == NULL)
        return;
    cells[COLUMN_REFERENCE].string = reference_number(indicator);
    cells[COLUMN_TITLE].below = judged_words(composer, indicator);
    fill_figure(composer, &cells[COLUMN_FIGURE], indicator, FIELD_VALUE, FIELD_YTD_VALUE);
    fill_figure(composer, &cells[COLUMN_AIM], indicator, FIELD_TARGET, FIELD_TARGET);
    fill_figure(composer, &cells[COLUMN_GAP], indicator, FIELD_VARIANCE, FIELD_YTD_VARIANCE);
    fill_figure(composer, &cells[COLUMN_RAG], indicator, FIELD_RAG, FIELD_YTD_RAG);
}

struct tally {
    size_t bands[BAND_COUNT];
    size_t judged, listed;
};

static struct tally count_letters(struct composer *composer) {
    struct tally tally = {0};
    for (size_t i = 0; i < composer->layout->page_count; i++) {
        const struct page_spec *spec = &composer->layout->pages[i];
        if (spec->indicator == NULL || !spec->listed)
            continue;
        enum field field = spec->indicator->reports_ytd ? FIELD_YTD_RAG : FIELD_RAG;
        const struct figure *rag = figure_at(figures_of(composer->figures, spec->indicator), field, composer->period);
        tally.listed++;
        if (rag->status == STATUS_PRESENT) {
            tally.bands[(enum band_colour)rag->word]++;
            tally.judged++;
        }
    }
    return tally;
}

static const char *number_word(struct composer *composer, size_t number) {
    enum { LAST = WORD_NUMBER_12 - WORD_NUMBER_0 };
    return number <= LAST ? words_get(composer->words, (enum word)(WORD_NUMBER_0 + (int)number))
                          : arena_printf(composer->arena, "%zu", number);
}

static void set_summary(struct composer *composer, struct flow *flow) {
    struct tally tally = count_letters(composer);
    if (tally.judged == 0)
        return;
    struct prose_style style = prose_style_of(composer, STYLE_LEAD);
    char *sentence = words_format(
        composer->arena, composer->words, tally.bands[BAND_RED] == 1 ? WORD_SUMMARY_ONE : WORD_SUMMARY_OTHER, "red",
        number_word(composer, tally.bands[BAND_RED]), "listed", number_word(composer, tally.listed), "amber",
        number_word(composer, tally.bands[BAND_AMBER]), "green", number_word(composer, tally.bands[BAND_GREEN]), NULL);
    sentence[0] = (char)toupper((unsigned char)sentence[0]);
    style.face = FACE_TEXT_BOLD;
    prose_set_plain(composer, flow, composer->section, ROLE_PARAGRAPH, sentence, composer->spec->pos, &style);
    struct piece *strip = flow_add(composer, flow, STRIP_HEIGHT_PT);
    strip->gap_pt = 8;
    double slot = flow->width_pt / (double)tally.judged, x = 0;
    static const enum band_colour order[BAND_COUNT] = {BAND_RED, BAND_AMBER, BAND_GREEN};
    for (size_t b = 0; b < BAND_COUNT; b++)
        for (size_t i = 0; i < tally.bands[order[b]]; i++, x += slot)
            piece_rag(composer, strip, NULL, order[b], x + 0.75, 0, slot - 1.5, STRIP_HEIGHT_PT);
}

void contents_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const char *title = block->title != NULL ? block->title : words_get(composer->words, WORD_CONTENTS);
    set_summary(composer, flow);
    struct grid *grid = grid_create(composer, COLUMN_NUMBER);
    for (size_t c = 0; c < COLUMN_NUMBER; c++) {
        grid->columns[c] = columns[c];
        grid->columns[c].heading = words_get(composer->words, headings[c]);
    }
    for (size_t i = 0; i < composer->layout->page_count; i++) {
        const struct page_spec *spec = &composer->layout->pages[i];
        if (spec->listed && spec != composer->spec)
            add_page(composer, grid, i);
    }
    struct element *table = document_add_element(composer->document, composer->section, ROLE_TABLE);
    struct piece *before = flow->last;
    grid_set(composer, flow, grid, table, title, block->pos);
    if (before != NULL)
        before->next->gap_pt = 16;
    struct prose_style note = prose_style_of(composer, STYLE_NOTE);
    struct piece *piece =
        prose_set_plain(composer, flow, composer->section, ROLE_PARAGRAPH,
                        words_format(composer->arena, composer->words, WORD_CONTENTS_NOTE, "month",
                                     words_month_long(composer->arena, composer->words, composer->period), NULL),
                        block->pos, &note);
    if (piece != NULL)
        piece->gap_pt = 6;
}
