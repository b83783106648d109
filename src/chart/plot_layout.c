#include "plot_layout.h"

#include <assert.h>
#include <math.h>

#include "columns.h"
#include "gap_note.h"
#include "plot_series.h"
#include "text.h"
#include "unit.h"

static const double least_type = 7;   /* nothing smaller in print */
static const double headroom = 10;    /* above a panel: a label over its highest mark */
static const double name_room = 5;    /* further, where names stand above it */
static const double label_row = 12.5; /* under the plot: tick and label */
static const double foot_row = 12;    /* brackets */
static const double panel_gap = 24;
static const double second_share = 0.355;         /* of the height that two panels have: 44 to 80 */
static const double near_key = 5, figure_row = 8; /* under the key: columns up to there have figures that meet it */
static const double next_line = 8.5;              /* of the names of categories */
static const double year_slot = 33, least_year_slot = 20;
static const double least_benchmark_slot = 22, greatest_benchmark_slot = 40;
static const double others_share = 0.5;  /* of the width: what stands beside periods has at most that much */
static const double periods_share = 0.5; /* of the width: frames beside that of periods give way until it has as much */
static const double tick_gap = 6;
static const double label_margin = 0.5; /* right of the longest */
static const double figure_gap = 4;     /* before a figure beside its column */
static const double under_level = 13;   /* a line that is nearer to the end of a column lets no figure between them */
static const double figure_apart = 3;   /* between figures of comparators */
static const double group_gap = 12;
static const double least_frame = 12;
static const double least_main = 30; /* of the height of the main panel: lower, ups and downs are not seen */

static void groups_make(struct plot *plot) {
    const struct chart *chart = plot->chart;
    struct chart_group whole;
    size_t group_count;
    const struct chart_group *groups = chart_groups(chart, &whole, &group_count);
    for (size_t i = 0; i < group_count && plot->group_count < PLOT_GROUPS; i++) {
        const struct chart_group *group = &groups[i];
        if (group->count == 0)
            continue;
        assert(group->first + group->count <= chart->category_count);
        plot->groups[plot->group_count++] = (struct axis_group){.first = group->first,
                                                                .count = group->count,
                                                                .title = group->title,
                                                                .kind = group->kind,
                                                                .apart = group->apart};
    }
}

/* Slots that do not grow: wide enough for the longest word below them. Years give way first: their names can be left
 * out in turn. */
static double wished_slot(const struct plot *plot, const struct axis_group *group, bool narrow) {
    double widest = 0;
    if (group->kind != GROUP_BENCHMARKS)
        return narrow ? least_year_slot : year_slot;
    for (size_t i = group->first; i < group->first + group->count; i++) {
        size_t count;
        const char *label = plot->chart->categories[i].label;
        char **words = text_split(plot->arena, label == NULL ? "" : label, &count);
        for (size_t word = 0; word < count; word++)
            widest = fmax(widest, lettering_width(plot->lettering, plot->note, words[word]));
    }
    return fmax(least_benchmark_slot, fmin(widest + 5, greatest_benchmark_slot));
}

/* Gives what the groups beside periods take. */
static double wish_slots(struct plot *plot, bool narrow) {
    double wished = 0;
    for (size_t i = 0; i < plot->group_count; i++) {
        struct axis_group *group = &plot->groups[i];
        group->slot = wished_slot(plot, group, narrow);
        wished += group->kind == GROUP_PERIODS ? 0 : group->slot * (double)group->count;
    }
    return wished;
}

/* The widest of the words below a group, or of the figures over it. */
static double widest_of(const struct plot *plot, const struct axis_group *group, bool figures) {
    double widest = 0;
    for (size_t i = group->first; i < group->first + group->count; i++) {
        size_t count = 0;
        const char *label = plot->chart->categories[i].label;
        char **words = figures ? NULL : text_split(plot->arena, label == NULL ? "" : plot_short_year(label), &count);
        for (size_t word = 0; word < count; word++)
            widest = fmax(widest, lettering_width(plot->lettering, plot->note, words[word]));
        for (size_t s = 0; s < plot->chart->series_count && figures; s++)
            if (plot_picks(plot, &plot->chart->series[s]) && plot->chart->series[s].points[i].present)
                widest = fmax(widest, lettering_width(plot->lettering, plot->note,
                                                      plot_printed(plot, &plot->chart->series[s], i)));
    }
    return widest;
}

/* The narrowest slot of a group beside periods: years are all named, if in short; comparators have room for their
 * words and their figures. */
static double least_slot(const struct plot *plot, const struct axis_group *group) {
    double words = widest_of(plot, group, false);
    if (group->kind == GROUP_BENCHMARKS)
        return fmin(group->slot, fmax(words, widest_of(plot, group, true)) + figure_apart);
    return fmin(group->slot, words + PLOT_YEAR_GAP);
}

/* Periods share what others leave; without periods all slots are alike. */
static void slots_make(struct plot *plot) {
    size_t periods = 0, others = 0;
    for (size_t i = 0; i < plot->group_count; i++)
        *(plot->groups[i].kind == GROUP_PERIODS ? &periods : &others) += plot->groups[i].count;
    double most = plot->width * others_share, even = (plot->width - 40) / (double)(others > 0 ? others : 1);
    double wished = wish_slots(plot, false);
    if (wished > most)
        wished = wish_slots(plot, true);
    for (size_t i = 0; i < plot->group_count; i++) {
        struct axis_group *group = &plot->groups[i];
        group->fixed = periods > 0 && group->kind != GROUP_PERIODS;
        group->slot = periods == 0    ? even
                      : wished > most ? fmax(group->slot * most / wished, least_slot(plot, group))
                                      : group->slot;
    }
}

/* Names of categories that are no periods stand on several lines where one is too wide. */
static int label_lines(const struct plot *plot) {
    const char *lines[PLOT_LABEL_LINES];
    int most = 1;
    for (size_t s = 0; s < plot->group_count; s++) {
        const struct axis_group *group = &plot->groups[s];
        for (size_t i = group->first; i < group->first + group->count && group->kind != GROUP_PERIODS; i++) {
            const char *label = plot->chart->categories[i].label;
            int count = label == NULL ? 1 : plot_label_break(plot, label, group->slot - 2, lines);
            most = count > most ? count : most;
        }
    }
    return most;
}

/* Titles of groups, and how much room they need more than one line has. */
static double more_titles(const struct plot *plot) {
    const char *lines[PLOT_LABEL_LINES];
    int most = 1;
    for (size_t s = 0; s < plot->group_count; s++)
        if (plot->groups[s].kind != GROUP_PERIODS && plot_group_is_titled(plot, &plot->groups[s])) {
            int count = plot_title_break(plot, &plot->groups[s], lines);
            most = count > most ? count : most;
        }
    return PLOT_LINE_PT * (most - 1);
}

static bool series_in_panel(const struct plot *plot, const struct chart_series *series,
                            const struct axis_panel *panel) {
    return plot_panel(plot, series) == panel;
}

static void panel_scale(struct plot *plot, struct axis_panel *panel) {
    static const struct {
        double height;
        int min, max;
    } lines[] = {{110, 4, 6}, {70, 4, 5}, {26, 3, 4}, {-INFINITY, 2, 3}};
    size_t i = 0;
    while (panel->bottom - panel->top < lines[i].height)
        i++;
    bool main = panel == plot->panels;
    enum chart_axis axis = main ? CHART_AXIS_FIRST : panel == &plot->apart ? CHART_AXIS_APART : CHART_AXIS_SECOND;
    panel->empty = !chart_scale(plot->chart, axis, lines[i].min, lines[i].max, &panel->scale);
    if (main && plot->chart->scale.lines > 1)
        panel->scale = plot->chart->scale;
}

static bool has_foot(const struct plot *plot) {
    for (size_t s = 0; s < plot->group_count; s++)
        if (plot->groups[s].title != NULL)
            return true;
    for (size_t i = 0; i < plot->chart->category_count; i++)
        if (plot->chart->categories[i].bracket != NULL)
            return true;
    return false;
}

/* How many rows the key of the main panel takes: sets of columns, and what two panels show, have their names there. */
static int key_rows(const struct plot *plot) {
    double x = 0;
    int rows = 0;
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        const struct chart_series *series = &plot->chart->series[s];
        if (!plot_series_in_key(plot, &plot->panels[0], series))
            continue;
        double width = plot_series_key_width(plot, series);
        bool wraps = rows == 0 || x + width > plot->width - 40;
        rows += wraps;
        x = wraps ? width : x + width;
    }
    return rows;
}

static bool panels_make(struct plot *plot) {
    const struct chart *chart = plot->chart;
    plot->panel_count = 1;
    for (size_t s = 0; s < chart->series_count; s++)
        if (chart->series[s].second_axis)
            plot->panel_count = 2;
    plot->label_lines = label_lines(plot);
    plot->key_rows = key_rows(plot);
    bool two = plot->panel_count > 1;
    double key = plot->key_rows > 0 ? name_room + plot->key_lift + PLOT_KEY_ROW_PT * (plot->key_rows - 1) : 0;
    double top = headroom + (two ? name_room : key);
    plot->footed = has_foot(plot) && plot->height > 60;
    plot->foot = plot->height - label_row - (plot->footed ? foot_row + more_titles(plot) : 0);
    plot->floor = plot->foot - next_line * (plot->label_lines - 1);
    double room = plot->floor - top;
    struct axis_panel *panels = plot->panels;
    panels[0] =
        (struct axis_panel){.top = top, .bottom = plot->floor, .unit = chart->unit, .named = plot->key_rows > 0};
    if (two) {
        double second = (room - panel_gap) * second_share;
        panels[1] = (struct axis_panel){
            .top = top, .bottom = top + second, .unit = chart->second_unit, .named = true, .on_right = true};
        panels[0].top = top + second + panel_gap + (key > name_room ? key - name_room : 0);
    }
    for (size_t i = 0; i < plot->panel_count; i++) {
        if (panels[i].bottom - panels[i].top < (i == 0 ? least_main : least_frame))
            return false;
        panel_scale(plot, &panels[i]);
    }
    plot->apart = panels[0];
    panel_scale(plot, &plot->apart);
    return true;
}

static double ticks_width(const struct plot *plot, const struct axis_panel *panel) {
    double widest = 0;
    for (int i = 0; i < panel->scale.lines && !panel->empty; i++)
        widest = fmax(widest, lettering_width(plot->lettering, plot->note,
                                              unit_tick(plot->arena, panel->unit, &panel->scale, i)));
    return widest;
}

/* True where a figure over a column would stand beyond a line that the column does not reach. */
static bool is_under_level(const struct plot *plot, const struct axis_group *group, const struct chart_series *column,
                           size_t category) {
    struct box box;
    if (!column_box(plot, column, group, category, &box))
        return false;
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        const struct chart_series *series = &plot->chart->series[s];
        double value;
        if (series_is_data(series) || plot_panel(plot, series) != plot_panel(plot, column) ||
            !point_value(series, category, &value))
            continue;
        double height = plot_y(plot_scale(plot, group, series), value);
        if (height < box.top && height > box.top - under_level)
            return true;
    }
    return false;
}

/* The room right of a group's frame for the figure of its latest column, where that ends the group and is too narrow
 * for it, or lies close below a line: the figure then stands beside it. */
static double figure_overhang(const struct plot *plot, const struct axis_group *group) {
    double most = 0;
    for (size_t s = 0; s < plot->chart->series_count && !plot_is_stacked(plot); s++) {
        const struct chart_series *series = &plot->chart->series[s];
        size_t latest, place;
        if (series->mark != MARK_COLUMN || !plot_latest(plot, series, group, &latest) ||
            latest + 1 < group->first + group->count || column_sets(plot, series, group, &place) > 1)
            continue;
        struct lettering_style style = {FACE_TABLE_BOLD, plot_latest_pt(plot)};
        double width = lettering_width(plot->lettering, style, plot_printed(plot, series, latest));
        if (width > column_slot(plot, series, group) || is_under_level(plot, group, series, latest))
            most = fmax(most, width + figure_gap);
    }
    return most;
}

/* The last column of a group that a series' label from a category on keeps off, or that category itself: how far the
 * column reaches to the right of its middle is told. */
static size_t last_column(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                          size_t category, double *reach) {
    size_t last = category, found;
    *reach = 0;
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        const struct chart_series *other = &plot->chart->series[s];
        struct box box;
        if (other->mark != MARK_COLUMN || other->second_axis != series->second_axis ||
            !point_last(other, group->first, group->count, &found) || found < last ||
            !column_box(plot, other, group, found, &box))
            continue;
        last = found;
        *reach = box.right - plot_x(group, found) + figure_gap;
    }
    return last;
}

/* The room that labels need right of a group's frame when its slots are as wide as they are now. */
static double overhang(const struct plot *plot, const struct axis_group *group) {
    double most = figure_overhang(plot, group);
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        struct end_label label;
        const struct chart_series *series = &plot->chart->series[s];
        if (!plot_series_end_label(plot, series, group, &label))
            continue;
        double reach;
        size_t behind = last_column(plot, series, group, label.category, &reach);
        double inside = label.at_frame ? 0 : ((double)(group->first + group->count - behind) - 0.5) * group->slot;
        double ticks = series_in_panel(plot, series, &plot->panels[0]) ? 0 : plot->ticks_right;
        double start = label.at_frame ? label.start : fmax(label.start, reach);
        most = fmax(most, label.width + start + label_margin + ticks - inside);
    }
    return fmin(most, plot->width * 0.3);
}

struct shares {
    double left, right;
};

static struct shares shares_make(struct plot *plot) {
    struct shares shares = {.left = ticks_width(plot, plot_group_panel(plot, plot->groups, plot->panels))};
    shares.left += shares.left > 0 ? tick_gap : 0;
    if (plot->panel_count > 1)
        plot->ticks_right = ticks_width(plot, &plot->panels[1]);
    shares.right = plot->ticks_right > 0 ? plot->ticks_right + tick_gap : 0.5;
    shares.left = fmax(shares.left, plot->chart->edges.left_pt);
    if (plot->group_count < 2)
        shares.right = fmax(shares.right, plot->chart->edges.right_pt);
    return shares;
}

/* The room of the numbers left of a group that is not the first. */
static double ticks_before(const struct plot *plot, const struct axis_group *group) {
    return plot_group_has_ticks(plot, group) ? ticks_width(plot, plot_group_panel(plot, group, plot->panels)) : 0;
}

/* Frames beside that of periods give way where it has too small a share; gives the room that it has then. */
static double give_way(struct plot *plot, double room) {
    double lacks = plot->width * periods_share - room, spare = 0;
    for (size_t i = 0; i < plot->group_count; i++)
        if (plot->groups[i].fixed)
            spare += (plot->groups[i].slot - least_slot(plot, &plot->groups[i])) * (double)plot->groups[i].count;
    if (lacks <= 0 || spare <= 0)
        return room;
    double part = fmin(1, lacks / spare);
    for (size_t i = 0; i < plot->group_count; i++)
        if (plot->groups[i].fixed)
            plot->groups[i].slot -= part * (plot->groups[i].slot - least_slot(plot, &plot->groups[i]));
    return room + part * spare;
}

/* Periods end where those of charts above and below do; what stands beside them keeps to the right edge. */
static void share_edges(struct plot *plot, const struct shares *shares, double *columns) {
    struct axis_group *periods = &plot->groups[0];
    double rest = 0, right = plot->chart->edges.right_pt;
    for (size_t i = 1; i < plot->group_count; i++)
        rest += plot->groups[i].slot * (double)plot->groups[i].count + columns[i];
    if (right < rest + columns[0] || plot->group_count < 2 || periods->fixed)
        return;
    periods->slot = (plot->width - shares->left - right) / (double)periods->count;
    columns[0] = right - rest;
}

/* Slots and label columns depend on each other: a few rounds settle them. */
static bool groups_place(struct plot *plot) {
    struct shares shares = shares_make(plot);
    double columns[PLOT_GROUPS] = {0};
    for (int round = 0; round < 4; round++) {
        double room = plot->width - shares.left;
        size_t flexible = 0;
        for (size_t i = 0; i < plot->group_count; i++) {
            const struct axis_group *group = &plot->groups[i];
            bool last = i + 1 == plot->group_count;
            columns[i] = round == 0 ? 0 : overhang(plot, group);
            columns[i] = last ? fmax(columns[i], shares.right) : columns[i] + group_gap + ticks_before(plot, group + 1);
            room -= columns[i] + (group->fixed ? group->slot * (double)group->count : 0);
            flexible += group->fixed ? 0 : group->count;
        }
        room = flexible > 0 && round > 0 ? give_way(plot, room) : room;
        for (size_t i = 0; i < plot->group_count; i++)
            if (!plot->groups[i].fixed)
                plot->groups[i].slot = fmax(room, 0) / (double)flexible;
    }
    share_edges(plot, &shares, columns);
    double x = shares.left;
    for (size_t i = 0; i < plot->group_count; i++) {
        struct axis_group *group = &plot->groups[i];
        group->left = x;
        group->right = x + group->slot * (double)group->count;
        x = group->right + columns[i];
        if (group->right - group->left < least_frame)
            return false;
    }
    return plot->group_count > 0;
}

/* True where a column is so high that its figure would stand among the names above it and be read as one of them. */
static bool key_meets_figures(const struct plot *plot) {
    const struct axis_panel *panel = &plot->panels[0];
    double row = 0;
    for (size_t s = 0; s < plot->chart->series_count; s++)
        if (plot_series_in_key(plot, panel, &plot->chart->series[s]))
            row += plot_series_key_width(plot, &plot->chart->series[s]);
    double right = plot->groups[0].left + (plot->key_rows > 1 ? plot->width : row);
    for (size_t s = 0; s < plot->chart->series_count; s++)
        for (size_t i = 0; i < plot->group_count; i++) {
            const struct chart_series *series = &plot->chart->series[s];
            const struct axis_group *group = &plot->groups[i];
            struct box box;
            for (size_t k = group->first; k < group->first + group->count; k++)
                if (plot_series_in_key(plot, panel, series) && column_box(plot, series, group, k, &box) &&
                    box.left < right && box.top < panel->top + near_key && series->points[k].value > 0)
                    return true;
        }
    return false;
}

static bool parts_place(struct plot *plot) {
    return panels_make(plot) && groups_place(plot);
}

struct plot plot_layout_start(const struct chart_canvas *canvas, const struct chart *chart) {
    double note_pt = fmax(canvas->theme->type[STYLE_NOTE].size_pt, least_type);
    return (struct plot){.chart = chart,
                         .theme = canvas->theme,
                         .lettering = canvas->lettering,
                         .arena = canvas->arena,
                         .width = canvas->width_pt,
                         .height = canvas->height_pt,
                         .note = {FACE_TABLE, note_pt},
                         .bold = {FACE_TABLE_BOLD, note_pt}};
}

bool plot_layout_make(struct plot *plot, const struct chart_canvas *canvas, const struct chart *chart,
                      struct gap_notes *notes) {
    *plot = plot_layout_start(canvas, chart);
    plot->notes = notes;
    plot->height -= notes == NULL ? 0 : notes->room_pt;
    groups_make(plot);
    slots_make(plot);
    if (!parts_place(plot))
        return false;
    const struct plot close = *plot;
    plot->key_lift = key_meets_figures(plot) ? figure_row : 0;
    if (plot->key_lift > 0 && !parts_place(plot))
        *plot = close;
    return true;
}
