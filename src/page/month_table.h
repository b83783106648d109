#ifndef PAGE_MONTH_TABLE_H
#define PAGE_MONTH_TABLE_H

#include "flow.h"

/*
 * The table of months: the financial years asked for, the last one that of the period, April to March. Months still to
 * come show their target alone; the month of the pack is picked out; the total row closes it.
 */
void month_table_set(struct composer *composer, struct flow *flow, const struct block *block,
                     const struct indicator *indicator);

/* The heading of a column where the layout gives none: `% in month`. */
const char *field_heading(struct composer *composer, const struct indicator *indicator, enum field field);

/* A title with the unit of the indicator behind it: `In the month, %`. */
const char *measure_and_unit(struct composer *composer, const char *title, const struct indicator *indicator);

#endif
