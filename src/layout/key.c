#include "block_parts.h"
#include "block_readers.h"
#include "vocabulary_words.h"

void key_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct key *key = block->part.key = arena_new(reader->arena, struct key);
    key->of_pack = xml_word(element, "of", key_words, KEY_OF_COUNT, KEY_OF_PAGE) == KEY_OF_PACK;
}
