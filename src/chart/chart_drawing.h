#ifndef CHART_CHART_DRAWING_H
#define CHART_CHART_DRAWING_H

#include "arena.h"
#include "callout.h"
#include "chart.h"

struct description;

/* What a chart is drawn on: from the current origin of cr. */
struct chart_canvas {
    cairo_t *cr;
    struct lettering *lettering;
    const struct theme *theme;
    struct arena *arena; /* until the chart is drawn */
    double width_pt, height_pt;
    double scale; /* by which it is drawn larger; 0: not at all */
};

/* A canvas for a chart in a theme with large type: so much smaller, with its types and lines, that it is drawn larger
 * by theme_chart_scale, which is given as the scale. What has no lettering stays as it is. */
struct chart_canvas chart_canvas_scaled(struct chart_canvas whole, const struct chart *chart);

/* How the charts of a kind are drawn and told. */
struct chart_drawing {
    /* False, and nothing drawn, where the room is too small for the chart. */
    bool (*paint)(const struct chart_canvas *canvas, const struct chart *chart);
    /* Adds the figures to the alternative text, behind kind and subject. */
    void (*describe)(struct description *description);
    /* What axis_chart_paint draws otherwise than usual, NULL for the usual: the columns of a series in a group, the
     * points on a headline's line, what lies below all marks, further labels. */
    plot_painter *columns, *points;
    void (*ground)(cairo_t *cr, const struct plot *plot);
    void (*labels)(struct callout_maker *maker);
};

/* That of a kind: the chart_drawing_DRAWING of its row in chart_kinds.def. */
const struct chart_drawing *chart_drawing_of(enum chart_kind kind);

#define CHART_KIND(NAME, WORD, SHOWS, FILLING, DRAWING, ...) extern const struct chart_drawing chart_drawing_##DRAWING;
#include "chart_kinds.def"
#undef CHART_KIND

#endif
