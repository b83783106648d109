#include "values.h"

#include <math.h>
#include <stdint.h>

#include "columns.h"
#include "stack_values.h"
#include "text.h"
#include "value_list.h"

/*
 * Which figures stand beside the marks: of each series that the chart is about the latest, and all others where every
 * one has room in the same place; else the first and the last, the highest and the lowest, zeros, and what lies on the
 * line of a target that it is not, each where it has room at its mark. The last year is told in any case.
 */

static const double at_target_pt = 2; /* from its line: no further than a mark is large */

/* Where lines cross, as those of a control chart do, figures at every point would be a crowd. */
static bool is_crowd(const struct plot *plot, const struct chart_series *series, const struct axis_group *group) {
    if (series->mark != MARK_LINE || (group->kind != GROUP_PERIODS && !chart_traits[plot->chart->kind].spc))
        return false;
    if (chart_traits[plot->chart->kind].spc)
        return true;
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        const struct chart_series *other = &plot->chart->series[s];
        if (other != series && other->mark == MARK_LINE && other->second_axis == series->second_axis)
            return true;
    }
    return false;
}

/* True where the latest figure stands beside its mark, and not with a name at the end of its line. */
static bool has_latest(const struct chart_series *series) {
    return series->mark == MARK_COLUMN || series->second_axis;
}

static bool value_of(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                     size_t category, struct value *value) {
    return (series->mark == MARK_COLUMN ? value_of_column : value_of_point)(plot, series, group, category, value);
}

/* The latest figure and that of the year to date are always told. */
static bool always_told(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                        size_t *category) {
    if (plot_latest(plot, series, group, category))
        return true;
    return group->kind == GROUP_TO_DATE && series->mark == MARK_COLUMN && plot_picks(plot, series) &&
           point_last(series, group->first, group->count, category);
}

/* A chart without room for the latest figure is refused; others stand at their marks, or not at all. */
static void add_latest(struct callout_maker *maker, const struct chart_series *series, const struct axis_group *group) {
    const struct plot *plot = maker->plot;
    struct value value;
    size_t told, latest, place;
    if (!has_latest(series) || !always_told(plot, series, group, &told) || !value_of(plot, series, group, told, &value))
        return;
    bool alone = series->mark != MARK_COLUMN || column_sets(plot, series, group, &place) == 1;
    if (alone && plot_latest(plot, series, group, &latest))
        value_place_anyhow(maker, &value);
    else
        value_place_on_paper(maker, &value);
}

void values_add_latest(struct callout_maker *maker) {
    const struct plot *plot = maker->plot;
    for (size_t s = 0; s < plot->chart->series_count && !plot_is_stacked(plot); s++)
        for (size_t i = 0; i < plot->group_count; i++)
            add_latest(maker, &plot->chart->series[s], &plot->groups[i]);
}

/* On the line of a target, as far as eyes tell, and printed as another figure. */
static bool is_at_target(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                         size_t category, double y) {
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        const struct chart_series *target = &plot->chart->series[s];
        double value;
        if (target->mark == MARK_TARGET && target->second_axis == series->second_axis &&
            point_value(target, category, &value) &&
            fabs(plot_y(plot_scale(plot, group, target), value) - y) < at_target_pt &&
            !text_equal(plot_printed(plot, target, category), plot_printed(plot, series, category)))
            return true;
    }
    return false;
}

/* The figures of a series in a group; the latest has been placed. */
static struct value_list list_values(const struct plot *plot, const struct chart_series *series,
                                     const struct axis_group *group) {
    struct value_list list = {.sparse = is_crowd(plot, series, group),
                              .last_told = series->mark == MARK_COLUMN && group->kind == GROUP_YEARS};
    size_t latest = SIZE_MAX;
    if (!always_told(plot, series, group, &latest))
        latest = SIZE_MAX;
    for (size_t i = group->first; i < group->first + group->count; i++) {
        struct value value;
        if (!value_of(plot, series, group, i, &value))
            continue;
        value.beyond = plot->chart->spc != NULL && plot->chart->spc->rules[i] == SPC_OUTSIDE;
        value.at_target = is_at_target(plot, series, group, i, value.mark.y);
        value_list_add(plot->arena, &list, value, i == latest);
    }
    return list;
}

static bool is_told(const struct plot *plot, const struct chart_series *series) {
    return plot_picks(plot, series) && !(series->mark == MARK_COLUMN && plot_is_stacked(plot));
}

/* The series of a panel that stand in a group: what stands side by side has all its figures, or none of it has. */
static void add_group(struct callout_maker *maker, const struct axis_group *group, const struct axis_panel *panel) {
    const struct plot *plot = maker->plot;
    struct value_list *lists = arena_new_array(plot->arena, plot->chart->series_count, struct value_list);
    size_t count = 0;
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        const struct chart_series *series = &plot->chart->series[s];
        if (plot_panel(plot, series) == panel && is_told(plot, series))
            lists[count++] = list_values(plot, series, group);
    }
    value_lists_place(maker, lists, count);
}

void values_add(struct callout_maker *maker) {
    const struct plot *plot = maker->plot;
    for (size_t i = 0; i < plot->group_count; i++) {
        for (size_t p = 0; p < plot->panel_count; p++)
            add_group(maker, &plot->groups[i], &plot->panels[p]);
        if (plot_is_stacked(plot))
            stack_values_add(maker, &plot->groups[i]);
    }
}
