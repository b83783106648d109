#include "block_parts.h"
#include "block_readers.h"
#include "commentary.h"
#include "vocabulary_words.h"
#include "written.h"

void text_block_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct text_block *text_block = block->part.text_block = arena_new(reader->arena, struct text_block);
    const char *markdown = xml_markdown(reader->arena, element);
    text_block->rich = rich_read(reader->arena, markdown, element->inner, reader->diag);
    text_block->small = xml_word(element, "size", text_size_words, TEXT_SIZE_COUNT, TEXT_BODY) == TEXT_NOTE;
    written_add_rich(reader, text_block->rich);
}
