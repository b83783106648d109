#include "signal_text.h"

#include "due.h"

const char *signal_text(struct composer *composer, const struct indicator *indicator, const struct claim *claim) {
    bool one = claim->count == 1;
    const enum word words[CLAIM_KIND_COUNT] = {
        [CLAIM_RISEN] = due_word(composer, indicator, PER_GRAIN_CLAIM_RISEN),
        [CLAIM_FALLEN] = due_word(composer, indicator, PER_GRAIN_CLAIM_FALLEN),
        [CLAIM_CROSSED_UPPER] = WORD_CLAIM_BEYOND_UPPER,
        [CLAIM_CROSSED_LOWER] = WORD_CLAIM_BEYOND_LOWER,
        [CLAIM_OVER_UPPER] = one ? WORD_CLAIM_BEYOND_UPPER : due_word(composer, indicator, PER_GRAIN_CLAIM_OVER_UPPER),
        [CLAIM_UNDER_LOWER] =
            one ? WORD_CLAIM_BEYOND_LOWER : due_word(composer, indicator, PER_GRAIN_CLAIM_UNDER_LOWER),
        [CLAIM_NEAR_UPPER] = WORD_CLAIM_NEAR_UPPER,
        [CLAIM_NEAR_LOWER] = WORD_CLAIM_NEAR_LOWER,
        [CLAIM_ABOVE_MEAN] = due_word(composer, indicator, PER_GRAIN_CLAIM_ABOVE_MEAN),
        [CLAIM_BELOW_MEAN] = due_word(composer, indicator, PER_GRAIN_CLAIM_BELOW_MEAN),
    };
    static const bool told[CLAIM_KIND_COUNT] = {
        [CLAIM_RISEN] = true,      [CLAIM_FALLEN] = true,        [CLAIM_CROSSED_UPPER] = true,
        [CLAIM_OVER_UPPER] = true, [CLAIM_CROSSED_LOWER] = true, [CLAIM_UNDER_LOWER] = true,
        [CLAIM_NEAR_UPPER] = true, [CLAIM_NEAR_LOWER] = true,    [CLAIM_ABOVE_MEAN] = true,
        [CLAIM_BELOW_MEAN] = true,
    };
    if (!told[claim->kind])
        return NULL;
    return words_format(composer->arena, composer->words, words[claim->kind], "count",
                        words_number(composer->arena, composer->words, (size_t)claim->count), NULL);
}
