#include "section_head.h"

#include "lines.h"
#include "pen.h"
#include "side_label.h"

enum { HEIGHT_PT = 17, BASELINE_PT = 11, NOTE_GAP_PT = 10 }; /* of a body of up to 11 points */

static double scale_of(const struct composer *composer) {
    return theme_scale(&composer->layout->theme, STYLE_BODY, 11);
}

/* Below a title at the side, or one that leaves no room, a note has lines of its own. */
static void set_side_note(struct composer *composer, struct flow *flow, const char *note) {
    struct pen pen = pen_make(composer, NULL, STYLE_NOTE);
    const struct lines lines = lines_break(&pen, note, flow->width_pt);
    pen.piece = flow_add(composer, flow, (double)(lines.count > 1 ? lines.count : 1) * pen.leading_pt);
    pen.piece->keep = true;
    pen.element = document_add_element(composer->document, composer->page->section, ROLE_PARAGRAPH);
    lines_set(&pen, &lines, 0, pen.size_pt);
}

/* Beside the title, or below it where there is no room. */
static void set_note(const struct pen *title, struct flow *flow, double taken, const char *note) {
    struct composer *composer = title->composer;
    struct pen pen = pen_make(composer, title->piece, STYLE_NOTE);
    if (taken + NOTE_GAP_PT + pen_width(&pen, note) > flow->width_pt) {
        set_side_note(composer, flow, note);
        return;
    }
    pen.element = document_add_element(composer->document, composer->page->section, ROLE_PARAGRAPH);
    pen_text_right(&pen, flow->width_pt, BASELINE_PT * scale_of(composer), note);
}

static void set_title(struct composer *composer, struct flow *flow, struct element *heading, const char *title,
                      const char *note) {
    struct pen pen = pen_for(pen_in(pen_make(composer, NULL, STYLE_BODY), FACE_TEXT_BOLD, COLOUR_BRAND), heading);
    const struct lines lines = lines_break(&pen, title, flow->width_pt);
    double more = (double)(lines.count > 1 ? lines.count - 1 : 0) * pen.leading_pt;
    pen.piece = flow_add(composer, flow, HEIGHT_PT * scale_of(composer) + more);
    pen.piece->keep = true;
    pen_rule_across(&pen, flow, 0, LINE_SECTION, COLOUR_BRAND);
    lines_set(&pen, &lines, 0, BASELINE_PT * scale_of(composer));
    if (note != NULL)
        set_note(&pen, flow, more > 0 ? flow->width_pt : pen_width(&pen, title), note);
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
