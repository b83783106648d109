#include "paint.h"

#include "chart_drawing.h"

bool chart_paint(cairo_t *cr, struct lettering *lettering, const struct theme *theme, const struct chart *chart,
                 double width_pt, double height_pt) {
    struct arena *arena = arena_create();
    const struct chart_canvas canvas = {cr, lettering, theme, arena, width_pt, height_pt};
    cairo_save(cr);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
    bool painted = chart_drawing_of(chart->kind)->paint(&canvas, chart);
    cairo_restore(cr);
    arena_destroy(arena);
    return painted;
}
