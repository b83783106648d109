#include "judge.h"

enum status judge_rag(const struct indicator *indicator, struct fraction value, struct fraction shown, int period,
                      int *band) {
    const struct band_rule *rule = indicator_band_rule(indicator, period);
    const struct band *found = rule != NULL ? band_rule_find(rule, rule->as_printed ? shown : value) : NULL;
    if (found == NULL)
        return STATUS_NOT_APPLICABLE;
    *band = found->colour;
    return STATUS_PRESENT;
}

struct fraction judge_change(struct fraction now, struct fraction before) {
    static const struct fraction hundred = {100, 1};
    if (!fraction_present(before) || fraction_sign(before) == 0)
        return fraction_none();
    return fraction_multiply(fraction_divide(fraction_subtract(now, before), fraction_absolute(before)), hundred);
}

/* Whether a change is large enough not to be level. */
static bool passes(struct fraction change, struct fraction threshold) {
    return fraction_compare(fraction_absolute(change), threshold) >= 0;
}

enum status judge_direction(const struct indicator *indicator, int sign, struct fraction change, int *direction) {
    struct fraction threshold = indicator->direction.threshold;
    if (fraction_present(threshold) && !fraction_present(change))
        return STATUS_NOT_APPLICABLE;
    if (fraction_present(threshold) && !passes(change, threshold))
        sign = 0;
    if (!indicator->direction.of_number && indicator->polarity == POLARITY_LOWER)
        sign = -sign;
    *direction = sign > 0 ? DIRECTION_UP : sign < 0 ? DIRECTION_DOWN : DIRECTION_LEVEL;
    return STATUS_PRESENT;
}

enum target_status judge_target(const struct indicator *indicator, struct fraction shown, struct fraction target,
                                int period) {
    const struct target *aim = indicator_target(indicator, period);
    int sign = fraction_compare(shown, target);
    if (indicator->polarity == POLARITY_LOWER)
        sign = -sign;
    bool reached = sign == 0 && (aim == NULL || !aim->excluded);
    return sign > 0 ? TARGET_BETTER : reached ? TARGET_ACHIEVING : TARGET_MISSING;
}
