#include "status_line.h"

#include "block_readers.h"
#include "lookup.h"

void status_line_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct status_line *line = block->part.status_line = arena_new(reader->arena, struct status_line);
    const char *against = xml_value(element, "against");
    if (against == NULL)
        return;
    line->against = lookup_comparator(&reader->names, against, xml_pos(element, "against"));
    if (line->against == NULL || line->against->computed != COMPUTED_NOT)
        return;
    diag_error(
        reader->diag, xml_pos(element, "against"),
        "\"%s\" is not computed and has no figure of the period; name a comparator with computed= or series=", against);
    line->against = NULL;
}
