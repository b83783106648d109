#include "multiples.h"

#include "unit.h"

static const int lines_min = 3, lines_max = 4;
static const double ticks_pt = 24;
static const double wished_width = 84, least_width = 58, usual_height = 88, close_height = 70, least_height = 50;

struct chart multiples_chart(const struct chart *chart, const struct multiple_set *set, size_t first, size_t count) {
    const struct multiples *multiples = chart->multiples;
    struct chart one = *chart;
    one.unit = set->unit;
    one.decimals = set->decimals;
    one.least_span = set->least_span;
    one.series = multiples->list[first].series;
    one.series_count = count * multiples->series_each;
    one.multiples = NULL;
    return one;
}

struct scale multiples_scale(const struct chart *chart, const struct multiple_set *set) {
    struct chart whole = multiples_chart(chart, set, set->first, set->count);
    struct scale scale;
    whole.from_zero |= !unit_table[set->unit.is].percentage;
    chart_scale(&whole, CHART_AXIS_FIRST, lines_min, lines_max, &scale);
    return scale;
}

static size_t rows_of(const struct multiples *multiples, size_t columns) {
    size_t rows = 0;
    for (size_t i = 0; i < multiples->set_count; i++)
        rows += (multiples->sets[i].count + columns - 1) / columns;
    return rows;
}

/* As many columns as there is room for, then as few as need no more rows. */
static struct multiples_grid grid_make(const struct multiples *multiples, double width_pt, double wished) {
    struct multiples_grid grid = {.left = ticks_pt, .columns = 1};
    double room = width_pt - ticks_pt;
    size_t widest = 1;
    for (size_t i = 0; i < multiples->set_count; i++)
        widest = multiples->sets[i].count > widest ? multiples->sets[i].count : widest;
    while (grid.columns < widest && room / (double)(grid.columns + 1) >= wished)
        grid.columns++;
    grid.rows = rows_of(multiples, grid.columns);
    while (grid.columns > 1 && rows_of(multiples, grid.columns - 1) == grid.rows)
        grid.columns--;
    grid.width = room / (double)grid.columns;
    return grid;
}

struct multiples_grid multiples_grid_usual(const struct multiples *multiples, double width_pt) {
    struct multiples_grid grid = grid_make(multiples, width_pt, wished_width);
    grid.height = usual_height;
    return grid;
}

/* Where the height is too little for columns of the width that is wished, there are more of them. */
struct multiples_grid multiples_grid_within(const struct multiples *multiples, double width_pt, double height_pt) {
    struct multiples_grid grid = grid_make(multiples, width_pt, wished_width);
    if (height_pt / (double)grid.rows < least_height)
        grid = grid_make(multiples, width_pt, least_width);
    grid.height = height_pt / (double)grid.rows;
    return grid;
}

double multiples_close_height(const struct multiples *multiples, double width_pt) {
    return close_height * (double)grid_make(multiples, width_pt, least_width).rows;
}
