#ifndef CHART_STRIP_CHART_H
#define CHART_STRIP_CHART_H

#include "chart_drawing.h"
#include "comparison_plot.h"

/* Where everything of a strip chart stands: a line an indicator, each on its own scale with the better end at the
 * right, or where neither is better the higher one. */
struct strip_chart {
    struct plot plot;
    double left, right; /* of the lines */
    double top, pitch;  /* from one line to the next */
    bool judged;        /* better is at the right in all of them */
    struct box better;  /* the arrow that says so */
    struct callout_maker labels;
};

/* Lays a chart out, in the canvas' arena; strip must stay where it is. False where the room is too small. */
bool strip_chart_make(struct strip_chart *strip, const struct chart_canvas *canvas, const struct chart *chart);

/* Where a figure lies along a line, and the middle of the line. */
double strip_chart_x(const struct strip_chart *strip, size_t line, double value);
double strip_chart_y(const struct strip_chart *strip, size_t line);

#endif
