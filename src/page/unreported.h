#ifndef PAGE_UNREPORTED_H
#define PAGE_UNREPORTED_H

#include "block.h"
#include "figure.h"

/* A note that names the indicators that have earlier figures and none in the pack's period, in which one is due: their
 * data may not have come yet. */
void unreported_tell(const struct layout *layout, const struct figures *figures, int period, struct diag *diag);

#endif
