#include "attention_words.h"

#include "attention_aim.h"
#include "attention_counts.h"
#include "attention_standing.h"
#include "dated.h"
#include "text.h"
#include "unit.h"

/* What those for decision stand by; where there are none, what all do. */
static const size_t *stand_of(const struct attention *attention) {
    return attention->groups[ATTENTION_DECISION] > 0 ? attention->decisions : attention->stand;
}

const char *attention_decided(struct composer *composer, const struct attention *attention) {
    const size_t *stand = stand_of(attention);
    if (stand[STANDING_BAND] + stand[STANDING_TARGET] == 0 && attention_judged(attention) > 0)
        return attention_of_many(composer, WORD_ATTENTION_IS_LAST);
    enum word word = stand[STANDING_TARGET] == 0 ? WORD_ATTENTION_IS_RED
                     : stand[STANDING_BAND] > 0  ? WORD_ATTENTION_IS_EITHER
                                                 : WORD_ATTENTION_IS_OFF_TARGET;
    return words_get(composer->words, word);
}

/* How many can need a decision; where none can, those among quarters. */
static size_t total_of(const struct attention *attention) {
    size_t decidable = attention->stand[STANDING_BAND] + attention->stand[STANDING_TARGET];
    return decidable > 0 ? decidable : attention->stand[STANDING_QUARTER];
}

/* What any is held against: `a RAG rating or a target`. */
static const char *held_against(const struct composer *composer, const struct attention *attention) {
    bool bands = attention->stand[STANDING_BAND] > 0, targets = attention->stand[STANDING_TARGET] > 0;
    return bands && targets ? words_get(composer->words, WORD_ATTENTION_WITH_EITHER)
                            : attention_held(composer, bands     ? STANDING_BAND
                                                       : targets ? STANDING_TARGET
                                                                 : STANDING_QUARTER);
}

/* What those of the total have: `a RAG rating or a target`, `a target and a figure`. */
const char *attention_with(struct composer *composer, const struct attention *attention) {
    size_t without_figure = attention->unjudged[UNJUDGED_NOT_DUE] + attention->unjudged[UNJUDGED_WITHHELD] +
                            attention->unjudged[UNJUDGED_NO_FIGURE];
    const char *with = held_against(composer, attention);
    return without_figure == 0
               ? with
               : words_format(composer->arena, composer->words, WORD_ATTENTION_WITH_FIGURE, "with", with, NULL);
}

/* Items that changed, by what they stand by. */
struct changes {
    size_t by[STANDING_COUNT];
    size_t count, worse;
};

/* Of the group of one, and like it for the worse or for the better; of all for NULL. */
static struct changes changes_like(const struct attention *attention, const struct attention_item *like) {
    struct changes changes = {.count = 0};
    for (size_t i = 0; i < attention->count; i++) {
        const struct attention_item *item = &attention->items[i];
        bool told = item->changed && (like == NULL || (item->group == like->group && item->worse == like->worse));
        changes.by[item->now.basis] += told;
        changes.worse += told && item->worse;
        changes.count += told;
    }
    return changes;
}

/* How items changed; of none how any could have. */
static enum word changed_word(const struct attention *attention, const struct changes *changes) {
    const size_t *of = changes->count > 0 ? changes->by : attention->stand;
    size_t bands = of[STANDING_BAND], targets = of[STANDING_TARGET];
    bool all_worse = changes->count > 0 && changes->worse == changes->count;
    bool all_better = changes->count > 0 && changes->worse == 0;
    if (bands > 0)
        return targets > 0 ? WORD_ATTENTION_CHANGED_EITHER : WORD_ATTENTION_CHANGED_RAG;
    if (targets > 0)
        return all_worse    ? WORD_ATTENTION_CHANGED_OFF
               : all_better ? WORD_ATTENTION_CHANGED_ON
                            : WORD_ATTENTION_CHANGED_TARGET;
    return all_worse    ? WORD_ATTENTION_CHANGED_INTO
           : all_better ? WORD_ATTENTION_CHANGED_OUT
                        : WORD_ATTENTION_CHANGED_QUARTER;
}

static bool says_way(enum word changed) {
    return changed == WORD_ATTENTION_CHANGED_OFF || changed == WORD_ATTENTION_CHANGED_ON ||
           changed == WORD_ATTENTION_CHANGED_INTO || changed == WORD_ATTENTION_CHANGED_OUT;
}

const char *attention_changed(struct composer *composer, const struct attention *attention,
                              const struct attention_item *like, const char *since) {
    const struct changes changes = changes_like(attention, like);
    enum word changed = changed_word(attention, &changes);
    size_t better = changes.count - changes.worse;
    enum word way = changes.count == 0 || says_way(changed) ? WORD_ATTENTION_CHANGED_SINCE
                    : better == 0                           ? WORD_ATTENTION_CHANGED_WORSE
                    : changes.worse == 0                    ? WORD_ATTENTION_CHANGED_BETTER
                                                            : WORD_ATTENTION_CHANGED_BOTH;
    return words_format(composer->arena, composer->words, way, "changed", words_get(composer->words, changed), "since",
                        since, "better", words_number(composer->arena, composer->words, better), "worse",
                        words_number(composer->arena, composer->words, changes.worse), NULL);
}

bool attention_is_headed(const struct attention *attention, const struct attention_item *item) {
    const struct changes changes = changes_like(attention, item);
    return item->group == ATTENTION_CHANGED && changes.by[STANDING_QUARTER] == changes.count;
}

const char *attention_since(const struct composer *composer, const struct attention *attention, bool last_issue) {
    if (attention->since == PERIOD_NONE)
        return "";
    if (!last_issue)
        return dated_phrase(composer, PER_GRAIN_SINCE, attention->since);
    return words_format(composer->arena, composer->words, WORD_ATTENTION_SINCE_ISSUE, "period",
                        dated_long(composer, attention->since), NULL);
}

/* A reason speaks of limits. */
static bool any_signal(const struct attention *attention, size_t listed) {
    bool any = false;
    for (size_t i = 0; i < listed; i++)
        any = any || attention->items[i].variation != SPC_VARIATION_COMMON;
    return any;
}

const char *attention_rule_of(const struct composer *composer, enum attention_watch watch) {
    return words_get(composer->words, (enum word)((int)WORD_ATTENTION_RULE_ALONE + (int)watch));
}

const char *attention_rules(struct composer *composer, const struct attention *attention, size_t listed) {
    static const enum attention_watch last = WATCH_OVERDUE;
    const char *rules[WATCH_OVERDUE + 1];
    size_t count = 0;
    for (int watch = 0; watch <= (int)last; watch++) {
        bool is = false;
        for (size_t i = 0; i < listed; i++)
            is = is || (attention->items[i].group == ATTENTION_WATCH && (int)attention->items[i].watch == watch);
        if (is)
            rules[count++] = attention_rule_of(composer, (enum attention_watch)watch);
    }
    const char *limits = any_signal(attention, listed) ? words_get(composer->words, WORD_ATTENTION_LIMITS) : "";
    if (count == 0)
        return limits;
    return arena_printf(composer->arena, "%s%s%s",
                        words_format(composer->arena, composer->words, WORD_ATTENTION_RULE, "rules",
                                     words_list(composer->arena, composer->words, WORD_EITHER_OR, rules, count), NULL),
                        *limits != '\0' ? " " : "", limits);
}

/* The word for none, for one, or for more: they follow each other. */
static enum word by_number(enum word none, size_t number) {
    return (enum word)((int)none + (number > 1 ? 2 : (int)number));
}

/* Of all, or of those that have something: one, two and all have words of their own. */
static enum word counting_word(const struct attention *attention, size_t red) {
    enum { NONE, ONE, OTHER, ALL, ONLY, ONLY_NOT, BOTH, NEITHER };
    size_t total = total_of(attention);
    enum word none = total == attention->count ? WORD_ATTENTION_COUNT_NONE : WORD_ATTENTION_COUNT_WITH_NONE;
    int number = total == 1               ? red == 0 ? ONLY_NOT : ONLY
                 : total == 2 && red != 1 ? red == 0 ? NEITHER : BOTH
                 : red == total           ? ALL
                 : red > 1                ? OTHER
                                          : (int)red;
    return (enum word)((int)none + number);
}

/* Nothing stands in any way: what could has no figure, or there is nothing to hold figures against. */
static enum word unjudged_word(const struct attention *attention) {
    for (size_t i = 0; i < attention->count; i++) {
        const struct indicator *indicator = attention->items[i].indicator;
        if (indicator->band_rule_count > 0 || (indicator->target_count > 0 && polarity_has_better(indicator->polarity)))
            return WORD_ATTENTION_UNJUDGED_NOW;
    }
    return WORD_ATTENTION_UNJUDGED;
}

/* The latest period in which one of the list has a figure; PERIOD_NONE for none. */
static int latest_figure(const struct composer *composer, const struct attention *attention) {
    int latest = PERIOD_NONE;
    for (size_t i = 0; i < attention->count; i++) {
        const struct figure_table *table = figures_of(composer->figures, attention->items[i].indicator);
        int period = figure_present_period(table, FIELD_VALUE, composer->period);
        latest = period > latest ? period : latest;
    }
    return latest;
}

/* `No measure has a figure in January 2025; the latest was in December 2024.` NULL where one has, or has one
 * that is suppressed. */
static const char *no_figure(struct composer *composer, const struct attention *attention) {
    int latest = latest_figure(composer, attention);
    for (size_t i = 0; i < attention->count; i++)
        if (!status_is_absent(attention->items[i].value.status) ||
            attention->items[i].value.status == STATUS_SUPPRESSED)
            return NULL;
    return latest == PERIOD_NONE || latest == composer->period
               ? words_get(composer->words, WORD_ATTENTION_NO_FIGURE)
               : words_format(composer->arena, composer->words, WORD_ATTENTION_NO_FIGURE_LATEST, "in",
                              dated_phrase(composer, PER_GRAIN_IN, composer->period), "latest",
                              dated_phrase(composer, PER_GRAIN_IN, latest), NULL);
}

/* Where nothing is judged: that, and by what the list was made; headings say it where there are several. */
static const char *unjudged_words(struct composer *composer, const struct attention *attention) {
    const char *none = no_figure(composer, attention);
    const size_t *groups = attention->groups;
    bool headed = groups[ATTENTION_WORSE] > 0, unknown = attention->by_percent;
    enum word how = groups[ATTENTION_MOST] == 0 && !headed ? WORD_ATTENTION_UNJUDGED_STILL
                    : headed  ? unknown ? WORD_ATTENTION_UNJUDGED_UNKNOWN : WORD_ATTENTION_UNJUDGED_USUAL
                    : unknown ? WORD_ATTENTION_UNJUDGED_PERCENT
                              : WORD_ATTENTION_UNJUDGED_MOST;
    if (none != NULL)
        return none;
    const char *text = words_get(composer->words, unjudged_word(attention));
    return groups[ATTENTION_WATCH] > 0 ? text
                                       : arena_printf(composer->arena, "%s %s", text, words_get(composer->words, how));
}

/* How many lack a target, or have none that judges them now: `53 have no target, and one has a target of the whole
 * year.` NULL where all have one. */
static const char *lack_words(struct composer *composer, const struct attention *attention) {
    const char *told[UNJUDGED_OF_YEAR + 1];
    size_t reasons = 0;
    for (enum unjudged why = 0; why <= UNJUDGED_OF_YEAR; why++) {
        size_t count = why == UNJUDGED_NO_TARGET ? attention->untargeted : attention->unjudged[why];
        enum word word = (enum word)(WORD_ATTENTION_LACK_TARGET_ONE + 2 * (int)why + (count > 1));
        if (count > 0)
            told[reasons++] = words_format(composer->arena, composer->words, word, "count",
                                           words_number(composer->arena, composer->words, count), NULL);
    }
    return reasons == 0
               ? NULL
               : words_format(composer->arena, composer->words, WORD_ATTENTION_SENTENCE, "words",
                              words_list(composer->arena, composer->words, WORD_LIST_AND, told, reasons), NULL);
}

/* What the counted ones have, where another one has a target that does not judge it now: `a target in June 2018`. */
static const char *with_now(struct composer *composer, const struct attention *attention) {
    const char *with = attention_with(composer, attention);
    return attention->unjudged[UNJUDGED_OF_YEAR] == 0
               ? with
               : words_format(composer->arena, composer->words, WORD_ATTENTION_WITH_NOW, "with", with, "in",
                              dated_phrase(composer, PER_GRAIN_IN, composer->period), NULL);
}

/* What those for decision are: `red or off target, one of them on the year to date alone`. */
static const char *decided_how(struct composer *composer, const struct attention *attention) {
    const char *standing = attention_decided(composer, attention);
    size_t by_year = attention->decisions_by_year;
    if (by_year == 0 || by_year == attention->groups[ATTENTION_DECISION])
        return by_year == 0 ? standing : attention_by_year(composer, standing);
    return words_format(composer->arena, composer->words, WORD_ATTENTION_SOME_BY_YEAR, "standing", standing, "count",
                        words_number(composer->arena, composer->words, by_year), NULL);
}

/* By neither a letter nor a target: the last quarter is what needs a decision. */
static bool stands_by_quarter(const struct attention *attention) {
    return attention->stand[STANDING_BAND] + attention->stand[STANDING_TARGET] == 0;
}

/* How many of those that can need a decision do. */
static const char *decision_words(struct composer *composer, const struct attention *attention) {
    size_t red = stands_by_quarter(attention) ? attention->last_quarter : attention->groups[ATTENTION_DECISION];
    return words_format(composer->arena, composer->words, counting_word(attention, red), "count",
                        words_number(composer->arena, composer->words, red), "total",
                        words_number(composer->arena, composer->words, total_of(attention)), "standing",
                        decided_how(composer, attention), "with", with_now(composer, attention), NULL);
}

/* A sentence behind others; of none nothing. */
static const char *and_then(struct composer *composer, const char *text, const char *sentence) {
    return sentence == NULL ? text
                            : arena_printf(composer->arena, "%s %s", text, text_capital(composer->arena, sentence));
}

/* How many are worse than what all are held against. */
static size_t behind(const struct composer *composer, const struct attention *attention) {
    size_t count = 0;
    for (size_t i = 0; i < attention->count; i++)
        count += attention_against(composer, &attention->items[i], attention->against).sense < 0;
    return count;
}

/* How many cost more than that: neither better nor worse, and to be told. */
static size_t dearer(const struct composer *composer, const struct attention *attention) {
    size_t count = 0;
    for (size_t i = 0; i < attention->count; i++) {
        const struct attention_item *item = &attention->items[i];
        struct comparator_gap gap = attention_against(composer, item, attention->against);
        count += gap.known && unit_table[item->indicator->unit].money && item->indicator->polarity == POLARITY_LOWER &&
                 fraction_sign(gap.change.by) > 0;
    }
    return count;
}

/* What most measures lack is told. */
static bool tells_lack(const struct attention *attention) {
    return attention_judged(attention) > 0 && attention->stand[STANDING_NONE] > attention_judged(attention);
}

bool attention_summary_counts_all(const struct attention *attention) {
    size_t lacking = 0;
    for (enum unjudged why = 0; why <= UNJUDGED_OF_YEAR; why++)
        lacking += attention->unjudged[why];
    return tells_lack(attention) && attention->groups[ATTENTION_DECISION] == attention_judged(attention) &&
           lacking == attention->stand[STANDING_NONE];
}

/* `Of those without a target, five are worse and two are better by 10% or more than in May 2018.` NULL where the
 * catalogue calls none so, or not all by the same. */
static const char *moved_words(struct composer *composer, const struct attention *attention) {
    const size_t counts[] = {attention->called_worse, attention->called_better};
    static const enum word words[] = {WORD_ATTENTION_MOVED_WORSE_ONE, WORD_ATTENTION_MOVED_BETTER_ONE};
    const char *moved[2];
    size_t parts = 0;
    for (int i = 0; i < 2; i++)
        if (counts[i] > 0)
            moved[parts++] =
                words_format(composer->arena, composer->words, (enum word)((int)words[i] + (counts[i] > 1)), "count",
                             words_number(composer->arena, composer->words, counts[i]), NULL);
    if (parts == 0 || !fraction_present(attention->threshold) ||
        attention->stand[STANDING_NONE] <= attention_judged(attention))
        return NULL;
    return words_format(
        composer->arena, composer->words,
        attention_judged(attention) > 0 ? WORD_ATTENTION_MOVED_WITHOUT : WORD_ATTENTION_MOVED, "with",
        held_against(composer, attention), "moved",
        words_list(composer->arena, composer->words, WORD_LIST_AND, moved, parts), "in",
        dated_phrase(composer, PER_GRAIN_IN, composer->period - 1), "threshold",
        fraction_printed(composer->arena, attention->threshold, fraction_decimals(attention->threshold), false), NULL);
}

const char *attention_summary(struct composer *composer, const struct attention *attention, const char *since) {
    bool judged = attention_judged(attention) > 0;
    bool compared = judged && attention->since != PERIOD_NONE, only = attention->count == 1;
    size_t worse = behind(composer, attention), costlier = dearer(composer, attention);
    size_t without = attention->without_action + (stands_by_quarter(attention) ? attention->last_without : 0);
    const struct {
        enum word word;
        size_t count;
        bool told;
    } sentences[] = {
        {only ? WORD_ATTENTION_ONLY_CHANGED_NONE : WORD_ATTENTION_COUNT_CHANGED_NONE, attention->changed, compared},
        {WORD_ATTENTION_COUNT_BEHIND_NONE, worse, attention->against != NULL},
        {WORD_ATTENTION_COUNT_DEARER_NONE, costlier, costlier > 0},
        {WORD_ATTENTION_COUNT_SIGNAL_NONE, attention->signals, attention->signals > 0},
        {WORD_ATTENTION_COUNT_CONCERN_NONE, attention->concerns, attention->concerns > 0},
        {WORD_ATTENTION_COUNT_OVERDUE_NONE, attention->overdue, attention->overdue > 0},
        {WORD_ATTENTION_COUNT_WITHOUT_NONE, without, without > 0},
        {WORD_ATTENTION_COUNT_AMBER_WITHOUT_NONE, attention->amber_without, attention->amber_without > 0},
        {WORD_ATTENTION_COUNT_CONCERN_WITHOUT_NONE, attention->concerns_without, attention->concerns_without > 0},
    };
    const char *text = judged ? text_capital(composer->arena, decision_words(composer, attention))
                              : unjudged_words(composer, attention);
    if (tells_lack(attention) && !attention_counts_in_tiles(composer, attention))
        text = and_then(composer, text, lack_words(composer, attention));
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        if (sentences[i].told)
            text = and_then(composer, text,
                            words_format(composer->arena, composer->words,
                                         by_number(sentences[i].word, sentences[i].count), "count",
                                         words_number(composer->arena, composer->words, sentences[i].count), "changed",
                                         attention_changed(composer, attention, NULL, since), "standing",
                                         attention_decided(composer, attention), "name",
                                         attention->against != NULL ? attention->against->spoken : NULL, NULL));
    return and_then(composer, text, moved_words(composer, attention));
}
