#ifndef CHART_SPC_DESCRIBE_H
#define CHART_SPC_DESCRIBE_H

#include "chart.h"
#include "text.h"

/* Adds to the alternative text: the lines of each phase, the points that are not common by class and rule, the icons.
 */
void spc_describe(struct text *text, struct arena *arena, const struct chart *chart);

#endif
