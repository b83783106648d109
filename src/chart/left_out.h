#ifndef CHART_LEFT_OUT_H
#define CHART_LEFT_OUT_H

#include "chart.h"

/* `Earlier years: 2014/15 71.9, 2015/16 72.7.` of the years that have no room in a chart; of several series the years
 * alone. "" where all are drawn. */
const char *left_out_words(struct arena *arena, const struct chart *chart);

#endif
