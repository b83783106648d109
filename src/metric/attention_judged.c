#include "attention_judged.h"

#include "quartile.h"

struct attention_standing attention_by_target(int word) {
    return word == TARGET_NONE ? (struct attention_standing){.basis = STANDING_NONE}
                               : (struct attention_standing){STANDING_TARGET, word};
}

struct attention_standing attention_standing(const struct figure_table *table, enum field field, int period) {
    const struct indicator *indicator = table->indicator;
    const struct figure *letter = figure_at(table, field_letter(field), period);
    const struct figure *aim = figure_at(table, FIELD_TARGET_STATUS, period);
    const struct figure *quarter = figure_at(table, FIELD_QUARTILE, period);
    if (indicator->band_rule_count > 0 && !status_is_absent(letter->status))
        return (struct attention_standing){STANDING_BAND, letter->word};
    if (field != field_reported(indicator, FIELD_VALUE))
        return (struct attention_standing){.basis = STANDING_NONE};
    if (!status_is_absent(aim->status) && aim->word != TARGET_NONE)
        return attention_by_target(aim->word);
    if (field_exists(indicator, FIELD_QUARTILE) && !status_is_absent(quarter->status))
        return (struct attention_standing){STANDING_QUARTER, quarter->word};
    return (struct attention_standing){.basis = STANDING_NONE};
}

bool attention_is_red(struct attention_standing standing) {
    return (standing.basis == STANDING_BAND && standing.word == BAND_RED) ||
           (standing.basis == STANDING_TARGET && standing.word == TARGET_MISSING);
}

bool attention_is_amber(struct attention_standing standing) {
    return standing.basis == STANDING_BAND && standing.word == BAND_AMBER;
}

bool attention_is_last_quarter(struct attention_standing standing) {
    return standing.basis == STANDING_QUARTER && standing.word == QUARTILE_D;
}
