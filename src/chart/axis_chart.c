#include "axis_chart.h"

#include "axis.h"
#include "describe.h"
#include "gap_note.h"
#include "labels.h"
#include "marks.h"
#include "plot_layout.h"
#include "range_marks.h"

static bool place(struct plot *plot, const struct chart_canvas *canvas, const struct chart *chart,
                  struct gap_notes *notes, struct callout_list *labels) {
    if (!plot_layout_make(plot, canvas, chart, notes))
        return false;
    *labels = labels_make(plot);
    return !labels->lacks;
}

static bool lay_out(struct plot *plot, const struct chart_canvas *canvas, const struct chart *chart,
                    struct gap_notes *notes, struct callout_list *labels) {
    do {
        if (!place(plot, canvas, chart, notes, labels))
            return false;
    } while (gap_notes_gather(plot, notes));
    return true;
}

bool axis_chart_paint(const struct chart_canvas *canvas, const struct chart *chart) {
    const struct chart_drawing *drawing = chart_drawing_of(chart->kind);
    struct gap_notes notes = gap_notes_make(canvas->arena, chart);
    struct callout_list labels;
    struct plot plot;
    if (!lay_out(&plot, canvas, chart, &notes, &labels))
        return false;
    range_marks_paint_bands(canvas->cr, &plot);
    axis_paint_ground(canvas->cr, &plot);
    if (drawing->ground != NULL)
        drawing->ground(canvas->cr, &plot);
    marks_paint_columns(canvas->cr, &plot);
    marks_paint_levels(canvas->cr, &plot);
    labels_paint_backs(canvas->cr, &plot, &labels);
    marks_paint_lines(canvas->cr, &plot);
    axis_paint(canvas->cr, &plot);
    labels_paint(canvas->cr, &plot, &labels);
    gap_notes_paint(canvas->cr, &plot);
    return true;
}

const struct chart_drawing chart_drawing_axis = {.paint = axis_chart_paint, .describe = describe_axis};
