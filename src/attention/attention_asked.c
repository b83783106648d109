#include "attention_asked.h"

#include "action_prose.h"
#include "block_parts.h"
#include "character.h"
#include "prose.h"
#include "text.h"

static const double asked_gap_pt = 8, between_pt = 4;

/* The open actions of a committee about some measures, by the day on which they are due. */
struct asked {
    const struct action **actions;
    size_t count, capacity;
};

static void add(struct arena *arena, struct asked *asked, const struct action *action) {
    arena_append(arena, asked->actions, asked->count, asked->capacity) = action;
    for (size_t i = asked->count - 1; i > 0 && asked->actions[i - 1]->due > action->due; i--) {
        asked->actions[i] = asked->actions[i - 1];
        asked->actions[i - 1] = action;
    }
}

static struct asked find(struct composer *composer, const struct block *block) {
    const char *committee = block_attention_list(block)->committee;
    struct asked asked = {0};
    for (size_t i = 0; i < block->selection.count && committee != NULL; i++) {
        size_t count;
        const struct action *actions =
            catalogue_actions(composer->layout->catalogue, block->selection.indicators[i], &count);
        for (size_t k = 0; k < count; k++)
            if (action_is_open(&actions[k]) && text_equal(actions[k].owner, committee))
                add(composer->arena, &asked, &actions[k]);
    }
    return asked;
}

/* `Board of directors, due 30 May 2019: Emergency admissions a day.`, which is bold, then `Decide whether ...`. */
static void add_paragraph(struct composer *composer, struct rich_text *text, const struct action *action) {
    bool late = action_is_overdue(action, layout_day(composer->layout));
    struct rich_paragraph *paragraph = rich_paragraph_add(composer->arena, text, action->pos);
    const char *label = words_format(
        composer->arena, composer->words, late ? WORD_ATTENTION_ASKED_LATE : WORD_ATTENTION_ASKED, "owner",
        action->owner, "date", action_prose_due(composer, action), "measure", action->indicator->short_title, NULL);
    struct rich_run *run = rich_run_add(composer->arena, paragraph, label);
    run->bold = true;
    run->warns = late;
    rich_run_add(composer->arena, paragraph, action->words);
}

void attention_asked_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct asked asked = find(composer, block);
    struct rich_text text = {0};
    struct prose_style look = prose_style_of(composer, STYLE_LEAD);
    const struct piece *end = flow->last;
    look.between_pt = between_pt;
    for (size_t i = 0; i < asked.count; i++) {
        characters_check(composer, asked.actions[i]->words, asked.actions[i]->pos);
        characters_check(composer, asked.actions[i]->owner, asked.actions[i]->pos);
        add_paragraph(composer, &text, asked.actions[i]);
    }
    prose_set(composer, flow, composer->page->section, &text, 0, &look);
    if (end != NULL && end->next != NULL)
        end->next->gap_pt = asked_gap_pt;
}
