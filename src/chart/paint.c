#include "paint.h"

#include "axis.h"
#include "callout.h"
#include "control.h"
#include "marks.h"
#include "plot.h"

void chart_paint(cairo_t *cr, struct lettering *lettering, const struct theme *theme, const struct chart *chart,
                 double width_pt, double height_pt) {
    struct arena *arena = arena_create();
    struct plot plot;
    if (plot_make(&plot, arena, lettering, theme, chart, width_pt, height_pt)) {
        struct callout_list labels = callout_list_make(&plot);
        cairo_save(cr);
        cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
        axis_paint_ground(cr, &plot);
        control_rebases_paint(cr, &plot);
        marks_paint_columns(cr, &plot);
        callout_list_paint_backs(cr, &plot, &labels);
        marks_paint_lines(cr, &plot);
        axis_paint(cr, &plot);
        callout_list_paint(cr, &plot, &labels);
        cairo_restore(cr);
    }
    arena_destroy(arena);
}
