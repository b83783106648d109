#include "value_spots.h"

#include <math.h>

#include "columns.h"
#include "fill.h"

static const double above_point = 4.5, above_latest = 6, above_column = 2.5, beside_column = 3, beside_line = 2.5;
static const double beside_most = 60,
                    beside_step = 4;   /* further from the end of its column, where a label is in the way */
static const double hardly_higher = 3; /* a figure that clears such a neighbour still reads as its column's */
static const double tick_near = 12, tick_row = 4;      /* a figure that is nearer to a number of the scale */
static const double further = 3.5;                     /* from a point, beside it */
static const double inside_most = 12;                  /* further into a column than its end */
static const double inside_side = 0.2, inside_end = 1; /* from the edges of a column; digits have room of their own */
static const double pattern_left = 1;                  /* beside the paper of a figure inside it */
static const double widest_over_set = 2.3;             /* columns beside others, that a figure is wide */
static const double hair = 0.01;
static const double outer_inset = 1; /* of a column beside others, so that their figures keep apart */

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static void add_spot(struct value *value, double x, double baseline, int side) {
    if (value->count < VALUE_SPOTS)
        value->spots[value->count++] = (struct callout_spot){x, baseline, side};
}

/* The figure as it stands at a mark: the latest larger, in bold and in the colour of its series. */
static struct callout figure_make(const struct plot *plot, const struct chart_series *series, size_t category,
                                  bool latest) {
    const char *printed = plot_printed(plot, series, category);
    double size = latest ? plot_latest_pt(plot) : plot->note.size_pt;
    bool coloured = latest || series->mark != MARK_COLUMN;
    return callout_make(latest ? "" : printed, latest ? printed : "", size,
                        coloured ? series->label_colour : COLOUR_TEXT);
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

/* True where a figure that is not over the middle of its column reaches over that of a neighbour as high: it would be
 * read as either's. */
static bool is_shared(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                      size_t category, double left, double right) {
    bool hangs = series->points[category].value < 0;
    struct box own, box;
    column_box(plot, series, group, category, &own);
    size_t first = category > group->first ? category - 1 : category;
    for (size_t i = first; i <= category + 1 && i < group->first + group->count; i++) {
        if (i == category || !column_box(plot, series, group, i, &box))
            continue;
        double middle = (box.left + box.right) / 2, rise = hangs ? box.bottom - own.bottom : own.top - box.top;
        if (fabs(rise) <= hardly_higher && left < middle && middle < right)
            return true;
    }
    return false;
}

/* How many columns stand in a category, of which a group has so many sets. */
static size_t columns_in(const struct plot *plot, const struct chart_series *series, size_t category, size_t sets) {
    size_t count = 0;
    double from, to;
    for (size_t s = 0; s < plot->chart->series_count && sets > 1; s++) {
        const struct chart_series *other = &plot->chart->series[s];
        count += other->mark == MARK_COLUMN && other->second_axis == series->second_axis &&
                 chart_column(plot->chart, other, category, &from, &to);
    }
    return count > 0 ? count : sets;
}

/* On its end; shifted, so that it keeps off a neighbour; a little higher. Beside others of its category it gives way to
 * the outside. */
static void add_column_spots(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                             size_t category, struct box box, struct value *value) {
    size_t place, sets = columns_in(plot, series, category, column_sets(plot, series, group, &place));
    bool hangs = series->points[category].value < 0, latest = value->callout.value[0] != '\0';
    double size = value->callout.size_pt, x = (box.left + box.right) / 2;
    double foot = hangs ? box.bottom + above_column + LETTERING_ASCENT * size : box.top - above_column;
    double rise = hangs ? 0 : neighbours_rise(plot, series, group, category, box.top);
    double width = callout_width(plot, &value->callout), inset = sets > 1 ? outer_inset : 0;
    if (sets > 1 && width > widest_over_set * (box.right - box.left))
        return; /* it would be read as a neighbour's */
    struct callout_spot middle = {x, foot, 0}, rightwards = {box.left + inset, foot, 1},
                        leftwards = {box.right - inset, foot, -1};
    if (sets == 1 || width + 2 * inset <= box.right - box.left)
        value->spots[value->count++] = middle;
    if (sets == 1 || 2 * place >= sets)
        value->spots[value->count++] = rightwards;
    if (sets == 1 || 2 * place < sets)
        value->spots[value->count++] = leftwards;
    value->spots[value->count++] = middle;
    if (rise > 0 && rise <= hardly_higher)
        add_spot(value, x, foot - rise, 0);
    size_t kept = 0;
    for (size_t i = 0; i < value->count; i++) {
        double left = value->spots[i].x - width * (1 - value->spots[i].side) / 2;
        bool centred = value->spots[i].side == 0;
        if (sets > 1 || centred || !is_shared(plot, series, group, category, left, left + width))
            value->spots[kept++] = value->spots[i];
    }
    value->at_mark = value->count = kept;
    if (!latest || sets > 1)
        return;
    double beside = hangs ? box.bottom : box.top + LETTERING_ASCENT * size;
    bool last = category + 1 == group->first + group->count; /* lines end there */
    double right = fmax(box.right + beside_column, last ? group->right + beside_line : 0);
    add_spot(value, box.right + beside_column, beside, 1);
    for (double down = 0; down <= beside_most && (hangs || beside + down < box.bottom); down += beside_step)
        add_spot(value, right, hangs ? beside - down : beside + down, 1);
    add_spot(value, right, box.bottom - 1, 1);
    add_spot(value, box.left - beside_column, beside, -1);
    add_spot(value, x, foot - rise, 0);
}

struct callout value_inside(const struct plot *plot, const struct chart_series *series, struct callout callout,
                            struct box part) {
    callout.bare = fill_lettering(plot->theme, series->fill, series->colour, &callout.colour);
    callout_move(plot, &callout,
                 (struct callout_spot){(part.left + part.right) / 2,
                                       (part.top + part.bottom) / 2 + LETTERING_MIDDLE * callout.size_pt, 0});
    return callout;
}

bool value_fits_inside(const struct plot *plot, const struct callout *callout, struct box part) {
    double edge = callout->bare ? inside_side : CALLOUT_PAPER + pattern_left;
    return callout_width(plot, callout) + 2 * edge <= part.right - part.left;
}

/* At the end of its column, within it. */
static bool inside_make(const struct plot *plot, const struct column_look *look, struct box box, bool hangs,
                        struct value *value) {
    struct box end = box;
    double height = value->callout.size_pt + 2 * inside_end;
    if (hangs)
        end.top = box.bottom - height;
    else
        end.bottom = box.top + height;
    const struct chart_series drawn = {.fill = look->fill, .colour = look->colour};
    value->inside = value_inside(plot, &drawn, value->callout, end);
    value->inside_room = (hangs ? -1 : 1) * fmax(0, box.bottom - box.top - height);
    return value_fits_inside(plot, &value->inside, box) && height <= box.bottom - box.top;
}

bool value_of_column(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                     size_t category, struct value *value) {
    struct box box;
    size_t latest;
    if (!column_box(plot, series, group, category, &box))
        return false;
    bool hangs = series->points[category].value < 0;
    bool is_latest = plot_latest(plot, series, group, &latest) && latest == category;
    *value = (struct value){.value = series->points[category].value,
                            .callout = figure_make(plot, series, category, is_latest),
                            .mark = {(box.left + box.right) / 2, hangs ? box.bottom : box.top}};
    add_column_spots(plot, series, group, category, box, value);
    const struct column_look look = column_look(plot, series, group, category);
    value->has_inside = inside_make(plot, &look, box, hangs, value);
    return true;
}

/* True where a point lies below the line from its neighbour to the other: its figure stands below it. */
static bool is_dip(const struct chart_series *series, const struct axis_group *group, size_t category) {
    double value = series->points[category].value, before = value, after = value;
    bool has_before = category > group->first && point_value(series, category - 1, &before);
    bool has_after = category + 1 < group->first + group->count && point_value(series, category + 1, &after);
    if (!has_before)
        before = after;
    if (!has_after)
        after = before;
    return value < (before + after) / 2;
}

/* True where a figure near the scale would stand in a row with one of its numbers, and be read as another. */
static bool reads_as_tick(const struct axis_group *group, const struct axis_panel *panel, double x, double middle) {
    for (int i = 0; i < panel->scale.lines && x < group->left + tick_near; i++)
        if (fabs(plot_y(panel, scale_tick(&panel->scale, i)) - middle) < tick_row)
            return true;
    return false;
}

bool value_of_point(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                    size_t category, struct value *value) {
    static const double shifts[] = {0, 1.5, -1.5, 3, -3, 4.5, -4.5};
    double figure;
    size_t latest;
    if (!point_value(series, category, &figure))
        return false;
    bool is_latest = plot_latest(plot, series, group, &latest) && latest == category;
    const struct axis_panel *panel = plot_scale(plot, group, series);
    double x = plot_x(group, category), y = plot_y(panel, figure);
    *value = (struct value){.value = figure,
                            .mark = {x, y},
                            .callout = figure_make(plot, series, category, is_latest && series->second_axis)};
    double size = value->callout.size_pt, gap = is_latest ? above_latest : above_point;
    double above = y - gap, below = y + gap + LETTERING_ASCENT * size, middle = y + LETTERING_MIDDLE * size;
    bool at_scale = category == plot->groups[0].first; /* whose numbers it would be read as one of */
    for (int side = 0; side < 2; side++) {
        bool under = is_dip(series, group, category) != (side == 1);
        double outer = under ? below : above;
        if (!at_scale)
            add_spot(value, x, outer, 0);
        if (!at_scale || !reads_as_tick(group, panel, x, outer - LETTERING_MIDDLE * size))
            add_spot(value, x + 3, outer, 1);
        if (!at_scale)
            add_spot(value, x - 3, outer, -1);
    }
    for (double away = gap + 0.5; away < 2 * gap; away += further)
        for (size_t i = 0; i < LENGTH(shifts); i++) {
            if (!at_scale || !reads_as_tick(group, panel, x, y + shifts[i]))
                add_spot(value, x + away, middle + shifts[i], 1);
            if (!at_scale)
                add_spot(value, x - away, middle + shifts[i], -1);
        }
    value->at_mark = value->count;
    return true;
}

static struct callout_spots spots_of(const struct value *value) {
    return (struct callout_spots){&value->mark, value->spots, value->count};
}

bool value_place_outside(struct callout_maker *maker, const struct value *value) {
    return callout_place(maker, value->callout, (struct callout_spots){&value->mark, value->spots, value->at_mark});
}

static bool place_beside(struct callout_maker *maker, const struct value *value) {
    const struct callout_spots beside = {&value->mark, value->spots + value->at_mark, value->count - value->at_mark};
    return callout_place(maker, value->callout, beside);
}

/* A line at the end of its column lets it stand a little further in. */
bool value_place_inside(struct callout_maker *maker, const struct value *value) {
    double way = value->inside_room < 0 ? -1 : 1, most = fmin(fabs(value->inside_room), inside_most);
    for (double in = 0; value->has_inside && in <= most; in += 1) {
        struct callout callout = value->inside;
        callout_move(maker->plot, &callout,
                     (struct callout_spot){value->inside.x, value->inside.baseline + way * in, 1});
        if (!label_field_is_free(&maker->field, callout.box) || label_field_cost_inside(&maker->field, callout.box) > 0)
            continue;
        callout_add(maker, callout);
        return true;
    }
    return false;
}

bool value_place(struct callout_maker *maker, const struct value *value) {
    return value_place_at_mark(maker, value) || place_beside(maker, value);
}

bool value_stands_inside(const struct callout_maker *maker, const struct value *value) {
    double end = value->inside.baseline, most = fmin(fabs(value->inside_room), inside_most);
    double other = value->inside_room < 0 ? end - most : end + most;
    for (size_t i = 0; i < maker->list.count && value->has_inside; i++) {
        const struct callout *callout = &maker->list.items[i];
        if (fabs(callout->x - value->inside.x) < hair && callout->baseline > fmin(end, other) - hair &&
            callout->baseline < fmax(end, other) + hair)
            return true;
    }
    return false;
}

bool value_place_at_mark(struct callout_maker *maker, const struct value *value) {
    return value_place_outside(maker, value) || value_place_inside(maker, value);
}

bool value_place_on_paper(struct callout_maker *maker, const struct value *value) {
    return value_place(maker, value) || callout_place_on_paper(maker, value->callout, spots_of(value));
}

void value_place_anyhow(struct callout_maker *maker, const struct value *value) {
    maker->list.lacks |= !value_place(maker, value) && !callout_place_anyhow(maker, value->callout, spots_of(value));
}
