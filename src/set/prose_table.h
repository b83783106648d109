#ifndef SET_PROSE_TABLE_H
#define SET_PROSE_TABLE_H

#include "prose_lines.h"

/* A table of an author's text in the grid that all tables are set in, no wider than it needs to be. */
void prose_table_set(const struct prose_place *place, const struct rich_paragraph *paragraph);

#endif
