#ifndef CATALOGUE_LONG_TABLE_H
#define CATALOGUE_LONG_TABLE_H

#include "catalogue.h"

/* Which columns of a file hold what. */
struct long_columns {
    const char *id;
    const char *period;
    const char *value;
    const char *note; /* NULL: a column `note` where there is one */
    /* The lines that have this word in place of a period alone are read, as those of `month`; NULL: all lines. */
    const char *only;
    int month;
    const char *prefix; /* put before each name, with a point between; NULL for none */
};

/*
 * Reads a long CSV file into a catalogue: a line for each figure, with the name of its series, its month, and perhaps a
 * note that says why there is none. A series may go on in a further file.
 *
 * from   the element or attribute that names the file
 *
 * Reports wrong months, months twice, and what is no number.
 */
void long_table_read(struct arena *arena, struct catalogue *catalogue, const char *path,
                     const struct long_columns *columns, struct source_pos from, struct diag *diag);

/*
 * Reads a CSV file of one month: a line for each thing, named in the column `id`, and a column for each of its
 * figures. Each cell becomes the series `THING COLUMN`, such as `visits numerator`.
 */
void month_table_read(struct arena *arena, struct catalogue *catalogue, const char *path, const char *id, int month,
                      struct source_pos from, struct diag *diag);

#endif
