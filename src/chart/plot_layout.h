#ifndef CHART_PLOT_LAYOUT_H
#define CHART_PLOT_LAYOUT_H

#include "chart_drawing.h"
#include "plot.h"

/* Lays a chart out above the notes on its gaps, NULL where none are kept. The plot lives in the canvas' arena and
 * borrows all else. False where the room is too small. */
bool plot_layout_make(struct plot *plot, const struct chart_canvas *canvas, const struct chart *chart,
                      struct gap_notes *notes);

/* What any chart letters and paints with, in the frame that it is given; nothing stands anywhere yet. */
struct plot plot_layout_start(const struct chart_canvas *canvas, const struct chart *chart);

#endif
