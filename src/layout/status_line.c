#include "status_line.h"

#include "against_read.h"
#include "block_readers.h"

void status_line_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct status_line *line = block->part.status_line = arena_new(reader->arena, struct status_line);
    line->against = against_read(reader, element);
}
