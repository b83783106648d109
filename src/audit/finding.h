#ifndef AUDIT_FINDING_H
#define AUDIT_FINDING_H

#include "audited.h"

/* Fills audit->order. */
void findings_order(struct arena *arena, struct audit *audit);

/* The cells of a figure in the order, next to each other: gives the first and how many; 0 where the table has none. */
size_t findings_cells(const struct audit *audit, const struct indicator *indicator, enum field field, int period,
                      struct audited *const **first);

/* Makes findings of the cells that differ: neighbours stay together while a cause is left that all of them have. The
 * causes that the others do not share are dropped. */
void findings_make(struct arena *arena, struct audit *audit);

#endif
