#include "block_parts.h"
#include "block_readers.h"

void page_break_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct page_break *page_break = block->part.page_break = arena_new(reader->arena, struct page_break);
    page_break->facing_only = xml_yes(element, "facing-only", false);
}
