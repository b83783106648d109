#include <string.h>

#include "layout_internal.h"
#include "text.h"
#include "vocabulary_words.h"

/* Blocks that are parts of a page rather than figures: cover, document control box, divider, picture, key, notes,
 * contents. */

/* Whoever does not see the picture needs its words, or to know that it has nothing to say. */
static void read_alt(struct layout_reader *reader, struct picture *picture, const struct xml_element *element,
                     const char *name) {
    bool decorative = xml_yes(element, "decorative", false);
    picture->alt = xml_value(element, "alt");
    if (picture->alt == NULL && !decorative)
        diag_error(reader->diag, xml_pos(element, name),
                   "the picture has no alt=\"...\"; say in a few words what it shows, or write decorative=\"yes\"");
    if (picture->alt != NULL && decorative)
        diag_error(reader->diag, xml_pos(element, "decorative"),
                   "a picture that only decorates has no alt; take one of the two out");
}

void reader_read_picture(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    block->picture.image = reader_read_image(reader, element, "file");
    block->picture.height_pt = xml_length(element, "height", 0);
    block->picture.align =
        (enum picture_align)xml_word(element, "align", align_words, PICTURE_ALIGN_COUNT, PICTURE_LEFT);
    if (block->width.kind == WIDTH_FIXED)
        block->picture.width_pt = block->width.amount;
    else if (xml_value(element, "width") != NULL && block->parent->kind != BLOCK_ROW)
        diag_error(reader->diag, xml_pos(element, "width"),
                   "outside a <row> a picture's width is a length such as 40mm");
    read_alt(reader, &block->picture, element, "file");
}

void reader_read_cover(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    block->dated = xml_value(element, "dated");
    block->note = xml_value(element, "note");
    block->sparklines = xml_yes(element, "sparklines", false);
    if (xml_value(element, "picture") == NULL)
        return;
    block->picture.image = reader_read_image(reader, element, "picture");
    read_alt(reader, &block->picture, element, "picture");
}

void reader_read_document_control(struct layout_reader *reader, struct block *block,
                                  const struct xml_element *element) {
    for (const struct xml_element *child = element->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "control") == 0 && xml_value(child, "label") != NULL)
            arena_append(reader->arena, block->control_lines, block->control_line_count, block->control_line_capacity) =
                (struct control_line){xml_value(child, "label"), xml_value(child, "value"), child->pos};
}

void reader_read_divider(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    (void)reader;
    block->note = xml_value(element, "note");
    block->divider = (enum divider_size)xml_word(element, "size", divider_words, DIVIDER_SIZE_COUNT, DIVIDER_BAND);
}

void reader_read_key(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    (void)reader;
    block->of_pack = xml_word(element, "of", key_words, KEY_OF_COUNT, KEY_OF_PAGE) == KEY_OF_PACK;
}

/* A selection is asked for, or there is none. */
static void read_selection(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    if (xml_value(element, "select") != NULL || xml_value(element, "indicators") != NULL)
        reader_read_selection(reader, element, &block->selection);
}

void reader_read_definition(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    read_selection(reader, block, element);
    block->numbers = xml_value(element, "numbers");
    if (block->numbers != NULL)
        reader_check_attribute(reader, block->numbers, xml_pos(element, "numbers"));
}

void reader_read_notes_block(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    const char *names = xml_value(element, "attributes");
    read_selection(reader, block, element);
    block->years = xml_whole(element, "years", 2);
    if (names != NULL)
        block->attributes = text_split(reader->arena, names, &block->attribute_count);
    for (size_t i = 0; i < block->attribute_count; i++)
        reader_check_attribute(reader, block->attributes[i], xml_pos(element, "attributes"));
}

void reader_read_contents(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    read_selection(reader, block, element);
    block->plain = !xml_yes(element, "figures", true);
    block->sparklines = xml_yes(element, "sparklines", false);
    block->years = xml_whole(element, "years", 2);
    if (block->plain && block->sparklines)
        diag_error(reader->diag, xml_pos(element, "sparklines"),
                   "sparklines stand beside figures; take one of figures=\"no\" and sparklines=\"yes\" out");
}
