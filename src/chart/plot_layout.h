#ifndef CHART_PLOT_LAYOUT_H
#define CHART_PLOT_LAYOUT_H

#include "plot.h"

/* Lays a chart out. The plot lives in the arena and borrows all else. False where the room is too small to draw in. */
bool plot_layout_make(struct plot *plot, struct arena *arena, struct lettering *lettering, const struct theme *theme,
                      const struct chart *chart, double width_pt, double height_pt);

#endif
