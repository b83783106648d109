#ifndef LAYOUT_CHART_REFERENCE_H
#define LAYOUT_CHART_REFERENCE_H

#include "layout_internal.h"
#include "trend_chart.h"

/* A <reference>. False, reported, where nothing can be drawn of it. */
bool chart_reference_read(struct layout_reader *reader, const struct xml_element *element,
                          struct chart_reference *reference);

#endif
