#include "axis_chart.h"

#include "axis.h"
#include "describe.h"
#include "labels.h"
#include "marks.h"
#include "plot_layout.h"

bool axis_chart_paint(const struct chart_canvas *canvas, const struct chart *chart) {
    const struct chart_drawing *drawing = chart_drawing_of(chart->kind);
    struct plot plot;
    if (!plot_layout_make(&plot, canvas, chart))
        return false;
    struct callout_list labels = labels_make(&plot);
    if (labels.lacks)
        return false;
    axis_paint_ground(canvas->cr, &plot);
    if (drawing->ground != NULL)
        drawing->ground(canvas->cr, &plot);
    marks_paint_columns(canvas->cr, &plot);
    labels_paint_backs(canvas->cr, &plot, &labels);
    marks_paint_lines(canvas->cr, &plot);
    axis_paint(canvas->cr, &plot);
    labels_paint(canvas->cr, &plot, &labels);
    return true;
}

const struct chart_drawing chart_drawing_axis = {.paint = axis_chart_paint, .describe = describe_axis};
