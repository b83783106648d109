#ifndef PAGE_KEY_FOOT_H
#define PAGE_KEY_FOOT_H

#include "flow.h"

/* What stands at the foot of the sides of a page. */
struct page_foot {
    struct piece *piece; /* NULL: nothing */
    bool further;        /* of its further sides alone, said on the first already; else of all, read on the last */
};

/* The key at the foot of a page: what the blocks that are set use. A page that has a key block explains it there, and
 * at the foot of its further sides, but where the block is drawn on these too. */
struct page_foot key_foot(struct composer *composer, double width_pt);

#endif
