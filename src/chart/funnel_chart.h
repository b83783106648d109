#ifndef CHART_FUNNEL_CHART_H
#define CHART_FUNNEL_CHART_H

#include "chart_drawing.h"
#include "comparison_plot.h"
#include "size_axis.h"

/* From a label that stands off to its mark. */
struct funnel_leader {
    struct segment line;
    bool own; /* of one's own mark */
};

/* Where everything of a funnel stands. */
struct funnel_chart {
    struct plot plot;
    const struct standings *shown;
    struct box frame;   /* marks may lie a little above it */
    double head_pt;     /* above it: the title of the figures and the key, in one row or two */
    struct scale scale; /* of the figures */
    double greatest;    /* figure, as a part of the scale */
    struct size_axis sizes;
    double radius;  /* of a mark */
    double foot_pt; /* of the row at the foot, left of the title of the sizes */
    struct callout_maker labels;
    struct funnel_leader *leaders;
    size_t leader_count, leader_capacity;
};

/* Lays a chart out, in the canvas' arena; funnel must stay where it is. False where the room is too small. */
bool funnel_chart_make(struct funnel_chart *funnel, const struct chart_canvas *canvas, const struct chart *chart);

/* Where a mark lies; false where it has no size. */
bool funnel_chart_place(const struct funnel_chart *funnel, const struct standing *mark, double *x, double *y);

/* The limits at a place along the axis of sizes, as they are printed. */
struct funnel_limits funnel_chart_limits(const struct funnel_chart *funnel, double part, enum funnel_width width);

/* The box of a mark. */
struct box funnel_chart_box(const struct funnel_chart *funnel, const struct standing *mark);

#endif
