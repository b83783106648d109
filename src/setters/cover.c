#include "block_parts.h"
#include "block_setters.h"
#include "cover_lines.h"
#include "dated.h"
#include "display.h"
#include "picture.h"
#include "text.h"

/* Baselines from the top margin, and the share of the page that the field covers. */
enum { ORGANISATION_BASELINE = 18, TITLE_BASELINE = 86, DATED_BELOW_TITLE = 37, FIELD_END = 48, BELOW_FIELD = 44 };
static const double field_share = 0.58, landscape_share = 0.5;

enum { PICTURE_WIDTH_PT = 150, PICTURE_HEIGHT_PT = 80, PICTURE_GAP_PT = 24 };

static double field_height(const struct paper *paper) {
    double share = paper->width_pt > paper->height_pt ? landscape_share : field_share;
    return paper->height_pt * share - paper->top_pt;
}

static const char *dated_of(struct composer *composer, const struct cover *cover) {
    return dated_words(composer, cover->dated != NULL ? cover->dated : words_get(composer->words, WORD_COVER_DATED));
}

/* The field is painted first; its end is known last. */
static struct piece *set_field(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct layout *layout = composer->layout;
    struct piece *piece = flow_add(composer, flow, 0);
    const struct pen organisation = display_pen(composer, piece, STYLE_LEAD, FACE_TEXT_BOLD, COLOUR_ON_BRAND);
    const struct pen title = display_pen(composer, piece, STYLE_DISPLAY, FACE_TEXT_BOLD, COLOUR_ON_BRAND);
    const struct pen dated = display_pen(composer, piece, STYLE_TITLE, FACE_TEXT, COLOUR_ON_BRAND);
    struct frame *field = pen_fill(&title, (struct box){0, 0, flow->width_pt, 0}, COLOUR_BRAND);
    piece->bleed = piece->keep = true;
    if (layout->catalogue->organisation != NULL)
        display_set(organisation, ROLE_PARAGRAPH, layout->catalogue->organisation, flow->width_pt,
                    ORGANISATION_BASELINE);
    double end = display_set(title, ROLE_HEADING_1, block->title != NULL ? block->title : layout->title, flow->width_pt,
                             TITLE_BASELINE);
    end = display_set(dated, ROLE_PARAGRAPH, dated_of(composer, block_cover(block)), flow->width_pt,
                      end - title.leading_pt + DATED_BELOW_TITLE);
    double height = field_height(composer_paper(composer)), needed = end - dated.leading_pt + FIELD_END;
    field->height = piece->height_pt = height > needed ? height : needed;
    if (block_cover(block)->sparklines)
        cover_lines_set(composer, piece, flow->width_pt, needed - FIELD_END / 2.0, height - FIELD_END + 8);
    return piece;
}

/* Subtitle and note at the left, the picture at the right. */
static void set_below(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct cover *cover = block_cover(block);
    const struct layout *layout = composer->layout;
    const char *note = cover->note != NULL ? cover->note : layout->subject;
    const struct picture *picture = cover->picture.image != NULL ? &cover->picture : NULL;
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
        lines = display_set(display_pen(composer, piece, STYLE_TITLE, FACE_TEXT_BOLD, COLOUR_TEXT), ROLE_PARAGRAPH,
                            layout->subtitle, room, baseline);
        baseline = lines;
    }
    if (note != NULL)
        lines = display_set(display_pen(composer, piece, STYLE_LEAD, FACE_TEXT, COLOUR_SECOND_TEXT), ROLE_PARAGRAPH,
                            dated_words(composer, note), room * 0.86, baseline);
    if (picture != NULL) {
        const struct pen pen = pen_for(pen_make(composer, piece, STYLE_BODY), composer->page->section);
        picture_draw(&pen, picture, (struct box){flow->width_pt - width, 0, width, height});
    }
    piece->height_pt = lines > height ? lines : height;
}

void cover_set(struct composer *composer, struct flow *flow, const struct block *block) {
    set_field(composer, flow, block);
    set_below(composer, flow, block);
}
