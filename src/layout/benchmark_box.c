#include "block_parts.h"
#include "block_readers.h"

void benchmark_box_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct benchmark_box *box = block->part.benchmark_box = arena_new(reader->arena, struct benchmark_box);
    box->counted = xml_yes(element, "counted", false);
}
