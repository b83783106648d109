#include "block_parts.h"
#include "block_readers.h"

void contents_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct contents *contents = block->part.contents = arena_new(reader->arena, struct contents);
    contents->plain = !xml_yes(element, "figures", true);
    contents->sparklines = xml_yes(element, "sparklines", false);
    contents->years = xml_whole(element, "years", 2);
    if (contents->plain && contents->sparklines)
        diag_error(reader->diag, xml_pos(element, "sparklines"),
                   "sparklines stand beside figures; take one of figures=\"no\" and sparklines=\"yes\" out");
}
