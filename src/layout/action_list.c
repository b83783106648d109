#include "block_parts.h"
#include "block_readers.h"

void action_list_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct action_list *list = block->part.action_list = arena_new(reader->arena, struct action_list);
    list->all = xml_yes(element, "all", false);
    list->references = xml_yes(element, "references", false);
    if (!reader->layout->catalogue->tells_actions)
        diag_warning(reader->diag, element->pos,
                     "the catalogue names no file of actions; write <actions file=\"actions.csv\"/> in it");
}
