#include "chart_reference.h"

#include "lookup.h"

bool chart_reference_read(struct layout_reader *reader, const struct xml_element *element,
                          struct chart_reference *reference) {
    const char *name = xml_value(element, "benchmark"), *value = xml_value(element, "value");
    *reference = (struct chart_reference){.label = xml_value(element, "label"), .pos = element->pos};
    if ((name == NULL) == (value == NULL)) {
        diag_error(reader->diag, element->pos, "<reference> needs %s: benchmark or value",
                   name == NULL ? "one of these" : "only one of these");
        return false;
    }
    if (value != NULL && reference->label == NULL)
        diag_error(reader->diag, element->pos, "<reference> with a value needs a label that says what it is");
    if (name != NULL)
        reference->comparator = lookup_comparator(&reader->names, name, xml_pos(element, "benchmark"));
    reference->value = xml_number(element, "value");
    return reference->comparator != NULL || fraction_present(reference->value);
}
