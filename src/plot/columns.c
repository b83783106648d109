#include "columns.h"

#include <math.h>

#include "fill.h"
#include "ink.h"

static const double set_gap = 0.5;    /* between columns side by side */
static const double stack_gap = 0.75; /* between columns on one another */
static const double least_width_for_edges = 2, least_height = 0.05;
static const double column_share = 0.68, most_share = 0.85; /* of its room that a column takes */
static const double widest = 22, wider = 2;                 /* than columns in the narrowest group */
static const double narrow = 18;                            /* wide enough for a figure, however narrow others are */
static const double slight_height = 1.5;                    /* of the mark of zero, and of what is lower */

/* A set stands in a group where it has a figure there, or a reason why it has none. */
static bool has_place(const struct chart_series *series, const struct axis_group *group) {
    size_t found;
    bool reason = false;
    for (size_t i = group->first; i < group->first + group->count && series->points != NULL; i++)
        reason |= series->points[i].gap_reason != NULL;
    return reason || point_last(series, group->first, group->count, &found);
}

size_t column_sets(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                   size_t *place) {
    size_t sets = 0;
    *place = 0;
    if (plot_is_stacked(plot))
        return 1;
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        const struct chart_series *other = &plot->chart->series[s];
        if (other->mark != MARK_COLUMN || other->second_axis != series->second_axis || !has_place(other, group))
            continue;
        if (other == series)
            *place = sets;
        sets++;
    }
    return sets == 0 ? 1 : sets;
}

/* How many categories a column stands for: its own, and those before it in which the figure was not due. Beside others
 * it has no more room than they. */
static size_t categories_of(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                            size_t category) {
    size_t place, span = 1;
    if (plot_is_stacked(plot) || column_sets(plot, series, group, &place) > 1)
        return 1;
    while (category + 1 > group->first + span && series->points[category - span].not_due)
        span++;
    return span;
}

double column_middle(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                     size_t category) {
    return plot_x(group, category) - group->slot * (double)(categories_of(plot, series, group, category) - 1) / 2;
}

double column_slot(const struct plot *plot, const struct chart_series *series, const struct axis_group *group) {
    size_t last;
    bool any = point_last(series, group->first, group->count, &last);
    return group->slot * (double)(any ? categories_of(plot, series, group, last) : 1);
}

/* The room that columns have in the narrowest group. */
static double narrowest_slot(const struct plot *plot) {
    double least = INFINITY;
    for (size_t i = 0; i < plot->group_count; i++)
        least = fmin(least, plot->groups[i].slot);
    return least;
}

static double width_in(const struct plot *plot, const struct axis_group *group, double slot, size_t sets) {
    bool lone = group->kind != GROUP_PERIODS && sets == 1;
    double width = fmax(slot * column_share, lone ? fmin(slot * most_share, narrow) : 0);
    double most = fmin(widest * (double)sets, fmax(wider * column_share * narrowest_slot(plot), narrow));
    return fmin(width, most) / (double)sets;
}

double column_width(const struct plot *plot, const struct chart_series *series, const struct axis_group *group) {
    size_t place, sets = column_sets(plot, series, group, &place);
    return width_in(plot, group, column_slot(plot, series, group), sets);
}

struct box column_place(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                        size_t category) {
    const struct axis_panel *panel = plot_scale(plot, group, series);
    size_t place, sets = column_sets(plot, series, group, &place);
    double slot = group->slot * (double)categories_of(plot, series, group, category);
    double width = width_in(plot, group, slot, sets);
    double middle = column_middle(plot, series, group, category);
    double left = middle - width * (double)sets / 2 + width * (double)place;
    bool apart = place > 0 && width > 4 * set_gap;
    return (struct box){left + (apart ? set_gap : 0), panel->top, left + width, panel->bottom};
}

bool column_box(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                size_t category, struct box *box) {
    const struct axis_panel *panel = plot_scale(plot, group, series);
    double from, to;
    if (!chart_column(plot->chart, series, category, &from, &to))
        return false;
    double base = plot_y(panel, from), end = plot_y(panel, to);
    *box = column_place(plot, series, group, category);
    box->top = fmin(base, end);
    box->bottom = fmax(base, end);
    bool stands = from != 0 && box->bottom - box->top > 2 * stack_gap;
    if (stands && to > from)
        box->bottom -= stack_gap;
    else if (stands)
        box->top += stack_gap;
    return true;
}

/* What is not the latest: past periods and years are pale, comparators striped; sets of columns keep their looks. */
static struct column_look usual_look(const struct plot *plot, const struct chart_series *series,
                                     const struct axis_group *group) {
    size_t place;
    bool alone = !plot_is_stacked(plot) && column_sets(plot, series, group, &place) == 1;
    if (!alone || !plot_picks(plot, series) || group->kind == GROUP_TO_DATE)
        return (struct column_look){series->fill, series->colour};
    if (group->kind == GROUP_BENCHMARKS)
        return (struct column_look){FILL_RISING, COLOUR_THIRD_SERIES};
    return (struct column_look){FILL_PALE, COLOUR_PAST_COLUMN};
}

struct column_look column_look(const struct plot *plot, const struct chart_series *series,
                               const struct axis_group *group, size_t category) {
    size_t latest;
    if (plot_latest(plot, series, group, &latest) && latest == category)
        return (struct column_look){series->fill, series->colour};
    return usual_look(plot, series, group);
}

static void column_path(cairo_t *cr, struct box box) {
    if (box.bottom - box.top > least_height)
        cairo_rectangle(cr, box.left, box.top, box.right - box.left, box.bottom - box.top);
}

/* A part of a stack is as high as it is, but where all parts are zero. */
static bool is_part(const struct plot *plot, const struct chart_series *series, size_t category) {
    double from, to;
    for (size_t s = 0; s < plot->chart->series_count && plot_is_stacked(plot); s++) {
        const struct chart_series *other = &plot->chart->series[s];
        if (other->mark == MARK_COLUMN && other->second_axis == series->second_axis &&
            chart_column(plot->chart, other, category, &from, &to) && to != 0)
            return true;
    }
    return false;
}

bool column_is_slight(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                      size_t category, struct box *mark) {
    if (!column_box(plot, series, group, category, mark) || mark->bottom - mark->top >= slight_height ||
        is_part(plot, series, category))
        return false;
    if (series->points[category].value < 0)
        mark->bottom = mark->top + slight_height;
    else
        mark->top = mark->bottom - slight_height;
    return true;
}

static void slight_paint(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                         const struct axis_group *group) {
    struct box mark;
    for (size_t i = group->first; i < group->first + group->count; i++)
        if (column_is_slight(plot, series, group, i, &mark))
            cairo_rectangle(cr, mark.left, mark.top, mark.right - mark.left, mark.bottom - mark.top);
    plot_set_colour(cr, plot, COLOUR_AXIS);
    ink_fill(cr);
}

void columns_paint(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                   const struct axis_group *group) {
    size_t latest = 0;
    struct box box;
    bool has_latest = plot_latest(plot, series, group, &latest);
    double width = column_width(plot, series, group);
    struct column_look usual = usual_look(plot, series, group);
    for (size_t i = group->first; i < group->first + group->count; i++)
        if (!(has_latest && i == latest) && column_box(plot, series, group, i, &box))
            column_path(cr, box);
    fill_paint(cr, plot->theme, usual.fill, usual.colour, width >= least_width_for_edges);
    if (has_latest && column_box(plot, series, group, latest, &box)) {
        column_path(cr, box);
        fill_paint(cr, plot->theme, series->fill, series->colour, true);
    }
    slight_paint(cr, plot, series, group);
}
