#ifndef LAYOUT_MULTIPLES_READ_H
#define LAYOUT_MULTIPLES_READ_H

#include "layout_internal.h"
#include "trend_chart.h"

/* What a <trend-chart> has of small multiples: a line for each indicator that it selects, before its own children are
 * read; and whether all that it asks for goes together, once they are. A line chart of more lines than can be followed
 * in one frame becomes small multiples, and is warned of, unless its author wants them together. */
void multiples_read(struct layout_reader *reader, const struct block *block, const struct xml_element *element,
                    enum field field);
void multiples_settle(struct layout_reader *reader, const struct block *block, const struct xml_element *element);

#endif
