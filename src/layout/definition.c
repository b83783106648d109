#include "block_parts.h"
#include "block_readers.h"
#include "selection_read.h"

void definition_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct definition *definition = block->part.definition = arena_new(reader->arena, struct definition);
    definition->numbers = xml_value(element, "numbers");
    if (definition->numbers != NULL)
        selection_check_attribute(reader, definition->numbers, xml_pos(element, "numbers"));
}
