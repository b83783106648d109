#ifndef SET_PROSE_LINES_H
#define SET_PROSE_LINES_H

#include "prose.h"

/* Where a paragraph is set, and how. */
struct prose_place {
    struct composer *composer;
    struct flow *flow;
    struct element *element; /* that its words belong to, or that its table goes into */
    const struct prose_style *style;
    double indent_pt;
    double gap_pt; /* before its first line */
    bool heading;  /* its words stay whole */
};

/* The words of a paragraph, a piece a line; gives the first piece, NULL where there are no words. */
struct piece *prose_lines_set(const struct prose_place *place, const struct rich_paragraph *paragraph);

#endif
