#ifndef CHART_AXIS_CHART_H
#define CHART_AXIS_CHART_H

#include "chart_drawing.h"

/* Draws a chart over an axis of periods and other groups, with what its kind draws otherwise. False where the room is
 * too small. */
bool axis_chart_paint(const struct chart_canvas *canvas, const struct chart *chart);

#endif
