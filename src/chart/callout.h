#ifndef CHART_CALLOUT_H
#define CHART_CALLOUT_H

#include <cairo.h>

#include "label.h"
#include "plot.h"

/* A label beside a mark: a name in regular and a value in bold, either of which can be empty. */
struct callout {
    double x, baseline; /* left end */
    double size_pt;
    const char *name;
    const char *value;
    enum face name_face;
    enum colour colour;
    bool bare;                         /* no white behind it */
    const struct chart_series *swatch; /* how this series looks, before the words; NULL for none */
    struct box box;
};

struct callout_list {
    struct callout *items;
    size_t count, capacity;
};

/*
 * The labels of a chart: names of panels, series and targets at their ends, the latest, highest and lowest figures,
 * all columns' where they have room, the note in a gap. No two overlap and all are within the chart. What is least
 * needed is left out where there is no room.
 */
struct callout_list callout_list_make(const struct plot *plot);

/* White behind the labels, so that no grid line runs through one and none is read on a column; goes under lines. */
void callout_list_paint_backs(cairo_t *cr, const struct plot *plot, const struct callout_list *list);
void callout_list_paint(cairo_t *cr, const struct plot *plot, const struct callout_list *list);

#endif
