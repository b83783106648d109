#ifndef SET_PROSE_COLUMNS_H
#define SET_PROSE_COLUMNS_H

#include "composer.h"
#include "flow.h"

/* Prose in columns side by side, which break between paragraphs alone: a sentence is read down one column. */

/* Moves lines, set in columns of width_pt, into a piece: at most `count` columns, about as high as each other. */
struct piece *prose_columns(struct composer *composer, const struct flow *lines, size_t count, double width_pt,
                            double gap_pt);

#endif
