#include "fill.h"

#include <math.h>

#include "ink.h"

static const double pitch = 3;        /* between stripes, across, and between dots */
static const double stripe_width = 1; /* lines of the same colour and white are told from all solid fills */
static const double dot_size = 1.5;
static const double edge_width = 0.7;

static void set_colour(cairo_t *cr, const struct theme *theme, enum colour colour) {
    const struct rgb *rgb = &theme->colours[colour];
    cairo_set_source_rgb(cr, rgb->red, rgb->green, rgb->blue);
}

/* Stripes and dots lie on one raster for the whole chart, whatever the columns. */
static double raster(double place) {
    return floor(place / pitch) * pitch;
}

static void stripes_paint(cairo_t *cr, bool rising, double left, double top, double right, double bottom) {
    double height = bottom - top, across = pitch * M_SQRT2, slope = rising ? -1 : 1;
    double from = floor((rising ? left + top : left - bottom) / across) * across;
    double to = rising ? right + bottom : right - top;
    for (double foot = from; foot <= to; foot += across) {
        cairo_move_to(cr, foot + slope * top, top);
        cairo_line_to(cr, foot + slope * top + slope * height, bottom);
    }
    cairo_set_line_width(cr, stripe_width);
    ink_stroke(cr);
}

static void dots_paint(cairo_t *cr, double left, double top, double right, double bottom) {
    int row = (int)fmod(raster(top) / pitch, 2);
    for (double y = raster(top); y <= bottom + pitch; y += pitch, row++)
        for (double x = raster(left) + (row % 2 == 0 ? 0 : pitch / 2); x <= right + pitch; x += pitch) {
            cairo_move_to(cr, x, y);
            cairo_line_to(cr, x, y);
        }
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_width(cr, dot_size);
    ink_stroke(cr);
}

static void texture_paint(cairo_t *cr, const struct theme *theme, enum chart_fill fill, enum colour colour) {
    double left, top, right, bottom;
    cairo_path_extents(cr, &left, &top, &right, &bottom);
    set_colour(cr, theme, COLOUR_WHITE);
    ink_fill_preserve(cr);
    ink_begin_clip(cr);
    set_colour(cr, theme, colour);
    if (fill == FILL_DOTTED)
        dots_paint(cr, left, top, right, bottom);
    else if (fill != FILL_HOLLOW)
        stripes_paint(cr, fill == FILL_RISING, left, top, right, bottom);
    ink_end_clip(cr);
}

void fill_paint(cairo_t *cr, const struct theme *theme, enum chart_fill fill, enum colour colour, bool edged) {
    cairo_path_t *path = cairo_copy_path(cr);
    if (fill == FILL_SOLID || fill == FILL_PALE) {
        set_colour(cr, theme, colour);
        ink_fill(cr);
    } else {
        texture_paint(cr, theme, fill, colour);
    }
    if (edged && fill != FILL_SOLID) {
        cairo_append_path(cr, path);
        set_colour(cr, theme, fill == FILL_PALE ? COLOUR_PAST_COLUMN_EDGE : colour);
        cairo_set_line_width(cr, fill == FILL_PALE ? theme->lines_pt[LINE_HAIR] : edge_width);
        ink_stroke(cr);
    }
    cairo_path_destroy(path);
    cairo_new_path(cr);
}

bool fill_lettering(const struct theme *theme, enum chart_fill fill, enum colour colour, enum colour *lettering) {
    static const double even = 0.179; /* white and black stand out alike */
    bool solid = fill == FILL_SOLID || fill == FILL_PALE;
    bool dark = solid && theme_luminance(theme->colours[colour]) < even;
    *lettering = dark ? COLOUR_WHITE : COLOUR_TEXT;
    return solid || fill == FILL_HOLLOW;
}
