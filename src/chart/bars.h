#ifndef CHART_BARS_H
#define CHART_BARS_H

#include "chart_drawing.h"
#include "label.h"
#include "scale.h"

enum { BARS_NAME_LINES = 3 };

/* A line that bars are held against. */
struct bars_level {
    const struct chart_series *series;
    const char *words; /* its name and figure, above the frame */
    double left, width;
    size_t row; /* from the top */
};

/* Where everything of a chart of bars stands: names at the left, a bar a category, its figure at its end. */
struct bars {
    const struct chart *chart;
    const struct theme *theme;
    struct lettering *lettering;
    struct arena *arena;
    struct lettering_style note, bold;
    double names;                    /* the width of those of the categories */
    int name_lines;                  /* on which one may stand */
    double left, right, top, bottom; /* of the frame */
    struct bars_level *levels;
    size_t level_count;
    double row; /* the height of one category */
    struct scale scale;
    bool empty;
};

/* Lays a chart out. False where the room is too small. */
bool bars_make(struct bars *bars, const struct chart_canvas *canvas, const struct chart *chart);

double bars_x(const struct bars *bars, double value);

/* The bar of a category of the first series; false where it has no figure. */
bool bars_box(const struct bars *bars, size_t category, struct box *box);

#endif
