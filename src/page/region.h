#ifndef PAGE_REGION_H
#define PAGE_REGION_H

#include "flow.h"

enum { REGION_FLOWS_MAX = 8 };

/* A band across the page: flows side by side, which run over to the next page each for itself. */
struct region {
    struct flow flows[REGION_FLOWS_MAX];
    double x[REGION_FLOWS_MAX];
    size_t flow_count;
    double gap_pt;   /* before it */
    bool keep;       /* begins on the page where the region behind it does */
    bool page_break; /* nothing but the start of a new page */
    bool repeat;     /* drawn again as an artifact at the top of each further side */
    struct region *next;
};

/* Whether nothing stands in it, as in that of a block that has nothing to say. */
bool region_is_empty(const struct region *region);

/* The height of a region: that of its longest flow. */
double region_height(const struct region *region);

/* Heights are sums of doubles: what is higher than its room by no more still fits. */
#define SLACK_PT 0.01

/* Whether there is a page break among regions. */
bool region_breaks(const struct region *regions);

/* Whether regions take more than one side of height_pt. */
bool region_runs_over(const struct region *regions, double height_pt);

/* By how much the regions of a side give way. */
struct region_fit {
    bool tight;       /* the gaps between blocks */
    double shrunk_pt; /* the heights of charts together */
};

/* Makes regions that are higher than height_pt lower, in the order that a reader minds least: the gaps between
 * blocks, then charts down to their least height. What still does not fit goes on to another page. They give way by
 * `least` also where they would fit. Gives by how much they did. */
struct region_fit region_tighten(struct region *regions, double height_pt, struct region_fit least);

/* Lets charts that are low become higher where all regions leave room on a side of height_pt: those of a flow share
 * what is free below it. */
void region_grow(struct region *regions, double height_pt);

/* Adds regions at the end where they fit on a side of height_pt with what stands there from the last page break on, all
 * as tight as can be. False: they do not, and nothing was changed. */
bool region_add(struct region *regions, struct region *more, double height_pt);

#endif
