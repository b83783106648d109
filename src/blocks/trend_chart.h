#ifndef BLOCKS_TREND_CHART_H
#define BLOCKS_TREND_CHART_H

#include "block.h"
#include "chart.h"
#include "extent.h"

/* A chart over the periods, as a layout asks for it. */

struct chart_line {
    enum field field;
    const struct series *series;         /* not NULL: a series in place of a field */
    const struct indicator *indicator;   /* whose field; NULL: the chart's */
    const struct comparator *comparator; /* not NULL: its figure of each period, of the chart's indicator */
    enum chart_mark mark;                /* MARK_LINE or MARK_COLUMN */
    bool second_axis;
    const char *label; /* NULL: the field's own */
    struct source_pos pos;
};

/* A line across a chart: the latest figure of a comparator, or a figure of the layout's. */
struct chart_reference {
    const struct comparator *comparator; /* NULL: value */
    struct fraction value;
    const char *label; /* NULL: the comparator's */
    struct source_pos pos;
};

enum { CHART_GROUPS_MAX = 4 };

enum benchmark_show { BENCHMARKS_NONE, BENCHMARKS_YEARS, BENCHMARKS_LINES };

struct trend_chart {
    bool auto_title; /* says what the figures do, whatever the commentary says */
    const char *id;  /* what it is published alone by; NULL: the page's */
    enum chart_kind kind;
    double height_pt;                               /* 0: the usual */
    enum chart_group_kind groups[CHART_GROUPS_MAX]; /* in the order of the axis */
    size_t group_count;
    struct extent extent;
    struct chart_reference *references;
    size_t reference_count, reference_capacity;
    struct chart_line *lines;
    size_t line_count, line_capacity;
    bool target;
    bool letter;        /* of the latest figure, beside the title */
    bool by_unit;       /* small multiples: rows and a scale for each unit */
    bool each_compared; /* small multiples: comparators are drawn in each, and have none of their own */
    bool from_zero;     /* scale starts at zero whatever the marks */
    bool method;        /* of a control chart: its note says how lines and marks come about */
    enum benchmark_show benchmarks;
};

#endif
