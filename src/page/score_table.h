#ifndef PAGE_SCORE_TABLE_H
#define PAGE_SCORE_TABLE_H

#include "flow.h"

/* A scorecard: its indicators down, its columns across, and below it what the symbols mean that it used. */
void score_table_set(struct composer *composer, struct flow *flow, const struct block *block);

#endif
