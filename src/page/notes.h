#ifndef PAGE_NOTES_H
#define PAGE_NOTES_H

#include "flow.h"

/* Notes of the data: what attributes say, and the notes in the cells of the series that an indicator counts, each with
 * its months. Of one indicator where it is given, else of the block's selection, a paragraph each. */
void notes_set(struct composer *composer, struct flow *flow, const struct block *block,
               const struct indicator *indicator);

#endif
