#include "chart_look.h"

#include "series_look.h"

/* Columns side by side and on one another: neighbours differ in lightness or texture, and none is in the colour that
 * picks out the latest of columns that stand alone. */
static const struct {
    enum colour column, label;
    enum chart_fill fill;
} fills[FILL_COUNT] = {
    {COLOUR_SIXTH_SERIES, COLOUR_SIXTH_SERIES, FILL_SOLID},
    {COLOUR_PAST_COLUMN, COLOUR_SECOND_TEXT, FILL_PALE},
    {COLOUR_SECOND_SERIES, COLOUR_SECOND_SERIES, FILL_RISING},
    {COLOUR_FIFTH_SERIES, COLOUR_FIFTH_SERIES, FILL_HOLLOW},
    {COLOUR_THIRD_SERIES, COLOUR_THIRD_TEXT, FILL_DOTTED},
    {COLOUR_FOURTH_SERIES, COLOUR_FOURTH_SERIES, FILL_FALLING},
};

static void look_as(struct chart_series *series, const struct series_look *look) {
    series->colour = look->line;
    series->label_colour = look->label;
    series->marker = look->marker;
    series->dash = look->dash;
}

void chart_look_line(struct chart_series *series, size_t look) {
    look_as(series, series_look(look));
}

void chart_look_column(struct chart_series *series, size_t set) {
    series->colour = fills[set % FILL_COUNT].column;
    series->label_colour = fills[set % FILL_COUNT].label;
    series->fill = fills[set % FILL_COUNT].fill;
}

void chart_look_other(struct chart_series *series, size_t other) {
    look_as(series, series_look_other(other));
}

size_t chart_look_number(const struct catalogue *catalogue, const struct comparator *comparator, size_t other) {
    bool computed = comparator != NULL && comparator->computed != COMPUTED_NOT;
    return computed ? comparator->place : catalogue->computed_count + other;
}
