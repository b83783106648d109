#ifndef CHART_SPC_DESCRIBE_H
#define CHART_SPC_DESCRIBE_H

#include "describe.h"

/* The figures of a control chart: those of the periods, the lines of each phase, the points that are not common by
 * class and rule, the icons. */
void spc_describe(struct description *description);

#endif
