#ifndef PAGE_FOOT_H
#define PAGE_FOOT_H

#include "flow.h"

/* The foot of a page, which is known when all pages are. */
struct foot {
    struct flow flow;   /* as wide as what stands above it, and perhaps with a fold */
    double room_pt;     /* below its rule */
    bool left_hand;     /* the number stands at the left */
    const char *label;  /* the page's number */
    const char *source; /* of what the page shows */
    const char *shown;  /* which rows of a table that runs over several pages stand on it; NULL: none */
};

/* The words of the layout, the source of what the page shows where it has none, with {page} and {pages} in them. */
const char *foot_words(const struct composer *composer, const char *source);

/* Sets a foot from its rule down: words, the number at the outer edge, or where the page is folded at both of them. */
struct piece *foot_set(struct composer *composer, const struct foot *foot);

#endif
