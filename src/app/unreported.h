#ifndef APP_UNREPORTED_H
#define APP_UNREPORTED_H

#include "block.h"
#include "figure.h"

/* Notes: one names the indicators that have earlier figures and none in the pack's period, in which one is due, since
 * their data may not have come yet; others those that have no year to date, with the period of the year that is
 * missing. */
void unreported_tell(const struct layout *layout, const struct figures *figures, int period, struct diag *diag);

#endif
