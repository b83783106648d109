#ifndef CHART_BARS_H
#define CHART_BARS_H

#include "chart_drawing.h"
#include "label.h"
#include "scale.h"

/* Where everything of a chart of bars stands: names at the left, a bar a category, its figure at its end. */
struct bars {
    const struct chart *chart;
    const struct theme *theme;
    struct lettering *lettering;
    struct arena *arena;
    struct lettering_style note, bold;
    double left, right, top, bottom; /* of the frame */
    double row;                      /* the height of one category */
    struct scale scale;
    bool empty;
};

/* Lays a chart out. False where the room is too small. */
bool bars_make(struct bars *bars, const struct chart_canvas *canvas, const struct chart *chart);

double bars_x(const struct bars *bars, double value);

/* The bar of a category of the first series; false where it has no figure. */
bool bars_box(const struct bars *bars, size_t category, struct box *box);

#endif
