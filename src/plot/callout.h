#ifndef PLOT_CALLOUT_H
#define PLOT_CALLOUT_H

#include <cairo.h>

#include "label.h"
#include "plot.h"

/* A label beside a mark: a name in regular and a value in bold, either of which can be empty. */
struct callout {
    double x, baseline; /* left end */
    double size_pt;
    const char *name;
    const char *value;
    enum colour colour;
    bool bare;                         /* no paper behind it */
    const struct chart_series *swatch; /* how this series looks, before the words; NULL for none */
    struct box box;
};

/* Of its paper, on either side of a label: a line that ends nearer seems to go through it. */
#define CALLOUT_PAPER 2.0

struct callout_list {
    struct callout *items;
    size_t count, capacity;
    bool lacks; /* a name, or a latest figure: one that has to be there has no room */
};

/* Callouts while they are being placed. */
struct callout_maker {
    const struct plot *plot;
    struct callout_list list;
    struct label_field field;
};

/* Where a label may stand. */
struct callout_spot {
    double x, baseline;
    int side; /* -1 ends at x, 0 is centred on it, 1 starts there */
};

struct callout callout_make(const char *name, const char *value, double size_pt, enum colour colour);
/* Moves a label to a spot. */
void callout_move(const struct plot *plot, struct callout *callout, struct callout_spot spot);
double callout_width(const struct plot *plot, const struct callout *callout);
/* What its name, or its value, is lettered in. */
struct lettering_style callout_style(const struct callout *callout, bool value);
/* Of its name alone, with the blank behind it. */
double callout_name_width(const struct plot *plot, const struct callout *callout);
void callout_add(struct callout_maker *maker, struct callout callout);

/* Spots, the best first, for a label that belongs to a mark, or to none. */
struct callout_spots {
    const struct mark *mark; /* NULL for none */
    const struct callout_spot *list;
    size_t count;
};

/* Adds the label at the first spot where nothing is in its way; false where there is none. */
bool callout_place(struct callout_maker *maker, struct callout callout, struct callout_spots spots);

/* The same where it may lie on what figures are held against, which its paper covers. */
bool callout_place_on_paper(struct callout_maker *maker, struct callout callout, struct callout_spots spots);

/* Adds the label where the least is in its way, if need be above or below its spots; false where all is taken. */
bool callout_place_anyhow(struct callout_maker *maker, struct callout callout, struct callout_spots spots);

#endif
