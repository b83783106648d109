#include "cover.h"

#include "cover_lines.h"
#include "dated.h"
#include "heading.h"
#include "paragraph.h"
#include "picture_block.h"

/* Baselines from the top margin, and the share of the page that the field covers. */
enum { ORGANISATION_BASELINE = 18, TITLE_BASELINE = 86, DATED_BELOW_TITLE = 37, FIELD_END = 48, BELOW_FIELD = 44 };
static const double field_share = 0.58, landscape_share = 0.5;

enum { PICTURE_WIDTH_PT = 150, PICTURE_HEIGHT_PT = 80, PICTURE_GAP_PT = 24 };

/* Lines of one look, the first at a baseline; gives the baseline behind the last. */
static double set_lines(struct composer *composer, struct piece *piece, enum role role, enum face face,
                        enum text_style style, enum colour colour, double width, double baseline, const char *words) {
    const struct type_size *type = &composer->layout->theme.type[style];
    struct element *element = document_add_element(composer->document, composer->section, role);
    size_t count;
    char **lines = prose_lines(composer, words, face, type->size_pt, width, &count);
    for (size_t i = 0; i < count; i++, baseline += type->leading_pt)
        piece_text(composer, piece, element, face, type->size_pt, colour, 0, baseline,
                   i + 1 < count ? prose_line_on(composer, lines[i]) : lines[i]);
    return baseline;
}

static double field_height(const struct layout *layout) {
    double share = layout->width_pt > layout->height_pt ? landscape_share : field_share;
    return layout->height_pt * share - layout->margin_top_pt;
}

/* The field is painted first; its end is known last. */
static struct piece *set_field(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct layout *layout = composer->layout;
    struct piece *piece = flow_add(composer, flow, 0);
    struct frame *field = piece_fill(composer, piece, 0, 0, flow->width_pt, 0, COLOUR_BRAND);
    piece->bleed = piece->keep = true;
    if (layout->catalogue->organisation != NULL)
        set_lines(composer, piece, ROLE_PARAGRAPH, FACE_TEXT_BOLD, STYLE_LEAD, COLOUR_ON_BRAND, flow->width_pt,
                  ORGANISATION_BASELINE, layout->catalogue->organisation);
    double leading = layout->theme.type[STYLE_DISPLAY].leading_pt;
    double end = set_lines(composer, piece, ROLE_HEADING_1, FACE_TEXT_BOLD, STYLE_DISPLAY, COLOUR_ON_BRAND,
                           flow->width_pt, TITLE_BASELINE, block->title != NULL ? block->title : layout->title);
    end = set_lines(
        composer, piece, ROLE_PARAGRAPH, FACE_TEXT, STYLE_TITLE, COLOUR_ON_BRAND, flow->width_pt,
        end - leading + DATED_BELOW_TITLE,
        dated_words(composer, block->dated != NULL ? block->dated : words_get(composer->words, WORD_COVER_DATED)));
    double height = field_height(layout), needed = end - layout->theme.type[STYLE_TITLE].leading_pt + FIELD_END;
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
        lines = set_lines(composer, piece, ROLE_PARAGRAPH, FACE_TEXT_BOLD, STYLE_TITLE, COLOUR_TEXT, room, baseline,
                          layout->subtitle);
        baseline = lines;
    }
    if (note != NULL)
        lines = set_lines(composer, piece, ROLE_PARAGRAPH, FACE_TEXT, STYLE_LEAD, COLOUR_SECOND_TEXT, room * 0.86,
                          baseline, note);
    if (picture != NULL)
        piece_picture(composer, piece, composer->section, picture, flow->width_pt - width, 0, width, height);
    piece->height_pt = lines > height ? lines : height;
}

void cover_set(struct composer *composer, struct flow *flow, const struct block *block) {
    set_field(composer, flow, block);
    set_below(composer, flow, block);
}

enum { BAND_PT = 26, BAND_BASELINE = 17, BAND_INDENT = 10, PAGE_DOWN_PT = 150 };

static void set_band(struct composer *composer, struct flow *flow, const char *title, const char *note) {
    const struct type_size *type = composer->layout->theme.type;
    struct element *heading = document_add_element(composer->document, composer->section, ROLE_HEADING_2);
    struct piece *piece = flow_add(composer, flow, BAND_PT);
    piece_fill(composer, piece, 0, 0, flow->width_pt, BAND_PT, COLOUR_BRAND);
    piece_text(composer, piece, heading, FACE_TEXT_BOLD, type[STYLE_LEAD].size_pt, COLOUR_ON_BRAND, BAND_INDENT,
               BAND_BASELINE, title);
    piece->keep = true;
    if (note == NULL)
        return;
    struct prose_style style = prose_style_of(composer, STYLE_BODY);
    struct piece *first =
        prose_set_plain(composer, flow, composer->section, ROLE_PARAGRAPH, note, composer->pos, &style);
    if (first != NULL)
        first->gap_pt = 6;
    flow_keep_last(flow);
}

static void set_page(struct composer *composer, struct flow *flow, const char *title, const char *note) {
    const struct layout *layout = composer->layout;
    double down = layout->width_pt > layout->height_pt ? PAGE_DOWN_PT * 0.6 : PAGE_DOWN_PT;
    struct piece *piece = flow_add(composer, flow, 0);
    piece_rule(composer, piece, 0, down, flow->width_pt, LINE_HEAD, COLOUR_BRAND);
    double end = set_lines(composer, piece, ROLE_HEADING_1, FACE_TEXT_BOLD, STYLE_DISPLAY, COLOUR_BRAND, flow->width_pt,
                           down + layout->theme.type[STYLE_DISPLAY].leading_pt + 6, title);
    if (note != NULL)
        end = set_lines(composer, piece, ROLE_PARAGRAPH, FACE_TEXT, STYLE_LEAD, COLOUR_SECOND_TEXT,
                        flow->width_pt * 0.8, end - 12, note);
    piece->height_pt = end;
}

void divider_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const char *title = block->title != NULL ? block->title : heading_page_title(composer);
    if (block->divider == DIVIDER_BAND)
        set_band(composer, flow, title, block->note);
    else
        set_page(composer, flow, title, block->note);
}
