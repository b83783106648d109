#ifndef SETTERS_COVER_LINES_H
#define SETTERS_COVER_LINES_H

#include "flow.h"

/* A line of each measure of the pack that has a page, with its name, in a part of the cover's field: the first of them,
 * as many as there is room for from `top` to `bottom`. They decorate: the pages say what they show. */
void cover_lines_set(struct composer *composer, struct piece *piece, double width_pt, double top, double bottom);

#endif
