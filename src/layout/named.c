#include "named.h"

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

bool named_figure(struct layout_reader *reader, const struct xml_element *element, enum field *field,
                  const struct series **series) {
    const char *name = xml_value(element, "series"), *word = xml_value(element, "field");
    if ((name == NULL) == (word == NULL)) {
        diag_error(reader->diag, element->pos, "<%s> needs %s: field or series", element->name,
                   name == NULL ? "one of these" : "only one of these");
        return false;
    }
    *field = (enum field)xml_word(element, "field", field_words, FIELD_COUNT, FIELD_VALUE);
    if (name != NULL)
        *series = named_series(reader, element, "series");
    return name == NULL || *series != NULL;
}
