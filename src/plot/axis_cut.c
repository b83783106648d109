#include "axis_cut.h"

#include "ink.h"

static const double clearance = 2.6; /* of its middle to the frame */
static const double cut_width = 0.75;
static const double corners[][2] = {{0, 0}, {0, -2.5}, {-1.8, -4}, {1.8, -6.4}, {0, -7.9}, {0, -10.4}};

bool axis_is_cut(const struct scale *scale) {
    return scale->lines > 0 && scale_low(scale) > 0;
}

void axis_cut_paint(cairo_t *cr, const struct plot *plot, const struct scale *scale, double left, double bottom) {
    if (!axis_is_cut(scale))
        return;
    for (size_t i = 0; i < sizeof corners / sizeof *corners; i++)
        cairo_line_to(cr, left - clearance + corners[i][0], bottom + corners[i][1]);
    plot_set_colour(cr, plot, COLOUR_AXIS);
    cairo_set_line_width(cr, cut_width);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_MITER);
    ink_stroke(cr);
}
