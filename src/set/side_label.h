#ifndef SET_SIDE_LABEL_H
#define SET_SIDE_LABEL_H

#include "pen.h"

/*
 * A label that stands at the left of consecutive pieces of a flow, turned by a right angle and centred over those of
 * them that share a page. It is read once; on a further page it is repeated as an artifact, where there is room for it.
 */
struct side_label {
    const char *words;
    struct element *element; /* that it is read in */
    double width_pt, size_pt;
    /* Of rows: it stands level where that is enough, is smaller or on several lines before pieces make room for it,
     * however short it is; on a further page their head has it. */
    bool gives_way;
    bool set; /* it stands on a page already */
};

/* How long pieces must be for a label to fit beside them; one that gives way, and a long one, in the least type, on as
 * many lines as its strip is wide. */
double side_label_length(struct composer *composer, const struct side_label *label);

/* How wide the strip of a label of a size must be, where it gives way, for it to fit into a length, as far as that can
 * be. */
double side_label_width(struct composer *composer, const char *words, double size_pt, double length_pt);

/* Draws a label into a piece at x, between top and bottom. */
void side_label_set(struct composer *composer, struct piece *piece, struct side_label *label, double x, double top,
                    double bottom);

/* Draws the labels of a flow whose pieces go into another piece, at x, one below the other from its top on. */
void side_labels_adopt(struct composer *composer, struct piece *piece, const struct flow *flow, double x);

#endif
