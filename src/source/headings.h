#ifndef SOURCE_HEADINGS_H
#define SOURCE_HEADINGS_H

#include "raw_row.h"
#include "table.h"

/* Rows of headings, the upper ones those of groups, on their way to the headings of a table. */
struct heading_row {
    const char **texts; /* each without blanks at its ends, a run of blanks or line ends in it one space */
    size_t count;
    enum raw_merged *merged;
    int line;
};

struct heading_row heading_row_of(struct arena *arena, const struct raw_row *row);

/*
 * Gives each column a heading: `Group / Heading`. A group reaches to the right over blank cells, up to the next one; a
 * text with nothing but blank below is no group, but the column's whole heading.
 */
void headings_join(struct arena *arena, const struct heading_row *rows, size_t count, struct table *table);

#endif
