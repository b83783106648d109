#include "named.h"

#include "figure.h"
#include "lookup.h"
#include "written.h"

const struct indicator *named_indicator(struct layout_reader *reader, const struct xml_element *element,
                                        const char *attribute) {
    const struct indicator *indicator =
        lookup_indicator(&reader->names, xml_value(element, attribute), xml_pos(element, attribute));
    if (indicator != NULL)
        written_add_indicator(reader, indicator);
    return indicator;
}

const struct series *named_series(struct layout_reader *reader, const struct xml_element *element,
                                  const char *attribute) {
    const struct series *series =
        lookup_series(&reader->names, xml_value(element, attribute), xml_pos(element, attribute));
    if (series != NULL)
        written_add_series(reader, series);
    return series;
}

const struct comparator *named_comparator(struct layout_reader *reader, const struct xml_element *element,
                                          const char *attribute) {
    return lookup_comparator(&reader->names, xml_value(element, attribute), xml_pos(element, attribute));
}

bool named_check_peers(struct layout_reader *reader, enum field field, struct source_pos pos) {
    const struct catalogue *catalogue = reader->layout->catalogue;
    bool compares = (field_table[field].needs & NEEDS_PEERS) != 0;
    reader->layout->compares |= compares;
    if (!compares || catalogue->organisations != NULL || diag_failed(reader->diag))
        return true;
    diag_error(reader->diag, pos, "%s compares organisations, and the catalogue has no <organisations>",
               field_words[field]);
    return false;
}

static bool named_word(struct layout_reader *reader, const char *word, struct source_pos pos,
                       struct field_name *field) {
    if (!field_parse(word, field))
        return false; /* told already */
    bool compared = field->source == FROM_BENCHMARK || field->source == FROM_AMONG;
    if (compared && lookup_comparator(&reader->names, field->parameter, pos) == NULL)
        return false;
    if (!figure_resolve(reader->layout->catalogue, field)) {
        diag_error(reader->diag, pos, "%s needs a comparator that is computed; \"%s\" has its figures in the catalogue",
                   word, field->parameter);
        return false;
    }
    reader->layout->compares |= field->source == FROM_AMONG;
    return field->source != FROM_FIELD || named_check_peers(reader, field->field, pos);
}

bool named_field(struct layout_reader *reader, const struct xml_element *element, const char *attribute,
                 struct field_name *field) {
    return named_word(reader, xml_value(element, attribute), xml_pos(element, attribute), field);
}

bool named_field_of_period(struct layout_reader *reader, const char *word, struct source_pos pos,
                           struct field_name *field) {
    if (!named_word(reader, word, pos, field))
        return false;
    if (!field_name_of_period(*field))
        diag_error(reader->diag, pos, "\"%s\" is no figure of a period; it belongs in a <scorecard>", word);
    return field_name_of_period(*field);
}

bool named_figure(struct layout_reader *reader, const struct xml_element *element, struct field_name *field,
                  const struct series **series) {
    const char *name = xml_value(element, "series"), *word = xml_value(element, "field");
    if ((name == NULL) == (word == NULL)) {
        diag_error(reader->diag, element->pos, "<%s> needs %s: field or series", element->name,
                   name == NULL ? "one of these" : "only one of these");
        return false;
    }
    *field = (struct field_name){.field = FIELD_VALUE};
    if (name == NULL)
        return named_field_of_period(reader, word, xml_pos(element, "field"), field);
    *series = named_series(reader, element, "series");
    return *series != NULL;
}

bool named_coloured(struct layout_reader *reader, const struct xml_element *element, struct field_name field) {
    bool asked = xml_value(element, "colour") != NULL;
    bool judged = field.source == FROM_FIELD && field_letter(field.field) != FIELD_NONE;
    if (asked && !judged)
        diag_error(reader->diag, xml_pos(element, "colour"),
                   "no key judges what stands here; colour is for value, ytd_value and their variances");
    return asked && judged;
}
