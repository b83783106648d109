#include "catalogue_reader.h"

/* Numbers that rise and fall with what they are a share of. */
static bool is_bare_count(const struct indicator *indicator) {
    return indicator->measure == MEASURE_VALUE && indicator->unit == UNIT_COUNT && indicator->numerator != NULL &&
           polarity_has_better(indicator->polarity) && indicator->target_count == 0 && indicator->band_rule_count == 0;
}

static const struct indicator *share_of(const struct catalogue *catalogue, const struct indicator *count) {
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        const struct indicator *other = catalogue->indicators[i];
        if (other->measure != MEASURE_VALUE && other->numerator == count->numerator)
            return other;
    }
    return NULL;
}

void shares_find(struct catalogue_reader *reader) {
    for (size_t i = 0; i < reader->catalogue->indicator_count; i++) {
        struct indicator *indicator = reader->catalogue->indicators[i];
        indicator->share = is_bare_count(indicator) ? share_of(reader->catalogue, indicator) : NULL;
        if (indicator->share != NULL)
            indicator->polarity = POLARITY_NONE;
    }
}
