#include "glyphs.h"

#include "character.h"
#include "scorecard.h"
#include "topic_table.h"

/* NULL where nothing was written. */
static void check(struct composer *composer, const char *words, struct source_pos pos) {
    if (words != NULL)
        characters_check(composer, words, pos);
}

static void check_rich(struct composer *composer, const struct rich_text *rich) {
    for (size_t i = 0; rich != NULL && i < rich->count; i++) {
        const struct rich_paragraph *paragraph = &rich->paragraphs[i];
        for (size_t k = 0; k < paragraph->run_count; k++)
            check(composer, paragraph->runs[k].string, paragraph->pos);
    }
}

static void check_indicator(struct composer *composer, const struct indicator *indicator) {
    const struct commentary *commentary = layout_commentary(composer->layout, indicator);
    const char *const words[] = {indicator->title,   indicator->short_title,     indicator->reference,
                                 indicator->subject, indicator->numerator_label, indicator->denominator_label};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        check(composer, words[i], indicator->pos);
    for (size_t i = 0; i < indicator->attribute_count; i++)
        check(composer, indicator->attributes[i].value, indicator->attributes[i].pos);
    check_rich(composer, indicator->definition_rich);
    if (commentary != NULL)
        check_rich(composer, commentary->rich);
}

static void check_scorecard(struct composer *composer, const struct scorecard *card, struct source_pos pos) {
    check(composer, card->absent, pos);
    for (size_t i = 0; i < card->selection.count; i++)
        check_indicator(composer, card->selection.indicators[i]);
    for (size_t i = 0; i < card->group_count; i++)
        check(composer, card->groups[i].heading, card->groups[i].pos);
    for (size_t i = 0; i < card->column_count; i++) {
        const struct score_column *column = &card->columns[i];
        check(composer, column->heading, column->pos);
        check(composer, column->absent, column->pos);
        check(composer, column->not_applicable, column->pos);
    }
}

static void check_topic_table(struct composer *composer, const struct topic_table *table, struct source_pos pos) {
    check(composer, table->absent, pos);
    check(composer, table->period_heading, pos);
    for (size_t i = 0; i < table->rows_count; i++)
        check(composer, table->rows[i].label, table->rows[i].pos);
    for (size_t i = 0; i < table->group_count; i++)
        check(composer, table->groups[i].heading, table->groups[i].pos);
    for (size_t i = 0; i < table->measure_count; i++) {
        const struct topic_measure *measure = &table->measures[i];
        check(composer, measure->number, measure->pos);
        check(composer, measure->heading, measure->pos);
        if (measure->series != NULL)
            check(composer, measure->series->title, measure->series->pos);
        else
            check_indicator(composer, measure->indicator);
    }
}

static void check_block(struct composer *composer, const struct block *block) {
    check(composer, block->title, block->pos);
    check(composer, block->month_heading, block->pos);
    check(composer, block->total_label, block->pos);
    check_rich(composer, block->rich);
    check(composer, block->note, block->pos);
    check(composer, block->dated, block->pos);
    for (size_t i = 0; i < block->tile_count; i++)
        check(composer, block->tiles[i].label, block->tiles[i].pos);
    for (size_t i = 0; i < block->panel_count; i++) {
        check(composer, block->panel_groups[i].title, block->pos);
        for (size_t k = 0; k < block->panel_groups[i].option_count; k++)
            check(composer, block->panel_groups[i].options[k].name, block->pos);
    }
    for (size_t i = 0; i < block->control_line_count; i++) {
        check(composer, block->control_lines[i].label, block->control_lines[i].pos);
        check(composer, block->control_lines[i].value, block->control_lines[i].pos);
    }
    if (block->indicator != NULL)
        check_indicator(composer, block->indicator);
    if (block->topic_table != NULL)
        check_topic_table(composer, block->topic_table, block->pos);
    if (block->scorecard != NULL)
        check_scorecard(composer, block->scorecard, block->pos);
    for (size_t i = 0; i < block->selection.listed_count; i++)
        check_indicator(composer, block->selection.listed[i]);
    for (size_t i = 0; i < block->column_count; i++) {
        const struct column *column = &block->columns[i];
        check(composer, column->heading, column->pos);
        if (column->heading == NULL && column->series != NULL)
            check(composer, column->series->title, column->series->pos);
    }
    for (size_t i = 0; i < block->line_count; i++) {
        const struct chart_line *line = &block->lines[i];
        check(composer, line->label, line->pos);
        if (line->label == NULL && line->series != NULL)
            check(composer, line->series->title, line->series->pos);
    }
    for (const struct block *child = block->first_child; child != NULL; child = child->next)
        check_block(composer, child);
}

static void check_catalogue(struct composer *composer, const struct catalogue *catalogue) {
    const char *const words[] = {catalogue->title, catalogue->place, catalogue->note};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        check(composer, words[i], catalogue->pos);
    for (size_t i = 0; i < catalogue->comparator_count; i++) {
        check(composer, catalogue->comparators[i].title, catalogue->comparators[i].pos);
        check(composer, catalogue->comparators[i].short_title, catalogue->comparators[i].pos);
    }
}

bool glyphs_check(struct composer *composer) {
    size_t before = composer->diag->errors;
    for (int word = 0; word < WORD_COUNT; word++)
        check(composer, words_get(composer->words, (enum word)word), composer->words->places[word]);
    check_catalogue(composer, composer->layout->catalogue);
    for (size_t i = 0; i < composer->layout->page_count; i++) {
        const struct page_spec *spec = &composer->layout->pages[i];
        check(composer, spec->title, spec->pos);
        check(composer, spec->label, spec->pos);
        check(composer, spec->blank_text, spec->pos);
        if (spec->indicator != NULL)
            check_indicator(composer, spec->indicator);
        if (spec->body != NULL)
            check_block(composer, spec->body);
    }
    return composer->diag->errors == before;
}
