#include "paint.h"

#include "axis.h"
#include "bars.h"
#include "labels.h"
#include "marks.h"
#include "plot_layout.h"
#include "spark.h"
#include "spc_marks.h"

static void plot_paint(cairo_t *cr, const struct plot *plot) {
    struct callout_list labels = labels_make(plot);
    axis_paint_ground(cr, plot);
    spc_marks_paint_rebases(cr, plot);
    marks_paint_columns(cr, plot);
    labels_paint_backs(cr, plot, &labels);
    marks_paint_lines(cr, plot);
    axis_paint(cr, plot);
    labels_paint(cr, plot, &labels);
}

void chart_paint(cairo_t *cr, struct lettering *lettering, const struct theme *theme, const struct chart *chart,
                 double width_pt, double height_pt) {
    struct arena *arena = arena_create();
    struct plot plot;
    struct bars bars;
    cairo_save(cr);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
    if (chart->kind == CHART_SPARK)
        spark_paint(cr, theme, chart, width_pt, height_pt);
    else if (chart->kind == CHART_BARS && bars_make(&bars, arena, lettering, theme, chart, width_pt, height_pt))
        bars_paint(cr, &bars);
    else if (chart->kind != CHART_BARS && plot_layout_make(&plot, arena, lettering, theme, chart, width_pt, height_pt))
        plot_paint(cr, &plot);
    cairo_restore(cr);
    arena_destroy(arena);
}
