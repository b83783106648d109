#ifndef CATALOGUE_TABLE_H
#define CATALOGUE_TABLE_H

#include "catalogue.h"

/*
 * Reads a wide CSV file into a catalogue: a first column `period` (2018-07), every other column a series. Rows may be
 * in any order; a month between that has no row is missing.
 *
 * columns   the names to take, separated by blanks; NULL for all
 * prefix    put before each name, with a point between: `lac.total`; NULL for none
 * from      the element or attribute that names the file
 *
 * Reports wrong months, months twice, what is no number, and a series that the catalogue has already.
 */
void table_read(struct arena *arena, struct catalogue *catalogue, const char *path, const char *columns,
                const char *prefix, struct source_pos from, struct diag *diag);

#endif
