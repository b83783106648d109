#include "block_parts.h"
#include "block_setters.h"
#include "prose.h"
#include "section_head.h"

/* A definition among others begins with what it defines. */
static struct rich_text *named_definition(struct composer *composer, const struct indicator *indicator,
                                          const char *numbers) {
    struct arena *arena = composer->arena;
    const struct rich_text *own = indicator->definition_rich;
    struct rich_text *named = arena_new(arena, struct rich_text);
    named->notes = own->notes;
    named->note_count = own->note_count;
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
            prose_set(composer, flow, composer->page->section,
                      named_definition(composer, selection->indicators[i], block_definition(block)->numbers), 0, style);
        if (last != NULL && last->next != NULL && i > 0)
            last->next->gap_pt = style->between_pt;
    }
}

void definition_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct indicator *indicator = composer_indicator(composer, block);
    struct prose_style style = prose_style_of(composer, STYLE_BODY);
    section_head_set(composer, flow, section_head_title(composer, block, WORD_DEFINITION), NULL);
    if (block->selection.count > 0)
        set_definitions(composer, flow, block, &style);
    else if (indicator->definition_rich == NULL)
        prose_set_words(composer, flow, ROLE_PARAGRAPH, words_get(composer->words, WORD_NO_DEFINITION), &style);
    else
        prose_set(composer, flow, composer->page->section, indicator->definition_rich, 0, &style);
}
