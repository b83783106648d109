#ifndef PAGE_KEY_FOOT_H
#define PAGE_KEY_FOOT_H

#include "region.h"
#include "usage.h"

/* A page that is wider than high and has a fold is two halves, each with a key of its own. */
enum { KEY_HALVES = 2 };

/* The signs of a side or a page, by the half that they stand in. */
struct halves {
    struct usage usage[KEY_HALVES];
    struct usage explained; /* by a RAG key, for both halves */
};

/*
 * What stands at the foot of the sides of a page: a key of what each of them shows. Room for it is set aside before
 * pieces are placed; what each side says is made once they are.
 */
struct page_foot {
    double width_pt;
    double room_pt[2];         /* that a key takes at most, on the first side and on further ones; 0: nothing */
    struct halves used;        /* by all sides */
    struct usage explained[2]; /* by a block of the first side, and by one that stands on all sides */
    struct usage said;         /* by what is tagged already */
};

/* The foot of a page whose blocks are set. A page that has a key block explains it there, and at the foot of its
 * further sides, but where the block is drawn on these too. */
struct page_foot key_foot(struct composer *composer, const struct region *regions, double width_pt);

/* The page takes more than one side, and its RAG key may stand on any of them: room for letters on all. */
void key_foot_run_over(struct composer *composer, struct page_foot *foot, const struct region *regions);

/* Adds what a piece shows that stands at x on a page of a width. */
void halves_add_piece(struct halves *halves, const struct composer *composer, const struct piece *piece, double x,
                      double width_pt);

/* The key of a side that shows so much; NULL: it needs none. What was not said on the page before is tagged. */
struct piece *key_foot_piece(struct composer *composer, struct page_foot *foot, const struct halves *shown,
                             bool further);

#endif
