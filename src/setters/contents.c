#include <string.h>
#include <strings.h>

#include "band_text.h"
#include "block_parts.h"
#include "block_setters.h"
#include "chart_make.h"
#include "contents_lines.h"
#include "contents_pages.h"
#include "coverage_text.h"
#include "dated.h"
#include "due.h"
#include "figure_cell.h"
#include "figure_text.h"
#include "prose.h"
#include "section_head.h"
#include "tally_strip.h"
#include "tally_text.h"
#include "text.h"

enum { ROW_HEIGHT_PT = 31, ROW_PADDING_PT = 8, NARROW_EMS = 47, TITLE_LEAST_PT = 80 };

enum contents_column {
    COLUMN_REFERENCE,
    COLUMN_TITLE,
    COLUMN_TREND,
    COLUMN_FIGURE,
    COLUMN_AIM,
    COLUMN_GAP,
    COLUMN_HISTORY,
    COLUMN_RAG,
    COLUMN_RANK,
    COLUMN_QUARTILE,
    COLUMN_PAGE,
    COLUMN_NUMBER
};

static const struct grid_column columns[COLUMN_NUMBER] = {
    [COLUMN_REFERENCE] = {.align = GRID_LEFT, .width = {WIDTH_NATURAL, 0}},
    [COLUMN_TITLE] = {.align = GRID_LEFT, .width = {WIDTH_WEIGHT, 1}, .least_pt = 100},
    [COLUMN_TREND] = {.align = GRID_LEFT, .width = {WIDTH_NATURAL, 0}, .least_pt = 74},
    [COLUMN_FIGURE] = {.align = GRID_NUMBER, .width = {WIDTH_NATURAL, 0}, .least_pt = 44},
    [COLUMN_AIM] = {.align = GRID_NUMBER, .width = {WIDTH_NATURAL, 0}, .least_pt = 44},
    [COLUMN_GAP] = {.align = GRID_NUMBER, .width = {WIDTH_NATURAL, 0}, .least_pt = 50},
    [COLUMN_HISTORY] = {.align = GRID_LEFT, .width = {WIDTH_NATURAL, 0}},
    [COLUMN_RAG] = {.align = GRID_CENTRE, .width = {WIDTH_NATURAL, 0}, .least_pt = 40},
    [COLUMN_RANK] = {.align = GRID_NUMBER, .width = {WIDTH_NATURAL, 0}, .least_pt = 50},
    [COLUMN_QUARTILE] = {.align = GRID_CENTRE, .width = {WIDTH_NATURAL, 0}, .least_pt = 40},
    [COLUMN_PAGE] = {.align = GRID_NUMBER, .width = {WIDTH_NATURAL, 0}, .least_pt = 36},
};

static const enum word headings[COLUMN_NUMBER] = {
    [COLUMN_REFERENCE] = WORD_CHART,
    [COLUMN_TITLE] = WORD_ATTENTION_MEASURE,
    [COLUMN_TREND] = WORD_CONTENTS_TREND,
    [COLUMN_FIGURE] = WORD_FIGURE,
    [COLUMN_AIM] = WORD_TARGET,
    [COLUMN_GAP] = WORD_VARIANCE,
    [COLUMN_HISTORY] = WORD_RAG_HISTORY,
    [COLUMN_RAG] = WORD_RAG,
    [COLUMN_RANK] = WORD_FIELD_RANK,
    [COLUMN_QUARTILE] = WORD_FIELD_QUARTILE,
    [COLUMN_PAGE] = WORD_PAGE,
};

/* A field of the period, or of the year to date where the indicator reports that. */
static struct grid_cell reported_cell(struct figure_cells *cells, const struct indicator *indicator,
                                      enum field of_period) {
    struct composer *composer = cells->composer;
    const struct figure_table *table = figures_of(composer->figures, indicator);
    enum field field = field_reported(indicator, of_period);
    int period = due_period(composer, indicator, field);
    bool relative = indicator->variance == VARIANCE_RELATIVE && field_table[field].unit == FIELD_IN_VARIANCE;
    const struct field_name name = {.field = field};
    const struct figure_shown shown = {.indicator = indicator,
                                       .name = name,
                                       .figure = figure_of_period(table, name, period),
                                       .decimals = -1,
                                       .sign = relative ? "%" : NULL};
    struct grid_cell cell = figure_cell(cells, &shown);
    if (of_period == FIELD_VALUE && period != composer->period)
        cell.below = due_short(composer, indicator, period);
    return cell;
}

/* How the pages of a list are referred to: by a number that all of them have behind one word, which then heads their
 * column, by what each is called, or not at all. */
struct references {
    bool any;
    size_t skip; /* letters of the word, and the blank behind it */
};

/* `Chart 3` is a `3` in a column headed Chart; `CORP 09` stays as it is. */
static size_t skipped(const struct composer *composer, const char *reference) {
    const char *word = words_get(composer->words, WORD_CHART);
    size_t length = strlen(word);
    bool starts = strncasecmp(reference, word, length) == 0 && reference[length] == ' ';
    return starts && reference[length + 1] != '\0' ? length + 1 : 0;
}

static struct references references_of(const struct composer *composer, const struct block *block) {
    struct references references = {0};
    for (size_t i = 0; i < composer->layout->page_count; i++) {
        const struct page_spec *spec = &composer->layout->pages[i];
        if (!contents_lists(composer, block, spec) || spec->indicator == NULL || spec->indicator->reference == NULL)
            continue;
        size_t skip = skipped(composer, spec->indicator->reference);
        references.skip = references.any && references.skip == 0 ? 0 : skip;
        references.any = true;
    }
    return references;
}

static bool lists_variances(const struct composer *composer, const struct block *block) {
    for (size_t i = 0; i < composer->layout->page_count; i++) {
        const struct page_spec *spec = &composer->layout->pages[i];
        if (spec->indicator != NULL && contents_lists(composer, block, spec) &&
            field_exists(spec->indicator, FIELD_VARIANCE))
            return true;
    }
    return false;
}

/* A table of contents while it is filled. */
struct listing {
    const struct block *block;
    bool narrow; /* as on A5: without lines, and figures as close as they may stand */
    struct figure_cells *cells;
    struct references references;
    bool variances; /* a page that is listed has one */
};

static bool has_column(const struct listing *listing, enum contents_column column) {
    const struct contents *contents = block_contents(listing->block);
    switch (column) {
    case COLUMN_REFERENCE:
        return listing->references.any;
    case COLUMN_TREND:
        return contents->sparklines && !listing->narrow;
    case COLUMN_HISTORY:
        return contents->letters > 0;
    case COLUMN_RAG: /* the last letter of the history, else */
        return contents->letters == 0;
    case COLUMN_GAP:
        return listing->variances;
    case COLUMN_RANK:
    case COLUMN_QUARTILE:
        return contents->ranks;
    default:
        return true;
    }
}

/* Columns that are left out have no place in the table. */
static size_t place_of(const struct listing *listing, enum contents_column column) {
    size_t place = 0;
    for (enum contents_column before = 0; before < column; before++)
        place += has_column(listing, before);
    return place;
}

static struct grid_cell *cell_at(const struct listing *listing, const struct grid_row *row,
                                 enum contents_column column) {
    return &row->cells[place_of(listing, column)];
}

/* `3 of 32`, and the letter of the quarter. */
static void add_ranks(const struct listing *listing, const struct grid_row *row, const struct indicator *indicator) {
    struct figure_cells *cells = listing->cells;
    struct composer *composer = cells->composer;
    const struct figure_table *table = figures_of(composer->figures, indicator);
    int period = due_period(composer, indicator, FIELD_VALUE);
    const struct figure *rank = figure_at(table, FIELD_RANK, period);
    const struct figure_shown quartile = {.indicator = indicator,
                                          .name = {.source = FROM_FIELD, .field = FIELD_QUARTILE},
                                          .figure = *figure_at(table, FIELD_QUARTILE, period),
                                          .decimals = -1};
    *cell_at(listing, row, COLUMN_QUARTILE) = figure_cell(cells, &quartile);
    struct grid_cell *cell = cell_at(listing, row, COLUMN_RANK);
    if (status_is_absent(rank->status)) {
        *cell = figure_cell_absent(cells, rank->status, NULL);
        return;
    }
    const struct figure *ranked = figure_at(table, FIELD_RANKED, period);
    *cell = (struct grid_cell){.content = GRID_PAIR,
                               .text = figure_printed(composer->arena, indicator, FIELD_RANK, rank),
                               .of = figure_printed(composer->arena, indicator, FIELD_RANKED, ranked)};
    figure_cell_joint(composer, rank, cell);
}

static struct chart *trend_of(struct composer *composer, const struct block *block, const struct indicator *indicator) {
    return chart_make_spark(composer, indicator, field_reported(indicator, FIELD_VALUE),
                            composer->period - dated_extent_first(composer, block_contents(block)->extent) + 1, true);
}

static void add_page(const struct listing *listing, struct grid *table, size_t spec_index) {
    struct figure_cells *cells = listing->cells;
    const struct block *block = listing->block;
    struct composer *composer = cells->composer;
    const struct page_spec *spec = &composer->layout->pages[spec_index];
    const struct indicator *indicator = spec->indicator;
    struct grid_row *row = grid_add_row(composer, table);
    row->height_pt = ROW_HEIGHT_PT;
    row->rule = table->row_count > 1 ? GRID_RULE_HAIR : GRID_RULE_NONE;
    struct grid_cell *title = cell_at(listing, row, COLUMN_TITLE);
    *title = (struct grid_cell){.text = contents_page_title(composer, spec), .link_spec = spec_index + 1, .bold = true};
    *cell_at(listing, row, COLUMN_PAGE) =
        (struct grid_cell){.content = GRID_PAGE, .text = "0", .link_spec = spec_index + 1};
    if (indicator == NULL)
        return;
    if (indicator->reference != NULL)
        cell_at(listing, row, COLUMN_REFERENCE)->text = indicator->reference + listing->references.skip;
    title->below = figure_text_with_unit(composer, coverage_title(composer, indicator), indicator);
    if (has_column(listing, COLUMN_TREND))
        *cell_at(listing, row, COLUMN_TREND) =
            (struct grid_cell){.content = GRID_CHART, .chart = trend_of(composer, block, indicator)};
    static const struct {
        enum contents_column column;
        enum field field;
    } figures[] = {{COLUMN_FIGURE, FIELD_VALUE},
                   {COLUMN_AIM, FIELD_TARGET},
                   {COLUMN_GAP, FIELD_VARIANCE},
                   {COLUMN_RAG, FIELD_RAG}};
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        if (has_column(listing, figures[i].column))
            *cell_at(listing, row, figures[i].column) = reported_cell(cells, indicator, figures[i].field);
    struct grid_cell *aim = cell_at(listing, row, COLUMN_AIM);
    int due = due_period(composer, indicator, FIELD_TARGET);
    const char *range =
        has_column(listing, COLUMN_AIM) && aim->content != GRID_TEXT ? band_text_aim(composer, indicator, due) : NULL;
    if (aim->content == GRID_TEXT)
        aim->text =
            band_text_target(composer, indicator, due,
                             figure_at(figures_of(composer->figures, indicator), FIELD_TARGET, due)->value, aim->text);
    else if (range != NULL)
        *aim = figure_cell_words(range);
    cell_at(listing, row, COLUMN_FIGURE)->bold = true;
    int letters = block_contents(block)->letters;
    if (letters > 0)
        *cell_at(listing, row, COLUMN_HISTORY) = figure_cell_letters(cells, indicator, letters, NULL);
    if (block_contents(block)->ranks)
        add_ranks(listing, row, indicator);
}

static void count_letter(struct composer *composer, const struct block *block, const struct page_spec *spec,
                         struct tally *tally, bool *counted) {
    if (spec->indicator == NULL || !contents_lists(composer, block, spec) || counted[spec->indicator->index])
        return;
    counted[spec->indicator->index] = true;
    enum field field = field_reported(spec->indicator, FIELD_RAG);
    const struct figure *rag =
        figure_at(figures_of(composer->figures, spec->indicator), field, due_period(composer, spec->indicator, field));
    tally->listed++;
    if (rag->status == STATUS_PRESENT) {
        tally->bands[(enum band_colour)rag->word]++;
        tally->judged++;
        return;
    }
    int period = due_period(composer, spec->indicator, field_reported(spec->indicator, FIELD_VALUE));
    tally->unjudged[unjudged_why(figures_of(composer->figures, spec->indicator), period)]++;
}

/* Those that are not in the pack count as well: two of ten are red, also where none but these two have a page. One that
 * has several pages counts once. */
static struct tally count_letters(struct composer *composer, const struct block *block) {
    const struct layout *layout = composer->layout;
    struct tally tally = {0};
    bool *counted = arena_new_array(composer->arena, layout->catalogue->indicator_count, bool);
    for (size_t i = 0; i < layout->page_count; i++)
        count_letter(composer, block, &layout->pages[i], &tally, counted);
    for (size_t i = 0; i < layout->left_out_count; i++)
        if (layout->left_out[i].block == NULL)
            count_letter(composer, block, layout->left_out[i].page, &tally, counted);
    return tally;
}

static void set_summary(struct composer *composer, struct flow *flow, const struct block *block) {
    struct tally tally = count_letters(composer, block);
    if (tally.judged == 0 || tally.listed == 1)
        return;
    struct prose_style style = prose_style_of(composer, STYLE_LEAD);
    style.face = FACE_TEXT_BOLD;
    prose_set_words(composer, flow, ROLE_PARAGRAPH, tally_text(composer, &tally), &style);
    tally_strip_set(composer, flow, &tally);
}

/* `Not in this pack: ...`, the pages that their conditions leave out. */
static void set_left_out(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct layout *layout = composer->layout;
    const char *names = NULL;
    for (size_t i = 0; i < layout->left_out_count; i++) {
        const struct left_out *out = &layout->left_out[i];
        if (out->block != NULL || !contents_lists(composer, block, out->page))
            continue;
        const char *name = contents_page_title(composer, out->page);
        names = text_and(composer->arena, names, "; ", name);
    }
    if (names == NULL)
        return;
    flow_keep_last(flow);
    struct prose_style style = prose_style_of(composer, STYLE_NOTE);
    const char *words = words_format(composer->arena, composer->words, WORD_CONTENTS_LEFT_OUT, "pages", names, NULL);
    struct piece *piece = prose_set_words(composer, flow, ROLE_PARAGRAPH, words, &style);
    if (piece != NULL)
        piece->gap_pt = 6;
}

/* Where lines stand beside them, figures stand closer together. */
static const double beside_trend = 0.72;

static const char *heading_of(const struct listing *listing, enum contents_column column) {
    struct composer *composer = listing->cells->composer;
    const struct contents *contents = block_contents(listing->block);
    if (column == COLUMN_HISTORY)
        return dated_letters(composer, contents->letters);
    if (column == COLUMN_TREND)
        return dated_trend(composer, WORD_CONTENTS_TREND, dated_extent_first(composer, contents->extent));
    bool whole = column == COLUMN_REFERENCE && listing->references.skip == 0;
    return words_get(composer->words, whole ? WORD_SCORE_REFERENCE : headings[column]);
}

static void fill_table(const struct listing *listing, struct grid *table) {
    const struct block *block = listing->block;
    struct composer *composer = listing->cells->composer;
    bool sparklines = has_column(listing, COLUMN_TREND);
    for (enum contents_column c = 0; c < COLUMN_NUMBER; c++) {
        if (!has_column(listing, c))
            continue;
        struct grid_column *column = grid_add_column(composer, table);
        *column = columns[c];
        column->heading = heading_of(listing, c);
        if (sparklines && c > COLUMN_TREND)
            column->least_pt *= beside_trend;
        if (listing->narrow)
            column->least_pt = c == COLUMN_TITLE ? TITLE_LEAST_PT : 0;
    }
    for (size_t i = 0; i < composer->layout->page_count; i++)
        if (contents_lists(composer, block, &composer->layout->pages[i]))
            add_page(listing, table, i);
}

/* True where a variance of the list is not that of the figure and the target beside it as they are printed. */
static bool has_variance_off(struct composer *composer, const struct block *block) {
    for (size_t i = 0; i < composer->layout->page_count; i++) {
        const struct page_spec *spec = &composer->layout->pages[i];
        const struct indicator *indicator = spec->indicator;
        if (indicator == NULL || !contents_lists(composer, block, spec))
            continue;
        enum field variance = field_reported(indicator, FIELD_VARIANCE), of = field_reported(indicator, FIELD_VALUE);
        if (figure_variance_is_off(figures_of(composer->figures, indicator), variance, of,
                                   due_period(composer, indicator, variance)))
            return true;
    }
    return false;
}

static void set_figures(struct composer *composer, struct flow *flow, const struct block *block) {
    struct figure_cells cells = {.composer = composer};
    const struct listing listing = {.block = block,
                                    .narrow =
                                        flow->width_pt < NARROW_EMS * composer->layout->theme.type[STYLE_TABLE].size_pt,
                                    .cells = &cells,
                                    .references = references_of(composer, block),
                                    .variances = lists_variances(composer, block)};
    struct grid table = {.look = GRID_OPEN,
                         .title = section_head_title(composer, block, WORD_CONTENTS),
                         .padding_pt = ROW_PADDING_PT,
                         .header = place_of(&listing, COLUMN_TITLE),
                         .pos = block->pos};
    set_summary(composer, flow, block);
    fill_table(&listing, &table);
    if (table.row_count == 0)
        return;
    struct piece *before = flow->last;
    grid_set(composer, flow, &table);
    if (before != NULL && before->next != NULL)
        before->next->gap_pt = 16;
    struct prose_style note = prose_style_of(composer, STYLE_NOTE);
    const char *words = dated_phrase(composer, PER_GRAIN_CONTENTS_FIGURE, composer->period);
    if (has_column(&listing, COLUMN_GAP))
        words = arena_printf(composer->arena, "%s %s", words, words_get(composer->words, WORD_CONTENTS_VARIANCE));
    if (has_column(&listing, COLUMN_TREND))
        words = arena_printf(composer->arena, "%s %s", words,
                             words_get(composer->words, dated_word(composer, PER_GRAIN_CONTENTS_LINES)));
    if (has_variance_off(composer, block))
        words = arena_printf(composer->arena, "%s %s", words, words_get(composer->words, WORD_VARIANCE_UNROUNDED));
    flow_keep_last(flow);
    struct piece *piece = prose_set_words(composer, flow, ROLE_PARAGRAPH, words, &note);
    if (piece != NULL)
        piece->gap_pt = 6;
}

void contents_set(struct composer *composer, struct flow *flow, const struct block *block) {
    if (block_contents(block)->plain)
        contents_lines_set(composer, flow, block);
    else
        set_figures(composer, flow, block);
    set_left_out(composer, flow, block);
}
