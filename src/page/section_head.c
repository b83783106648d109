#include "section_head.h"

#include "pen.h"
#include "side_label.h"

/* Below a title at the side there is no line of its own for a note. */
static struct piece *set_side_note(struct composer *composer, struct flow *flow, struct element *parent,
                                   const char *note) {
    struct pen pen = pen_make(composer, NULL, STYLE_NOTE);
    pen.piece = flow_add(composer, flow, pen.leading_pt);
    pen.piece->keep = true;
    pen.element = document_add_element(composer->document, parent, ROLE_PARAGRAPH);
    pen_text(&pen, 0, pen.size_pt, note);
    return pen.piece;
}

struct piece *section_head_set(struct composer *composer, struct flow *flow, struct element *parent, const char *title,
                               const char *note) {
    struct element *heading = document_add_element(composer->document, parent, ROLE_HEADING_2);
    if (composer->page->side_label != NULL) {
        composer->page->side_label->words = title;
        composer->page->side_label->element = heading;
        return note == NULL ? NULL : set_side_note(composer, flow, parent, note);
    }
    struct piece *piece = flow_add(composer, flow, 17);
    piece->keep = true;
    const struct pen pen =
        pen_for(pen_in(pen_make(composer, piece, STYLE_BODY), FACE_TEXT_BOLD, COLOUR_BRAND), heading);
    pen_rule_across(&pen, flow, 0, LINE_SECTION, COLOUR_BRAND);
    pen_text(&pen, 0, 11, title);
    if (note != NULL) {
        struct element *words = document_add_element(composer->document, parent, ROLE_PARAGRAPH);
        const struct pen aside = pen_for(pen_make(composer, piece, STYLE_NOTE), words);
        pen_text_right(&aside, flow->width_pt, 11, note);
    }
    return piece;
}

const char *section_title(const struct composer *composer, const struct block *block, enum word usual) {
    return block->title != NULL ? block->title : words_get(composer->words, usual);
}
