#include "claim_text.h"

#include "due.h"
#include "figure_text.h"
#include "signal_text.h"
#include "text.h"

/* `in July 2018`, `since July 2018`. */
static const char *phrase(struct composer *composer, const struct indicator *indicator, enum per_grain list,
                          int period) {
    return words_format(composer->arena, composer->words, due_word(composer, indicator, list), "period",
                        due_long(composer, indicator, period), NULL);
}

static const char *main_words(struct composer *composer, const struct indicator *indicator, enum field field,
                              const struct claim *claim) {
    bool since = claim->before_period != PERIOD_NONE,
         turned = claim->kind == CLAIM_TURNED_UP || claim->kind == CLAIM_TURNED_DOWN;
    const enum word words[CLAIM_KIND_COUNT] = {
        [CLAIM_HIGHEST] = since ? WORD_CLAIM_HIGHEST : WORD_CLAIM_HIGHEST_SHOWN,
        [CLAIM_LOWEST] = since ? WORD_CLAIM_LOWEST : WORD_CLAIM_LOWEST_SHOWN,
        [CLAIM_AS_HIGH] = WORD_CLAIM_AS_HIGH,
        [CLAIM_AS_LOW] = WORD_CLAIM_AS_LOW,
        [CLAIM_RISEN] = WORD_CLAIM_RUN,
        [CLAIM_FALLEN] = WORD_CLAIM_RUN,
        [CLAIM_ROSE] = WORD_CLAIM_ROSE,
        [CLAIM_FELL] = WORD_CLAIM_FELL,
        [CLAIM_TURNED_UP] = WORD_CLAIM_TURNED_UP,
        [CLAIM_TURNED_DOWN] = WORD_CLAIM_TURNED_DOWN,
        [CLAIM_LITTLE] = WORD_CLAIM_LITTLE,
        [CLAIM_LEVEL] = WORD_CLAIM_LEVEL,
        [CLAIM_CROSSED_UPPER] = WORD_CLAIM_CROSSED_UPPER,
        [CLAIM_CROSSED_LOWER] = WORD_CLAIM_CROSSED_LOWER,
        [CLAIM_OVER_UPPER] = WORD_CLAIM_SIGNAL,
        [CLAIM_UNDER_LOWER] = WORD_CLAIM_SIGNAL,
        [CLAIM_NEAR_UPPER] = WORD_CLAIM_SIGNAL,
        [CLAIM_NEAR_LOWER] = WORD_CLAIM_SIGNAL,
        [CLAIM_ABOVE_MEAN] = WORD_CLAIM_SIGNAL,
        [CLAIM_BELOW_MEAN] = WORD_CLAIM_SIGNAL,
        [CLAIM_WITHIN] = WORD_CLAIM_WITHIN,
        [CLAIM_WITHIN_TRIAL] = WORD_CLAIM_WITHIN_TRIAL,
    };
    return words_format(composer->arena, composer->words, words[claim->kind], "figure",
                        figure_text(composer, indicator, field, &claim->value), "when",
                        phrase(composer, indicator, PER_GRAIN_IN, claim->period), "since",
                        since ? phrase(composer, indicator, PER_GRAIN_SINCE, claim->before_period) : "", "before",
                        since ? figure_text(composer, indicator, field, &claim->before) : "", "previous",
                        turned ? figure_text(composer, indicator, field, &claim->previous) : "", "then",
                        since ? phrase(composer, indicator, PER_GRAIN_IN, claim->before_period) : "", "signal",
                        signal_text(composer, indicator, claim), NULL);
}

/* `red four months in a row`, or where there is less room `still red`. */
static const char *with_aside(struct composer *composer, const struct indicator *indicator, const struct claim *claim,
                              const char *words, bool brief) {
    const enum word asides[ASIDE_COUNT] = {
        [ASIDE_RED] = brief ? WORD_CLAIM_RED_AGAIN : due_word(composer, indicator, PER_GRAIN_CLAIM_RED),
        [ASIDE_ABOVE] = WORD_CLAIM_ABOVE,
        [ASIDE_AT] = WORD_CLAIM_AT,
        [ASIDE_BELOW] = WORD_CLAIM_BELOW,
    };
    const char *count = words_number(composer->arena, composer->words, (size_t)claim->reds);
    return words_format(composer->arena, composer->words, asides[claim->aside], "claim", words, "count", count, NULL);
}

/* NULL where it is too long for a title. */
static const char *title_of(struct composer *composer, const char *words) {
    size_t count;
    text_split(composer->arena, words, &count);
    return count <= CLAIM_WORDS_MAX ? text_capital(composer->arena, words) : NULL;
}

const char *claim_text(struct composer *composer, const struct indicator *indicator, enum field field,
                       const struct claim *claim) {
    if (claim->kind == CLAIM_NONE)
        return NULL;
    const char *words = main_words(composer, indicator, field, claim);
    for (int brief = 0; claim->aside != ASIDE_NONE && brief < 2; brief++) {
        const char *longer = title_of(composer, with_aside(composer, indicator, claim, words, brief));
        if (longer != NULL)
            return longer;
    }
    return title_of(composer, words);
}

const char *claim_text_ends(struct composer *composer, const struct claim_end *first, const struct claim_end *last,
                            bool judged) {
    const enum word word = judged ? WORD_CLAIM_BEST_WORST : WORD_CLAIM_ENDS;
    return title_of(composer, words_format(composer->arena, composer->words, word, "first", first->name, "first-figure",
                                           first->figure, "last", last->name, "last-figure", last->figure, NULL));
}

const char *claim_text_largest(struct composer *composer, const struct claim_end *part, const char *when) {
    return title_of(composer, words_format(composer->arena, composer->words, WORD_CLAIM_LARGEST, "when", when, "name",
                                           part->name, "share", part->figure, NULL));
}

const char *claim_text_meet(struct composer *composer, const struct claim_meet *meet) {
    bool one = meet->count == 1 && meet->total > 2, but_one = meet->count + 1 == meet->total && meet->total > 2;
    const char *name = one ? meet->one_that_does : meet->one_that_does_not;
    enum word word = meet->count == 0 ? WORD_CLAIM_MEET_NONE : WORD_CLAIM_MEET;
    if (meet->count == meet->total)
        word = WORD_CLAIM_MEET_ALL;
    const char *count = words_number(composer->arena, composer->words, meet->count),
               *total = words_number(composer->arena, composer->words, meet->total);
    const char *plain = words_format(composer->arena, composer->words, word, "count", count, "total", total, NULL);
    const char *named = plain;
    if (one || but_one)
        named = words_format(composer->arena, composer->words, one ? WORD_CLAIM_MEET_ONE : WORD_CLAIM_MEET_BUT_ONE,
                             "total", total, "name", name, NULL);
    const char *title = title_of(composer, named);
    return title != NULL ? title : title_of(composer, plain);
}
