#ifndef GRAPH_CHART_DRAFT_H
#define GRAPH_CHART_DRAFT_H

#include "chart.h"
#include "composer.h"
#include "trend_chart.h"

/* A chart while it is put together from a block, an indicator and its figures. */

enum { CHART_SERIES_MAX = 32, CHART_YEARS_MAX = 16 };

/* What a category stands for. */
enum chart_slot_kind {
    SLOT_PERIOD,
    SLOT_TO_DATE,        /* the year to date of the pack's period */
    SLOT_YEAR,           /* a past year */
    SLOT_BENCHMARK,      /* the latest figure of a comparator */
    SLOT_BENCHMARK_YEAR, /* a year of all comparators */
    SLOT_LINE,           /* one line of a chart of bars, in the pack's period */
};

struct chart_slot {
    enum chart_slot_kind kind;
    int period;
    const char *year;
    const struct comparator *comparator;
    const struct chart_line *line;
};

/* A figure at a slot: none where there is nothing to draw. */
struct chart_reading {
    bool not_due;          /* and none is expected */
    bool anew;             /* a year to date starts again */
    struct fraction value; /* in the unit that is printed */
    const char *printed;
    const char *said; /* with its unit; NULL: with that of the axis */
};

struct chart_draft {
    struct composer *composer;
    const struct trend_chart *asked; /* what the layout asks for */
    struct source_pos pos;           /* of what asks for it */
    const struct indicator *indicator;
    struct chart *chart;
    struct chart_slot *slots; /* one a category */
    size_t slot_capacity, category_capacity;
    struct chart_reading *readings[CHART_SERIES_MAX]; /* of each series, one a category */
};

/* A category, and the slot that it stands for. */
void chart_draft_add_category(struct chart_draft *draft, struct chart_category category, struct chart_slot slot);

/* A group of the categories from first on; none where there are none. */
void chart_draft_add_group(struct chart_draft *draft, enum chart_group_kind kind, size_t first, const char *title);

/* A series without points; NULL where there are as many as there can be. */
struct chart_series *chart_draft_add_series(struct chart_draft *draft, const char *name, enum chart_mark mark);

/* The point that a reading is drawn as: a gap where there is none. */
struct chart_point chart_draft_point(struct chart_reading reading);

/* The point of a series, and the reading that it shows; a gap where there is none. */
void chart_draft_set_point(struct chart_draft *draft, struct chart_series *series, size_t category,
                           struct chart_reading reading);

#endif
