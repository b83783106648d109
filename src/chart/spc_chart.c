#include "axis_chart.h"
#include "spc_describe.h"
#include "spc_marks.h"

const struct chart_drawing chart_drawing_spc = {.paint = axis_chart_paint,
                                                .describe = spc_describe,
                                                .points = spc_marks_paint_points,
                                                .ground = spc_marks_paint_rebases,
                                                .labels = spc_marks_add_callouts};
