#include "block_parts.h"
#include "block_readers.h"
#include "picture_read.h"

void cover_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct cover *cover = block->part.cover = arena_new(reader->arena, struct cover);
    cover->dated = xml_value(element, "dated");
    cover->note = xml_value(element, "note");
    cover->sparklines = xml_yes(element, "sparklines", false);
    if (xml_value(element, "picture") != NULL)
        picture_read_image(reader, &cover->picture, element, "picture");
}
