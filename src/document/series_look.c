#include "series_look.h"

static const struct series_look looks[] = {
    {COLOUR_BRAND, COLOUR_BRAND, MARKER_DOT, DASH_NONE},
    {COLOUR_SECOND_SERIES, COLOUR_SECOND_SERIES, MARKER_NONE, DASH_NONE},
    {COLOUR_THIRD_SERIES, COLOUR_THIRD_TEXT, MARKER_SQUARE, DASH_LONG},
    {COLOUR_FOURTH_SERIES, COLOUR_FOURTH_SERIES, MARKER_DIAMOND, DASH_DOTTED},
    {COLOUR_FIFTH_SERIES, COLOUR_FIFTH_SERIES, MARKER_TRIANGLE, DASH_DOT_LONG},
    {COLOUR_SIXTH_SERIES, COLOUR_SIXTH_SERIES, MARKER_DOT, DASH_SHORT},
};
enum { LOOK_COUNT = sizeof(looks) / sizeof(*looks), FIRST_OTHER = 2 };

const struct series_look *series_look(size_t number) {
    return &looks[number % LOOK_COUNT];
}

const struct series_look *series_look_other(size_t other) {
    return series_look(FIRST_OTHER + other % (LOOK_COUNT - FIRST_OTHER));
}
