#include "spc_marks.h"

#include "ink.h"
#include "level.h"

const double spc_marks_reach = 3.2;
static const double point_radius = 2.1;
static const double ring = 1.1; /* white, round a marker */
static const double least_slot_for_common = 4;

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static enum colour class_colour(enum spc_class class) {
    static const enum colour colours[SPC_CLASS_COUNT] = {
        [SPC_COMMON] = COLOUR_COMMON_CAUSE,  [SPC_IMPROVEMENT] = COLOUR_IMPROVEMENT, [SPC_CONCERN] = COLOUR_CONCERN,
        [SPC_NEITHER_HIGH] = COLOUR_NEITHER, [SPC_NEITHER_LOW] = COLOUR_NEITHER,
    };
    return colours[class];
}

void spc_marks_paint_line(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                          const struct axis_group *group) {
    static const struct {
        enum line line;
        double dash[2];
        int dashes;
    } looks[] = {[MARK_MEAN] = {LINE_SECOND, {0, 0}, 0},
                 [MARK_LIMIT] = {LINE_SECOND, {5, 2}, 2},
                 [MARK_NEAR] = {LINE_TABLE, {1, 2}, 2}};
    const struct axis_panel *panel = plot_panel(plot, series);
    size_t count;
    const struct level *levels = level_list(plot->arena, series, group->first, group->count, &count);
    for (size_t i = 0; i < count; i++) {
        double y = plot_y(panel, levels[i].value);
        cairo_move_to(cr, plot_left(group, levels[i].first), y);
        cairo_line_to(cr, plot_right(group, levels[i].last), y);
    }
    plot_set_colour(cr, plot, series->colour);
    cairo_set_line_width(cr, plot->theme->lines_pt[looks[series->mark].line]);
    cairo_set_dash(cr, looks[series->mark].dash, looks[series->mark].dashes, 0);
    ink_stroke(cr);
    cairo_set_dash(cr, NULL, 0, 0);
}

static void marker_path(cairo_t *cr, enum spc_class class, double x, double y, double radius) {
    double points[SPC_SHAPE_POINTS][2];
    size_t count = control_chart_shape(class, radius, points);
    cairo_new_sub_path(cr);
    for (size_t i = 0; i < count; i++)
        cairo_line_to(cr, x + points[i][0], y + points[i][1]);
    cairo_close_path(cr);
}

void spc_marks_paint_points(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                            const struct axis_group *group) {
    const struct axis_panel *panel = plot_panel(plot, series);
    size_t latest = 0;
    bool has_latest = plot_latest(plot, series, group, &latest);
    for (size_t i = group->first; i < group->first + group->count; i++) {
        double value;
        enum spc_class class = plot->chart->spc->classes[i];
        bool is_latest = has_latest && i == latest;
        if (!point_value(series, i, &value) ||
            (class == SPC_COMMON && !is_latest && group->slot < least_slot_for_common))
            continue;
        double radius = is_latest ? spc_marks_reach : point_radius, y = plot_y(panel, value);
        marker_path(cr, class, plot_x(group, i), y, radius);
        plot_set_colour(cr, plot, COLOUR_WHITE);
        cairo_set_line_width(cr, 2 * ring);
        ink_stroke_preserve(cr);
        plot_set_colour(cr, plot, class_colour(class));
        ink_fill(cr);
    }
}

/* The group that a rebase lies within; at the start of one there is nothing to mark. */
static const struct axis_group *rebase_group(const struct plot *plot, const struct chart_rebase *rebase) {
    for (size_t s = 0; s < plot->group_count; s++) {
        const struct axis_group *group = &plot->groups[s];
        if (rebase->category > group->first && rebase->category < group->first + group->count)
            return group;
    }
    return NULL;
}

void spc_marks_paint_rebases(cairo_t *cr, const struct plot *plot) {
    const struct chart *chart = plot->chart;
    plot_set_colour(cr, plot, COLOUR_AXIS);
    cairo_set_line_width(cr, plot->theme->lines_pt[LINE_SECTION]);
    for (size_t i = 0; i < chart->rebase_count; i++) {
        const struct axis_group *group = rebase_group(plot, &chart->rebases[i]);
        if (group == NULL)
            continue;
        double x = plot_left(group, chart->rebases[i].category);
        cairo_move_to(cr, x, plot->panels[0].top - 8);
        cairo_line_to(cr, x, plot->floor);
    }
    ink_stroke(cr);
}

static void add_reason(struct callout_maker *maker, const struct chart_rebase *rebase) {
    const struct plot *plot = maker->plot;
    const struct axis_group *group = rebase_group(plot, rebase);
    if (group == NULL || rebase->label == NULL)
        return;
    double x = plot_left(group, rebase->category), top = plot->panels[0].top;
    const struct callout_spot spots[] = {
        {x + 3, top - 3, 1}, {x - 3, top - 3, -1}, {x + 3, top + 7, 1}, {x - 3, top + 7, -1}};
    const char *words = lettering_shorten(plot->lettering, plot->arena, plot->note, rebase->label, plot->width - x - 3);
    callout_place_anyhow(maker, callout_make(words, "", plot->note.size_pt, COLOUR_SECOND_TEXT),
                         (struct callout_spots){NULL, spots, LENGTH(spots)});
}

/* Above and below a mean that lies at y: at the first period, and at each at which a label of that width ends within
 * its phase. */
static struct callout_spots mean_spots(const struct plot *plot, const struct level *level,
                                       const struct axis_group *group, double y, double width) {
    struct callout_spot *spots =
        arena_new_array(plot->arena, 2 * (level->last - level->first + 1), struct callout_spot);
    size_t count = 0;
    for (size_t i = level->first; i <= level->last; i++) {
        double left = plot_x(group, i);
        if (i > level->first && left + width > plot_right(group, level->last))
            break;
        spots[count++] = (struct callout_spot){left, y - 2.5, 1};
        spots[count++] = (struct callout_spot){left, y + 8, 1};
    }
    return (struct callout_spots){NULL, spots, count};
}

/* The last phase's mean is named at its end; the others' stand on their line. */
static void add_means(struct callout_maker *maker, const struct chart_series *series, const struct axis_group *group) {
    const struct plot *plot = maker->plot;
    size_t count;
    const struct level *levels = level_list(plot->arena, series, group->first, group->count, &count);
    for (size_t i = 0; i + 1 < count; i++) {
        const char *words = arena_printf(plot->arena, "%s %s", series->name == NULL ? "" : series->name,
                                         plot_printed(plot, series, levels[i].first));
        const struct callout mean = callout_make(words, "", plot->note.size_pt, series->label_colour);
        callout_place(maker, mean,
                      mean_spots(plot, &levels[i], group, plot_y(plot_panel(plot, series), levels[i].value),
                                 callout_width(plot, &mean)));
    }
}

void spc_marks_add_callouts(struct callout_maker *maker) {
    const struct chart *chart = maker->plot->chart;
    for (size_t i = 0; i < chart->rebase_count; i++)
        add_reason(maker, &chart->rebases[i]);
    for (size_t s = 0; s < chart->series_count; s++)
        for (size_t i = 0; i < maker->plot->group_count; i++)
            if (chart->series[s].mark == MARK_MEAN)
                add_means(maker, &chart->series[s], &maker->plot->groups[i]);
}
