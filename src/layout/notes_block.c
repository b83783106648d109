#include "block_parts.h"
#include "block_readers.h"
#include "extent.h"
#include "selection_read.h"
#include "text.h"

void notes_block_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct notes_block *notes = block->part.notes_block = arena_new(reader->arena, struct notes_block);
    const char *names = xml_value(element, "attributes");
    notes->years = xml_whole(element, "years", extent_of_notes[reader->layout->catalogue->calendar.grain]);
    if (names != NULL)
        notes->attributes = text_split(reader->arena, names, &notes->attribute_count);
    for (size_t i = 0; i < notes->attribute_count; i++)
        selection_check_attribute(reader, notes->attributes[i], xml_pos(element, "attributes"));
}
