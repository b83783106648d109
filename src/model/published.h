#ifndef MODEL_PUBLISHED_H
#define MODEL_PUBLISHED_H

#include "figure.h"

/* A figure that was printed somewhere, which an audit works out again. The texts are as the table has them, without
 * blanks around them. */
struct published_cell {
    const char *indicator_text, *field_text, *period_text, *printed;
    const char *problem;               /* why it names no figure of the catalogue; NULL where it does, and then: */
    const struct indicator *indicator; /* not NULL */
    struct field_name field;
    int period;
    struct source_pos pos;
};

/* Cells in the order of the table. The same figure can be there twice: in its period's row and in a last row. */
struct published_table {
    struct published_cell *cells;
    size_t count, capacity;
};

#endif
