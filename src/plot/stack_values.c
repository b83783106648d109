#include "stack_values.h"

#include <math.h>

#include "columns.h"
#include "plot_series.h"
#include "unit.h"
#include "value_list.h"

static const double above_stack = 2.5;

/* The figure of a part, in its middle; false where the part is too low for one. */
static bool part_figure(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                        size_t category, struct callout *figure, struct box *part) {
    if (!column_box(plot, series, group, category, part) || part->bottom - part->top < plot->note.size_pt + 2)
        return false;
    *figure = callout_make(plot_printed(plot, series, category), "", plot->note.size_pt, COLOUR_TEXT);
    *figure = value_inside(plot, series, *figure, *part);
    return true;
}

/* True where every figure of a series is narrow enough for its column. */
static bool values_fit(const struct plot *plot, const struct chart_series *series, const struct axis_group *group) {
    struct callout figure;
    struct box part;
    for (size_t i = group->first; i < group->first + group->count; i++)
        if (part_figure(plot, series, group, i, &figure, &part) && !value_fits_inside(plot, &figure, part))
            return false;
    return true;
}

/* Figures stand within the parts that are high enough; those of the last column stand beside it. */
static void add_parts(struct callout_maker *maker, const struct chart_series *series, const struct axis_group *group) {
    const struct plot *plot = maker->plot;
    struct end_label end;
    bool ends = plot_series_end_label(plot, series, group, &end);
    for (size_t i = group->first; i < group->first + group->count; i++) {
        struct callout figure;
        struct box part;
        if ((ends && i == end.category) || !part_figure(plot, series, group, i, &figure, &part))
            continue;
        if (label_field_is_free(&maker->field, figure.box) && label_field_cost_inside(&maker->field, figure.box) == 0)
            callout_add(maker, figure);
    }
}

/* What the columns of a category come to, over the highest of them, or below the lowest where all hang; false where
 * there are none. */
static bool total_of(const struct plot *plot, const struct axis_group *group, size_t category, struct value *total) {
    bool any = false;
    double x = 0, top = INFINITY, bottom = -INFINITY;
    bool hangs = true;
    *total = (struct value){0};
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        const struct chart_series *series = &plot->chart->series[s];
        struct box box;
        double value;
        if (series->mark != MARK_COLUMN || series->second_axis || !point_value(series, category, &value) ||
            !column_box(plot, series, group, category, &box))
            continue;
        any = true;
        total->value += value;
        x = (box.left + box.right) / 2;
        top = fmin(top, box.top);
        bottom = fmax(bottom, box.bottom);
        hangs &= value < 0;
    }
    const char *words = unit_number(plot->arena, plot->chart->unit.is, total->value, plot->chart->decimals);
    total->callout = callout_make("", words, plot->note.size_pt, COLOUR_TEXT);
    total->mark = (struct mark){x, hangs ? bottom : top};
    double baseline = hangs ? bottom + above_stack + LETTERING_ASCENT * plot->note.size_pt : top - above_stack;
    total->spots[0] = (struct callout_spot){x, baseline, 0};
    total->count = total->at_mark = 1;
    return any;
}

static void add_totals(struct callout_maker *maker, const struct axis_group *group) {
    struct value_list list = {0};
    for (size_t i = group->first; i < group->first + group->count; i++) {
        struct value total;
        if (total_of(maker->plot, group, i, &total))
            value_list_add(maker->plot->arena, &list, total, false);
    }
    value_lists_place(maker, &list, 1);
}

void stack_values_add(struct callout_maker *maker, const struct axis_group *group) {
    const struct plot *plot = maker->plot;
    for (size_t s = 0; s < plot->chart->series_count; s++)
        if (plot->chart->series[s].mark == MARK_COLUMN && values_fit(plot, &plot->chart->series[s], group))
            add_parts(maker, &plot->chart->series[s], group);
    if (!chart_traits[plot->chart->kind].shares)
        add_totals(maker, group);
}
