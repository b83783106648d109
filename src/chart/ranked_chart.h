#ifndef CHART_RANKED_CHART_H
#define CHART_RANKED_CHART_H

#include "chart_drawing.h"
#include "comparison_plot.h"

/* Where everything of a ranked chart stands: a row an organisation with its name where there is room for all of them,
 * else thin columns of which one's own, the first and the last are named. */
struct ranked_chart {
    struct plot plot;
    const struct standings *shown;
    bool rows;
    struct box frame; /* from the lowest to the highest line of the scale; bars may run a little beyond it */
    double pitch;     /* from one bar to the next */
    int name_lines;   /* that a row has room for */
    struct scale scale;
    double greatest; /* figure, as a part of the scale */
    struct callout_maker labels;
};

/* Lays a chart out, in the canvas' arena; ranked must stay where it is. False where the room is too small. */
bool ranked_chart_make(struct ranked_chart *ranked, const struct chart_canvas *canvas, const struct chart *chart);

/* The bar of a mark, from zero to its figure. */
struct box ranked_chart_bar(const struct ranked_chart *ranked, size_t mark);

#endif
