#include "standings.h"

size_t standings_far(const struct standings *standings) {
    size_t far = 0;
    for (size_t i = 0; i < standings->count; i++)
        far += standings->marks[i].place == FUNNEL_FAR_ABOVE || standings->marks[i].place == FUNNEL_FAR_BELOW;
    return far;
}

bool standings_spread(const struct standings *standings) {
    static const size_t few = 4; /* one of so many beyond the far limits is more than chance by any reckoning */
    return standings_far(standings) * few > standings->count;
}
