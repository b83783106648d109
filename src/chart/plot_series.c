#include "plot.h"

#include <stdio.h>
#include <string.h>

/* What of a series is told in a plot, and where. */

static const double key_gap = 12;
static const double point_gap = 7, frame_gap = 6, column_gap = 4; /* before a label */

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

static bool strip_has(const struct chart_series *series, const struct strip *strip) {
    size_t category;
    return point_last(series, strip->first, strip->count, &category);
}

/* True where a strip that says more of the latest has figures: months before all others, else the last. */
static bool is_later(const struct strip *strip, const struct strip *other) {
    bool months = strip->kind == GROUP_MONTHS, others_months = other->kind == GROUP_MONTHS;
    return months == others_months ? other > strip : others_months;
}

bool plot_latest(const struct plot *plot, const struct chart_series *series, const struct strip *strip,
                 size_t *category) {
    for (size_t i = 0; i < plot->strip_count; i++)
        if (is_later(strip, &plot->strips[i]) && strip_has(series, &plot->strips[i]))
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

/* Lines are named in their months, or in each group where they have none; what spans groups at its end. */
static bool is_named_at_end(const struct plot *plot, const struct chart_series *series, const struct strip *strip) {
    bool column = series->mark == MARK_COLUMN;
    if (series->mark == MARK_NEAR || (column && !plot_is_stacked(plot)) ||
        (!column && series_is_data(series) && plot_panel(plot, series) != &plot->panels[0]))
        return false;
    for (size_t i = 0; i < plot->strip_count; i++) {
        const struct strip *other = &plot->strips[i];
        bool spans = (column || series->mark == MARK_LEVEL) && other > strip;
        bool in_months = series->mark == MARK_LINE && is_later(strip, other) && other->kind != strip->kind;
        if ((spans || in_months) && strip_has(series, other))
            return false;
    }
    return true;
}

bool plot_end_label(const struct plot *plot, const struct chart_series *series, const struct strip *strip,
                    struct end_label *label) {
    double from, to;
    if (!is_named_at_end(plot, series, strip) || !point_last(series, strip->first, strip->count, &label->category))
        return false;
    bool at_end = label->category + 1 == strip->first + strip->count;
    label->at_frame =
        series->mark == MARK_LEVEL || (at_end && (!series_is_data(series) || strip_has_target(plot, strip)));
    label->start = label->at_frame               ? frame_gap
                   : !series_is_data(series)     ? strip->slot / 2 + frame_gap
                   : series->mark == MARK_COLUMN ? strip->slot * COLUMN_SHARE / 2 + column_gap
                                                 : point_gap;
    label->height = series->points[label->category].value;
    if (series->mark == MARK_COLUMN && chart_column(plot->chart, series, label->category, &from, &to))
        label->height = (from + to) / 2;
    label->name = series->end_label != NULL ? series->end_label : series->name != NULL ? series->name : "";
    label->value = plot_printed(plot, series, label->category);
    label->width = lettering_width(plot->lettering, FACE_TABLE, plot->note_pt, label->name) +
                   lettering_width(plot->lettering, FACE_TABLE_BOLD, plot->note_pt, label->value);
    if (label->name[0] != '\0')
        label->width += lettering_width(plot->lettering, FACE_TABLE, plot->note_pt, " ");
    if (series->mark == MARK_COLUMN)
        label->width += SWATCH_WIDTH;
    return true;
}

bool plot_in_key(const struct plot *plot, const struct panel *panel, const struct chart_series *series) {
    if (plot_panel(plot, series) != panel || !series_is_data(series) || series->name == NULL)
        return false;
    if (panel != plot->panels)
        return true;
    size_t columns = 0;
    for (size_t s = 0; s < plot->chart->series_count; s++)
        columns += plot->chart->series[s].mark == MARK_COLUMN && !plot->chart->series[s].second_axis;
    return series->mark == MARK_COLUMN && !plot_is_stacked(plot) && (columns > 1 || plot->panel_count > 1);
}

bool plot_has_swatches(const struct plot *plot, const struct panel *panel) {
    size_t count = 0;
    for (size_t s = 0; s < plot->chart->series_count; s++)
        count += plot_in_key(plot, panel, &plot->chart->series[s]);
    return count > 1;
}

double plot_key_width(const struct plot *plot, const struct chart_series *series) {
    return lettering_width(plot->lettering, FACE_TABLE_BOLD, plot->note_pt, series->name) + SWATCH_WIDTH + key_gap;
}

char *plot_tick(const struct panel *panel, int line, char *buffer) {
    scale_print(buffer, TICK_SIZE, scale_tick(&panel->scale, line), panel->scale.decimals);
    size_t length = strlen(buffer);
    if (line + 1 == panel->scale.lines && panel->unit != NULL)
        snprintf(buffer + length, TICK_SIZE - length, "%.*s", 24, panel->unit);
    return buffer;
}
