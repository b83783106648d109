#include "unjudged_text.h"

#include "text.h"

const char *unjudged_text(const struct composer *composer, enum unjudged why) {
    return words_get(composer->words, (enum word)(WORD_UNJUDGED_NO_TARGET + (int)why));
}

const char *unjudged_text_of_all(const struct composer *composer, const size_t counts[UNJUDGED_COUNT]) {
    const char *text = NULL;
    size_t reasons = 0;
    for (enum unjudged why = 0; why < UNJUDGED_COUNT; why++)
        reasons += counts[why] > 0;
    for (enum unjudged why = 0; why < UNJUDGED_COUNT; why++) {
        const char *words = unjudged_text(composer, why);
        if (counts[why] == 0)
            continue;
        if (reasons > 1)
            words = arena_printf(composer->arena, "%s %zu", words, counts[why]);
        text = text_and(composer->arena, text, ", ", words);
    }
    return text;
}
