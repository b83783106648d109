#ifndef CHART_FUNNEL_CHART_H
#define CHART_FUNNEL_CHART_H

#include "chart_drawing.h"
#include "comparison_plot.h"
#include "size_axis.h"

/* Where everything of a funnel stands. */
struct funnel_chart {
    struct plot plot;
    const struct standings *shown;
    struct box frame;   /* marks may lie a little above it */
    struct scale scale; /* of the figures */
    double greatest;    /* figure, as a part of the scale */
    struct size_axis sizes;
    double radius; /* of a mark */
    struct callout_maker labels;
    struct segment leader; /* from a label to one's own mark; of no length where it stands beside it */
};

/* Lays a chart out, in the canvas' arena; funnel must stay where it is. False where the room is too small. */
bool funnel_chart_make(struct funnel_chart *funnel, const struct chart_canvas *canvas, const struct chart *chart);

/* Where a mark lies; false where it has no size. */
bool funnel_chart_place(const struct funnel_chart *funnel, const struct standing *mark, double *x, double *y);

/* The box of a mark. */
struct box funnel_chart_box(const struct funnel_chart *funnel, const struct standing *mark);

#endif
