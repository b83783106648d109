#include <string.h>

#include "catalogue_reader.h"
#include "commentary.h"
#include "lookup.h"
#include "unit.h"
#include "vocabulary_words.h"

enum { DECIMALS_MAX = 6 };

static void read_words(const struct xml_element *element, struct indicator *indicator) {
    const char *title = xml_value(element, "title"), *brief = xml_value(element, "short-title");
    indicator->title = title == NULL ? indicator->id : title;
    indicator->short_title = brief == NULL ? indicator->title : brief;
    indicator->reference = xml_value(element, "reference");
    indicator->place = xml_value(element, "place");
    indicator->source = xml_value(element, "source");
    indicator->subject = xml_value(element, "subject");
    indicator->numerator_label = xml_value(element, "numerator-label");
    indicator->denominator_label = xml_value(element, "denominator-label");
}

static void read_kinds(const struct xml_element *element, struct indicator *indicator) {
    indicator->polarity = (enum polarity)xml_word(element, "polarity", polarity_words, POLARITY_COUNT, POLARITY_NONE);
    indicator->stated_polarity = indicator->polarity;
    indicator->measure = (enum measure)xml_word(element, "measure", measure_words, MEASURE_COUNT, MEASURE_VALUE);
    indicator->variance = (enum variance)xml_word(element, "variance", variance_words, VARIANCE_COUNT, VARIANCE_NONE);
    indicator->of_amounts = !xml_yes(element, "counts", true);
    indicator->dispersed = xml_yes(element, "over-dispersion", false);
    indicator->negative = xml_yes(element, "negative", false);
    indicator->covers =
        (enum coverage)xml_word(element, "covers", coverage_words, COVERAGE_COUNT,
                                xml_yes(element, "restarts", false) ? COVERS_YEAR_TO_DATE : COVERS_PERIOD);
    indicator->restarts = indicator->covers == COVERS_YEAR_TO_DATE;
    indicator->flow = xml_yes(element, "flow", false);
    indicator->reports_ytd =
        xml_word(element, "headline", headline_words, HEADLINE_COUNT, HEADLINE_VALUE) == HEADLINE_YTD_VALUE;
}

/* The element that says what an attribute is: the indicator, or else the catalogue. */
static const struct xml_element *holder(const struct xml_element *element, const char *name) {
    return xml_value(element, name) == NULL ? element->parent : element;
}

static int shared_word(const struct xml_element *element, const char *name, const char *const *words, int count) {
    return xml_word(holder(element, name), name, words, count, 0);
}

static void read_direction(const struct xml_element *element, struct direction_rule *rule) {
    int arrow = shared_word(element, "direction", arrow_words, ARROW_COUNT);
    rule->none = arrow == ARROW_NONE;
    rule->of_number = arrow == ARROW_NUMBER;
    int compares = shared_word(element, "direction-compares", compare_words, COMPARE_COUNT);
    rule->unrounded = compares == COMPARE_UNROUNDED;
    rule->usual = compares == COMPARE_USUAL;
    rule->threshold = xml_number(holder(element, "direction-threshold"), "direction-threshold");
}

static void check_threshold(const struct catalogue_reader *reader, const struct xml_element *element) {
    struct fraction threshold = xml_number(element, "direction-threshold");
    if (fraction_present(threshold) && fraction_sign(threshold) <= 0)
        diag_error(reader->diag, xml_pos(element, "direction-threshold"),
                   "direction-threshold is not above zero; leave it out for any change");
}

static void read_least_span(const struct catalogue_reader *reader, const struct xml_element *element,
                            struct indicator *indicator) {
    indicator->least_span = xml_number(element, "least-span");
    if (fraction_present(indicator->least_span) && fraction_sign(indicator->least_span) <= 0)
        diag_error(reader->diag, xml_pos(element, "least-span"),
                   "least-span is not above zero; leave it out for the usual");
}

static int whole_within(const struct xml_element *element, const char *name, int preset) {
    int number = xml_whole(element, name, preset);
    return number < 0 ? 0 : number > DECIMALS_MAX ? DECIMALS_MAX : number;
}

static void read_decimals(const struct xml_element *element, struct indicator *indicator) {
    static const char change[] = "change-decimals", average[] = "average-decimals";
    int decimals = whole_within(element, "decimals", unit_usual_decimals(indicator));
    indicator->decimals = decimals;
    indicator->variance_decimals = whole_within(element, "variance-decimals", decimals);
    indicator->ytd_variance_decimals = whole_within(element, "ytd-variance-decimals", decimals);
    indicator->target_decimals = whole_within(element, "target-decimals", decimals);
    indicator->carries_rounded = xml_value(element, "carried-decimals") != NULL;
    indicator->carried_decimals = whole_within(element, "carried-decimals", 0);
    indicator->change_decimals = whole_within(holder(element, change), change, 0);
    indicator->average_decimals = whole_within(holder(element, average), average, decimals);
    indicator->format = (enum number_format)shared_word(element, "format", format_words, FORMAT_COUNT);
}

static void check_sense(struct catalogue_reader *reader, const struct xml_element *element,
                        const struct indicator *indicator) {
    check_threshold(reader, element);
    bool divides = xml_value(element, "denominator") != NULL;
    if (indicator->measure == MEASURE_VALUE && divides)
        diag_error(reader->diag, xml_pos(element, "denominator"),
                   "measure=\"value\" has no denominator; take it out, or write measure=\"ratio\"");
    if (indicator->measure != MEASURE_VALUE && !divides)
        diag_error(reader->diag, xml_pos(element, "measure"), "measure=\"%s\" needs a denominator",
                   measure_words[indicator->measure]);
    if (indicator->measure == MEASURE_VALUE && xml_value(element, "published") != NULL)
        diag_error(reader->diag, xml_pos(element, "published"),
                   "measure=\"value\" has no counts that could be missing; name the published series in numerator");
    if (indicator->reports_ytd && !indicator->flow && xml_value(element, "published-ytd") == NULL)
        diag_error(reader->diag, xml_pos(element, "headline"),
                   "headline=\"ytd_value\" needs flow=\"yes\" or a published-ytd: a snapshot has no year to date");
}

static void read_definition(struct catalogue_reader *reader, const struct xml_element *element,
                            struct indicator *indicator) {
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "definition") == 0 && indicator->definition == NULL) {
            indicator->definition = xml_markdown(reader->arena, child);
            indicator->definition_pos = child->inner;
            indicator->definition_rich = rich_read(reader->arena, indicator->definition, child->inner, reader->diag);
        }
}

/* A note on the figures is an attribute with a word of its own, since most indicators have one. */
static void read_attributes(struct catalogue_reader *reader, const struct xml_element *element,
                            struct indicator *indicator) {
    static const char note[] = "data-note";
    if (xml_value(element, note) != NULL)
        arena_append(reader->arena, indicator->attributes, indicator->attribute_count, indicator->attribute_capacity) =
            (struct attribute){note, xml_value(element, note), xml_pos(element, note)};
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next) {
        const char *name = xml_value(child, "name"), *value = xml_value(child, "value");
        if (strcmp(child->name, "attribute") != 0 || name == NULL || value == NULL)
            continue;
        attributes_add(reader, indicator, (struct attribute){name, value, xml_pos(child, "name")});
    }
}

static void read_indicator(struct catalogue_reader *reader, const struct xml_element *element) {
    struct catalogue *catalogue = reader->catalogue;
    const char *id = xml_value(element, "id"), *section = xml_value(element, "section");
    if (id == NULL)
        return;
    const struct indicator *other = catalogue_indicator(catalogue, id);
    if (other != NULL) {
        diag_error(reader->diag, xml_pos(element, "id"), "the indicator \"%s\" is in line %d already", id,
                   other->pos.line);
        return;
    }
    struct indicator *indicator = arena_new(reader->arena, struct indicator);
    indicator->id = id;
    indicator->pos = element->pos;
    indicator->compared = catalogue->organisations != NULL && xml_yes(element, "compared", true);
    if (section != NULL)
        indicator->section = lookup_section(reader, section, xml_pos(element, "section"));
    read_words(element, indicator);
    unit_read(reader, element, indicator);
    read_kinds(element, indicator);
    read_decimals(element, indicator);
    read_direction(element, &indicator->direction);
    read_least_span(reader, element, indicator);
    check_sense(reader, element, indicator);
    if (catalogue->calendar.grain == GRAIN_YEAR)
        indicator->flow = indicator->reports_ytd = false; /* a year is its own year to date */
    read_definition(reader, element, indicator);
    read_attributes(reader, element, indicator);
    control_chart_read(reader, indicator, element);
    comparator_groups_read(reader, indicator, element);
    catalogue_add_indicator(reader->arena, catalogue, indicator);
    arena_append(reader->arena, reader->elements, reader->element_count, reader->element_capacity) = element;
}

void indicators_read(struct catalogue_reader *reader) {
    check_threshold(reader, reader->root);
    for (const struct xml_element *child = reader->root->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "indicator") == 0)
            read_indicator(reader, child);
    measures_read(reader);
    signs_check(reader);
    if (reader->catalogue->indicator_count == 0)
        diag_error(reader->diag, reader->root->pos, "the catalogue has no indicator");
}
