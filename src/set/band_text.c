#include "band_text.h"

#include <string.h>

#include "figure_text.h"

static const char *bound(struct composer *composer, const struct indicator *indicator, struct fraction number,
                         enum band_writing writing) {
    bool whole = fraction_is_whole(figure_shown(indicator, FIELD_VALUE, number));
    int decimals = whole ? 0 : indicator->decimals;
    return writing == BAND_IN_WORDS ? figure_text_number(composer, indicator, number, decimals)
                                    : figure_printed_with(composer->arena, indicator, FIELD_VALUE,
                                                          &(struct figure){.value = number}, decimals);
}

const char *band_text_end(struct composer *composer, const struct indicator *indicator, struct fraction end) {
    return bound(composer, indicator, end, BAND_IN_WORDS);
}

static const char *range(struct composer *composer, const struct indicator *indicator, const struct band *band,
                         enum band_writing writing) {
    enum { OPEN, IN, OUT };
    static const enum word words[2][3][3] = {
        [BAND_IN_WORDS] =
            {
                [OPEN] = {[OPEN] = WORD_BAND_ANY, [IN] = WORD_BAND_UP_TO, [OUT] = WORD_BAND_BELOW},
                [IN] = {[OPEN] = WORD_BAND_FROM, [IN] = WORD_BAND_FROM_UP_TO, [OUT] = WORD_BAND_FROM_BELOW},
                [OUT] = {[OPEN] = WORD_BAND_OVER, [IN] = WORD_BAND_OVER_UP_TO, [OUT] = WORD_BAND_OVER_BELOW},
            },
        [BAND_BY_SIGNS] =
            {
                [OPEN] = {[OPEN] = WORD_BAND_ANY, [IN] = WORD_SIGNS_UP_TO, [OUT] = WORD_SIGNS_BELOW},
                [IN] = {[OPEN] = WORD_SIGNS_FROM, [IN] = WORD_SIGNS_FROM_UP_TO, [OUT] = WORD_SIGNS_FROM_BELOW},
                [OUT] = {[OPEN] = WORD_SIGNS_OVER, [IN] = WORD_SIGNS_OVER_UP_TO, [OUT] = WORD_SIGNS_OVER_BELOW},
            },
    };
    bool has_from = fraction_present(band->from), has_below = fraction_present(band->below);
    int from = !has_from ? OPEN : band->from_excluded ? OUT : IN;
    int to = !has_below ? OPEN : band->below_included ? IN : OUT;
    return words_format(composer->arena, composer->words, words[writing][from][to], "from",
                        has_from ? bound(composer, indicator, band->from, writing) : NULL, "to",
                        has_below ? bound(composer, indicator, band->below, writing) : NULL, NULL);
}

static const char *either(struct composer *composer, const char *first, const char *second) {
    return first == NULL
               ? second
               : words_format(composer->arena, composer->words, WORD_EITHER_OR, "first", first, "second", second, NULL);
}

const char *band_text(struct composer *composer, const struct indicator *indicator, const struct band_rule *rule,
                      enum band_colour colour, enum band_writing writing) {
    const char *words = NULL, *printed = NULL;
    for (size_t i = 0; i < rule->band_count; i++) {
        const struct band *band = &rule->bands[i];
        if (band->colour != colour)
            continue;
        if (band->printed != NULL && (printed == NULL || strstr(printed, band->printed) == NULL))
            printed = either(composer, printed, band->printed);
        if (!band->unset && writing != BAND_AS_PRINTED)
            words = either(composer, words, range(composer, indicator, band, writing));
    }
    return words != NULL ? words : printed;
}

const char *band_text_aim(struct composer *composer, const struct indicator *indicator, int period) {
    const struct band_rule *rule = indicator_band_rule(indicator, period);
    const struct target *target = indicator_target(indicator, period);
    bool named = target != NULL && fraction_present(target->value);
    for (size_t i = 0; rule != NULL && !named && i < rule->band_count; i++)
        if (rule->bands[i].colour == BAND_GREEN && !rule->bands[i].unset)
            return band_text(composer, indicator, rule, BAND_GREEN, BAND_BY_SIGNS);
    return NULL;
}

/* On which side of a target it is met, as the green band says that begins or ends there; WORD_COUNT: none does. */
static enum word side_of(const struct indicator *indicator, struct fraction target, int period) {
    const struct band_rule *rule = indicator_band_rule(indicator, period);
    for (size_t i = 0; rule != NULL && i < rule->band_count; i++) {
        const struct band *band = &rule->bands[i];
        if (band->colour != BAND_GREEN || band->unset)
            continue;
        if (fraction_present(band->from) && fraction_compare(band->from, target) == 0)
            return band->from_excluded ? WORD_SIGNS_OVER : WORD_SIGNS_FROM;
        if (fraction_present(band->below) && fraction_compare(band->below, target) == 0)
            return band->below_included ? WORD_SIGNS_UP_TO : WORD_SIGNS_BELOW;
    }
    return WORD_COUNT;
}

/* The same by what is better: the target itself meets it, unless the catalogue says otherwise. */
static enum word side_by_polarity(const struct indicator *indicator, int period) {
    const struct target *target = indicator_target(indicator, period);
    bool out = target != NULL && target->excluded;
    if (!polarity_has_better(indicator->polarity))
        return WORD_COUNT;
    if (indicator->polarity == POLARITY_HIGHER)
        return out ? WORD_SIGNS_OVER : WORD_SIGNS_FROM;
    return out ? WORD_SIGNS_BELOW : WORD_SIGNS_UP_TO;
}

const char *band_text_target(struct composer *composer, const struct indicator *indicator, int period,
                             struct fraction target, const char *figure) {
    enum word side = side_of(indicator, target, period);
    if (side == WORD_COUNT)
        side = side_by_polarity(indicator, period);
    return figure == NULL || side == WORD_COUNT
               ? figure
               : words_format(composer->arena, composer->words, side, "from", figure, "to", figure, NULL);
}
