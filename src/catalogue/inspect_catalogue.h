#ifndef CATALOGUE_INSPECT_CATALOGUE_H
#define CATALOGUE_INSPECT_CATALOGUE_H

#include "catalogue.h"

/*
 * Warns of what is allowed but is hardly meant: a printed key with a gap or an overlap, a period missing between
 * others, a numerator above its denominator, a denominator of zero, a period with data and no target.
 *
 * from, to   the periods that are looked at, both in
 */
void inspect_catalogue(const struct catalogue *catalogue, int from, int to, struct diag *diag);

#endif
