#include <ctype.h>
#include <string.h>

#include "block_setters.h"
#include "prose.h"
#include "scoring.h"
#include "text.h"

/* Why a period has no figure, in the words of the data; NULL where they say nothing. */
static const char *note_of(const struct scoring *scoring, const struct score_slot *slot,
                           const struct indicator *indicator) {
    const struct score_column *column = slot->column;
    bool is_value =
        column->show == SHOW_FIELD && column->field.source == FROM_FIELD && column->field.field == FIELD_VALUE;
    if (!is_value || indicator->numerator == NULL)
        return NULL;
    enum status status =
        figure_at(figures_of(scoring->composer->figures, indicator), FIELD_VALUE, slot->period)->status;
    if (!status_is_absent(status) || status == STATUS_SUPPRESSED)
        return NULL;
    return series_cell(indicator->numerator, slot->period).note;
}

/* Neighbouring periods with the same note are one cell that says it. */
static void span_notes(struct scoring *scoring, struct grid_row *row, const struct indicator *indicator) {
    size_t count = scoring->grid->column_count;
    for (size_t c = 0, end; c < count; c = end) {
        const char *note = note_of(scoring, &scoring->slots[c], indicator);
        end = c + 1;
        while (note != NULL && end < count && end != scoring->grid->fold &&
               text_equal(note_of(scoring, &scoring->slots[end], indicator), note))
            end++;
        if (end - c > 1)
            row->cells[c] = (struct grid_cell){.content = GRID_SYMBOL,
                                               .text = note,
                                               .single = row->cells[c].text,
                                               .span = end - c,
                                               .span_look = SPAN_BOX};
    }
}

static bool has_letter(const char *text) {
    for (; text != NULL && *text != '\0'; text++)
        if (isalpha((unsigned char)*text))
            return true;
    return false;
}

/* Words of the author's or of the catalogue, no figure and no symbol of ours. */
static bool may_merge(const struct scoring *scoring, const struct grid_row *row, size_t column) {
    const struct grid_cell *cell = &row->cells[column];
    bool words = cell->content == GRID_TEXT || cell->content == GRID_SYMBOL;
    return scoring->slots[column].column->merge && words && cell->span <= 1 && has_letter(cell->text) &&
           cell->text[0] != '[';
}

static bool same_group(const struct grid *grid, size_t column, size_t other) {
    for (size_t g = 0; g < grid->group_count; g++) {
        const struct grid_group *group = &grid->groups[g];
        bool in = column >= group->first && column < group->first + group->count;
        if (in != (other >= group->first && other < group->first + group->count))
            return false;
    }
    return true;
}

static void merge_words(struct scoring *scoring, struct grid_row *row) {
    const struct grid *grid = scoring->grid;
    for (size_t c = 0, end; c < grid->column_count; c = end) {
        end = c + 1;
        while (end < grid->column_count && may_merge(scoring, row, c) && may_merge(scoring, row, end) &&
               same_group(grid, c, end) && strcmp(row->cells[c].text, row->cells[end].text) == 0)
            end++;
        if (end - c > 1) {
            row->cells[c].span = end - c;
            row->cells[c].span_look = SPAN_BRACKET;
        }
    }
}

/* An indicator without a reference goes by its id where a column tells references. */
static bool shows_references(const struct scorecard *card) {
    for (size_t c = 0; c < card->column_count; c++)
        if (card->columns[c].show == SHOW_REFERENCE)
            return true;
    return false;
}

static void add_row(struct scoring *scoring, const struct indicator *indicator) {
    struct composer *composer = scoring->composer;
    struct grid_row *row = grid_add_row(composer, scoring->grid);
    row->name = shows_references(scoring->card) ? scoring_reference(scoring, indicator) : indicator->reference;
    row->indicator = indicator;
    row->shaded = scoring_is_withheld(scoring, indicator);
    if (scoring->card->group != NULL)
        row->group = selection_group(indicator, scoring->card->group);
    for (size_t c = 0; c < scoring->grid->column_count; c++)
        row->cells[c] = scoring_cell(scoring, &scoring->slots[c], indicator);
    span_notes(scoring, row, indicator);
    merge_words(scoring, row);
}

enum { NOTE_GAP_PT = 4 };

/* Below the table, up to the fold. */
static void set_note(struct composer *composer, struct flow *flow, const char *words) {
    struct prose_style style = prose_style_of(composer, STYLE_NOTE);
    struct flow left = {.width_pt = flow_left_width(flow)};
    if (words == NULL)
        return;
    flow_keep_last(flow);
    prose_set_words(composer, &left, ROLE_PARAGRAPH, words, &style);
    struct piece *note = flow_add(composer, flow, flow_height(&left));
    note->gap_pt = NOTE_GAP_PT;
    double y = 0;
    for (const struct piece *line = left.first; line != NULL; y += line->height_pt, line = line->next)
        piece_adopt(composer, note, line, 0, y);
}

/* A count, and the percentage or rate that tells more of the same. */
static bool is_pair(const struct indicator *count, const struct indicator *share) {
    bool counted = share->denominator != NULL && count->numerator != NULL && count->denominator == NULL;
    return count->share == share || (counted && share->numerator == count->numerator);
}

void scorecard_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct scorecard *card = block_scorecard(block);
    struct grid grid = {.title = block->title,
                        .counted = true,
                        .labels_above = card->labels == LABELS_ABOVE,
                        .size_pt = card->text_pt,
                        .least_size_pt = card->least_text_pt,
                        .padding_pt = card->padding_pt,
                        .even = card->even_rows,
                        .pos = block->pos};
    struct scoring scoring = {.composer = composer,
                              .cells = {.composer = composer},
                              .card = card,
                              .rows = &block->selection,
                              .grid = &grid,
                              .folded = card->fold > 0 && flow->fold_pt > 0};
    scoring_make_columns(&scoring);
    for (size_t i = 0; i < block->selection.count; i++)
        add_row(&scoring, block->selection.indicators[i]);
    const struct indicator *const *shown = block->selection.indicators;
    for (size_t i = 0; i + 1 < block->selection.count; i++)
        grid.rows[i].joins_next = is_pair(shown[i], shown[i + 1]) || is_pair(shown[i + 1], shown[i]);
    grid_set(composer, flow, &grid);
    set_note(composer, flow, card->note);
}
