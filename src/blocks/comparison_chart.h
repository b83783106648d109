#ifndef BLOCKS_COMPARISON_CHART_H
#define BLOCKS_COMPARISON_CHART_H

#include "trend_chart.h"

/* A chart of all organisations in one period, as a layout asks for it. */
struct comparison_chart {
    const char *id; /* what it is published alone by; NULL: the page's */
    enum chart_kind kind;
    double height_pt;               /* 0: the usual */
    struct extent extent;           /* of small multiples */
    const struct comparator *group; /* whose members are told from the others; NULL: nobody is */
    struct chart_reference *references;
    size_t reference_count, reference_capacity;
};

#endif
