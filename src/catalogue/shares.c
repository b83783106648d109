#include "catalogue_reader.h"
#include "lookup.h"

/* Numbers that rise and fall with what they are a share of. */
static bool is_judged_count(const struct indicator *indicator) {
    return indicator->measure == MEASURE_VALUE && indicator->unit == UNIT_COUNT && indicator->numerator != NULL &&
           polarity_has_better(indicator->polarity);
}

static const struct indicator *share_of(const struct catalogue *catalogue, const struct indicator *count) {
    for (size_t i = 0; i < catalogue->indicator_count; i++) {
        const struct indicator *other = catalogue->indicators[i];
        if (other->measure != MEASURE_VALUE && other->numerator == count->numerator &&
            polarity_has_better(other->polarity))
            return other;
    }
    return NULL;
}

/* The one that the catalogue names, of figures that are published with no counts behind them. */
static const struct indicator *named_share(struct catalogue_reader *reader, const struct xml_element *element,
                                           const struct indicator *count) {
    struct source_pos pos = xml_pos(element, "share");
    const struct indicator *share = lookup_indicator(reader, xml_value(element, "share"), pos);
    if (share == NULL)
        return NULL;
    if (count->unit != UNIT_COUNT || share->unit == UNIT_COUNT)
        diag_error(reader->diag, pos, "share is the percentage or rate of a count; \"%s\" has the unit %s, \"%s\" %s",
                   count->id, unit_words[count->unit], share->id, unit_words[share->unit]);
    return polarity_has_better(count->polarity) && !polarity_has_better(share->polarity) ? NULL : share;
}

void shares_find(struct catalogue_reader *reader) {
    for (size_t i = 0; i < reader->catalogue->indicator_count; i++) {
        struct indicator *indicator = reader->catalogue->indicators[i];
        const struct xml_element *element = reader->elements[i];
        if (xml_value(element, "share") != NULL)
            indicator->share = named_share(reader, element, indicator);
        else if (is_judged_count(indicator))
            indicator->share = share_of(reader->catalogue, indicator);
    }
    for (size_t i = 0; i < reader->catalogue->indicator_count; i++) {
        struct indicator *indicator = reader->catalogue->indicators[i];
        if (indicator->share != NULL && indicator->target_count == 0 && indicator->band_rule_count == 0)
            indicator->polarity = POLARITY_NONE;
    }
}
