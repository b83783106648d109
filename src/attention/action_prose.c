#include "action_prose.h"

#include "character.h"
#include "dated.h"
#include "text.h"

const char *action_prose_due(struct composer *composer, const struct action *action) {
    const char *iso = calendar_iso(composer->arena, calendar_days, action->due);
    return text_unbroken(composer->arena, dated_date(composer, iso));
}

const char *action_prose_owner(struct composer *composer, const struct action *action) {
    return words_format(composer->arena, composer->words, WORD_ACTION_BY, "owner", action->owner, "date",
                        action_prose_due(composer, action), NULL);
}

static const char *status_of(const struct composer *composer, const struct action *action) {
    return words_get(composer->words, (enum word)(WORD_ACTION_OPEN + (int)action->status));
}

const char *action_prose_status(struct composer *composer, const struct action *action) {
    const char *status = status_of(composer, action);
    if (action_is_overdue(action, layout_day(composer->layout)))
        status = words_format(composer->arena, composer->words, WORD_ACTION_OVERDUE, "status", status, NULL);
    return text_capital(composer->arena, status);
}

static void add_run(struct composer *composer, struct rich_paragraph *paragraph, const char *string, bool bold) {
    rich_run_add(composer->arena, paragraph, string)->bold = bold;
}

static void add_number(struct composer *composer, struct rich_paragraph *paragraph, const struct indicator *indicator) {
    const char *name = indicator->reference != NULL ? indicator->reference : indicator->short_title;
    add_run(composer, paragraph, name, true);
}

static void end_line(struct rich_paragraph *paragraph) {
    paragraph->runs[paragraph->run_count - 1].line_break = true;
}

/* `In progress:`; of one that is overdue with the day that it is held against, and in the colour of warnings. */
static void add_label(struct composer *composer, struct rich_paragraph *paragraph, const struct action *action) {
    int day = layout_day(composer->layout);
    bool overdue = action_is_overdue(action, day);
    const char *label = status_of(composer, action);
    if (overdue)
        label = words_format(composer->arena, composer->words, WORD_ACTION_OVERDUE_ON, "date",
                             dated_date(composer, calendar_iso(composer->arena, calendar_days, day)), "status", label,
                             NULL);
    label = words_format(composer->arena, composer->words, WORD_ACTION_LABEL, "status",
                         text_capital(composer->arena, label), NULL);
    struct rich_run *run = rich_run_add(composer->arena, paragraph, label);
    run->bold = true;
    run->warns = overdue;
}

/* `Overdue on 10 August 2018, in progress: Agree the rules for decisions`, and on the next line `Head of assessment,
 * due 31 July 2018`.
 */
static void add_action(struct composer *composer, struct rich_paragraph *paragraph, const struct action *action) {
    characters_check(composer, action->words, action->pos);
    characters_check(composer, action->owner, action->pos);
    add_label(composer, paragraph, action);
    add_run(composer, paragraph, action->words, false);
    end_line(paragraph);
    add_run(composer, paragraph, action_prose_owner(composer, action), false);
}

/* `Board of directors: see above`. */
static void add_asked(struct composer *composer, struct rich_paragraph *paragraph, const struct action *action) {
    add_run(composer, paragraph,
            words_format(composer->arena, composer->words, WORD_ATTENTION_ASKED_ABOVE, "owner", action->owner, NULL),
            true);
}

static size_t add_actions(struct composer *composer, struct rich_text *text, const struct action_prose *prose) {
    size_t count, told = 0;
    const struct action *actions = catalogue_actions(composer->layout->catalogue, prose->indicator, &count);
    struct rich_paragraph *paragraph = NULL;
    for (size_t i = 0; i < count; i++) {
        if (!(prose->finished || action_is_open(&actions[i])) || told++ >= prose->most)
            continue;
        paragraph = rich_paragraph_add(composer->arena, text, actions[i].pos);
        if (prose->numbered)
            add_number(composer, paragraph, prose->indicator);
        if (prose->asked != NULL && action_is_open(&actions[i]) && text_equal(actions[i].owner, prose->asked))
            add_asked(composer, paragraph, &actions[i]);
        else
            add_action(composer, paragraph, &actions[i]);
    }
    if (told <= prose->most)
        return told;
    end_line(paragraph);
    enum word word = told - prose->most == 1 ? WORD_ATTENTION_MORE_ACTIONS_ONE : WORD_ATTENTION_MORE_ACTIONS_OTHER;
    add_run(composer, paragraph,
            words_format(composer->arena, composer->words, word, "count",
                         arena_printf(composer->arena, "%zu", told - prose->most), NULL),
            false);
    return told;
}

void action_prose_add(struct composer *composer, struct rich_text *text, const struct action_prose *prose) {
    if (add_actions(composer, text, prose) > 0 || prose->lack == LACK_UNSAID)
        return;
    const struct action *last = catalogue_last_finished(composer->layout->catalogue, prose->indicator);
    struct rich_paragraph *paragraph = rich_paragraph_add(composer->arena, text, prose->indicator->pos);
    struct rich_run *lack = rich_run_add(
        composer->arena, paragraph, words_get(composer->words, last != NULL ? WORD_NO_OPEN_ACTION : WORD_NO_ACTION));
    lack->bold = true;
    lack->warns = prose->lack == LACK_WARNED;
    if (last == NULL)
        return;
    end_line(paragraph);
    add_action(composer, paragraph, last);
}
