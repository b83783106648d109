#include "block_parts.h"
#include "block_readers.h"
#include "image_read.h"
#include "picture_read.h"
#include "vocabulary_words.h"

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

void picture_read_image(struct layout_reader *reader, struct picture *picture, const struct xml_element *element,
                        const char *name) {
    picture->image = image_read(reader, element, name);
    read_alt(reader, picture, element, name);
}

void picture_read(struct layout_reader *reader, struct block *block, const struct xml_element *element) {
    struct picture *picture = block->part.picture = arena_new(reader->arena, struct picture);
    picture->height_pt = xml_length(element, "height", 0);
    picture->align = (enum picture_align)xml_word(element, "align", align_words, PICTURE_ALIGN_COUNT, PICTURE_LEFT);
    if (block->width.kind == WIDTH_FIXED)
        picture->width_pt = block->width.amount;
    else if (xml_value(element, "width") != NULL && block->parent->kind != BLOCK_ROW)
        diag_error(reader->diag, xml_pos(element, "width"),
                   "outside a <row> a picture's width is a length such as 40mm");
    picture_read_image(reader, picture, element, "file");
}
