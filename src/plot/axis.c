#include "axis.h"

#include <math.h>
#include <string.h>

#include "axis_cut.h"
#include "columns.h"
#include "gap_field.h"
#include "ink.h"
#include "text.h"
#include "unit.h"

static const double tick_length = 2.5;
static const double bracket_drop = 13.7; /* from the base line */
static const double foot_baseline = 22;
static const double bracket_inset = 2;
static const double label_gap = 3;              /* between the names of categories */
static const double name_gap = 2;               /* between the names of brackets */
static const double least_slot_for_years = 1.5; /* below it the lines between years are no help */

static void line_across(cairo_t *cr, double left, double right, double y) {
    cairo_move_to(cr, left, y);
    cairo_line_to(cr, right, y);
}

/* A control chart has no grid: its lines are what figures are held against. */
static void grid_paint(cairo_t *cr, const struct plot *plot, const struct axis_panel *panel) {
    int most = panel->scale.lines > plot->apart.scale.lines ? panel->scale.lines : plot->apart.scale.lines;
    plot_set_colour(cr, plot, COLOUR_GRID);
    cairo_set_line_width(cr, plot->theme->lines_pt[LINE_HAIR]);
    for (int line = 0; line < most && plot->chart->spc == NULL; line++)
        for (size_t s = 0; s < plot->group_count; s++) {
            const struct axis_group *group = &plot->groups[s];
            const struct axis_panel *read = plot_group_panel(plot, group, panel);
            if (line < read->scale.lines)
                line_across(cr, group->left, group->right, plot_y(read, scale_tick(&read->scale, line)));
        }
    ink_stroke(cr);
}

/* The last category of the bracket that starts at first. */
static size_t bracket_end(const struct plot *plot, const struct axis_group *group, size_t first) {
    const struct chart_category *categories = plot->chart->categories;
    size_t last = first;
    while (last + 1 < group->first + group->count &&
           text_equal(categories[first].bracket, categories[last + 1].bracket))
        last++;
    return last;
}

static void dividers_paint(cairo_t *cr, const struct plot *plot, const struct axis_group *group) {
    static const double dash[] = {2, 2};
    plot_set_colour(cr, plot, COLOUR_HAIRLINE);
    cairo_set_line_width(cr, 0.5);
    cairo_set_dash(cr, dash, 2, 0);
    size_t end = group->first + group->count;
    for (size_t i = bracket_end(plot, group, group->first) + 1; i < end; i = bracket_end(plot, group, i) + 1) {
        double x = plot_left(group, i);
        cairo_move_to(cr, x, plot->panels[plot->panel_count - 1].top);
        cairo_line_to(cr, x, plot->floor);
    }
    ink_stroke(cr);
    cairo_set_dash(cr, NULL, 0, 0);
}

void axis_paint_ground(cairo_t *cr, const struct plot *plot) {
    for (size_t i = 0; i < plot->panel_count; i++)
        grid_paint(cr, plot, &plot->panels[i]);
    for (size_t s = 0; s < plot->group_count; s++) {
        const struct axis_group *group = &plot->groups[s];
        if (group->kind == GROUP_PERIODS && group->slot >= least_slot_for_years)
            dividers_paint(cr, plot, group);
        gap_fields_paint(cr, plot, group);
    }
}

/* A line of lettering round x, shortened to the room that it has. */
struct line_spot {
    double x, baseline, room;
};

static void show_centred(cairo_t *cr, const struct plot *plot, struct lettering_style style, struct line_spot spot,
                         const char *string) {
    const char *shown = lettering_shorten(plot->lettering, plot->arena, style, string, fmin(spot.room, plot->width));
    double width = lettering_width(plot->lettering, style, shown);
    double left = fmax(0, fmin(spot.x - width / 2, plot->width - width));
    lettering_show(plot->lettering, cr, style, left, spot.baseline, shown);
}

static double widest_label(const struct plot *plot, const struct axis_group *group, bool brief) {
    double widest = 0;
    for (size_t i = group->first; i < group->first + group->count; i++) {
        const char *label = plot->chart->categories[i].label;
        if (label != NULL)
            widest = fmax(widest, lettering_width(plot->lettering, plot->note, brief ? plot_short_year(label) : label));
    }
    return widest;
}

/* True where not all years have room in full: all of them are named in short then. */
static bool years_are_brief(const struct plot *plot) {
    for (size_t s = 0; s < plot->group_count; s++) {
        const struct axis_group *group = &plot->groups[s];
        bool of_years =
            group->kind == GROUP_PERIODS ? plot->chart->calendar.grain == GRAIN_YEAR : group->kind != GROUP_BENCHMARKS;
        if (of_years && group->count > 1 && widest_label(plot, group, false) + label_gap > group->slot)
            return true;
    }
    return false;
}

static const char *label_of(const struct plot *plot, const struct axis_group *group, size_t category) {
    const char *label = plot->chart->categories[category].label;
    return group->kind != GROUP_BENCHMARKS && years_are_brief(plot) ? plot_short_year(label) : label;
}

/* Every so many categories there is room for a label. */
static size_t label_interval(const struct plot *plot, const struct axis_group *group) {
    static const struct calendar years = {GRAIN_YEAR, 1};
    if (group->kind == GROUP_BENCHMARKS)
        return 1;
    double widest = widest_label(plot, group, years_are_brief(plot));
    const int *steps = calendar_steps(group->kind == GROUP_PERIODS ? plot->chart->calendar : years);
    double gap = group->kind == GROUP_PERIODS ? label_gap : PLOT_YEAR_GAP;
    size_t i = 0;
    while (i + 1 < CALENDAR_STEPS && widest + gap > steps[i] * group->slot)
        i++;
    return (size_t)steps[i];
}

/* The latest is named in bold. */
static bool is_latest(const struct plot *plot, const struct axis_group *group, size_t category) {
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        const struct chart_series *series = &plot->chart->series[s];
        size_t latest;
        if (plot_latest(plot, series, group, &latest) && latest == category)
            return true;
    }
    return false;
}

/* Of years each has a tick, so that those without a name are seen. */
static void category_ticks_paint(cairo_t *cr, const struct plot *plot, const struct axis_group *group, size_t first,
                                 size_t interval) {
    bool all = group->kind != GROUP_PERIODS || plot->chart->calendar.grain == GRAIN_YEAR;
    plot_set_colour(cr, plot, COLOUR_AXIS);
    cairo_set_line_width(cr, 0.5);
    for (size_t i = all ? group->first : first; i < group->first + group->count; i += all ? 1 : interval) {
        cairo_move_to(cr, plot_x(group, i), plot->floor);
        cairo_line_to(cr, plot_x(group, i), plot->floor + tick_length);
    }
    ink_stroke(cr);
}

static double line_step(const struct plot *plot) {
    return plot->label_lines > 1 ? (plot->foot - plot->floor) / (plot->label_lines - 1) : 0;
}

/* A period stands on one line, anything else on as many as it needs. */
static int category_lines(const struct plot *plot, const struct axis_group *group, size_t category,
                          const char **lines) {
    const char *label = label_of(plot, group, category);
    lines[0] = label;
    return group->kind == GROUP_PERIODS || label == NULL ? 1 : plot_label_break(plot, label, group->slot - 2, lines);
}

/* The name of a category below a place on its axis; of the latest in bold. */
static void category_paint(cairo_t *cr, const struct plot *plot, const struct axis_group *group, size_t category,
                           double x, double room) {
    struct line_spot spot = {x, plot->floor + tick_length + plot->note.size_pt, room};
    bool latest = is_latest(plot, group, category);
    const char *lines[PLOT_LABEL_LINES];
    int count = category_lines(plot, group, category, lines);
    plot_set_colour(cr, plot, latest ? COLOUR_BRAND : COLOUR_SECOND_TEXT);
    for (int i = 0; i < count && lines[0] != NULL; i++, spot.baseline += line_step(plot))
        show_centred(cr, plot, latest ? plot->bold : plot->note, spot, lines[i]);
}

/* Columns that stand for several categories each; NULL where there are none. */
static const struct chart_series *spanning_columns(const struct plot *plot, const struct axis_group *group) {
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        const struct chart_series *series = &plot->chart->series[s];
        if (series->mark == MARK_COLUMN && !series->second_axis && column_slot(plot, series, group) > group->slot)
            return series;
    }
    return NULL;
}

/* Below each column its name, between the ends of what it stands for. */
static void spans_paint(cairo_t *cr, const struct plot *plot, const struct axis_group *group,
                        const struct chart_series *series) {
    for (size_t i = group->first; i < group->first + group->count; i++) {
        if (!series->points[i].present && plot->chart->categories[i].gap_reason == NULL)
            continue;
        double middle = column_middle(plot, series, group, i), right = plot_right(group, i);
        for (int end = -1; end <= 1; end += 2) {
            cairo_move_to(cr, middle + end * (right - middle), plot->floor);
            cairo_line_to(cr, middle + end * (right - middle), plot->floor + tick_length);
        }
        plot_set_colour(cr, plot, COLOUR_AXIS);
        cairo_set_line_width(cr, 0.5);
        ink_stroke(cr);
        category_paint(cr, plot, group, i, middle, 2 * (right - middle));
    }
}

/* What is always named: of years the last, else the latest, or the first where there is none. */
static size_t named_category(const struct plot *plot, const struct axis_group *group) {
    if (group->kind != GROUP_PERIODS)
        return group->first + group->count - 1;
    for (size_t i = group->first + group->count; i > group->first; i--)
        if (is_latest(plot, group, i - 1))
            return i - 1;
    return group->first;
}

static void categories_paint(cairo_t *cr, const struct plot *plot, const struct axis_group *group) {
    const struct chart_series *spanning = spanning_columns(plot, group);
    if (spanning != NULL) {
        spans_paint(cr, plot, group, spanning);
        return;
    }
    size_t interval = label_interval(plot, group);
    double room = interval < group->count ? (double)interval * group->slot : group->right - group->left + group->slot;
    size_t first = group->first + (named_category(plot, group) - group->first) % interval;
    category_ticks_paint(cr, plot, group, first, interval);
    for (size_t i = first; i < group->first + group->count; i += interval)
        category_paint(cr, plot, group, i, plot_x(group, i), room - 2);
}

static double note_width(const struct plot *plot, const char *string) {
    return lettering_width(plot->lettering, plot->note, string);
}

/* The room between the groups beside one, within the chart. */
static double reach_left(const struct plot *plot, const struct axis_group *group) {
    return group == plot->groups ? 0 : (group[-1].right + group->left + name_gap) / 2;
}

static double reach_right(const struct plot *plot, const struct axis_group *group) {
    return group + 1 == plot->groups + plot->group_count ? plot->width : (group->right + group[1].left - name_gap) / 2;
}

/* Every bracket of a group with its name under its middle; a part of a year at an end of the group that is narrower
 * than its name lets it reach out there. */
static struct axis_bracket *all_brackets(const struct plot *plot, const struct axis_group *group, bool brief,
                                         size_t *count) {
    struct axis_bracket *brackets = arena_new_array(plot->arena, group->count, struct axis_bracket);
    size_t last, end = group->first + group->count;
    *count = 0;
    for (size_t i = group->first; i < end; i = last + 1) {
        last = bracket_end(plot, group, i);
        const char *name = plot->chart->categories[i].bracket;
        if (name == NULL)
            continue;
        if (brief)
            name = plot_short_year(name);
        double left = plot_left(group, i) + bracket_inset;
        double right = plot_right(group, last) - bracket_inset, width = note_width(plot, name);
        double at = (left + right - width) / 2;
        bool reaches = width > right - left;
        if (reaches && last + 1 == end && i > group->first)
            at = left;
        else if (reaches && i == group->first && last + 1 < end)
            at = right - width;
        at = fmax(reach_left(plot, group), fmin(at, reach_right(plot, group) - width));
        brackets[(*count)++] = (struct axis_bracket){name, left, right, at, at + width};
    }
    return brackets;
}

/* The names that stand beside one another, from left to right: those that reach into the one before are left out. */
static size_t keep_apart(struct axis_bracket *brackets, size_t count) {
    double reached = -INFINITY;
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (brackets[i].right <= brackets[i].left || brackets[i].name_left < reached)
            continue;
        reached = brackets[i].name_right + name_gap;
        brackets[kept++] = brackets[i];
    }
    return kept;
}

struct axis_bracket *axis_brackets(const struct plot *plot, const struct axis_group *group, size_t *count) {
    size_t all;
    struct axis_bracket *brackets = all_brackets(plot, group, false, &all);
    *count = keep_apart(brackets, all);
    if (*count == all)
        return brackets;
    struct axis_bracket *brief = all_brackets(plot, group, true, &all);
    size_t more = keep_apart(brief, all);
    if (more <= *count)
        return brackets;
    *count = more;
    return brief;
}

static void brackets_paint(cairo_t *cr, const struct plot *plot, const struct axis_group *group) {
    size_t count;
    const struct axis_bracket *brackets = axis_brackets(plot, group, &count);
    for (size_t i = 0; i < count; i++) {
        plot_set_colour(cr, plot, COLOUR_HAIRLINE);
        cairo_set_line_width(cr, 0.5);
        line_across(cr, brackets[i].left, brackets[i].right, plot->floor + bracket_drop);
        ink_stroke(cr);
        plot_set_colour(cr, plot, COLOUR_SECOND_TEXT);
        lettering_show(plot->lettering, cr, plot->note, brackets[i].name_left, plot->floor + foot_baseline,
                       brackets[i].name);
    }
}

/* Below the longest of its names, on as many lines as it needs. */
static void group_title_paint(cairo_t *cr, const struct plot *plot, const struct axis_group *group) {
    const char *lines[PLOT_LABEL_LINES];
    int most = 1;
    if (!plot_group_is_titled(plot, group))
        return;
    for (size_t i = group->first; i < group->first + group->count; i++) {
        int count = category_lines(plot, group, i, lines);
        most = count > most ? count : most;
    }
    plot_set_colour(cr, plot, COLOUR_SECOND_TEXT);
    struct line_spot spot = {(group->left + group->right) / 2,
                             plot->floor + foot_baseline + line_step(plot) * (most - 1),
                             group->right - group->left + PLOT_TITLE_EDGES};
    int count = plot_title_break(plot, group, lines);
    for (int i = 0; i < count; i++, spot.baseline += PLOT_LINE_PT)
        show_centred(cr, plot, plot->note, spot, lines[i]);
}

/* A number of a scale: where it starts, and its foot. */
struct tick {
    const char *words;
    double x, baseline;
};

static struct tick tick_make(const struct plot *plot, const struct axis_panel *panel, const struct axis_group *group,
                             int line) {
    struct tick tick = {.words = unit_tick(plot->arena, panel->unit, &panel->scale, line)};
    tick.baseline = plot_y(panel, scale_tick(&panel->scale, line)) + LETTERING_MIDDLE * plot->note.size_pt;
    tick.x = plot->groups[plot->group_count - 1].right + 4;
    if (!panel->on_right)
        tick.x = group->left - 6 - lettering_width(plot->lettering, plot->note, tick.words);
    return tick;
}

/* The numbers of the main scale stand at each group that has another than the one before it. */
static bool has_numbers(const struct plot *plot, const struct axis_panel *panel, const struct axis_group *group) {
    return panel->on_right ? group == plot->groups : plot_group_has_ticks(plot, group);
}

/* Calls back for each number of each scale. */
static void each_tick(const struct plot *plot, void (*take)(const struct plot *, const struct tick *, void *),
                      void *context) {
    for (size_t i = 0; i < plot->panel_count; i++)
        for (size_t s = 0; s < plot->group_count; s++) {
            const struct axis_group *group = &plot->groups[s];
            const struct axis_panel *panel = plot_group_panel(plot, group, &plot->panels[i]);
            for (int line = 0; line < panel->scale.lines && !panel->empty && has_numbers(plot, panel, group); line++) {
                struct tick tick = tick_make(plot, panel, group, line);
                take(plot, &tick, context);
            }
        }
}

static void keep_tick_clear(const struct plot *plot, const struct tick *tick, void *field) {
    label_field_add_label(field, (struct box){tick->x, tick->baseline - LETTERING_ASCENT * plot->note.size_pt,
                                              tick->x + lettering_width(plot->lettering, plot->note, tick->words),
                                              tick->baseline});
}

void axis_fill_field(const struct plot *plot, struct label_field *field) {
    each_tick(plot, keep_tick_clear, field);
}

static void tick_paint(const struct plot *plot, const struct tick *tick, void *cr) {
    lettering_show(plot->lettering, cr, plot->note, tick->x, tick->baseline, tick->words);
}

static void scales_paint(cairo_t *cr, const struct plot *plot) {
    plot_set_colour(cr, plot, COLOUR_SECOND_TEXT);
    each_tick(plot, tick_paint, cr);
}

static void base_paint(cairo_t *cr, const struct plot *plot) {
    plot_set_colour(cr, plot, COLOUR_AXIS);
    cairo_set_line_width(cr, 0.75);
    for (size_t s = 0; s < plot->group_count; s++) {
        const struct axis_panel *panel = plot_group_panel(plot, &plot->groups[s], plot->panels);
        line_across(cr, plot->groups[s].left, plot->groups[s].right, plot_base(panel));
    }
    ink_stroke(cr);
}

void axis_paint(cairo_t *cr, const struct plot *plot) {
    base_paint(cr, plot);
    for (size_t s = 0; s < plot->group_count; s++) {
        const struct axis_panel *panel = plot_group_panel(plot, &plot->groups[s], plot->panels);
        if (!panel->empty && plot_group_has_ticks(plot, &plot->groups[s]))
            axis_cut_paint(cr, plot, &panel->scale, plot->groups[s].left, panel->bottom);
    }
    scales_paint(cr, plot);
    for (size_t s = 0; s < plot->group_count; s++) {
        categories_paint(cr, plot, &plot->groups[s]);
        if (plot->footed) {
            brackets_paint(cr, plot, &plot->groups[s]);
            group_title_paint(cr, plot, &plot->groups[s]);
        }
    }
}
