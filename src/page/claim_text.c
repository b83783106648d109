#include "claim_text.h"

#include "due.h"
#include "figure_text.h"
#include "text.h"

/* `in July 2018`, `since July 2018`. */
static const char *phrase(struct composer *composer, const struct indicator *indicator, enum per_grain list,
                          int period) {
    return words_format(composer->arena, composer->words, due_word(composer, indicator, list), "period",
                        due_long(composer, indicator, period), NULL);
}

static const char *main_words(struct composer *composer, const struct indicator *indicator, enum field field,
                              const struct claim *claim) {
    bool since = claim->before_period != PERIOD_NONE;
    const enum word words[CLAIM_KIND_COUNT] = {
        [CLAIM_HIGHEST] = since ? WORD_CLAIM_HIGHEST : WORD_CLAIM_HIGHEST_SHOWN,
        [CLAIM_LOWEST] = since ? WORD_CLAIM_LOWEST : WORD_CLAIM_LOWEST_SHOWN,
        [CLAIM_RISEN] = due_word(composer, indicator, PER_GRAIN_CLAIM_RISEN),
        [CLAIM_FALLEN] = due_word(composer, indicator, PER_GRAIN_CLAIM_FALLEN),
        [CLAIM_ROSE] = WORD_CLAIM_ROSE,
        [CLAIM_FELL] = WORD_CLAIM_FELL,
        [CLAIM_LEVEL] = WORD_CLAIM_LEVEL,
    };
    const char *count = claim->count <= WORD_NUMBER_12 - WORD_NUMBER_0
                            ? words_get(composer->words, (enum word)(WORD_NUMBER_0 + claim->count))
                            : arena_printf(composer->arena, "%d", claim->count);
    return words_format(composer->arena, composer->words, words[claim->kind], "figure",
                        figure_text(composer, indicator, field, &claim->value), "when",
                        phrase(composer, indicator, PER_GRAIN_IN, claim->period), "since",
                        since ? phrase(composer, indicator, PER_GRAIN_SINCE, claim->before_period) : "", "before",
                        since ? figure_text(composer, indicator, field, &claim->before) : "", "then",
                        since ? phrase(composer, indicator, PER_GRAIN_IN, claim->before_period) : "", "count", count,
                        NULL);
}

/* `red four months in a row`, or where there is less room `red again`. */
static const char *with_aside(struct composer *composer, const struct indicator *indicator, const struct claim *claim,
                              const char *words, bool brief) {
    const enum word asides[ASIDE_COUNT] = {
        [ASIDE_RED] = brief ? WORD_CLAIM_RED_AGAIN : due_word(composer, indicator, PER_GRAIN_CLAIM_RED),
        [ASIDE_ABOVE] = WORD_CLAIM_ABOVE,
        [ASIDE_AT] = WORD_CLAIM_AT,
        [ASIDE_BELOW] = WORD_CLAIM_BELOW,
    };
    const char *count = claim->reds <= WORD_NUMBER_12 - WORD_NUMBER_0
                            ? words_get(composer->words, (enum word)(WORD_NUMBER_0 + claim->reds))
                            : arena_printf(composer->arena, "%d", claim->reds);
    return words_format(composer->arena, composer->words, asides[claim->aside], "claim", words, "count", count, NULL);
}

static size_t count_words(struct arena *arena, const char *text) {
    size_t count;
    text_split(arena, text, &count);
    return count;
}

const char *claim_text(struct composer *composer, const struct indicator *indicator, enum field field,
                       const struct claim *claim) {
    if (claim->kind == CLAIM_NONE)
        return NULL;
    const char *words = main_words(composer, indicator, field, claim);
    for (int brief = 0; claim->aside != ASIDE_NONE && brief < 2; brief++) {
        const char *longer = with_aside(composer, indicator, claim, words, brief);
        if (count_words(composer->arena, longer) <= CLAIM_WORDS_MAX)
            return text_capital(composer->arena, longer);
    }
    return count_words(composer->arena, words) <= CLAIM_WORDS_MAX ? text_capital(composer->arena, words) : NULL;
}
