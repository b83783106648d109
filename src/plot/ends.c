#include "ends.h"

#include <math.h>
#include <stdlib.h>

#include "level.h"
#include "plot_series.h"

/*
 * Labels at the ends of lines. Those whose widths overlap form a set, which is spread so that its labels stand a line
 * apart; where a level runs on through a set, its labels stay on their own side of it.
 */

enum { BARRIERS_MAX = 8, LONGEST_START = 12 /* from the end of a line to its label */ };
static const double end_gap = 9;     /* between the middles of two labels */
static const double base_gap = 1.5;  /* between the base line and a label above it */
static const double level_gap = 5.5; /* between a line and the middle of a label */
static const double line_free = 0.5; /* of a line, between a label and a figure */

struct end {
    struct callout callout;
    const struct chart_series *series;
    double y; /* middle of the label */
    double x, width;
    bool own_level; /* stands at the end of a level */
};

struct end_set {
    struct callout_maker *maker;
    const struct axis_group *group;
    const struct axis_panel *panel;
    struct end *ends;
    size_t count;
};

static int compare_x(const void *a, const void *b) {
    double left = ((const struct end *)a)->x, right = ((const struct end *)b)->x;
    return (left > right) - (left < right);
}

static int compare_y(const void *a, const void *b) {
    double left = ((const struct end *)a)->y, right = ((const struct end *)b)->y;
    return (left > right) - (left < right);
}

/* The middle of a label at a height. One that would reach out of the chart at its foot stands clear of the base line.
 */
static double end_middle(const struct plot *plot, double y) {
    double below = (LETTERING_MIDDLE + LETTERING_DESCENT) * plot->note.size_pt;
    return y + below > plot->floor + 1 ? plot->floor - base_gap - below : y;
}

static struct end end_make(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                           const struct axis_panel *panel, const struct end_label *label) {
    bool level = !series_is_data(series), column = series->mark == MARK_COLUMN;
    struct end end = {.series = series, .own_level = level};
    end.y = end_middle(plot, plot_y(plot_group_panel(plot, group, panel), label->height));
    end.x = (label->at_frame ? group->right : plot_x(group, label->category)) + label->start;
    if (label->at_frame && panel->on_right)
        end.x += plot->ticks_right;
    double room = (group + 1 < plot->groups + plot->group_count ? group[1].left : plot->width) - end.x;
    end.callout = callout_make(label->name, label->value, plot->note.size_pt, series->label_colour);
    end.callout.swatch = column ? series : NULL;
    end.width = label->width;
    if (end.width > room) {
        double value_width = lettering_width(plot->lettering, plot->bold, label->value);
        end.callout.name = lettering_shorten(plot->lettering, plot->arena, plot->note, label->name,
                                             room - value_width - 2 - (column ? SWATCH_WIDTH : 0));
        end.width = callout_width(plot, &end.callout);
    }
    return end;
}

/* True where a line parts the labels of a set. Beside the ends of levels, which have their own, these are lines that
 * end there without a label: one at their height would be read as theirs. */
static bool is_barrier(const struct end_set *set, const struct chart_series *series, bool beside_ends) {
    return !series_is_data(series) && plot_panel(set->maker->plot, series) == set->panel &&
           (!beside_ends || series->mark == MARK_NEAR);
}

/* Where levels run through a set of labels, or into it: their heights, ascending. */
static size_t find_barriers(const struct end_set *set, double left, double right, bool beside_ends, double *heights) {
    const struct plot *plot = set->maker->plot;
    size_t found = 0;
    left -= beside_ends ? LONGEST_START : 0;
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        const struct chart_series *series = &plot->chart->series[s];
        size_t count;
        if (!is_barrier(set, series, beside_ends))
            continue;
        const struct level *levels = level_list(plot->arena, series, set->group->first, set->group->count, &count);
        for (size_t i = 0; i < count && found + 1 < BARRIERS_MAX; i++) {
            const struct axis_panel *panel = plot_group_panel(plot, set->group, set->panel);
            if (plot_left(set->group, levels[i].first) >= right || plot_right(set->group, levels[i].last) <= left)
                continue;
            heights[found++] = plot_y(panel, levels[i].value);
            if (levels[i].upto != levels[i].value)
                heights[found++] = plot_y(panel, levels[i].upto);
        }
    }
    for (size_t i = 1; i < found; i++)
        for (size_t j = i; j > 0 && heights[j] < heights[j - 1]; j--) {
            double height = heights[j];
            heights[j] = heights[j - 1];
            heights[j - 1] = height;
        }
    return found;
}

/* Spreads labels between two heights that have room for them, closer where they are many. */
static void spread(struct end *ends, size_t count, double low, double high) {
    double *heights = memory_alloc((count + 1) * sizeof *heights), gap = end_gap;
    if (count > 1 && label_capacity(gap, low, high) < count)
        gap = fmax(0, high - low) / (double)(count - 1);
    for (size_t i = 0; i < count; i++)
        heights[i] = ends[i].y;
    label_spread(heights, count, gap, low, high);
    for (size_t i = 0; i < count; i++)
        ends[i].y = heights[i];
    free(heights);
}

/* The lowest that the middle of a label stands: all of it is within the chart. */
static double lowest(const struct end_set *set) {
    const struct plot *plot = set->maker->plot;
    double whole = plot->floor + 1 - (LETTERING_MIDDLE + LETTERING_DESCENT) * plot->note.size_pt;
    return fmin(set->panel->bottom + 1, whole);
}

/* Spreads the labels between each pair of levels that run through the set; false where one has not the room. */
static bool spread_between(const struct end_set *set, struct end *ends, size_t count, const double *barriers,
                           size_t barrier_count) {
    double low = set->panel->top - 4;
    size_t first = 0;
    struct end *moved = memory_alloc((count + 1) * sizeof *moved);
    bool fits = true;
    for (size_t i = 0; i < count; i++)
        moved[i] = ends[i];
    for (size_t b = 0; b <= barrier_count && fits; b++) {
        double high = b < barrier_count ? barriers[b] - level_gap : lowest(set);
        size_t next = first;
        while (next < count && (b == barrier_count || moved[next].y < barriers[b]))
            next++;
        fits = next == first || label_capacity(end_gap, low, high) >= next - first;
        if (fits)
            spread(moved + first, next - first, low, high);
        first = next;
        low = b < barrier_count ? barriers[b] + level_gap : low;
    }
    for (size_t i = 0; i < count && fits; i++)
        ends[i] = moved[i];
    free(moved);
    return fits;
}

/* Moves a label to a place, and gives what is in its way there: INFINITY where all is taken. */
static double place_cost(const struct end_set *set, struct callout *label, double x, double y) {
    const struct label_field *field = &set->maker->field;
    callout_move(set->maker->plot, label, (struct callout_spot){x, y + LETTERING_MIDDLE * label->size_pt, 1});
    return label_field_is_free(field, label->box) ? label_field_cost(field, label->box, NULL) : INFINITY;
}

/* A figure does not stand so close over or under a label that it is read as its other line. */
static void add_end(const struct end_set *set, struct callout label) {
    struct box box = label.box;
    double line = (LETTERING_ASCENT + LETTERING_DESCENT) * label.size_pt * line_free;
    callout_add(set->maker, label);
    label_field_close(&set->maker->field, (struct box){box.left, box.top - line, box.right, box.bottom + line});
}

/* Where something is in the way of its own place it moves up or down, as little as can be, or off columns. */
static void place(const struct end_set *set, const struct end *end) {
    static const double step = 1;
    double high = set->panel->top - 4, low = lowest(set), least = INFINITY;
    struct callout best = end->callout, tried = best;
    for (double away = 0; away <= low - high && least > 0; away += step)
        for (int way = 0; way < 4 && least > 0; way++) {
            double y = end->y + (way % 2 == 0 ? -away : away), x = end->x;
            if (y < high - step || y > low + step)
                continue;
            double cost = place_cost(set, &tried, x, y);
            if (way >= 2)
                cost = place_cost(set, &tried, label_field_right_of_columns(&set->maker->field, tried.box), y);
            if (cost < least) {
                least = cost;
                best = tried;
            }
        }
    if (least < INFINITY)
        add_end(set, best);
    set->maker->list.lacks |= least == INFINITY;
}

/* A set of labels whose widths overlap. */
static void settle(const struct end_set *set, struct end *ends, size_t count) {
    double left = INFINITY, right = 0, barriers[BARRIERS_MAX];
    bool own_level = false;
    for (size_t i = 0; i < count; i++) {
        left = fmin(left, ends[i].x);
        right = fmax(right, ends[i].x + ends[i].width);
        own_level |= ends[i].own_level;
    }
    qsort(ends, count, sizeof *ends, compare_y);
    size_t barrier_count = find_barriers(set, left, right, own_level, barriers);
    if (barrier_count == 0 || !spread_between(set, ends, count, barriers, barrier_count))
        spread(ends, count, set->panel->top - 4, lowest(set));
    for (size_t i = 0; i < count; i++)
        place(set, &ends[i]);
}

static void add_group_ends(struct callout_maker *maker, const struct axis_group *group,
                           const struct axis_panel *panel) {
    const struct plot *plot = maker->plot;
    struct end_set set = {.maker = maker, .group = group, .panel = panel};
    set.ends = arena_new_array(plot->arena, plot->chart->series_count + 1, struct end);
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        struct end_label label;
        const struct chart_series *series = &plot->chart->series[s];
        if (plot_panel(plot, series) == panel && plot_series_end_label(plot, series, group, &label))
            set.ends[set.count++] = end_make(plot, series, group, panel, &label);
    }
    qsort(set.ends, set.count, sizeof *set.ends, compare_x);
    for (size_t i = 0, first = 0; i < set.count; i++) {
        double right = 0;
        for (size_t j = first; j <= i; j++)
            right = fmax(right, set.ends[j].x + set.ends[j].width);
        if (i + 1 < set.count && set.ends[i + 1].x < right + 2)
            continue;
        settle(&set, set.ends + first, i + 1 - first);
        first = i + 1;
    }
}

static void add_groups(struct callout_maker *maker, size_t first, size_t end) {
    for (size_t s = first; s < end; s++)
        for (size_t i = 0; i < maker->plot->panel_count; i++)
            add_group_ends(maker, &maker->plot->groups[s], &maker->plot->panels[i]);
}

void ends_add_between(struct callout_maker *maker) {
    add_groups(maker, 0, maker->plot->group_count - 1);
}

void ends_add_last(struct callout_maker *maker) {
    add_groups(maker, maker->plot->group_count - 1, maker->plot->group_count);
}
