#include "attention_aim.h"

#include "band_text.h"
#include "figure_text.h"
#include "text.h"

static const struct figure *target_of(const struct composer *composer, const struct attention_item *item) {
    return figure_at(figures_of(composer->figures, item->indicator), FIELD_TARGET, item->period);
}

static bool has_figure(const struct attention_item *item) {
    return fraction_present(item->value.value) && !status_is_absent(item->value.status);
}

/* A target has the decimals of its figure, unless they would round it. */
static int target_decimals(const struct indicator *indicator, const struct attention_item *item,
                           struct fraction target) {
    int own = figure_decimals(indicator, FIELD_TARGET, target);
    int figure = figure_decimals(indicator, item->field, item->value.value);
    bool exact = fraction_compare(figure_rounded_to(indicator, FIELD_TARGET, target, figure), target) == 0;
    return figure < own && exact ? figure : own;
}

const char *attention_target(struct composer *composer, const struct attention_item *item) {
    const struct indicator *indicator = item->indicator;
    const struct figure *target = target_of(composer, item);
    if (!field_exists(indicator, FIELD_TARGET) || status_is_absent(target->status))
        return NULL;
    return !has_figure(item) ? figure_printed(composer->arena, indicator, FIELD_TARGET, target)
                             : figure_printed_with(composer->arena, indicator, FIELD_TARGET, target,
                                                   target_decimals(indicator, item, target->value));
}

/* The range of green has one end, which is as good as a target. */
static bool has_one_end(const struct attention_item *item) {
    const struct band *green = indicator_green(item->indicator, item->period);
    return green != NULL && !(fraction_present(green->from) && fraction_present(green->below));
}

/* `< 12%`: the only end of the range of green. */
static const char *end_in_words(struct composer *composer, const struct attention_item *item) {
    const struct band *green = indicator_green(item->indicator, item->period);
    struct fraction end = fraction_present(green->from) ? green->from : green->below;
    return band_text_target(composer, item->indicator, item->period, end,
                            band_text_end(composer, item->indicator, end));
}

/* What figures should lie in, of one without a target: from and to, or one end. */
static const char *range_words(struct composer *composer, const struct attention_item *item, bool in_words) {
    const char *range = band_text_aim(composer, item->indicator, item->period);
    if (range != NULL && in_words && has_one_end(item))
        range = text_unbroken(composer->arena, end_in_words(composer, item));
    return range == NULL ? NULL
                         : words_format(composer->arena, composer->words,
                                        has_one_end(item) ? WORD_ATTENTION_TARGET : WORD_ATTENTION_RANGE, "target",
                                        range, "range", range, NULL);
}

static const char *signed_target(struct composer *composer, const struct attention_item *item, const char *figure) {
    return band_text_target(composer, item->indicator, item->period, target_of(composer, item)->value, figure);
}

const char *attention_aim(struct composer *composer, const struct attention_item *item, bool in_words) {
    const char *target = attention_target(composer, item);
    if (target == NULL)
        return range_words(composer, item, in_words);
    if (in_words)
        target = figure_text_written(composer, item->indicator, FIELD_TARGET, target);
    target = signed_target(composer, item, target);
    return words_format(composer->arena, composer->words, WORD_ATTENTION_TARGET, "target",
                        in_words ? text_unbroken(composer->arena, target) : target, NULL);
}

const char *attention_gap(struct composer *composer, const struct attention_item *item) {
    const struct indicator *indicator = item->indicator;
    const struct figure *target = target_of(composer, item);
    bool of_target = fraction_present(target->value) && !status_is_absent(target->status);
    struct fraction held = of_target ? target->value : item->edge;
    if (!has_figure(item) || !fraction_present(held))
        return NULL;
    struct figure_change gap = figure_change_printed(indicator, FIELD_VALUE, held, item->value.value);
    enum word word = of_target || has_one_end(item) ? WORD_ATTENTION_GAP_ABOVE : WORD_ATTENTION_RANGE_ABOVE;
    if (fraction_sign(gap.by) == 0)
        return NULL;
    return words_format(composer->arena, composer->words, (enum word)((int)word + (fraction_sign(gap.by) < 0)),
                        "distance", figure_text_distance(composer, indicator, gap), "target",
                        of_target
                            ? figure_text_written(composer, indicator, FIELD_TARGET, attention_target(composer, item))
                            : band_text_end(composer, indicator, held),
                        NULL);
}

struct comparator_gap attention_against(const struct composer *composer, const struct attention_item *item,
                                        const struct comparator *against) {
    return item->field == FIELD_VALUE ? comparator_gap_of(composer, item->indicator, against, item->period)
                                      : (struct comparator_gap){.known = false};
}
