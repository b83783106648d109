#include "values.h"

#include <math.h>
#include <stdint.h>

#include "columns.h"
#include "fill.h"
#include "plot_series.h"
#include "unit.h"

/* The figures beside the marks: the latest always, the others where they have room, else the highest and lowest. */

static const double above_point = 4.5, above_column = 2.5;
static const double hardly_higher = 3;     /* a figure that clears such a neighbour still reads as its column's */
static const double value_clearance = 1.5; /* between the figures of neighbours */

enum { FEW_SETS = 3, ON_COLUMN = 4 };

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static double printed_width(const struct plot *plot, const struct chart_series *series, size_t category) {
    return lettering_width(plot->lettering, plot->note, plot_printed(plot, series, category));
}

/* How much higher than a column those beside it are, 0 where they are not. */
static double neighbours_rise(const struct plot *plot, const struct chart_series *series,
                              const struct axis_group *group, size_t category, double top) {
    double rise = 0;
    struct box box;
    size_t first = category > group->first ? category - 1 : category;
    for (size_t i = first; i <= category + 1 && i < group->first + group->count; i++)
        if (column_box(plot, series, group, i, &box))
            rise = fmax(rise, top - box.top);
    return rise;
}

/* The figure of a column that has no other beside it: on its top, or higher where a line or a neighbour that is hardly
 * higher is in the way. Beside a higher neighbour it would be read as that one's: there only the latest, in a colour of
 * its own, gives way upwards. */
static void lone_label(struct callout_maker *maker, const struct callout *callout, struct box column, double rise,
                       bool latest) {
    double x = (column.left + column.right) / 2, foot = column.top - above_column;
    bool clears = rise <= hardly_higher;
    const struct callout_spot spots[] = {{x, foot, 0},           {x, clears ? foot - rise : foot, 0},
                                         {column.left, foot, 1}, {column.right, foot, -1},
                                         {x, foot - rise, 0},    {x, foot - rise - 8, 0}};
    callout_place(maker, *callout, spots, clears || latest ? LENGTH(spots) : ON_COLUMN, latest);
}

/* True where every figure of a group is as narrow as the room between its neighbours. */
static bool values_fit(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                       double room) {
    double value;
    for (size_t i = group->first; i < group->first + group->count; i++)
        if (point_value(series, i, &value) && printed_width(plot, series, i) + value_clearance > room)
            return false;
    return true;
}

/* Columns of several sets have their figures where all have room; of few sets the latest have them in any case. */
static bool sets_have_room(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                           size_t sets) {
    return values_fit(plot, series, group, column_slot(plot, series, group) * (sets > 1 ? 0.8 : 1) / (double)sets);
}

static void column_label(struct callout_maker *maker, const struct chart_series *series, const struct axis_group *group,
                         size_t category, bool latest) {
    const struct plot *plot = maker->plot;
    struct box box;
    size_t place;
    if (!column_box(plot, series, group, category, &box))
        return;
    const char *printed = plot_printed(plot, series, category);
    double size = latest ? fmax(plot->theme->type[STYLE_TABLE].size_pt, plot->note.size_pt) : plot->note.size_pt;
    struct callout callout =
        callout_make(latest ? "" : printed, latest ? printed : "", size, latest ? series->label_colour : COLOUR_TEXT);
    bool negative = series->points[category].value < 0, must = latest && plot->chart->series == series;
    double x = (box.left + box.right) / 2;
    double below = box.bottom + above_column + LETTERING_ASCENT * size, above = box.top - above_column;
    const struct callout_spot hanging[] = {{x, below, 0}, {x, above, 0}}; /* at its end, else over its base */
    double foot = negative ? below : above;
    size_t sets = column_sets(plot, series, group, &place);
    struct callout_spot outer =
        2 * place < sets ? (struct callout_spot){box.right, foot, -1} : (struct callout_spot){box.left, foot, 1};
    const struct callout_spot beside[] = {latest ? outer : (struct callout_spot){x, foot, 0},
                                          {x, foot, 0},
                                          outer,
                                          {x, foot - 8, 0},
                                          {box.right, foot - 8, -1}};
    if (sets > FEW_SETS && !sets_have_room(plot, series, group, sets))
        return;
    if (sets > 1)
        callout_place(maker, callout, beside, LENGTH(beside), must);
    else if (negative)
        callout_place(maker, callout, hanging, LENGTH(hanging), latest);
    else
        lone_label(maker, &callout, box, neighbours_rise(plot, series, group, category, box.top), latest);
}

/* The first of the highest and of the lowest points of a group; false where all are alike. */
static bool find_extremes(const struct chart_series *series, const struct axis_group *group, size_t *highest,
                          size_t *lowest) {
    double high = -INFINITY, low = INFINITY;
    for (size_t i = group->first; i < group->first + group->count; i++) {
        double value;
        if (!point_value(series, i, &value))
            continue;
        if (value > high) {
            high = value;
            *highest = i;
        }
        if (value < low) {
            low = value;
            *lowest = i;
        }
    }
    return high > low;
}

static void add_column_values(struct callout_maker *maker, const struct chart_series *series,
                              const struct axis_group *group, size_t latest) {
    const struct plot *plot = maker->plot;
    size_t highest = 0, lowest = 0, place, sets = column_sets(plot, series, group, &place);
    if (sets_have_room(plot, series, group, sets)) {
        for (size_t i = group->first; i < group->first + group->count; i++)
            if (i != latest)
                column_label(maker, series, group, i, false);
    } else if (sets == 1 && find_extremes(series, group, &highest, &lowest)) {
        if (highest != latest)
            column_label(maker, series, group, highest, false);
        if (lowest != latest)
            column_label(maker, series, group, lowest, false);
    }
}

/* Figures stand within the columns of a stack that are large enough; the last column's stand beside it. */
static void add_stack_values(struct callout_maker *maker, const struct chart_series *series,
                             const struct axis_group *group) {
    const struct plot *plot = maker->plot;
    struct end_label end;
    bool ends = plot_series_end_label(plot, series, group, &end);
    if (!values_fit(plot, series, group, group->slot * COLUMN_SHARE))
        return;
    for (size_t i = group->first; i < group->first + group->count; i++) {
        struct box box;
        enum colour colour;
        if ((ends && i == end.category) || !column_box(plot, series, group, i, &box))
            continue;
        if (box.bottom - box.top < plot->note.size_pt + 2)
            continue;
        bool bare = fill_lettering(plot->theme, series->fill, series->colour, &colour);
        struct callout callout = callout_make(plot_printed(plot, series, i), "", plot->note.size_pt, colour);
        callout.bare = bare;
        struct callout_spot spot = {(box.left + box.right) / 2,
                                    (box.top + box.bottom) / 2 + LETTERING_MIDDLE * plot->note.size_pt, 0};
        callout_place(maker, callout, &spot, 1, true);
    }
}

struct stack_total {
    double value, x, top;
};

/* What the columns of a category come to, and the top of the highest; false where there are none. */
static bool stack_total(const struct plot *plot, const struct chart_series *last, const struct axis_group *group,
                        size_t category, struct stack_total *total) {
    bool any = false;
    *total = (struct stack_total){.top = INFINITY};
    for (const struct chart_series *series = plot->chart->series; series <= last; series++) {
        struct box box;
        double value;
        if (series->mark != MARK_COLUMN || series->second_axis != last->second_axis ||
            !point_value(series, category, &value) || !column_box(plot, series, group, category, &box))
            continue;
        any = true;
        total->value += value;
        total->x = (box.left + box.right) / 2;
        total->top = fmin(total->top, box.top);
    }
    return any;
}

/* The last series of a stack puts the whole on top of it, where there is room for all. */
static void add_stack_totals(struct callout_maker *maker, const struct chart_series *series,
                             const struct axis_group *group) {
    const struct plot *plot = maker->plot;
    for (size_t i = group->first; i < group->first + group->count; i++) {
        struct stack_total total;
        if (!stack_total(plot, series, group, i, &total))
            continue;
        const char *words = unit_number(plot->arena, plot->chart->unit, total.value, plot->chart->decimals);
        struct callout callout = callout_make("", words, plot->note.size_pt, COLOUR_TEXT);
        struct callout_spot spot = {total.x, total.top - above_column, 0};
        if (total.value != 0 && callout_width(plot, &callout) + value_clearance <= group->slot)
            callout_place(maker, callout, &spot, 1, true);
    }
}

static bool tops_stack(const struct plot *plot, const struct chart_series *series) {
    const struct chart_series *end = plot->chart->series + plot->chart->series_count;
    for (const struct chart_series *other = series + 1; other < end; other++)
        if (other->mark == MARK_COLUMN && other->second_axis == series->second_axis)
            return false;
    return plot_is_stacked(plot) && !chart_traits[plot->chart->kind].shares;
}

static void point_label(struct callout_maker *maker, const struct chart_series *series, const struct axis_group *group,
                        size_t category, bool below_first) {
    const struct plot *plot = maker->plot;
    double value;
    if (!point_value(series, category, &value))
        return;
    double x = plot_x(group, category), y = plot_y(plot_panel(plot, series), value);
    double above = y - above_point, below = y + above_point + LETTERING_ASCENT * plot->note.size_pt;
    double far = below_first ? below : above, middle = y + LETTERING_MIDDLE * plot->note.size_pt;
    const struct callout_spot spots[] = {{x, far, 0},
                                         {x + 3, far, 1},
                                         {x - 3, far, -1},
                                         {x + 5, middle, 1},
                                         {x - 5, middle, -1},
                                         {x + 2, far + (below_first ? 3 : -3), 1},
                                         {x, far + (below_first ? 4 : -4), 0}};
    struct callout callout =
        callout_make(plot_printed(plot, series, category), "", plot->note.size_pt, series->label_colour);
    callout_place(maker, callout, spots, LENGTH(spots), false);
}

/* A figure on the outer side of its point: above a crest, below a dip. */
static void add_point_values(struct callout_maker *maker, const struct chart_series *series,
                             const struct axis_group *group, size_t latest) {
    for (size_t i = group->first; i < group->first + group->count; i++) {
        double value, before, after;
        if (i == latest || !point_value(series, i, &value))
            continue;
        bool has_before = i > group->first && point_value(series, i - 1, &before);
        bool has_after = i + 1 < group->first + group->count && point_value(series, i + 1, &after);
        double around = (has_before  ? before
                         : has_after ? after
                                     : value) +
                        (has_after    ? after
                         : has_before ? before
                                      : value);
        point_label(maker, series, group, i, value < around / 2);
    }
}

/* In a panel whose names stand above it the latest figure has no label at its end. */
static void latest_label(struct callout_maker *maker, const struct chart_series *series, const struct axis_group *group,
                         size_t latest) {
    const struct plot *plot = maker->plot;
    double value, size = fmax(plot->theme->type[STYLE_TABLE].size_pt, plot->note.size_pt);
    if (!point_value(series, latest, &value))
        return;
    double x = plot_x(group, latest), y = plot_y(plot_panel(plot, series), value);
    const struct callout_spot spots[] = {
        {x, y - 6, 0}, {x, y + 6 + LETTERING_ASCENT * size, 0}, {x - 6, y - 4, -1}, {x, y - 11, 0}};
    struct callout callout = callout_make("", plot_printed(plot, series, latest), size, series->label_colour);
    callout_place(maker, callout, spots, LENGTH(spots), true);
}

void values_add_latest(struct callout_maker *maker) {
    const struct plot *plot = maker->plot;
    for (size_t s = 0; s < plot->chart->series_count; s++)
        for (size_t i = 0; i < plot->group_count; i++) {
            const struct chart_series *series = &plot->chart->series[s];
            size_t latest;
            if (!plot_latest(plot, series, &plot->groups[i], &latest))
                continue;
            if (series->mark == MARK_COLUMN && !plot_is_stacked(plot))
                column_label(maker, series, &plot->groups[i], latest, true);
            else if (series->mark == MARK_LINE && series->second_axis)
                latest_label(maker, series, &plot->groups[i], latest);
        }
}

/* Where lines cross, as those of a control chart do, figures at every point would be a crowd. */
static bool is_only_line(const struct plot *plot, const struct chart_series *series) {
    if (chart_traits[plot->chart->kind].spc)
        return false;
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        const struct chart_series *other = &plot->chart->series[s];
        if (other != series && other->mark == MARK_LINE && other->second_axis == series->second_axis)
            return false;
    }
    return true;
}

static void add_line_values(struct callout_maker *maker, const struct chart_series *series,
                            const struct axis_group *group, size_t latest) {
    size_t highest = 0, lowest = 0;
    bool periods = group->kind == GROUP_PERIODS;
    if (!plot_picks(maker->plot, series) || (periods && latest == SIZE_MAX))
        return;
    if ((!periods || is_only_line(maker->plot, series)) && values_fit(maker->plot, series, group, group->slot)) {
        add_point_values(maker, series, group, latest);
    } else if (find_extremes(series, group, &highest, &lowest)) {
        if (highest != latest)
            point_label(maker, series, group, highest, false);
        if (lowest != latest)
            point_label(maker, series, group, lowest, true);
    }
}

void values_add(struct callout_maker *maker) {
    const struct plot *plot = maker->plot;
    for (size_t s = 0; s < plot->chart->series_count; s++)
        for (size_t i = 0; i < plot->group_count; i++) {
            const struct chart_series *series = &plot->chart->series[s];
            const struct axis_group *group = &plot->groups[i];
            size_t latest = SIZE_MAX;
            plot_latest(plot, series, group, &latest);
            if (series->mark == MARK_LINE)
                add_line_values(maker, series, group, latest);
            else if (series->mark == MARK_COLUMN && plot_picks(plot, series) && !plot_is_stacked(plot))
                add_column_values(maker, series, group, latest);
            else if (series->mark == MARK_COLUMN && plot_is_stacked(plot))
                add_stack_values(maker, series, group);
            if (series->mark == MARK_COLUMN && tops_stack(plot, series))
                add_stack_totals(maker, series, group);
        }
}
