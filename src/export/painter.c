#include "painter.h"

#include <math.h>

struct painter {
    cairo_t *cr;
    struct lettering *lettering;
    const struct theme *theme;
    const struct export_options *options;
    struct diag *diag;
};

static void set_colour(struct painter *painter, enum colour colour) {
    struct rgb rgb = painter->theme->colours[colour];
    cairo_set_source_rgb(painter->cr, rgb.red, rgb.green, rgb.blue);
}

static void stroke(struct painter *painter, enum colour colour, double weight_pt, const double dash_pt[2]) {
    set_colour(painter, colour);
    cairo_set_line_width(painter->cr, weight_pt);
    cairo_set_dash(painter->cr, dash_pt, dash_pt != NULL && dash_pt[0] > 0 ? 2 : 0, 0);
    cairo_stroke(painter->cr);
}

static void paint_text(struct painter *painter, const struct frame *frame) {
    set_colour(painter, frame->colour);
    cairo_save(painter->cr);
    cairo_translate(painter->cr, frame->x, frame->y);
    cairo_rotate(painter->cr, -M_PI / 2 * frame->turn);
    const struct lettering_style style = {frame->u.text.face, frame->u.text.size_pt};
    lettering_set(painter->lettering, painter->cr, style, 0, 0, frame->u.text.string);
    cairo_restore(painter->cr);
}

static void paint_rule(struct painter *painter, const struct frame *frame) {
    cairo_move_to(painter->cr, frame->x, frame->y);
    cairo_line_to(painter->cr, frame->x + frame->width, frame->y + frame->height);
    stroke(painter, frame->colour, frame->u.rule.weight_pt, frame->u.rule.dash_pt);
}

static void paint_fill(struct painter *painter, const struct frame *frame) {
    cairo_rectangle(painter->cr, frame->x, frame->y, frame->width, frame->height);
    set_colour(painter, frame->colour);
    cairo_fill_preserve(painter->cr);
    if (frame->u.fill.has_edge && frame->u.fill.edge_pt > 0)
        stroke(painter, frame->u.fill.edge, frame->u.fill.edge_pt, NULL);
    cairo_new_path(painter->cr);
}

static void paint_shape(struct painter *painter, const struct frame *frame) {
    for (size_t i = 0; i < frame->u.shape.count; i++)
        cairo_line_to(painter->cr, frame->u.shape.points[i].x, frame->u.shape.points[i].y);
    if (frame->u.shape.closed)
        cairo_close_path(painter->cr);
    set_colour(painter, frame->colour);
    if (frame->u.shape.filled)
        cairo_fill_preserve(painter->cr);
    if (frame->u.shape.stroke_pt > 0)
        stroke(painter, frame->colour, frame->u.shape.stroke_pt, NULL);
    cairo_new_path(painter->cr);
}

static void paint_chart(struct painter *painter, const struct frame *frame) {
    const struct chart *chart = frame->u.chart.chart;
    cairo_save(painter->cr);
    cairo_translate(painter->cr, frame->x, frame->y);
    if (!painter->options->paint_chart(painter->cr, painter->lettering, painter->theme, chart, frame->width,
                                       frame->height))
        chart_report_small(chart, frame->width, frame->height, painter->diag);
    cairo_restore(painter->cr);
}

static void paint_image(struct painter *painter, const struct frame *frame) {
    cairo_save(painter->cr);
    cairo_translate(painter->cr, frame->x, frame->y);
    painter->options->paint_image(painter->cr, painter->theme, frame->u.image.image, frame->width, frame->height);
    cairo_restore(painter->cr);
}

_Static_assert(FRAME_KIND_COUNT == 7, "a new kind of frame is to be painted here");

static void (*const paint_frame[FRAME_KIND_COUNT])(struct painter *, const struct frame *) = {
    [FRAME_TEXT] = paint_text,   [FRAME_RULE] = paint_rule,   [FRAME_FILL] = paint_fill, [FRAME_SHAPE] = paint_shape,
    [FRAME_CHART] = paint_chart, [FRAME_IMAGE] = paint_image, [FRAME_LINK] = NULL, /* nothing is seen of it */
};

bool painter_page(cairo_t *cr, struct lettering *lettering, const struct document *document, const struct page *page,
                  const struct export_options *options, struct diag *diag) {
    struct painter painter = {cr, lettering, document->theme, options, diag};
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    for (size_t i = 0; i < page->frame_count; i++) {
        const struct frame *frame = &page->frames[i];
        if (!frame_is_sound(frame))
            return false;
        if (paint_frame[frame->kind] != NULL)
            paint_frame[frame->kind](&painter, frame);
    }
    return true;
}
