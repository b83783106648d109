#ifndef GRAPH_CHART_READING_H
#define GRAPH_CHART_READING_H

#include "chart_draft.h"

/* The figures that a chart's lines show, as they are read from the figures of indicators and from raw series. */

const struct indicator *chart_reading_indicator(const struct chart_draft *draft, const struct chart_line *line);

/* What the figures of a line are in; those of a series are counts. */
struct scale_unit chart_reading_unit(const struct chart_draft *draft, const struct chart_line *line);

/* A figure of a field; decimals: -1: its own. */
struct chart_reading chart_reading_of(const struct chart_draft *draft, const struct indicator *indicator,
                                      enum field field, struct fraction value, int decimals);

/* What a line shows at a slot. */
struct chart_reading chart_reading_at(const struct chart_draft *draft, const struct chart_line *line,
                                      const struct chart_slot *slot);

/* A comparator's figure of a year (NULL: the latest that is there, whose year is told). */
struct chart_reading chart_reading_benchmark(const struct chart_draft *draft, const struct indicator *indicator,
                                             const struct comparator *comparator, const char **year);

/* What a line across the chart is at, and what it is called. */
struct chart_reading chart_reading_reference(const struct chart_draft *draft, const struct chart_reference *reference,
                                             const char **name);

/* What a line is called. */
const char *chart_reading_name(const struct chart_draft *draft, const struct chart_line *line);

#endif
