#include "unjudged.h"

enum unjudged unjudged_absent(enum status status) {
    return status == STATUS_NOT_DUE      ? UNJUDGED_NOT_DUE
           : status == STATUS_SUPPRESSED ? UNJUDGED_WITHHELD
                                         : UNJUDGED_NO_FIGURE;
}

enum unjudged unjudged_why(const struct figure_table *table, int period) {
    const struct indicator *indicator = table->indicator;
    const struct figure *value = figure_at(table, field_reported(indicator, FIELD_VALUE), period);
    const struct target *target = indicator_target(indicator, period);
    const struct band_rule *rule = indicator_band_rule(indicator, period);
    bool keyed = indicator->band_rule_count > 0;
    bool untargeted = !keyed && (target == NULL || (!fraction_present(target->value) && target->words == NULL));
    /* A quarter among organisations needs a figure, and no target. */
    if (untargeted && !field_exists(indicator, FIELD_QUARTILE))
        return UNJUDGED_NO_TARGET;
    if (status_is_absent(value->status) && value->status != STATUS_IN_WORDS)
        return unjudged_absent(value->status);
    if (untargeted)
        return UNJUDGED_NO_TARGET;
    if (keyed)
        return rule != NULL && band_rule_is_unset(rule) ? UNJUDGED_UNSET : UNJUDGED_NO_KEY;
    if (!fraction_present(target->value))
        return UNJUDGED_PENDING;
    if (target->of_year)
        return UNJUDGED_OF_YEAR;
    return polarity_has_better(indicator->polarity) ? UNJUDGED_NO_KEY : UNJUDGED_NO_WAY;
}
