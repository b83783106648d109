#ifndef CHART_FUNNEL_NAMES_H
#define CHART_FUNNEL_NAMES_H

#include "funnel_chart.h"

/* Between a name and marks that are not its own. */
enum { FUNNEL_STRANGER_GAP_PT = 6 };

/* Names in a funnel that is laid out: one's own, then those beyond the limits, members of the group first and those
 * that lie furthest out first; at the end of a line where there is no room beside the mark,
 * and at the foot, with their figures, where there is none at all. */
void funnel_names_add(struct funnel_chart *funnel);

#endif
