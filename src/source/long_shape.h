#ifndef SOURCE_LONG_SHAPE_H
#define SOURCE_LONG_SHAPE_H

#include "shape.h"

/* Which columns of a table hold what. */
struct long_columns {
    const char *id;
    const char *period;
    const char *value;
    const char *note; /* NULL: a column `note` where there is one */
    /* The lines that have this word in place of a period alone are read, as those of `only_period`; NULL: all lines. */
    const char *only;
    int only_period;
};

/*
 * Reads a long table into a catalogue: a row for each figure, with the name of its series, its period, and perhaps a
 * note that says why there is none. A series may go on in a further file.
 *
 * Reports wrong periods, periods twice, and what is no number.
 */
void long_shape_read(const struct shape *shape, const struct long_columns *columns);

#endif
