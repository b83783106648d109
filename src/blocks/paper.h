#ifndef BLOCKS_PAPER_H
#define BLOCKS_PAPER_H

#include <stdbool.h>

/* What a page is printed on, and what stays free at its edges; in points. */
struct paper {
    double width_pt, height_pt;
    double inner_pt, outer_pt; /* at the side of the binding and at the other; the left and the right of a pack that is
                                  not duplex */
    double top_pt, bottom_pt;
    double fold_pt; /* what stays free in the middle, where a booklet is folded; 0: nothing */
    bool turned;    /* wider than high among pages that are not: its head lies at the binding */
};

#endif
