#include "rag.h"

static bool band_holds(const struct band *band, struct fraction value) {
    return (!fraction_present(band->from) || fraction_compare(value, band->from) >= 0) &&
           (!fraction_present(band->below) || fraction_compare(value, band->below) < 0);
}

enum status rag_judge(const struct indicator *indicator, struct fraction value, int month, enum band_colour *band) {
    const struct band_rule *rule = indicator_band_rule(indicator, month);
    if (rule == NULL)
        return STATUS_NOT_APPLICABLE;
    struct fraction judged = rule->as_printed ? fraction_round(value, indicator->decimals) : value;
    for (size_t i = 0; i < rule->band_count; i++)
        if (band_holds(&rule->bands[i], judged)) {
            *band = rule->bands[i].colour;
            return STATUS_PRESENT;
        }
    return STATUS_MISSING;
}
