#include "section_head.h"

#include "pen.h"
#include "side_label.h"

/* Below a title at the side there is no line of its own for a note. */
static void set_side_note(struct composer *composer, struct flow *flow, const char *note) {
    struct pen pen = pen_make(composer, NULL, STYLE_NOTE);
    pen.piece = flow_add(composer, flow, pen.leading_pt);
    pen.piece->keep = true;
    pen.element = document_add_element(composer->document, composer->page->section, ROLE_PARAGRAPH);
    pen_text(&pen, 0, pen.size_pt, note);
}

static void set_note(const struct pen *title, const struct flow *flow, const char *note) {
    struct composer *composer = title->composer;
    struct pen pen = pen_make(composer, title->piece, STYLE_NOTE);
    pen.element = document_add_element(composer->document, composer->page->section, ROLE_PARAGRAPH);
    pen_text_right(&pen, flow->width_pt, 11, note);
}

static void set_title(struct composer *composer, struct flow *flow, struct element *heading, const char *title,
                      const char *note) {
    struct piece *piece = flow_add(composer, flow, 17);
    piece->keep = true;
    const struct pen pen =
        pen_for(pen_in(pen_make(composer, piece, STYLE_BODY), FACE_TEXT_BOLD, COLOUR_BRAND), heading);
    pen_rule_across(&pen, flow, 0, LINE_SECTION, COLOUR_BRAND);
    pen_text(&pen, 0, 11, title);
    if (note != NULL)
        set_note(&pen, flow, note);
}

void section_head_set(struct composer *composer, struct flow *flow, const char *title, const char *note) {
    struct side_label *side_label = composer->page->side_label;
    composer_open(composer, ROLE_CAPTION, NULL);
    struct element *heading = document_add_element(composer->document, composer->page->section, ROLE_HEADING_2);
    if (side_label == NULL) {
        set_title(composer, flow, heading, title, note);
    } else {
        side_label->words = title;
        side_label->element = heading;
        if (note != NULL)
            set_side_note(composer, flow, note);
    }
    composer_close(composer);
}

const char *section_head_title(const struct composer *composer, const struct block *block, enum word usual) {
    return block->title != NULL ? block->title : words_get(composer->words, usual);
}
