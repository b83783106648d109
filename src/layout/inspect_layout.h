#ifndef LAYOUT_INSPECT_LAYOUT_H
#define LAYOUT_INSPECT_LAYOUT_H

#include "block.h"

/* Warns of indicators whose page has room for a commentary that is not there, and of columns that can never have a
 * figure; refuses charts whose lines have no scale in common. period is the period reported. */
void inspect_layout(const struct layout *layout, int period, struct diag *diag);

#endif
