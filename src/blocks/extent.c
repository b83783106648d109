#include "extent.h"

const struct extent extent_of_tables[GRAIN_COUNT] = {
    [GRAIN_DAY] = {.periods = 14},  [GRAIN_WEEK] = {.periods = 13}, [GRAIN_MONTH] = {.years = 2},
    [GRAIN_QUARTER] = {.years = 2}, [GRAIN_TERM] = {.years = 2},    [GRAIN_YEAR] = {.periods = 5},
};

const struct extent extent_of_charts[GRAIN_COUNT] = {
    [GRAIN_DAY] = {.periods = 91},  [GRAIN_WEEK] = {.periods = 53}, [GRAIN_MONTH] = {.years = 2},
    [GRAIN_QUARTER] = {.years = 3}, [GRAIN_TERM] = {.years = 3},    [GRAIN_YEAR] = {.periods = 10},
};

const int extent_of_notes[GRAIN_COUNT] = {
    [GRAIN_DAY] = 2, [GRAIN_WEEK] = 2, [GRAIN_MONTH] = 2, [GRAIN_QUARTER] = 2, [GRAIN_TERM] = 2, [GRAIN_YEAR] = 5,
};

/* As many as reach back to the same period a year ago, where these are few. */
const int extent_of_runs[GRAIN_COUNT] = {
    [GRAIN_DAY] = 14, [GRAIN_WEEK] = 13, [GRAIN_MONTH] = 13, [GRAIN_QUARTER] = 5, [GRAIN_TERM] = 4, [GRAIN_YEAR] = 5,
};
