#include "block_parts.h"
#include "block_setters.h"
#include "dated.h"
#include "prose.h"
#include "section_head.h"
#include "text.h"

/* One note and the periods that it is about. */
struct span {
    const char *note;
    int first, last;
};

struct spans {
    struct span *items;
    size_t count, capacity;
};

/* Periods follow each other: a note of a period goes on from the period before, or starts anew. */
static void add_period(struct composer *composer, struct spans *spans, const char *note, int period) {
    for (size_t i = 0; i < spans->count; i++) {
        struct span *span = &spans->items[i];
        bool same = text_equal(span->note, note) && period >= span->first;
        if (same && period <= span->last + 1) {
            span->last = period > span->last ? period : span->last;
            return;
        }
    }
    arena_append(composer->arena, spans->items, spans->count, spans->capacity) = (struct span){note, period, period};
}

/* Period by period, so that a note which goes from one series to another is one note. */
static struct spans spans_of(struct composer *composer, const struct indicator *indicator, int first) {
    const struct series *const series[] = {indicator->numerator, indicator->denominator, indicator->published_value,
                                           indicator->published_ytd};
    struct spans spans = {0};
    for (int period = first; period <= composer->period; period++)
        for (size_t i = 0; i < sizeof series / sizeof *series; i++) {
            struct cell cell = series[i] == NULL ? (struct cell){0} : series_cell(series[i], period);
            if (cell.note != NULL && cell.note[0] != '\0')
                add_period(composer, &spans, cell.note, period);
        }
    return spans;
}

static const char *span_words(struct composer *composer, const struct span *span) {
    enum word words = span->first == span->last ? WORD_NOTE_OF_PERIOD : dated_word(composer, PER_GRAIN_NOTE_OF);
    struct words_stretch stretch =
        words_stretch(composer->arena, composer->words, composer->layout->catalogue->calendar, span->first, span->last);
    return text_capital(composer->arena, words_format(composer->arena, composer->words, words, "period",
                                                      dated_long(composer, span->first), "first", stretch.first, "last",
                                                      stretch.last, "note", span->note, NULL));
}

static void add_run(struct composer *composer, struct rich_paragraph *paragraph, const char *string, bool bold) {
    if (paragraph->run_count > 0)
        string = arena_printf(composer->arena, " %s", string);
    arena_append(composer->arena, paragraph->runs, paragraph->run_count, paragraph->run_capacity) =
        (struct rich_run){.string = string, .bold = bold};
}

/* A note ends like a sentence, so that the next one can follow it. */
static void add_note(struct composer *composer, struct rich_paragraph *paragraph, const char *note) {
    add_run(composer, paragraph, arena_printf(composer->arena, "%s%s", note, text_stop(note)), false);
}

/* The notes of an indicator behind its name, or alone; no runs where it has none. */
static struct rich_paragraph notes_of(struct composer *composer, const struct block *block,
                                      const struct indicator *indicator, bool named) {
    const struct notes_block *asked = block_notes_block(block);
    struct rich_paragraph paragraph = {.kind = RICH_PARAGRAPH, .pos = indicator->pos};
    struct spans spans = spans_of(composer, indicator, dated_first(composer, asked->years));
    size_t said = spans.count;
    for (size_t i = 0; i < asked->attribute_count; i++)
        said += indicator_attribute(indicator, asked->attributes[i]) != NULL;
    if (said > 0 && named)
        add_run(composer, &paragraph,
                indicator->reference == NULL
                    ? arena_printf(composer->arena, "%s.", indicator->title)
                    : arena_printf(composer->arena, "%s %s.", indicator->reference, indicator->title),
                true);
    for (size_t i = 0; i < asked->attribute_count; i++)
        if (indicator_attribute(indicator, asked->attributes[i]) != NULL)
            add_note(composer, &paragraph, indicator_attribute(indicator, asked->attributes[i]));
    for (size_t i = 0; i < spans.count; i++)
        add_note(composer, &paragraph, span_words(composer, &spans.items[i]));
    return paragraph;
}

static void add_paragraph(struct composer *composer, struct rich_text *text, struct rich_paragraph paragraph) {
    if (paragraph.run_count > 0)
        arena_append(composer->arena, text->paragraphs, text->count, text->capacity) = paragraph;
}

void notes_block_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct indicator *indicator = composer_indicator(composer, block);
    const struct catalogue *catalogue = composer->layout->catalogue;
    bool one = block->selection.count == 0 && indicator != NULL;
    struct rich_text text = {0};
    if (one)
        add_paragraph(composer, &text, notes_of(composer, block, indicator, false));
    for (size_t i = 0; i < block->selection.count; i++)
        add_paragraph(composer, &text, notes_of(composer, block, block->selection.indicators[i], true));
    for (size_t i = 0; !one && block->selection.count == 0 && i < catalogue->indicator_count; i++)
        add_paragraph(composer, &text, notes_of(composer, block, catalogue->indicators[i], true));
    if (one && text.count == 0)
        return;
    section_head_set(composer, flow, section_head_title(composer, block, WORD_NOTES), NULL);
    struct prose_style style = prose_style_of(composer, STYLE_BODY);
    if (text.count > 0)
        prose_set(composer, flow, composer->page->section, &text, 0, &style);
    else
        prose_set_words(composer, flow, ROLE_PARAGRAPH, words_get(composer->words, WORD_NO_NOTES), &style);
}
