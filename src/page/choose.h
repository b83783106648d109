#ifndef PAGE_CHOOSE_H
#define PAGE_CHOOSE_H

#include "block.h"

/*
 * The layout with the pages and blocks whose conditions hold, once figures are known; the others are listed in
 * `left_out`. It shares with the layout all that has no condition.
 *
 * A condition is judged of the block's own indicator or selection, else of its page's indicator; a page or block of
 * others of those that its blocks are about, and where there are none of all in the catalogue. A row or stack of which
 * nothing is left goes as well, and so does a page of which only its heading is left.
 *
 * That no page is left is an error.
 */
struct layout *choose_pages(struct arena *arena, struct layout *layout, const struct figures *figures, int period,
                            struct diag *diag);

/* Notes of what was left out, each with the condition that does not hold. */
void choose_tell(const struct layout *chosen, struct diag *diag);

#endif
