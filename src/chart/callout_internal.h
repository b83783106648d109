#ifndef CHART_CALLOUT_INTERNAL_H
#define CHART_CALLOUT_INTERNAL_H

#include "callout.h"

#define CALLOUT_ASCENT 0.74 /* of the size: what a line of lettering covers above its foot */

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
void callout_add(struct callout_maker *maker, struct callout callout);

/* Adds the label at the first spot that is clear of labels and lines. Where must, at the one with the fewest lines. */
bool callout_place(struct callout_maker *maker, struct callout callout, const struct callout_spot *spots, size_t count,
                   bool must);

/* Labels at the ends of lines and levels, moved apart (ends.c). */
void callout_add_ends(struct callout_maker *maker);

/* The latest figures of picked series, and the others where they have room (values.c). */
void callout_add_latest(struct callout_maker *maker);
void callout_add_values(struct callout_maker *maker);

#endif
