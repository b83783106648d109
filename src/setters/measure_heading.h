#ifndef SETTERS_MEASURE_HEADING_H
#define SETTERS_MEASURE_HEADING_H

#include "flow.h"

/* True where the head of the measure stands on the page. */
bool measure_heading_stands(const struct composer *composer, const struct indicator *indicator);

#endif
