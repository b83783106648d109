#ifndef CHART_MULTIPLES_CHART_H
#define CHART_MULTIPLES_CHART_H

#include "chart_drawing.h"
#include "multiples.h"

/* Where everything of small multiples stands: each has a head of its title and its latest figure, the frame of its line
 * below, and where none stands below it the first and the last period. */

enum { MULTIPLE_TITLE_LINES = 2, MULTIPLE_TITLE_PT = 9 };

struct multiple_spot {
    const struct multiple *multiple;
    struct chart chart; /* of the one alone */
    size_t row, column;
    const char *title[MULTIPLE_TITLE_LINES];
    int title_lines;
    double head;      /* its top */
    struct box frame; /* of its line */
    bool scaled;      /* the numbers of the scale stand beside it: first in its row */
    bool dated;       /* the periods stand below it */
    bool ends;        /* in the last row of its set */
    struct scale scale;
};

struct multiples_chart {
    struct plot plot;
    struct multiples_grid grid;
    struct multiple_spot *spots; /* in their order */
    size_t count;
};

/* Lays a chart out, in the canvas' arena. False where the room is too small. */
bool multiples_chart_make(struct multiples_chart *shown, const struct chart_canvas *canvas, const struct chart *chart);

/* Where a category and a value lie in a frame. */
double multiple_x(const struct multiple_spot *spot, size_t category);
double multiple_y(const struct multiple_spot *spot, double value);

#endif
