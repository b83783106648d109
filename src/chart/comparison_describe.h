#ifndef CHART_COMPARISON_DESCRIBE_H
#define CHART_COMPARISON_DESCRIBE_H

#include "describe.h"

/* What charts of organisations show, in sentences. */
void comparison_describe_funnel(struct description *description);
void comparison_describe_ranked(struct description *description);
void comparison_describe_strip(struct description *description);

#endif
