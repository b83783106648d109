#ifndef DOCUMENT_MULTIPLES_H
#define DOCUMENT_MULTIPLES_H

#include "chart.h"
#include "indicator.h"

/* Many small charts side by side, that share the axis of periods of their chart: one a measure, or an organisation. */

struct multiple {
    const char *title;
    struct chart_series *series; /* the figures, then what they are held against: multiples->series_each of them */
    bool own;                    /* picked out among others */
    size_t latest;               /* the category that the figure beside the title is of */
    const char *symbol;          /* in place of that figure where there is none: `[x]`; NULL: there is one */
    bool aimed, meets;           /* it has a target, and meets it */
    bool judged;
    enum band_colour band; /* of that figure, where it is judged */
    const char *rank;      /* `3rd of 24`; NULL: it has none */
};

/* Those that share a scale, since their figures are in one unit: rows of their own. */
struct multiple_set {
    struct scale_unit unit;
    const char *unit_words; /* `Percentage`, `Days` */
    int decimals;
    double least_span; /* of the scale, where it does not start at zero */
    size_t first, count;
};

struct multiples {
    struct multiple *list;
    size_t count;
    size_t series_each; /* the figures first */
    struct multiple_set *sets;
    size_t set_count;
};

/* The chart of a set, or of one of a set, as if it stood alone: of all their series, in the unit of the set. */
struct chart multiples_chart(const struct chart *chart, const struct multiple_set *set, size_t first, size_t count);

/* The scale that a set shares: from zero on, but for percentages, which may start higher. */
struct scale multiples_scale(const struct chart *chart, const struct multiple_set *set);

/* How they stand in a frame: as many columns as are wide enough, and no more than fill the rows evenly. */
struct multiples_grid {
    size_t columns, rows;
    double left;          /* room for the numbers of a scale */
    double width, height; /* from one to the next */
};

/* For a frame of a width: the usual height of a row, or what a height leaves for each. */
struct multiples_grid multiples_grid_usual(const struct multiples *multiples, double width_pt);
struct multiples_grid multiples_grid_within(const struct multiples *multiples, double width_pt, double height_pt);

/* The height that has room for all with titles of two lines, as close as can be. */
double multiples_close_height(const struct multiples *multiples, double width_pt);

#endif
