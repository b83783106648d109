#ifndef PAGE_MONTH_TABLE_H
#define PAGE_MONTH_TABLE_H

#include "flow.h"

/*
 * The table of months: the financial years asked for, the last one that of the period, April to March. Months still to
 * come show their target alone; the month of the pack is picked out; the total row closes it.
 */
void month_table_set(struct composer *composer, struct flow *flow, const struct block *block,
                     const struct indicator *indicator);

#endif
