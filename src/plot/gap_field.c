#include "gap_field.h"

#include <math.h>
#include <string.h>

#include "columns.h"
#include "ink.h"

static const double hatch_step = 5, hatch_width = 0.5;

/* Of the whole chart, or of one series where others have figures. */
static const char *reason_at(const struct plot *plot, const struct chart_series *alone, size_t category) {
    const char *reason = plot->chart->categories[category].gap_reason;
    if (alone == NULL)
        return reason;
    return alone->points == NULL || reason != NULL ? NULL : alone->points[category].gap_reason;
}

bool gap_next(const struct plot *plot, const struct axis_group *group, const struct chart_series *alone, size_t from,
              struct gap *gap) {
    size_t end = group->first + group->count;
    while (from < end && reason_at(plot, alone, from) == NULL)
        from++;
    if (group->kind != GROUP_PERIODS || from >= end)
        return false;
    *gap = (struct gap){from, from, alone};
    struct gap next = {from + 1, from + 1, alone};
    while (next.first < end && reason_at(plot, alone, next.first) != NULL && gap_is_like(plot, &next, gap)) {
        gap->last = next.first++;
        next.last++;
    }
    return true;
}

enum status gap_status(const struct plot *plot, const struct gap *gap) {
    return gap->alone == NULL ? plot->chart->categories[gap->first].gap_status
                              : gap->alone->points[gap->first].gap_status;
}

const char *gap_reason(const struct plot *plot, const struct gap *gap) {
    return gap->alone == NULL ? plot->chart->categories[gap->first].gap_reason
                              : gap->alone->points[gap->first].gap_reason;
}

bool gap_is_like(const struct plot *plot, const struct gap *gap, const struct gap *other) {
    return gap->alone == other->alone && gap_status(plot, gap) == gap_status(plot, other) &&
           strcmp(gap_reason(plot, gap), gap_reason(plot, other)) == 0;
}

struct box gap_box(const struct plot *plot, const struct axis_group *group, const struct gap *gap) {
    if (gap->alone != NULL)
        return column_place(plot, gap->alone, group, gap->first);
    return (struct box){plot_left(group, gap->first), plot->panels[0].top, plot_right(group, gap->last),
                        plot->panels[0].bottom};
}

static void hatch_paint(cairo_t *cr, const struct plot *plot, struct box box) {
    double height = box.bottom - box.top;
    cairo_rectangle(cr, box.left, box.top, box.right - box.left, height);
    ink_begin_clip(cr);
    for (double x = box.left - height; x < box.right; x += hatch_step) {
        cairo_move_to(cr, x, box.bottom);
        cairo_line_to(cr, x + height, box.top);
    }
    plot_set_colour(cr, plot, COLOUR_HAIRLINE);
    cairo_set_line_width(cr, hatch_width);
    ink_stroke(cr);
    ink_end_clip(cr);
}

void gap_field_paint(cairo_t *cr, const struct plot *plot, struct box box, enum status status) {
    plot_set_colour(cr, plot, COLOUR_GAP);
    cairo_rectangle(cr, box.left, box.top, box.right - box.left, box.bottom - box.top);
    ink_fill(cr);
    if (status == STATUS_SUPPRESSED)
        hatch_paint(cr, plot, box);
}

static void field_paint(cairo_t *cr, const struct plot *plot, const struct axis_group *group, const struct gap *gap,
                        const struct axis_panel *panel) {
    struct box box = gap_box(plot, group, gap);
    box.top = panel->top;
    box.bottom = panel->bottom;
    gap_field_paint(cr, plot, box, gap_status(plot, gap));
}

/* A set's own field in each category, since others stand between. A line that breaks has none: others go on there. */
static void set_paint(cairo_t *cr, const struct plot *plot, const struct axis_group *group, const struct gap *gap) {
    for (struct gap one = {gap->first, gap->first, gap->alone};
         gap->alone->mark == MARK_COLUMN && one.first <= gap->last; one.first++, one.last++)
        field_paint(cr, plot, group, &one, plot_panel(plot, gap->alone));
}

void gap_fields_fill_field(const struct plot *plot, struct label_field *field) {
    struct gap gap;
    for (size_t g = 0; g < plot->group_count; g++)
        for (size_t from = plot->groups[g].first; gap_next(plot, &plot->groups[g], NULL, from, &gap);
             from = gap.last + 1) {
            const struct box box = gap_box(plot, &plot->groups[g], &gap);
            for (size_t i = 0; i < plot->panel_count; i++)
                label_field_close(field,
                                  (struct box){box.left, plot->panels[i].top, box.right, plot->panels[i].bottom});
        }
}

void gap_fields_paint(cairo_t *cr, const struct plot *plot, const struct axis_group *group) {
    struct gap gap;
    for (size_t from = group->first; gap_next(plot, group, NULL, from, &gap); from = gap.last + 1)
        for (size_t i = 0; i < plot->panel_count; i++)
            field_paint(cr, plot, group, &gap, &plot->panels[i]);
    for (size_t s = 0; s < plot->chart->series_count; s++)
        for (size_t from = group->first; gap_next(plot, group, &plot->chart->series[s], from, &gap);
             from = gap.last + 1)
            set_paint(cr, plot, group, &gap);
}
