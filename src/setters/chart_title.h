#ifndef SETTERS_CHART_TITLE_H
#define SETTERS_CHART_TITLE_H

#include "chart.h"
#include "composer.h"

/* What a chart over periods is called where its author has not said: the message of the period in the commentary, or
 * what the figures say, by docs/definitions.md, "Titles of charts"; else what it is about. */
const char *chart_title(struct composer *composer, const struct block *block, const struct chart *chart,
                        const struct indicator *indicator);

/* The periods on the axis; NULL for bars, which show the pack's period, and where there are none. */
const struct chart_group *chart_title_periods(const struct chart *chart);

#endif
