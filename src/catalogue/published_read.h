#ifndef CATALOGUE_PUBLISHED_READ_H
#define CATALOGUE_PUBLISHED_READ_H

#include "catalogue.h"
#include "published.h"

/*
 * Reads a published table: a CSV file with the columns indicator, field, period and printed, in any order.
 *
 * A column that is not there is an error. A row that names no indicator of the catalogue, no field or no period is
 * warned of, and stays in the table with its problem.
 */
void published_read(struct arena *arena, const char *path, const struct catalogue *catalogue,
                    struct published_table *table, struct diag *diag);

#endif
