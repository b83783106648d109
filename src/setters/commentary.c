#include "commentary.h"

#include "block_setters.h"
#include "dated.h"
#include "prose.h"
#include "section_head.h"
#include "trend_chart.h"

const char *commentary_message(struct composer *composer, const struct indicator *indicator) {
    const struct commentary *commentary = layout_commentary(composer->layout, indicator);
    if (commentary == NULL || commentary->rich->paragraphs[0].kind != RICH_HEADING)
        return NULL;
    return rich_plain(composer->arena, &commentary->rich->paragraphs[0]);
}

/* The title of a chart has no place for the mark of a footnote. */
static bool has_mark(const struct rich_paragraph *paragraph) {
    for (size_t i = 0; i < paragraph->run_count; i++)
        if (paragraph->runs[i].note != NULL)
            return true;
    return false;
}

/* True where a chart below a block has no title of its own, and so takes the indicator's message. */
static bool takes_message(const struct composer *composer, const struct block *block,
                          const struct indicator *indicator) {
    if (block->kind == BLOCK_TREND_CHART && block->title == NULL && !block_trend_chart(block)->auto_title &&
        composer_indicator(composer, block) == indicator)
        return true;
    for (const struct block *child = block->first_child; child != NULL; child = child->next)
        if (takes_message(composer, child, indicator))
            return true;
    return false;
}

size_t commentary_first(struct composer *composer, const struct indicator *indicator) {
    const struct rich_text *rich = layout_commentary(composer->layout, indicator)->rich;
    return rich->count > 1 && commentary_message(composer, indicator) != NULL && !has_mark(&rich->paragraphs[0]) &&
                   takes_message(composer, composer->page->spec->body, indicator)
               ? 1
               : 0;
}

void commentary_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct indicator *indicator = composer_indicator(composer, block);
    const struct commentary *commentary = layout_commentary(composer->layout, indicator);
    struct prose_style style = prose_style_of(composer, STYLE_BODY);
    section_head_set(composer, flow, section_head_title(composer, block, WORD_COMMENTARY),
                     composer->layout->catalogue->note);
    if (commentary == NULL)
        prose_set_words(composer, flow, ROLE_PARAGRAPH,
                        dated_phrase(composer, PER_GRAIN_NO_COMMENTARY, composer->period), &style);
    else
        prose_set(composer, flow, composer->page->section, commentary->rich, commentary_first(composer, indicator),
                  &style);
}
