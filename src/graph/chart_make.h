#ifndef GRAPH_CHART_MAKE_H
#define GRAPH_CHART_MAKE_H

#include "chart.h"
#include "composer.h"
#include "extent.h"

/* The data of a block's chart, to be drawn at about a height. */
struct chart *chart_make(struct composer *composer, const struct block *block, const struct indicator *indicator,
                         double height_pt);

/* A field over a stretch of periods as a line without words, for a cell of 40 x 10 pt or more; and over the last so
 * many periods up to the pack's; perhaps with the line of its target. */
struct chart *chart_make_spark_over(struct composer *composer, const struct indicator *indicator, enum field field,
                                    struct extent extent, bool aim);
struct chart *chart_make_spark(struct composer *composer, const struct indicator *indicator, enum field field,
                               int periods, bool aim);

#endif
