#ifndef PAGE_TOPIC_PERIODS_H
#define PAGE_TOPIC_PERIODS_H

#include "flow.h"

/* A table of periods: months, the year to date, past years and comparators down, measures across. */
void topic_table_set(struct composer *composer, struct flow *flow, const struct block *block);

#endif
