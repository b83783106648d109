#include "paint.h"

#include "chart_drawing.h"

bool chart_paint(cairo_t *cr, struct lettering *lettering, const struct theme *theme, const struct chart *chart,
                 double width_pt, double height_pt) {
    struct arena *arena = arena_create();
    const struct chart_canvas canvas = chart_canvas_scaled((struct chart_canvas){.cr = cr,
                                                                                 .lettering = lettering,
                                                                                 .theme = theme,
                                                                                 .arena = arena,
                                                                                 .width_pt = width_pt,
                                                                                 .height_pt = height_pt},
                                                           chart);
    cairo_save(cr);
    cairo_scale(cr, canvas.scale, canvas.scale);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
    bool painted = chart_drawing_of(chart->kind)->paint(&canvas, chart);
    cairo_restore(cr);
    arena_destroy(arena);
    return painted;
}
