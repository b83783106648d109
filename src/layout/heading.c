#include "block_parts.h"
#include "block_readers.h"

void heading_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct heading *heading = block->part.heading = arena_new(reader->arena, struct heading);
    heading->dated = xml_value(element, "dated");
    heading->subtitle = xml_value(element, "subtitle");
    heading->note = xml_value(element, "note");
}
