#include "block_parts.h"
#include "block_readers.h"
#include "vocabulary_words.h"

void divider_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct divider *divider = block->part.divider = arena_new(reader->arena, struct divider);
    divider->note = xml_value(element, "note");
    divider->size = (enum divider_size)xml_word(element, "size", divider_words, DIVIDER_SIZE_COUNT, DIVIDER_BAND);
}
