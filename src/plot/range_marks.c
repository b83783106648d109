#include "range_marks.h"

#include "ink.h"
#include "level.h"

/* The bands of a series in a group: a box for each stretch in which it stays the same. */
static struct box *bands_of(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                            size_t *count) {
    const struct level *levels = level_list(plot->arena, series, group->first, group->count, count);
    const struct axis_panel *panel = plot_scale(plot, group, series);
    struct box *bands = arena_new_array(plot->arena, *count + 1, struct box);
    for (size_t i = 0; i < *count; i++)
        bands[i] = (struct box){plot_left(group, levels[i].first), plot_y(panel, levels[i].upto),
                                plot_right(group, levels[i].last), plot_y(panel, levels[i].value)};
    return bands;
}

/* Calls back for each band of a chart, until one says that it is enough. */
static bool each_band(const struct plot *plot, bool (*take)(const struct box *band, void *context), void *context) {
    for (size_t s = 0; s < plot->chart->series_count; s++)
        for (size_t g = 0; g < plot->group_count && plot->chart->series[s].mark == MARK_RANGE; g++) {
            size_t count;
            const struct box *bands = bands_of(plot, &plot->chart->series[s], &plot->groups[g], &count);
            for (size_t i = 0; i < count; i++)
                if (take(&bands[i], context))
                    return true;
        }
    return false;
}

static bool add_path(const struct box *band, void *cr) {
    cairo_rectangle(cr, band->left, band->top, band->right - band->left, band->bottom - band->top);
    return false;
}

void range_marks_paint_bands(cairo_t *cr, const struct plot *plot) {
    each_band(plot, add_path, cr);
    plot_set_colour(cr, plot, COLOUR_TINT);
    ink_fill(cr);
}

void range_marks_paint_edges(cairo_t *cr, const struct plot *plot, const struct chart_series *series,
                             const struct axis_group *group) {
    size_t count;
    const struct box *bands = bands_of(plot, series, group, &count);
    for (size_t i = 0; i < count; i++) {
        cairo_move_to(cr, bands[i].left, bands[i].top);
        cairo_line_to(cr, bands[i].right, bands[i].top);
        cairo_move_to(cr, bands[i].left, bands[i].bottom);
        cairo_line_to(cr, bands[i].right, bands[i].bottom);
    }
    plot_set_colour(cr, plot, series->colour);
    cairo_set_line_width(cr, plot->theme->lines_pt[LINE_SECTION]);
    ink_stroke(cr);
}

void range_marks_fill_field(const struct plot *plot, const struct chart_series *series, const struct axis_group *group,
                            struct label_field *field) {
    size_t count;
    const struct box *bands = bands_of(plot, series, group, &count);
    for (size_t i = 0; i < count; i++) {
        label_field_add_level(field, (struct segment){bands[i].left, bands[i].top, bands[i].right, bands[i].top});
        label_field_add_level(field, (struct segment){bands[i].left, bands[i].bottom, bands[i].right, bands[i].bottom});
    }
}

static bool holds(const struct box *band, void *context) {
    const struct box *box = context;
    return band->left <= box->left && band->right >= box->right && band->top <= box->top && band->bottom >= box->bottom;
}

bool range_marks_hold(const struct plot *plot, struct box box) {
    return each_band(plot, holds, &box);
}
