#ifndef CHART_DESCRIBE_H
#define CHART_DESCRIBE_H

#include "arena.h"
#include "chart.h"

/*
 * What a reader would see, as a few sentences for the alternative text: kind and extent, subject and place; first,
 * last, highest and lowest figures of the series that the chart is about; the latest of the others; targets with their
 * months; months without figures, and why. Only figures that are drawn are told. The text lives in the arena.
 */
char *chart_describe(struct arena *arena, const struct chart *chart);

#endif
