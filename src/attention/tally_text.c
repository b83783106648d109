#include "tally_text.h"

#include "text.h"

/* English counts two and all by words of their own. */
static enum word red_words(const struct tally *tally) {
    size_t red = tally->bands[BAND_RED];
    if (red == 0)
        return tally->listed == 2 ? WORD_SUMMARY_NEITHER : WORD_SUMMARY_NONE;
    if (red == tally->listed)
        return red == 2 ? WORD_SUMMARY_BOTH : WORD_SUMMARY_ALL;
    return red == 1 ? WORD_SUMMARY_ONE : WORD_SUMMARY_OTHER;
}

const char *tally_text(struct composer *composer, const struct tally *tally) {
    const struct {
        enum word word;
        size_t count;
    } others[] = {{WORD_SUMMARY_AMBER, tally->bands[BAND_AMBER]},
                  {WORD_SUMMARY_GREEN, tally->bands[BAND_GREEN]},
                  {WORD_SUMMARY_NOT_JUDGED, tally->listed - tally->judged}};
    const char *sentence = words_format(composer->arena, composer->words, red_words(tally), "red",
                                        words_number(composer->arena, composer->words, tally->bands[BAND_RED]),
                                        "listed", words_number(composer->arena, composer->words, tally->listed), NULL);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i].count > 0)
            sentence = words_format(composer->arena, composer->words, others[i].word, "sentence", sentence, "count",
                                    words_number(composer->arena, composer->words, others[i].count), "why",
                                    unjudged_text_of_all(composer, tally->unjudged), NULL);
    return text_capital(composer->arena, sentence);
}
