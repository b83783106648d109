#include "region.h"

#include <math.h>

static const double low_chart = 136;  /* lower, its plot has not the 100 points in which ups and downs are seen */
static const double least_growth = 1; /* less is not seen */

double region_height(const struct region *region) {
    double height = 0;
    for (size_t i = 0; i < region->flow_count; i++) {
        double flow = flow_height(&region->flows[i]);
        height = flow > height ? flow : height;
    }
    return height;
}

bool region_is_empty(const struct region *region) {
    for (size_t i = 0; i < region->flow_count; i++)
        if (region->flows[i].first != NULL)
            return false;
    return !region->page_break;
}

/* The height up to the next page break. */
static double regions_height(const struct region *regions) {
    double height = 0;
    for (const struct region *region = regions; region != NULL && !region->page_break; region = region->next)
        height += (region == regions ? 0 : region->gap_pt) + region_height(region);
    return height;
}

bool region_breaks(const struct region *regions) {
    while (regions != NULL && !regions->page_break)
        regions = regions->next;
    return regions != NULL;
}

bool region_runs_over(const struct region *regions, double height_pt) {
    return region_breaks(regions) || regions_height(regions) > height_pt + SLACK_PT;
}

static void tighten_gaps(struct region *regions) {
    for (struct region *region = regions; region != NULL && !region->page_break; region = region->next) {
        region->gap_pt = region->gap_pt > GAP_TIGHT ? GAP_TIGHT : region->gap_pt;
        for (size_t i = 0; i < region->flow_count; i++)
            for (struct piece *piece = region->flows[i].first; piece != NULL; piece = piece->next)
                if (piece->section && piece->gap_pt > GAP_TIGHT)
                    piece->gap_pt = GAP_TIGHT;
    }
}

static void set_chart_height(struct piece *piece, double height_pt) {
    piece->height_pt = height_pt;
    for (size_t i = 0; i < piece->frame_count; i++)
        if (piece->frames[i]->kind == FRAME_CHART)
            piece->frames[i]->height = height_pt;
}

/* Gives by how much. */
static double shrink_piece(struct piece *piece, double too_much) {
    double before = piece->height_pt;
    set_chart_height(piece, fmax(before - too_much, piece->least_pt));
    return before - piece->height_pt;
}

/* Until they fit, and by least_pt. Gives by how much together. */
static double shrink_charts(struct region *regions, double height_pt, double least_pt) {
    double shrunk = 0;
    for (struct region *region = regions; region != NULL && !region->page_break; region = region->next)
        for (size_t i = 0; i < region->flow_count; i++)
            for (struct piece *piece = region->flows[i].first; piece != NULL; piece = piece->next) {
                double too_much = fmax(regions_height(regions) - height_pt, least_pt - shrunk);
                if (too_much > 0 && piece->least_pt > 0 && piece->height_pt > piece->least_pt)
                    shrunk += shrink_piece(piece, too_much);
            }
    return shrunk;
}

struct region_fit region_tighten(struct region *regions, double height_pt, struct region_fit least) {
    struct region_fit fit = {.tight = least.tight || regions_height(regions) > height_pt};
    if (fit.tight)
        tighten_gaps(regions);
    if (least.shrunk_pt > 0 || regions_height(regions) > height_pt)
        fit.shrunk_pt = shrink_charts(regions, height_pt, least.shrunk_pt);
    return fit;
}

static bool is_low_chart(const struct piece *piece) {
    return piece->least_pt > 0 && piece->height_pt < low_chart;
}

static size_t low_charts(const struct flow *flow) {
    size_t count = 0;
    for (const struct piece *piece = flow->first; piece != NULL; piece = piece->next)
        count += is_low_chart(piece);
    return count;
}

/* The lowest reach their height first; those that are higher share what these leave. */
static void grow_flow(struct flow *flow, double free_pt) {
    for (size_t count = low_charts(flow); count > 0 && free_pt > least_growth; count = low_charts(flow)) {
        double share = free_pt / (double)count;
        for (struct piece *piece = flow->first; piece != NULL; piece = piece->next) {
            if (!is_low_chart(piece))
                continue;
            double growth = fmin(share, low_chart - piece->height_pt);
            set_chart_height(piece, piece->height_pt + growth);
            free_pt -= growth;
        }
    }
}

/* What all flows of low charts have free below them, where their region may become so much higher: charts side by side
 * stay alike. */
static double free_below(const struct region *region, double spare_pt) {
    double free_pt = INFINITY;
    for (size_t i = 0; i < region->flow_count; i++)
        if (low_charts(&region->flows[i]) > 0)
            free_pt = fmin(free_pt, region_height(region) + spare_pt - flow_height(&region->flows[i]));
    return free_pt;
}

void region_grow(struct region *regions, double height_pt) {
    if (region_runs_over(regions, height_pt))
        return;
    for (struct region *region = regions; region != NULL && regions_height(regions) <= height_pt;
         region = region->next) {
        double free_pt = free_below(region, height_pt - regions_height(regions));
        for (size_t i = 0; i < region->flow_count; i++)
            grow_flow(&region->flows[i], free_pt);
    }
}

static double least(double value, double limit) {
    return value < limit ? value : limit;
}

static double flow_least_height(const struct flow *flow) {
    double height = 0;
    for (const struct piece *piece = flow->first; piece != NULL; piece = piece->next) {
        double gap = piece->section ? least(piece->gap_pt, GAP_TIGHT) : piece->gap_pt;
        height += (piece == flow->first ? 0 : gap) + (piece->least_pt > 0 ? piece->least_pt : piece->height_pt);
    }
    return height;
}

/* The height when all is tightened. */
static double regions_least_height(const struct region *regions) {
    double height = 0;
    for (const struct region *region = regions; region != NULL; region = region->next) {
        double longest = 0;
        for (size_t i = 0; i < region->flow_count; i++) {
            double flow = flow_least_height(&region->flows[i]);
            longest = flow > longest ? flow : longest;
        }
        height += (region == regions ? 0 : least(region->gap_pt, GAP_TIGHT)) + longest;
    }
    return height;
}

bool region_add(struct region *regions, struct region *more, double height_pt) {
    struct region *last = regions, *side = regions;
    while (last->next != NULL)
        last = last->next;
    last->next = more;
    for (struct region *region = regions; region != NULL; region = region->next)
        if (region->page_break)
            side = region->next;
    if (regions_least_height(side) <= height_pt)
        return true;
    last->next = NULL;
    return false;
}
