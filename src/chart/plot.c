#include "plot.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "level.h"
#include "text.h"

static const double least_type = 7;   /* nothing smaller in print */
static const double headroom = 10;    /* above a panel: a label over its highest mark */
static const double name_room = 5;    /* further, where names stand above it */
static const double label_row = 12.5; /* under the plot: tick and label */
static const double foot_row = 12;    /* brackets */
static const double panel_gap = 24;
static const double second_share = 0.355; /* of the height that two panels have: 44 to 80 */
static const double year_slot = 33;
static const double tick_gap = 6;
static const double point_gap = 7;      /* from a point to its label */
static const double label_margin = 0.5; /* right of the longest */
static const double strip_gap = 14;
static const double least_frame = 12;

static const struct chart_group *group_list(const struct chart *chart, struct chart_group *whole, size_t *count) {
    *whole = (struct chart_group){.count = chart->category_count, .months = true};
    *count = chart->group_count == 0 ? 1 : chart->group_count;
    return chart->group_count == 0 ? whole : chart->groups;
}

static void strips_make(struct plot *plot) {
    const struct chart *chart = plot->chart;
    struct chart_group whole;
    size_t group_count;
    const struct chart_group *groups = group_list(chart, &whole, &group_count);
    for (size_t i = 0; i < group_count && plot->strip_count < PLOT_STRIPS; i++) {
        const struct chart_group *group = &groups[i];
        if (group->count == 0)
            continue;
        assert(group->first + group->count <= chart->category_count);
        plot->strips[plot->strip_count++] = (struct strip){
            .first = group->first, .count = group->count, .title = group->title, .months = group->months};
    }
}

static bool series_in_panel(const struct plot *plot, const struct chart_series *series, const struct panel *panel) {
    return plot_panel(plot, series) == panel;
}

/* What the scale of a panel has to cover; false where there is nothing. */
static bool panel_range(const struct plot *plot, const struct panel *panel, struct scale_range *range) {
    bool found = false;
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        const struct chart_series *series = &plot->chart->series[s];
        if (!series_in_panel(plot, series, panel))
            continue;
        for (size_t i = 0; i < plot->chart->category_count; i++) {
            double value;
            if (!point_value(series, i, &value))
                continue;
            range->min = found ? fmin(range->min, value) : value;
            range->max = found ? fmax(range->max, value) : value;
            range->from_zero |= series->mark == MARK_COLUMN;
            found = true;
        }
    }
    return found;
}

static void panel_scale(struct plot *plot, struct panel *panel) {
    static const struct {
        double height;
        int min, max;
    } lines[] = {{110, 4, 6}, {70, 4, 5}, {36, 3, 4}, {-INFINITY, 2, 3}};
    size_t i = 0;
    while (panel->bottom - panel->top < lines[i].height)
        i++;
    struct scale_range range = {.from_zero = plot->chart->from_zero || panel != plot->panels,
                                .limit = text_equal(panel->unit, "%") ? 100 : INFINITY,
                                .decimals = plot->chart->decimals,
                                .lines_min = lines[i].min,
                                .lines_max = lines[i].max};
    panel->empty = !panel_range(plot, panel, &range);
    panel->scale = scale_make(range);
}

static bool has_foot(const struct plot *plot) {
    for (size_t s = 0; s < plot->strip_count; s++)
        if (plot->strips[s].title != NULL)
            return true;
    for (size_t i = 0; i < plot->chart->category_count; i++)
        if (plot->chart->categories[i].bracket != NULL)
            return true;
    return false;
}

/* More than one set of columns, or more than one panel, need names above them. */
static bool needs_names(const struct plot *plot) {
    size_t columns = 0;
    for (size_t s = 0; s < plot->chart->series_count; s++)
        columns += plot->chart->series[s].mark == MARK_COLUMN;
    return plot->panel_count > 1 || columns > 1;
}

static bool panels_make(struct plot *plot) {
    const struct chart *chart = plot->chart;
    plot->panel_count = 1;
    for (size_t s = 0; s < chart->series_count; s++)
        if (chart->series[s].second_axis)
            plot->panel_count = 2;
    bool named = needs_names(plot);
    double top = headroom + (named ? name_room : 0);
    plot->footed = has_foot(plot) && plot->height > 60;
    plot->floor = plot->height - label_row - (plot->footed ? foot_row : 0);
    double room = plot->floor - top;
    struct panel *panels = plot->panels;
    panels[0] = (struct panel){.top = top, .bottom = plot->floor, .unit = chart->unit, .named = named};
    if (plot->panel_count > 1) {
        double second = (room - panel_gap) * second_share;
        panels[1] = (struct panel){
            .top = top, .bottom = top + second, .unit = chart->second_unit, .named = true, .on_right = true};
        panels[0].top = top + second + panel_gap;
    }
    for (size_t i = 0; i < plot->panel_count; i++) {
        if (panels[i].bottom - panels[i].top < least_frame)
            return false;
        panel_scale(plot, &panels[i]);
    }
    return true;
}

static double ticks_width(const struct plot *plot, const struct panel *panel) {
    double widest = 0;
    char tick[TICK_SIZE];
    for (int i = 0; i < panel->scale.lines && !panel->empty; i++)
        widest = fmax(widest, lettering_width(plot->lettering, FACE_TABLE, plot->note_pt, plot_tick(panel, i, tick)));
    return widest;
}

/* The room that end labels need right of a strip's frame when its slots are as wide as they are now. */
static double overhang(const struct plot *plot, const struct strip *strip) {
    double most = 0;
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        struct end_label label;
        const struct chart_series *series = &plot->chart->series[s];
        if (!plot_end_label(plot, series, strip, &label))
            continue;
        double inside =
            label.at_frame ? 0 : ((double)(strip->first + strip->count - label.category) - 0.5) * strip->slot;
        double ticks = series_in_panel(plot, series, &plot->panels[0]) ? 0 : plot->ticks_right;
        most = fmax(most, label.width + point_gap + label_margin + ticks - inside);
    }
    return fmin(most, plot->width * 0.3);
}

struct shares {
    double fixed_slot; /* of strips that are not months, where there are months too */
    double left, right;
    bool mixed;
};

static struct shares shares_make(struct plot *plot) {
    struct shares shares = {.left = ticks_width(plot, &plot->panels[0])};
    shares.left += shares.left > 0 ? tick_gap : 0;
    if (plot->panel_count > 1)
        plot->ticks_right = ticks_width(plot, &plot->panels[1]);
    shares.right = plot->ticks_right > 0 ? plot->ticks_right + tick_gap : 0.5;
    size_t months = 0, others = 0;
    for (size_t i = 0; i < plot->strip_count; i++)
        *(plot->strips[i].months ? &months : &others) += plot->strips[i].count;
    shares.mixed = months > 0 && others > 0;
    shares.fixed_slot = others > 0 ? fmin(year_slot, plot->width * 0.35 / (double)others) : 0;
    return shares;
}

/* Slots and label columns depend on each other: a few rounds settle them. */
static bool strips_place(struct plot *plot) {
    struct shares shares = shares_make(plot);
    double columns[PLOT_STRIPS] = {0};
    for (int round = 0; round < 4; round++) {
        double room = plot->width - shares.left;
        size_t flexible = 0;
        for (size_t i = 0; i < plot->strip_count; i++) {
            struct strip *strip = &plot->strips[i];
            bool fixed = shares.mixed && !strip->months;
            bool last = i + 1 == plot->strip_count;
            columns[i] = round == 0 ? 0 : overhang(plot, strip);
            columns[i] = last ? fmax(columns[i], shares.right) : columns[i] + strip_gap;
            room -= columns[i] + (fixed ? shares.fixed_slot * (double)strip->count : 0);
            flexible += fixed ? 0 : strip->count;
        }
        for (size_t i = 0; i < plot->strip_count; i++) {
            bool fixed = shares.mixed && !plot->strips[i].months;
            plot->strips[i].slot = fixed || flexible == 0 ? shares.fixed_slot : fmax(room, 0) / (double)flexible;
        }
    }
    double x = shares.left;
    for (size_t i = 0; i < plot->strip_count; i++) {
        struct strip *strip = &plot->strips[i];
        strip->left = x;
        strip->right = x + strip->slot * (double)strip->count;
        x = strip->right + columns[i];
        if (strip->right - strip->left < least_frame)
            return false;
    }
    return plot->strip_count > 0;
}

bool plot_make(struct plot *plot, struct arena *arena, struct lettering *lettering, const struct theme *theme,
               const struct chart *chart, double width_pt, double height_pt) {
    *plot = (struct plot){.chart = chart,
                          .theme = theme,
                          .lettering = lettering,
                          .arena = arena,
                          .width = width_pt,
                          .height = height_pt,
                          .note_pt = fmax(theme->type[STYLE_NOTE].size_pt, least_type)};
    strips_make(plot);
    return panels_make(plot) && strips_place(plot);
}

const struct panel *plot_panel(const struct plot *plot, const struct chart_series *series) {
    return &plot->panels[series->second_axis ? 1 : 0];
}

double plot_x(const struct strip *strip, size_t category) {
    return strip->left + ((double)(category - strip->first) + 0.5) * strip->slot;
}

double plot_y(const struct panel *panel, double value) {
    return panel->bottom - scale_part(&panel->scale, value) * (panel->bottom - panel->top);
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

bool plot_latest(const struct plot *plot, const struct chart_series *series, const struct strip *strip,
                 size_t *category) {
    for (const struct strip *later = strip + 1; later < plot->strips + plot->strip_count; later++)
        if (point_last(series, later->first, later->count, category))
            return false;
    return plot_picks(plot, series) && point_last(series, strip->first, strip->count, category);
}

const char *plot_printed(const struct plot *plot, const struct chart_series *series, size_t category) {
    const struct chart_point *point = &series->points[category];
    if (point->printed != NULL && point->printed[0] != '\0')
        return point->printed;
    char buffer[TICK_SIZE];
    return arena_strdup(plot->arena, scale_print(buffer, sizeof buffer, point->value, plot->chart->decimals));
}

/* A target in the strip ends at the frame, or earlier where it was given up. */
static bool strip_has_target(const struct plot *plot, const struct strip *strip) {
    size_t last = strip->first + strip->count - 1;
    double value;
    for (size_t s = 0; s < plot->chart->series_count; s++)
        if (!series_is_data(&plot->chart->series[s]) && point_value(&plot->chart->series[s], last, &value))
            return true;
    return false;
}

bool plot_end_label(const struct plot *plot, const struct chart_series *series, const struct strip *strip,
                    struct end_label *label) {
    bool named_above = series_is_data(series) && plot_panel(plot, series) != &plot->panels[0];
    if (series->mark == MARK_COLUMN || series->mark == MARK_NEAR || named_above ||
        !point_last(series, strip->first, strip->count, &label->category))
        return false;
    bool at_end = label->category + 1 == strip->first + strip->count;
    label->at_frame =
        series->mark == MARK_LEVEL || (at_end && (!series_is_data(series) || strip_has_target(plot, strip)));
    label->name = series->end_label != NULL ? series->end_label : series->name != NULL ? series->name : "";
    label->value = plot_printed(plot, series, label->category);
    label->width = lettering_width(plot->lettering, FACE_TABLE, plot->note_pt, label->name) +
                   lettering_width(plot->lettering, FACE_TABLE_BOLD, plot->note_pt, label->value);
    if (label->name[0] != '\0')
        label->width += lettering_width(plot->lettering, FACE_TABLE, plot->note_pt, " ");
    return true;
}

char *plot_tick(const struct panel *panel, int line, char *buffer) {
    scale_print(buffer, TICK_SIZE, scale_tick(&panel->scale, line), panel->scale.decimals);
    size_t length = strlen(buffer);
    if (line + 1 == panel->scale.lines && panel->unit != NULL)
        snprintf(buffer + length, TICK_SIZE - length, "%.*s", 24, panel->unit);
    return buffer;
}
