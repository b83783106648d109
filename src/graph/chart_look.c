#include "chart_look.h"

static const struct {
    enum colour line, label;
    enum chart_marker marker;
    enum chart_dash dash;
} looks[] = {
    {COLOUR_BRAND, COLOUR_BRAND, MARKER_DOT, DASH_NONE},
    {COLOUR_SECOND_SERIES, COLOUR_SECOND_SERIES, MARKER_NONE, DASH_NONE},
    {COLOUR_THIRD_SERIES, COLOUR_THIRD_TEXT, MARKER_SQUARE, DASH_LONG},
    {COLOUR_FOURTH_SERIES, COLOUR_FOURTH_SERIES, MARKER_DIAMOND, DASH_DOTTED},
    {COLOUR_FIFTH_SERIES, COLOUR_FIFTH_SERIES, MARKER_TRIANGLE, DASH_DOT_LONG},
    {COLOUR_SIXTH_SERIES, COLOUR_SIXTH_SERIES, MARKER_DOT, DASH_SHORT},
};
enum { LOOK_COUNT = sizeof(looks) / sizeof(*looks), FIRST_OTHER = 2 };

/* Columns side by side and on one another: neighbours differ in lightness or texture. */
static const struct {
    enum colour column, label;
    enum chart_fill fill;
} fills[FILL_COUNT] = {
    {COLOUR_BRAND, COLOUR_BRAND, FILL_SOLID},
    {COLOUR_PAST_COLUMN, COLOUR_SECOND_TEXT, FILL_PALE},
    {COLOUR_SECOND_SERIES, COLOUR_SECOND_SERIES, FILL_RISING},
    {COLOUR_FIFTH_SERIES, COLOUR_FIFTH_SERIES, FILL_HOLLOW},
    {COLOUR_THIRD_SERIES, COLOUR_THIRD_TEXT, FILL_DOTTED},
    {COLOUR_FOURTH_SERIES, COLOUR_FOURTH_SERIES, FILL_FALLING},
};

void chart_look_line(struct chart_series *series, size_t look) {
    series->colour = looks[look % LOOK_COUNT].line;
    series->label_colour = looks[look % LOOK_COUNT].label;
    series->marker = looks[look % LOOK_COUNT].marker;
    series->dash = looks[look % LOOK_COUNT].dash;
}

void chart_look_column(struct chart_series *series, size_t set) {
    series->colour = fills[set % FILL_COUNT].column;
    series->label_colour = fills[set % FILL_COUNT].label;
    series->fill = fills[set % FILL_COUNT].fill;
}

void chart_look_other(struct chart_series *series, size_t other) {
    chart_look_line(series, FIRST_OTHER + other % (LOOK_COUNT - FIRST_OTHER));
}
