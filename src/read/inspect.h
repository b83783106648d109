#ifndef READ_INSPECT_H
#define READ_INSPECT_H

#include "block.h"
#include "catalogue.h"

/*
 * Warns of what is allowed but is hardly meant: a printed key with a gap or an overlap, a month missing between others,
 * a numerator above its denominator, a denominator of zero, a month with data and no target.
 *
 * from, to   the months that are looked at, both in
 */
void inspect_catalogue(const struct catalogue *catalogue, int from, int to, struct diag *diag);

/* Warns of indicators whose page has room for a commentary that is not there, and of columns that can never have a
 * figure. period is the month reported. */
void inspect_layout(const struct layout *layout, int period, struct diag *diag);

#endif
