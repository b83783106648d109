#include "block_parts.h"
#include "block_readers.h"

void stack_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct stack *stack = block->part.stack = arena_new(reader->arena, struct stack);
    const struct block *page = block->parent;
    stack->repeat = xml_yes(element, "repeat", false);
    if (stack->repeat && (page->parent != NULL || page->first_child != block))
        diag_error(reader->diag, xml_pos(element, "repeat"),
                   "only the first block of a page can be repeated; put the stack at its top");
}
