#include "gap_field.h"

#include <math.h>

static const double hatch_step = 5, hatch_width = 0.5, edge_width = 0.6;

/* True where no picked series has a figure. */
static bool is_empty(const struct plot *plot, size_t category) {
    double value;
    for (size_t s = 0; s < plot->chart->series_count; s++)
        if (plot_picks(plot, &plot->chart->series[s]) && point_value(&plot->chart->series[s], category, &value))
            return false;
    return true;
}

bool gap_next(const struct plot *plot, const struct axis_group *group, size_t from, struct gap *gap) {
    const struct chart_category *categories = plot->chart->categories;
    size_t end = group->first + group->count;
    while (from < end && (categories[from].gap_reason == NULL || !is_empty(plot, from)))
        from++;
    if (group->kind != GROUP_PERIODS || from >= end)
        return false;
    *gap = (struct gap){from, from};
    while (gap->last + 1 < end && category_same_gap(&categories[gap->last + 1], &categories[from]) &&
           is_empty(plot, gap->last + 1))
        gap->last++;
    return true;
}

double gap_left(const struct axis_group *group, const struct gap *gap) {
    return plot_x(group, gap->first) - group->slot / 2;
}

double gap_right(const struct axis_group *group, const struct gap *gap) {
    return plot_x(group, gap->last) + group->slot / 2;
}

static void hatch_paint(cairo_t *cr, const struct plot *plot, double left, double right,
                        const struct axis_panel *panel) {
    double height = panel->bottom - panel->top;
    cairo_save(cr);
    cairo_rectangle(cr, left, panel->top, right - left, height);
    cairo_clip(cr);
    for (double x = left - height; x < right; x += hatch_step) {
        cairo_move_to(cr, x, panel->bottom);
        cairo_line_to(cr, x + height, panel->top);
    }
    plot_set_colour(cr, plot, COLOUR_HAIRLINE);
    cairo_set_line_width(cr, hatch_width);
    cairo_stroke(cr);
    cairo_restore(cr);
}

/* Dashed where the data stop, and all round where there can be none. */
static void edges_paint(cairo_t *cr, const struct plot *plot, double left, double right, const struct axis_panel *panel,
                        bool outline) {
    static const double dash[] = {2, 2};
    double inset = outline ? edge_width / 2 : 0;
    if (outline)
        cairo_rectangle(cr, left + inset, panel->top, right - left - 2 * inset, panel->bottom - panel->top);
    else {
        cairo_move_to(cr, left, panel->top);
        cairo_line_to(cr, left, panel->bottom);
    }
    plot_set_colour(cr, plot, COLOUR_AXIS);
    cairo_set_line_width(cr, edge_width);
    cairo_set_dash(cr, dash, 2, 0);
    cairo_stroke(cr);
    cairo_set_dash(cr, NULL, 0, 0);
}

static void field_paint(cairo_t *cr, const struct plot *plot, const struct axis_group *group, const struct gap *gap) {
    enum status status = plot->chart->categories[gap->first].gap_status;
    double left = gap_left(group, gap), right = gap_right(group, gap);
    for (size_t i = 0; i < plot->panel_count; i++) {
        const struct axis_panel *panel = &plot->panels[i];
        plot_set_colour(cr, plot, status == STATUS_NOT_APPLICABLE ? COLOUR_WHITE : COLOUR_GAP);
        cairo_rectangle(cr, left, panel->top, right - left, panel->bottom - panel->top);
        cairo_fill(cr);
        if (status == STATUS_SUPPRESSED)
            hatch_paint(cr, plot, left, right, panel);
        edges_paint(cr, plot, left, right, panel, status == STATUS_NOT_APPLICABLE);
    }
}

void gap_fields_paint(cairo_t *cr, const struct plot *plot, const struct axis_group *group) {
    struct gap gap;
    for (size_t from = group->first; gap_next(plot, group, from, &gap); from = gap.last + 1)
        field_paint(cr, plot, group, &gap);
}
