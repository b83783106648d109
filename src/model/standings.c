#include "standings.h"

#include <math.h>
#include <string.h>

#include "unit.h"

static const double little_more = 0.1; /* than the whole */
static const double spill = 0.35;      /* of the figures' span: what limits may add to it on a side */

bool standing_is_far(const struct standing *mark) {
    return mark->place == FUNNEL_FAR_ABOVE || mark->place == FUNNEL_FAR_BELOW;
}

size_t standings_far(const struct standings *standings) {
    size_t far = 0;
    for (size_t i = 0; i < standings->count; i++)
        far += standing_is_far(&standings->marks[i]);
    return far;
}

bool standings_spread(const struct standings *standings) {
    static const size_t few = 4; /* one of so many beyond the far limits is more than chance by any reckoning */
    return standings_far(standings) * few > standings->count;
}

bool standings_told_apart(const struct standings *standings) {
    for (size_t i = 1; i < standings->count; i++) {
        const struct standing *mark = &standings->marks[i], *before = mark - 1;
        if (mark->rank != before->rank && strcmp(mark->printed, before->printed) == 0)
            return true;
    }
    return false;
}

/* The limits of the smallest, which lie furthest out, in the unit that is printed. */
static struct funnel_limits furthest_limits(const struct standings *standings) {
    double least = INFINITY;
    for (size_t i = 0; i < standings->count; i++)
        if (standings->marks[i].size > 0)
            least = fmin(least, standings->marks[i].size);
    struct funnel_limits limits = funnel_limits_of(&standings->limits->rule, isfinite(least) ? least : 1, FUNNEL_998);
    return (struct funnel_limits){limits.lower / standings->limits->unit, limits.upper / standings->limits->unit};
}

struct scale_range standings_funnel_range(const struct standings *standings, int lines_min, int lines_max) {
    struct scale_range range = {.min = standings->average.value,
                                .max = standings->average.value,
                                .limit = unit_table[standings->unit.is].percentage ? 100 : INFINITY,
                                .decimals = standings->decimals,
                                .lines_min = lines_min,
                                .lines_max = lines_max};
    for (size_t i = 0; i < standings->count; i++) {
        range.min = fmin(range.min, standings->marks[i].value);
        range.max = fmax(range.max, standings->marks[i].value);
    }
    if (standings->limits == NULL)
        return range;
    struct funnel_limits far = furthest_limits(standings);
    double span = range.max - range.min, most = span > 0 ? spill * span : INFINITY;
    double low = fmax(far.lower, range.min - most), high = fmin(far.upper, range.max + most);
    range.min = isfinite(low) ? fmin(range.min, low) : range.min; /* so few, or so many, that they have no limit */
    range.max = isfinite(high) ? fmax(range.max, high) : range.max;
    return range;
}

struct scale standings_scale(struct scale_range range) {
    if (range.max > range.limit && range.max <= range.limit * (1 + little_more) && range.min < range.limit)
        range.max = range.limit;
    return scale_make(range);
}

double standings_greatest(const struct scale *scale, struct scale_range range) {
    return fmax(1, scale_reach(scale, range.max));
}
