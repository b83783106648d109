#include "standings.h"

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
