#include "attention_standing.h"

#include "figure_text.h"
#include "text.h"
#include "unjudged_text.h"

const char *attention_of_many(struct composer *composer, enum word word) {
    const struct organisations *list = composer->layout->catalogue->organisations;
    const char *many =
        list != NULL && list->many != NULL ? list->many : words_get(composer->words, WORD_ORGANISATION_MANY);
    return words_format(composer->arena, composer->words, word, "many", many, NULL);
}

const char *attention_quartile(struct composer *composer, enum quartile quartile) {
    return words_get(composer->words, (enum word)(WORD_ATTENTION_QUARTER_A + (int)quartile));
}

const char *attention_standing_name(struct composer *composer, struct attention_standing standing) {
    const struct words *words = composer->words;
    switch (standing.basis) {
    case STANDING_BAND:
        return words_band_name(words, (enum band_colour)standing.word);
    case STANDING_TARGET:
        return field_aloud(words, FIELD_TARGET_STATUS, standing.word);
    case STANDING_QUARTER:
        return attention_quartile(composer, (enum quartile)standing.word);
    default:
        return "";
    }
}

const char *attention_now(struct composer *composer, const struct attention_item *item) {
    const char *name = attention_standing_name(composer, item->now);
    return !attention_is_by_year(item) ? name : attention_by_year(composer, name);
}

const char *attention_by_year(struct composer *composer, const char *standing) {
    return words_format(composer->arena, composer->words, WORD_ATTENTION_BY_YEAR, "standing", standing, NULL);
}

/* One that has a key and no letter says so. */
const char *attention_standing_words(struct composer *composer, const struct attention_item *item) {
    const char *words = attention_now(composer, item);
    bool no_letter = item->now.basis == STANDING_TARGET && item->indicator->band_rule_count > 0;
    return !no_letter
               ? words
               : words_format(composer->arena, composer->words, WORD_ATTENTION_NO_LETTER, "standing", words, NULL);
}

const char *attention_stands(struct composer *composer, const struct attention_item *item) {
    bool judged = item->now.basis != STANDING_NONE && !status_is_absent(item->value.status);
    bool charted = !judged && item->indicator->control_chart != NULL && !status_is_absent(item->value.status);
    const char *stands = judged    ? attention_standing_words(composer, item)
                         : charted ? words_spc_variation(composer->words, item->variation)
                                   : unjudged_text(composer, item->unjudged);
    return text_capital(composer->arena, stands);
}

const char *attention_year(struct composer *composer, const struct attention_item *item) {
    const struct figure_table *table = figures_of(composer->figures, item->indicator);
    if (item->field != FIELD_VALUE || item->other < 0)
        return NULL;
    return words_format(
        composer->arena, composer->words, WORD_ATTENTION_YEAR, "figure",
        figure_text(composer, item->indicator, FIELD_YTD_VALUE, figure_at(table, FIELD_YTD_VALUE, item->period)),
        "standing", words_band_name(composer->words, (enum band_colour)item->other), NULL);
}

const char *attention_held(const struct composer *composer, enum attention_basis basis) {
    static const enum word words[STANDING_COUNT] = {[STANDING_BAND] = WORD_ATTENTION_WITH_RAG,
                                                    [STANDING_TARGET] = WORD_ATTENTION_WITH_TARGET,
                                                    [STANDING_QUARTER] = WORD_ATTENTION_WITH_RANK};
    return words_get(composer->words, words[basis]);
}
