#include "attention_note.h"

#include <string.h>

#include "attention_aim.h"
#include "attention_counts.h"
#include "attention_order.h"
#include "attention_reason.h"
#include "attention_standing.h"
#include "attention_words.h"
#include "due.h"
#include "figure_text.h"
#include "text.h"
#include "unjudged_text.h"

enum { NAMES_MOST = 8, URGENT_NAMES_MOST = 40 };

/* A note while it is filled. */
struct note {
    struct composer *composer;
    const struct attention *attention;
    size_t listed;
    bool references; /* names have them */
};

/* `in May 2018`, `from June 2017 on`. */
static const char *dated_words(struct composer *composer, const struct attention_item *item, enum per_grain list,
                               int period) {
    return words_format(composer->arena, composer->words, due_word(composer, item->indicator, list), "period",
                        due_long(composer, item->indicator, period), NULL);
}

/* It has no row, whatever room there is, and the note says how it moved. */
static bool is_noted(enum attention_group group) {
    return group == ATTENTION_WORST || group == ATTENTION_BETTER || group == ATTENTION_BEST;
}

/* `Worse than in May 2018 by less than 10%, and the worst of all figures from June 2017 on`; without a threshold the
 * latter alone; `Better by 10% or more than in May 2018`. */
static const char *noted_words(struct composer *composer, const struct attention_item *item) {
    struct fraction threshold = item->indicator->direction.threshold;
    enum word word = item->group == ATTENTION_BETTER ? WORD_ATTENTION_BETTER
                     : item->group == ATTENTION_BEST
                         ? (item->similar ? WORD_ATTENTION_BEST_SLIGHT : WORD_ATTENTION_BEST)
                         : (item->similar ? WORD_ATTENTION_WORST_SLIGHT : WORD_ATTENTION_WORST);
    return words_format(
        composer->arena, composer->words, word, "in", dated_words(composer, item, PER_GRAIN_IN, item->step_from),
        "from", item->extreme.is ? dated_words(composer, item, PER_GRAIN_FROM_ON, item->extreme.since) : NULL,
        "threshold",
        item->held ? fraction_printed(composer->arena, threshold, fraction_decimals(threshold), false) : NULL, NULL);
}

/* What one without a figure lacks; UNJUDGED_COUNT of one that has it. */
static enum unjudged lacks(const struct attention_item *item) {
    return status_is_absent(item->value.status) ? unjudged_absent(item->value.status) : UNJUDGED_COUNT;
}

/* Named in one sentence: those that changed the same way; the rest by how it stands, or where nothing does, by whether
 * it has a figure. */
static bool same_stands(const struct note *note, const struct attention_item *a, const struct attention_item *b) {
    struct composer *composer = note->composer;
    if (a->group != b->group || a->group == ATTENTION_TOLD)
        return false;
    if (a->group == ATTENTION_CHANGED)
        return a->worse == b->worse;
    if (is_noted(a->group))
        return text_equal(noted_words(composer, a), noted_words(composer, b));
    if (a->group == ATTENTION_REST && attention_judged(note->attention) == 0)
        return status_is_absent(a->value.status) == status_is_absent(b->value.status) && lacks(a) == lacks(b);
    return a->group != ATTENTION_REST || text_equal(attention_stands(composer, a), attention_stands(composer, b));
}

/* `33.0% to 51.6%`: the step to the latest figure. */
static const char *step_words(struct composer *composer, const struct attention_item *item) {
    const struct figure_table *table = figures_of(composer->figures, item->indicator);
    const struct figure *then = figure_at(table, FIELD_VALUE, item->step_from),
                        *now = figure_at(table, FIELD_VALUE, item->period);
    return words_format(composer->arena, composer->words, WORD_ATTENTION_CHANGE, "before",
                        figure_text(composer, item->indicator, FIELD_VALUE, then), "now",
                        figure_text(composer, item->indicator, FIELD_VALUE, now), NULL);
}

/* `22.4% to 24.0%` of one whose change has to be told, else `24.0%`. */
static const char *figures_of_name(struct composer *composer, const struct attention_item *item) {
    const struct indicator *indicator = item->indicator;
    const char *printed = figure_printed(composer->arena, indicator, item->field, &item->value);
    const char *now = figure_text(composer, indicator, item->field, &item->value), *then = item->printed_before;
    if (item->group == ATTENTION_WATCH && attention_is_step(item->watch))
        return step_words(composer, item);
    return !item->changed || then == NULL || *then == '\0' || text_equal(then, printed)
               ? now
               : words_format(composer->arena, composer->words, WORD_ATTENTION_CHANGE, "before",
                              figure_text_written(composer, indicator, item->field, then), "now", now, NULL);
}

static const char *joined(struct composer *composer, const char *first, const char *second) {
    return text_and(composer->arena, first, ", ", second);
}

/* Why one without a figure has none: as the data say, else where it could have none; below a heading that says what
 * else it lacks, that it has none. */
static const char *absence(struct composer *composer, const struct attention_item *item, bool headed) {
    const char *note = indicator_absence_note(item->indicator, item->period);
    if (note != NULL && *note != '\0' && item->value.status != STATUS_SUPPRESSED)
        return text_unstopped(composer->arena, note);
    if (item->value.status == STATUS_NOT_APPLICABLE)
        return words_status(composer->words, STATUS_NOT_APPLICABLE);
    return headed && item->unjudged != lacks(item) ? unjudged_text(composer, lacks(item)) : NULL;
}

/* `amber`, `green, with an action overdue`: how one that is watched stands, and by which rule it is, where neither its
 * standing nor its figures tell it. */
static const char *watched(struct composer *composer, const struct attention_item *item) {
    static const bool says_more[WATCH_NOTHING] = {[WATCH_ALONE] = true, [WATCH_CONCERN] = true, [WATCH_OVERDUE] = true};
    if (item->group != ATTENTION_WATCH)
        return NULL;
    if (item->watch == WATCH_LOWEST)
        return attention_rule_of(composer, item->watch);
    return joined(composer, item->now.basis == STANDING_NONE ? NULL : attention_now(composer, item),
                  says_more[item->watch] ? attention_rule_of(composer, item->watch) : NULL);
}

/* `green to amber`, `amber`; NULL for nothing. */
static const char *standing_of(struct composer *composer, const struct attention_item *item) {
    if (!item->changed || item->now.basis == STANDING_QUARTER)
        return watched(composer, item);
    return words_format(composer->arena, composer->words, WORD_ATTENTION_CHANGE, "before",
                        attention_standing_name(composer, item->before), "now", attention_now(composer, item), NULL);
}

/* `last 82% in June 2017`, of one without a figure; NULL where it never had one. */
static const char *last_words(struct composer *composer, const struct attention_item *item) {
    const struct figure_table *table = figures_of(composer->figures, item->indicator);
    int period = figure_present_period(table, item->field, item->period);
    return period == PERIOD_NONE ? NULL
                                 : words_format(composer->arena, composer->words, WORD_ATTENTION_LAST, "figure",
                                                figure_text(composer, item->indicator, item->field,
                                                            figure_at(table, item->field, period)),
                                                "in", dated_words(composer, item, PER_GRAIN_IN, period), NULL);
}

/* `green to amber, target < 23.0%`: what is said of one in brackets; NULL for nothing. Of one without a figure why, or
 * with figures the last; a figure in words is there, as it stands. */
static const char *aside_of(struct composer *composer, const struct attention_item *item, bool figures) {
    const char *why = status_is_absent(item->value.status) ? absence(composer, item, !figures) : NULL;
    if (item->value.status == STATUS_IN_WORDS)
        return item->value.words;
    if (status_is_absent(item->value.status) && (!figures || item->value.status == STATUS_SUPPRESSED))
        return why;
    if (status_is_absent(item->value.status))
        return joined(composer, joined(composer, why, last_words(composer, item)), attention_aim(composer, item, true));
    return joined(composer, joined(composer, standing_of(composer, item), attention_aim(composer, item, true)),
                  attention_year(composer, item));
}

/* Behind its reference, where those of the list have theirs: `CP7 Plans ended`. */
static const char *referred(const struct note *note, const struct indicator *indicator, const char *name) {
    return !note->references ? name
                             : arena_printf(note->composer->arena, "%s %s",
                                            text_unbroken(note->composer->arena, indicator_listed_by(indicator)), name);
}

static const char *full_name(const struct note *note, const struct indicator *indicator) {
    return referred(note, indicator, indicator->short_title);
}

/* A name that ends with its unit, `Contacts that become referrals, %`, has it once beside a figure. */
static const char *bare_name(const struct note *note, const struct indicator *indicator) {
    const char *name = indicator->short_title, *unit = ", %";
    size_t length = strlen(name), ends = strlen(unit);
    bool twice = unit_table[indicator->unit].percentage && length > ends && strcmp(name + length - ends, unit) == 0;
    return referred(note, indicator, twice ? arena_strndup(note->composer->arena, name, length - ends) : name);
}

/* `% second plans 19.9% (target < 14.0%)`: one that has no row and should have its figure; of the rest the name. */
static const char *name_of(const struct note *note, const struct attention_item *item, bool figures) {
    struct composer *composer = note->composer;
    bool absent = status_is_absent(item->value.status);
    if (!figures && !absent)
        return full_name(note, item->indicator);
    const char *name = absent ? full_name(note, item->indicator) : bare_name(note, item->indicator);
    const char *aside = aside_of(composer, item, figures);
    if (item->group == ATTENTION_WORSE || is_noted(item->group))
        return joined(composer, name, step_words(composer, item));
    if (!absent)
        name = arena_printf(composer->arena, "%s %s", name, figures_of_name(composer, item));
    return aside == NULL ? name : arena_printf(composer->arena, "%s (%s)", name, aside);
}

/* How many stand like one of the rest, and need attention for another reason. */
static size_t alike_above(const struct note *note, const struct attention_item *item) {
    const char *stands = attention_stands(note->composer, item);
    size_t count = 0;
    for (size_t i = 0; i < note->attention->count; i++) {
        const struct attention_item *other = &note->attention->items[i];
        count += other->group != ATTENTION_REST && text_equal(attention_stands(note->composer, other), stands);
    }
    return count;
}

/* How many of those above are better by the threshold of one too, since the same period, and are listed for another
 * reason. */
static size_t better_above(const struct note *note, const struct attention_item *like) {
    size_t count = 0;
    for (size_t i = 0; i < note->listed; i++) {
        const struct attention_item *item = &note->attention->items[i];
        bool alike = item->step_from == like->step_from &&
                     fraction_compare(item->indicator->direction.threshold, like->indicator->direction.threshold) == 0;
        count += attention_called(item) > 0 && alike;
    }
    return count;
}

/* What is said of some, besides those above of which it holds as well. */
static const char *besides(const struct note *note, const char *what, size_t above) {
    return above == 0 ? what
                      : words_format(note->composer->arena, note->composer->words, WORD_ATTENTION_BESIDES, "what", what,
                                     "count", words_number(note->composer->arena, note->composer->words, above), NULL);
}

static const char *heading_of_names(const struct note *note, const struct attention_item *item) {
    struct composer *composer = note->composer;
    static const enum word words[] = {
        [ATTENTION_DECISION] = WORD_ATTENTION_ALSO_DECISION, [ATTENTION_CHANGED] = WORD_ATTENTION_ALSO_BETTER,
        [ATTENTION_SIGNAL] = WORD_ATTENTION_ALSO_SIGNAL,     [ATTENTION_WATCH] = WORD_ATTENTION_ALSO_WATCH,
        [ATTENTION_NEWS] = WORD_ATTENTION_ALSO_SIGNAL,       [ATTENTION_UNUSUAL] = WORD_ATTENTION_ALSO_UNUSUAL,
        [ATTENTION_WORSE] = WORD_ATTENTION_ALSO_NOT_AS_GOOD};
    if (item->group == ATTENTION_CHANGED && item->worse)
        return words_get(composer->words, WORD_ATTENTION_ALSO_WORSE);
    if (is_noted(item->group))
        return besides(note, noted_words(composer, item),
                       item->group == ATTENTION_BETTER ? better_above(note, item) : 0);
    if (item->group < ATTENTION_REST)
        return words_get(composer->words, words[item->group]);
    if (attention_judged(note->attention) == 0 && status_is_absent(item->value.status))
        return text_capital(composer->arena, unjudged_text(composer, lacks(item)));
    if (attention_judged(note->attention) == 0)
        return note->listed > 0 ? words_get(composer->words, WORD_ATTENTION_NOT_LISTED)
                                : attention_stands(composer, item);
    return besides(note, attention_stands(composer, item), alike_above(note, item));
}

/* Not listed, since a counterpart says as much: `Also not as good: contacts closed, 62% to 71%, the other side of
 * contacts taken up.` */
static const char *told_words(const struct note *note, const struct attention_item *item) {
    struct composer *composer = note->composer;
    return words_format(composer->arena, composer->words, WORD_ATTENTION_TOLD_BY, "measure",
                        bare_name(note, item->indicator), "step", step_words(composer, item), "counterpart",
                        bare_name(note, item->told_by), NULL);
}

/* `Green (4):`, which is bold, then `early help; re-referrals.` Of many the number alone. */
static void add_names(const struct note *note, struct rich_paragraph *paragraph, const struct attention_item *items,
                      size_t count) {
    struct composer *composer = note->composer;
    bool only_absent = count == 1 && status_is_absent(items->value.status);
    bool figures = items->group != ATTENTION_REST || attention_judged(note->attention) == 0 || only_absent;
    bool named = count <= NAMES_MOST || (items->group != ATTENTION_REST && count <= URGENT_NAMES_MOST);
    const char *names = name_of(note, &items[0], figures), *number = arena_printf(composer->arena, "%zu", count);
    for (size_t i = 1; i < count && named; i++)
        names = arena_printf(composer->arena, "%s; %s", names, name_of(note, &items[i], figures));
    const char *head =
        words_format(composer->arena, composer->words, named ? WORD_ATTENTION_NAMES : WORD_ATTENTION_NUMBER, "what",
                     heading_of_names(note, items), "count", number, NULL);
    rich_run_add(composer->arena, paragraph, head)->bold = true;
    if (named)
        rich_run_add(composer->arena, paragraph,
                     words_format(composer->arena, composer->words, WORD_ATTENTION_NAMED, "names", names, NULL));
}

/* Those that are on their targets or better than these are named together, or not at all. */
static size_t named_with(const struct attention *attention, const struct attention_item *items, size_t count) {
    size_t all = 0;
    if (items->now.basis != STANDING_TARGET)
        return count;
    for (size_t i = 0; i < attention->count; i++)
        all += attention->items[i].group == ATTENTION_REST && attention->items[i].now.basis == STANDING_TARGET;
    return all;
}

/* All are counted, by how they stand: those that need no attention are named as well where they are few. */
static bool is_told(const struct note *note, const struct attention_item *items, size_t count) {
    const struct attention *attention = note->attention;
    return items->group != ATTENTION_REST || attention_judged(attention) == 0 ||
           named_with(attention, items, count) <= NAMES_MOST;
}

/* What stands like the one at `first`, up to the one behind it. */
static size_t end_of(const struct note *note, size_t first) {
    const struct attention *attention = note->attention;
    size_t end = first + 1;
    while (end < attention->count && same_stands(note, &attention->items[first], &attention->items[end]))
        end++;
    return end;
}

/* A paragraph for all that stand alike; those of the rest stand behind their numbers, in one. */
static void add_unlisted(const struct note *note, struct rich_text *text, bool rest, struct rich_paragraph *numbers) {
    const struct attention *attention = note->attention;
    for (size_t first = note->listed, end; first < attention->count; first = end) {
        const struct attention_item *item = &attention->items[first];
        end = end_of(note, first);
        if ((item->group == ATTENTION_REST) != rest || !is_told(note, item, end - first))
            continue;
        struct rich_paragraph *paragraph =
            numbers != NULL ? numbers : rich_paragraph_add(note->composer->arena, text, item->indicator->pos);
        if (item->group == ATTENTION_TOLD)
            rich_run_add(note->composer->arena, paragraph, told_words(note, item));
        else
            add_names(note, paragraph, item, end - first);
        if (rest && attention_judged(attention) > 0)
            numbers = paragraph;
    }
}

/* What an average change is, where a reason tells one: of how many changes where all have as many. NULL: none does. */
static const char *average_words(const struct note *note) {
    struct composer *composer = note->composer;
    size_t steps = 0;
    bool alike = true;
    for (size_t i = 0; i < note->listed; i++) {
        const struct attention_item *item = &note->attention->items[i];
        if (!attention_reason_tells_average(item))
            continue;
        alike = alike && (steps == 0 || steps == item->usual_steps);
        steps = item->usual_steps;
    }
    return steps == 0 ? NULL
           : !alike   ? words_get(composer->words, WORD_ATTENTION_AVERAGE)
                      : words_format(composer->arena, composer->words, WORD_ATTENTION_AVERAGE_OF, "count",
                                     words_number(composer->arena, composer->words, steps), NULL);
}

/* All stand alike and are named, behind their number. */
static bool all_named_together(const struct note *note) {
    const struct attention *attention = note->attention;
    return note->listed == 0 && end_of(note, 0) == attention->count &&
           is_told(note, attention->items, attention->count);
}

void attention_note_add(struct composer *composer, const struct attention *attention, size_t listed, bool references,
                        struct rich_text *text) {
    const struct note note = {composer, attention, listed, references};
    const char *rules = attention_rules(composer, attention, listed);
    const char *average = average_words(&note);
    struct rich_paragraph *numbers = NULL;
    add_unlisted(&note, text, false, NULL);
    if (*rules != '\0')
        rich_run_add(composer->arena, rich_paragraph_add(composer->arena, text, composer->page->pos), rules);
    if (average != NULL)
        rich_run_add(composer->arena, rich_paragraph_add(composer->arena, text, composer->page->pos), average);
    if (listed < attention->count && attention_judged(attention) > 0 && !all_named_together(&note) &&
        !attention_counts_in_tiles(composer, attention) && !attention_summary_counts_all(attention)) {
        numbers = rich_paragraph_add(composer->arena, text, composer->page->pos);
        rich_run_add(composer->arena, numbers, attention_counts(composer, attention));
    }
    add_unlisted(&note, text, true, numbers);
}
