#include "cover.h"

#include "cover_lines.h"
#include "dated.h"
#include "heading.h"
#include "lines.h"
#include "paragraph.h"
#include "picture_block.h"

/* Baselines from the top margin, and the share of the page that the field covers. */
enum { ORGANISATION_BASELINE = 18, TITLE_BASELINE = 86, DATED_BELOW_TITLE = 37, FIELD_END = 48, BELOW_FIELD = 44 };
static const double field_share = 0.58, landscape_share = 0.5;

enum { PICTURE_WIDTH_PT = 150, PICTURE_HEIGHT_PT = 80, PICTURE_GAP_PT = 24 };

/* Words of one style, the first line at a baseline; gives the baseline behind the last. */
static double set_words(struct pen pen, enum role role, const char *words, double width, double baseline) {
    pen.element = document_add_element(pen.composer->document, pen.composer->section, role);
    const struct lines lines = lines_break(&pen, words, width);
    return lines_set(&pen, &lines, 0, baseline);
}

/* A pen for words of a style in another face and colour than usual. */
static struct pen look(struct composer *composer, struct piece *piece, enum text_style style, enum face face,
                       enum colour colour) {
    return pen_in(pen_make(composer, piece, style), face, colour);
}

static double field_height(const struct layout *layout) {
    double share = layout->width_pt > layout->height_pt ? landscape_share : field_share;
    return layout->height_pt * share - layout->margin_top_pt;
}

/* The field is painted first; its end is known last. */
static struct piece *set_field(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct layout *layout = composer->layout;
    struct piece *piece = flow_add(composer, flow, 0);
    const struct pen organisation = look(composer, piece, STYLE_LEAD, FACE_TEXT_BOLD, COLOUR_ON_BRAND);
    const struct pen title = look(composer, piece, STYLE_DISPLAY, FACE_TEXT_BOLD, COLOUR_ON_BRAND);
    const struct pen dated = look(composer, piece, STYLE_TITLE, FACE_TEXT, COLOUR_ON_BRAND);
    struct frame *field = pen_fill(&title, (struct box){0, 0, flow->width_pt, 0}, COLOUR_BRAND);
    piece->bleed = piece->keep = true;
    if (layout->catalogue->organisation != NULL)
        set_words(organisation, ROLE_PARAGRAPH, layout->catalogue->organisation, flow->width_pt, ORGANISATION_BASELINE);
    double end = set_words(title, ROLE_HEADING_1, block->title != NULL ? block->title : layout->title, flow->width_pt,
                           TITLE_BASELINE);
    end = set_words(
        dated, ROLE_PARAGRAPH,
        dated_words(composer, block->dated != NULL ? block->dated : words_get(composer->words, WORD_COVER_DATED)),
        flow->width_pt, end - title.leading_pt + DATED_BELOW_TITLE);
    double height = field_height(layout), needed = end - dated.leading_pt + FIELD_END;
    field->height = piece->height_pt = height > needed ? height : needed;
    if (block->sparklines)
        cover_lines_set(composer, piece, flow->width_pt, needed - FIELD_END / 2.0, height - FIELD_END + 8);
    return piece;
}

/* Subtitle and note at the left, the picture at the right. */
static void set_below(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct layout *layout = composer->layout;
    const char *note = block->note != NULL ? block->note : layout->subject;
    const struct picture *picture = block->picture.image != NULL ? &block->picture : NULL;
    double width = 0, height = 0, lines = 0, room = flow->width_pt;
    if (layout->subtitle == NULL && note == NULL && picture == NULL)
        return;
    struct piece *piece = flow_add(composer, flow, 0);
    piece->gap_pt = BELOW_FIELD - 18;
    if (picture != NULL) {
        picture_size(picture, PICTURE_WIDTH_PT, PICTURE_HEIGHT_PT, &width, &height);
        room -= width + PICTURE_GAP_PT;
    }
    double baseline = layout->theme.type[STYLE_TITLE].size_pt;
    if (layout->subtitle != NULL) {
        lines = set_words(look(composer, piece, STYLE_TITLE, FACE_TEXT_BOLD, COLOUR_TEXT), ROLE_PARAGRAPH,
                          layout->subtitle, room, baseline);
        baseline = lines;
    }
    if (note != NULL)
        lines = set_words(look(composer, piece, STYLE_LEAD, FACE_TEXT, COLOUR_SECOND_TEXT), ROLE_PARAGRAPH, note,
                          room * 0.86, baseline);
    if (picture != NULL) {
        const struct pen pen = pen_for(pen_make(composer, piece, STYLE_BODY), composer->section);
        pen_picture(&pen, picture, (struct box){flow->width_pt - width, 0, width, height});
    }
    piece->height_pt = lines > height ? lines : height;
}

void cover_set(struct composer *composer, struct flow *flow, const struct block *block) {
    set_field(composer, flow, block);
    set_below(composer, flow, block);
}

enum { BAND_PT = 26, BAND_BASELINE = 17, BAND_INDENT = 10, PAGE_DOWN_PT = 150 };

static void set_band(struct composer *composer, struct flow *flow, const char *title, const char *note) {
    struct piece *piece = flow_add(composer, flow, BAND_PT);
    struct pen pen = look(composer, piece, STYLE_LEAD, FACE_TEXT_BOLD, COLOUR_ON_BRAND);
    pen.element = document_add_element(composer->document, composer->section, ROLE_HEADING_2);
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
    const struct layout *layout = composer->layout;
    double down = layout->width_pt > layout->height_pt ? PAGE_DOWN_PT * 0.6 : PAGE_DOWN_PT;
    struct piece *piece = flow_add(composer, flow, 0);
    const struct pen pen = look(composer, piece, STYLE_DISPLAY, FACE_TEXT_BOLD, COLOUR_BRAND);
    pen_rule(&pen, 0, down, flow->width_pt, LINE_HEAD, COLOUR_BRAND);
    double end = set_words(pen, ROLE_HEADING_1, title, flow->width_pt, down + pen.leading_pt + 6);
    if (note != NULL)
        end = set_words(look(composer, piece, STYLE_LEAD, FACE_TEXT, COLOUR_SECOND_TEXT), ROLE_PARAGRAPH, note,
                        flow->width_pt * 0.8, end - 12);
    piece->height_pt = end;
}

void divider_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const char *title = block->title != NULL ? block->title : heading_page_title(composer);
    if (block->divider == DIVIDER_BAND)
        set_band(composer, flow, title, block->note);
    else
        set_page(composer, flow, title, block->note);
}
