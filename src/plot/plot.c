#include "plot.h"

#include <math.h>
#include <string.h>

#include "text.h"

void plot_set_colour(cairo_t *cr, const struct plot *plot, enum colour colour) {
    const struct rgb *rgb = &plot->theme->colours[colour];
    cairo_set_source_rgb(cr, rgb->red, rgb->green, rgb->blue);
}

const struct axis_panel *plot_panel(const struct plot *plot, const struct chart_series *series) {
    return &plot->panels[series->second_axis ? 1 : 0];
}

const struct axis_panel *plot_group_panel(const struct plot *plot, const struct axis_group *group,
                                          const struct axis_panel *panel) {
    return panel == plot->panels && group->apart ? &plot->apart : panel;
}

const struct axis_panel *plot_scale(const struct plot *plot, const struct axis_group *group,
                                    const struct chart_series *series) {
    return plot_group_panel(plot, group, plot_panel(plot, series));
}

bool plot_group_has_ticks(const struct plot *plot, const struct axis_group *group) {
    return group == plot->groups || group->apart != group[-1].apart;
}

double plot_x(const struct axis_group *group, size_t category) {
    return group->left + ((double)(category - group->first) + 0.5) * group->slot;
}

double plot_left(const struct axis_group *group, size_t category) {
    return plot_x(group, category) - group->slot / 2;
}

double plot_right(const struct axis_group *group, size_t category) {
    return plot_x(group, category) + group->slot / 2;
}

double plot_y(const struct axis_panel *panel, double value) {
    return panel->bottom - scale_part(&panel->scale, value) * (panel->bottom - panel->top);
}

double plot_base(const struct axis_panel *panel) {
    return scale_has_zero(&panel->scale) ? plot_y(panel, 0) : panel->bottom;
}

bool plot_is_stacked(const struct plot *plot) {
    return chart_traits[plot->chart->kind].stacked;
}

bool plot_picks(const struct plot *plot, const struct chart_series *series) {
    if (!series_is_data(series))
        return false;
    if (series->headline || !series->second_axis)
        return series->headline;
    for (size_t s = 0; s < plot->chart->series_count; s++)
        if (plot->chart->series[s].second_axis && series_is_data(&plot->chart->series[s]))
            return series == &plot->chart->series[s];
    return false;
}

bool plot_group_has(const struct axis_group *group, const struct chart_series *series) {
    size_t category;
    return point_last(series, group->first, group->count, &category);
}

bool plot_group_is_later(const struct axis_group *group, const struct axis_group *other) {
    bool periods = group->kind == GROUP_PERIODS, others_periods = other->kind == GROUP_PERIODS;
    return periods == others_periods ? other > group : others_periods;
}

bool plot_latest(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                 size_t *category) {
    for (size_t i = 0; i < plot->group_count; i++)
        if (plot_group_is_later(group, &plot->groups[i]) && plot_group_has(&plot->groups[i], series))
            return false;
    return plot_picks(plot, series) && point_last(series, group->first, group->count, category);
}

double plot_latest_pt(const struct plot *plot) {
    return fmax(plot->theme->type[STYLE_TABLE].size_pt, plot->note.size_pt);
}

const char *plot_printed(const struct plot *plot, const struct chart_series *series, size_t category) {
    return chart_printed(plot->arena, plot->chart, series, category);
}

const char *plot_short_year(const char *words) {
    return words != NULL && strspn(words, "0123456789") == 4 && words[4] == '/' ? words + 2 : words;
}

int plot_label_break(const struct plot *plot, const char *label, double room, const char **lines) {
    return lettering_break(plot->lettering, plot->arena, plot->note, label,
                           &(struct lettering_lines){.list = lines, .most = PLOT_LABEL_LINES, .width_pt = room});
}

bool plot_group_is_titled(const struct plot *plot, const struct axis_group *group) {
    return group->title != NULL && plot->chart->categories[group->first].bracket == NULL;
}

/* How far a title on one line reaches over each side of its group. */
static double title_reach(const struct plot *plot, const struct axis_group *group) {
    if (!plot_group_is_titled(plot, group))
        return 0;
    double width = lettering_width(plot->lettering, plot->note, group->title);
    return fmax(0, (width - group->slot * (double)group->count) / 2);
}

static bool is_on_one_line(const struct plot *plot, const struct axis_group *group) {
    double reach = title_reach(plot, group), most = PLOT_TITLE_EDGES / 2.0;
    bool meets_last = group > plot->groups && reach + title_reach(plot, group - 1) > most;
    bool meets_next = group + 1 < plot->groups + plot->group_count && reach + title_reach(plot, group + 1) > most;
    return reach <= most && !meets_last && !meets_next;
}

int plot_title_break(const struct plot *plot, const struct axis_group *group, const char **lines) {
    double width = group->slot * (double)group->count;
    double room = is_on_one_line(plot, group) ? INFINITY : width + PLOT_TITLE_EDGES / 2.0;
    return plot_label_break(plot, group->title, room, lines);
}
