#ifndef GRAPH_CHARTING_H
#define GRAPH_CHARTING_H

#include "chart.h"
#include "composer.h"

/* A chart while it is put together from a block, an indicator and its figures. */

enum { CHART_SERIES_MAX = 24, CHART_CONTROL_LINES = 8, CHART_YEARS_MAX = 16 };

/* What a category stands for. */
enum place_kind {
    PLACE_MONTH,
    PLACE_TO_DATE,        /* the year to date of the pack's month */
    PLACE_YEAR,           /* a past year */
    PLACE_BENCHMARK,      /* the latest figure of a comparator */
    PLACE_BENCHMARK_YEAR, /* a year of all comparators */
    PLACE_LINE,           /* one line of a chart of bars, in the pack's month */
};

struct place {
    enum place_kind kind;
    int month;
    const char *year;
    const struct comparator *comparator;
    const struct chart_line *line;
};

/* A figure at a place: none where there is nothing to draw. */
struct reading {
    struct fraction value;
    const char *printed;
};

struct making {
    struct composer *composer;
    const struct block *block;
    const struct indicator *indicator;
    struct chart *chart;
    struct place *places; /* one a category */
    size_t place_capacity, category_capacity;
    struct reading *readings[CHART_SERIES_MAX]; /* of each series, one a category */
};

/* True where the chart is a control chart: asked for, and in the catalogue. */
bool making_is_control(const struct making *making);

const struct indicator *making_indicator(const struct making *making, const struct chart_line *line);

/* What a line shows at a place. */
struct reading making_reading(const struct making *making, const struct chart_line *line, const struct place *place);

/* A comparator's figure of a year (NULL: the latest that is there, whose year is told). */
struct reading making_benchmark(const struct making *making, const struct indicator *indicator,
                                const struct comparator *comparator, const char **year);

/* What a line is called. */
const char *making_line_name(const struct making *making, const struct chart_line *line);

/* Categories, groups and places: what the block asks for and has figures. */
void making_axis(struct making *making);

/* The lines, the target, comparators and references. */
void making_series(struct making *making);

#endif
