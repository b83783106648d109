#include <string.h>

#include "block_parts.h"
#include "block_readers.h"

void document_control_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct document_control *document_control = block->part.document_control =
        arena_new(reader->arena, struct document_control);
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "control") == 0 && xml_value(child, "label") != NULL)
            arena_append(reader->arena, document_control->lines, document_control->line_count,
                         document_control->line_capacity) =
                (struct document_control_line){xml_value(child, "label"), xml_value(child, "value")};
}
