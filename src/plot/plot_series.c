#include "plot_series.h"

#include <math.h>

#include "columns.h"
#include "gap_field.h"

static const double point_gap = 7, frame_gap = 6, column_gap = 4; /* before a label */
static const double edge_gap = 3;                                 /* behind the edge of a gap */

/* A target in the group ends at the frame, or earlier where it was given up. */
static bool group_has_target(const struct plot *plot, const struct axis_group *group) {
    size_t last = group->first + group->count - 1;
    double value;
    for (size_t s = 0; s < plot->chart->series_count; s++)
        if (!series_is_data(&plot->chart->series[s]) && point_value(&plot->chart->series[s], last, &value))
            return true;
    return false;
}

/* What a label keeps from the middle of its category, where a gap begins behind that: it does not stand on its edge. */
static double gap_start(const struct plot *plot, const struct axis_group *group, size_t category) {
    struct gap gap;
    bool follows = gap_next(plot, group, NULL, category, &gap) && gap.first == category + 1;
    return follows ? group->slot / 2 + edge_gap : 0;
}

/* Lines are named in their periods, or in each group where they have none; what spans groups at its end. */
static bool is_named_at_end(const struct plot *plot, const struct chart_series *series,
                            const struct axis_group *group) {
    bool column = series->mark == MARK_COLUMN;
    if (series->mark == MARK_NEAR || (column && !plot_is_stacked(plot)) ||
        (!column && series_is_data(series) && plot_panel(plot, series) != &plot->panels[0]))
        return false;
    for (size_t i = 0; i < plot->group_count; i++) {
        const struct axis_group *other = &plot->groups[i];
        bool spans = (column || series->mark == MARK_LEVEL) && other > group;
        bool in_periods = series->mark == MARK_LINE && plot_group_is_later(group, other) && other->kind != group->kind;
        if ((spans || in_periods) && plot_group_has(other, series))
            return false;
    }
    return true;
}

/* The lines of a control chart that a later phase has none of are not named at its end. */
static bool is_of_earlier_phase(const struct chart *chart, const struct chart_series *series, size_t last) {
    bool phased = series->mark == MARK_MEAN || series->mark == MARK_LIMIT;
    return phased && chart->rebase_count > 0 && last < chart->rebases[chart->rebase_count - 1].category;
}

bool plot_series_end_label(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                           struct end_label *label) {
    double from, to;
    if (!is_named_at_end(plot, series, group) || !point_last(series, group->first, group->count, &label->category) ||
        is_of_earlier_phase(plot->chart, series, label->category))
        return false;
    bool at_end = label->category + 1 == group->first + group->count;
    label->at_frame =
        series->mark == MARK_LEVEL || (at_end && (!series_is_data(series) || group_has_target(plot, group)));
    label->start = label->at_frame               ? frame_gap
                   : !series_is_data(series)     ? group->slot / 2 + frame_gap
                   : series->mark == MARK_COLUMN ? column_width(plot, series, group) / 2 + column_gap
                                                 : point_gap;
    if (!label->at_frame)
        label->start = fmax(label->start, gap_start(plot, group, label->category));
    label->height = series->points[label->category].value;
    if (series->mark == MARK_RANGE)
        label->height = (label->height + series->points[label->category].upto) / 2;
    if (series->mark == MARK_COLUMN && chart_column(plot->chart, series, label->category, &from, &to))
        label->height = (from + to) / 2;
    label->name = series->end_label != NULL ? series->end_label : series->name != NULL ? series->name : "";
    if (series->ended != NULL && group->kind == GROUP_PERIODS)
        label->name = arena_printf(plot->arena, "%s, %s", label->name, series->ended);
    label->value = plot_printed(plot, series, label->category);
    double name = lettering_width(plot->lettering, plot->note, label->name),
           value = lettering_width(plot->lettering, plot->bold, label->value);
    label->width = name + value;
    if (name > 0)
        label->width += lettering_width(plot->lettering, plot->note, " ");
    if (series->mark == MARK_COLUMN)
        label->width += SWATCH_WIDTH;
    return true;
}

bool plot_series_in_key(const struct plot *plot, const struct axis_panel *panel, const struct chart_series *series) {
    if (plot_panel(plot, series) != panel || !series_is_data(series) || series->name == NULL)
        return false;
    if (panel != plot->panels)
        return true;
    size_t columns = 0;
    for (size_t s = 0; s < plot->chart->series_count; s++)
        columns += plot->chart->series[s].mark == MARK_COLUMN && !plot->chart->series[s].second_axis;
    return series->mark == MARK_COLUMN && !plot_is_stacked(plot) && (columns > 1 || plot->panel_count > 1);
}

bool plot_series_has_swatches(const struct plot *plot, const struct axis_panel *panel) {
    size_t count = 0;
    for (size_t s = 0; s < plot->chart->series_count; s++)
        count += plot_series_in_key(plot, panel, &plot->chart->series[s]);
    return count > 1;
}

double plot_series_key_width(const struct plot *plot, const struct chart_series *series) {
    return lettering_width(plot->lettering, plot->bold, series->name) + SWATCH_WIDTH + PLOT_KEY_GAP_PT;
}
