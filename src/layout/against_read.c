#include "against_read.h"

#include "lookup.h"

const struct comparator *against_read(struct layout_reader *reader, const struct xml_element *element) {
    const char *name = xml_value(element, "against");
    const struct comparator *against =
        name == NULL ? NULL : lookup_comparator(&reader->names, name, xml_pos(element, "against"));
    if (against == NULL || against->computed != COMPUTED_NOT)
        return against;
    diag_error(
        reader->diag, xml_pos(element, "against"),
        "\"%s\" is not computed and has no figure of the period; name a comparator with computed= or series=", name);
    return NULL;
}
