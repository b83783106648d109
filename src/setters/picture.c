#include "picture.h"
#include "block_setters.h"

void picture_size(const struct picture *picture, double room_width_pt, double room_height_pt, double *width_pt,
                  double *height_pt) {
    const struct image *image = picture->image;
    double width = picture->width_pt > 0 ? picture->width_pt : image->width_pt;
    double ratio = image->height_pt / image->width_pt, limit = room_height_pt;
    if (picture->height_pt > 0 && picture->height_pt < limit)
        limit = picture->height_pt;
    if (width > room_width_pt)
        width = room_width_pt;
    if (width * ratio > limit)
        width = limit / ratio;
    *width_pt = width;
    *height_pt = width * ratio;
}

void picture_draw(const struct pen *pen, const struct picture *picture, struct box box) {
    struct pen own = pen_for(*pen, NULL);
    if (picture->alt != NULL) {
        own.element = document_add_element(pen->composer->document, pen->element, ROLE_FIGURE);
        own.element->alt = picture->alt;
    }
    pen_frame(&own, FRAME_IMAGE, box)->u.image.image = picture->image;
}

void picture_set(struct composer *composer, struct flow *flow, const struct block *block) {
    static const double shares[PICTURE_ALIGN_COUNT] = {[PICTURE_CENTRE] = 0.5, [PICTURE_RIGHT] = 1};
    const struct picture *picture = block_picture(block);
    const struct paper *paper = composer_paper(composer);
    double width, height, room = paper->height_pt - paper->top_pt - paper->bottom_pt;
    if (picture->width_pt > flow->width_pt + 0.5)
        diag_warning(composer->diag, block->pos, "the picture is to be %.0f points wide and has room for %.0f",
                     picture->width_pt, flow->width_pt);
    picture_size(picture, flow->width_pt, room / 2, &width, &height);
    struct piece *piece = flow_add(composer, flow, height);
    const struct pen pen = pen_for(pen_make(composer, piece, STYLE_BODY), composer->page->section);
    picture_draw(&pen, picture, (struct box){shares[picture->align] * (flow->width_pt - width), 0, width, height});
}
