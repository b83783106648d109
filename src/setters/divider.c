#include "block_parts.h"
#include "block_setters.h"
#include "display.h"
#include "heading.h"
#include "prose.h"

enum { BAND_PT = 26, BAND_BASELINE = 17, BAND_INDENT = 10, PAGE_DOWN_PT = 150 };

static void set_band(struct composer *composer, struct flow *flow, const char *title, const char *note) {
    struct piece *piece = flow_add(composer, flow, BAND_PT);
    struct pen pen = display_pen(composer, piece, STYLE_LEAD, FACE_TEXT_BOLD, COLOUR_ON_BRAND);
    pen.element = document_add_element(composer->document, composer->page->section, ROLE_HEADING_2);
    pen_fill(&pen, (struct box){0, 0, flow->width_pt, BAND_PT}, COLOUR_BRAND);
    pen_text(&pen, BAND_INDENT, BAND_BASELINE, title);
    piece->keep = true;
    if (note == NULL)
        return;
    struct prose_style style = prose_style_of(composer, STYLE_BODY);
    struct piece *first = prose_set_words(composer, flow, ROLE_PARAGRAPH, note, &style);
    if (first != NULL)
        first->gap_pt = 6;
    flow_keep_last(flow);
}

static void set_page(struct composer *composer, struct flow *flow, const char *title, const char *note) {
    const struct paper *paper = composer_paper(composer);
    double down = paper->width_pt > paper->height_pt ? PAGE_DOWN_PT * 0.6 : PAGE_DOWN_PT;
    struct piece *piece = flow_add(composer, flow, 0);
    const struct pen pen = display_pen(composer, piece, STYLE_DISPLAY, FACE_TEXT_BOLD, COLOUR_BRAND);
    pen_rule(&pen, 0, down, flow->width_pt, LINE_HEAD, COLOUR_BRAND);
    double end = display_set(pen, ROLE_HEADING_1, title, flow->width_pt, down + pen.leading_pt + 6);
    if (note != NULL)
        end = display_set(display_pen(composer, piece, STYLE_LEAD, FACE_TEXT, COLOUR_SECOND_TEXT), ROLE_PARAGRAPH, note,
                          flow->width_pt * 0.8, end - 12);
    piece->height_pt = end;
}

void divider_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct divider *divider = block_divider(block);
    const char *title = block->title != NULL ? block->title : heading_page_title(composer);
    if (divider->size == DIVIDER_BAND)
        set_band(composer, flow, title, divider->note);
    else
        set_page(composer, flow, title, divider->note);
}
