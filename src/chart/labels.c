#include "labels.h"

#include "axis.h"
#include "chart_drawing.h"
#include "columns.h"
#include "ends.h"
#include "fill.h"
#include "gap_field.h"
#include "gap_note.h"
#include "ink.h"
#include "level.h"
#include "marks.h"
#include "plot_series.h"
#include "range_marks.h"
#include "values.h"
#include "words.h"

static const double swatch_side = 6;
static const double column_edge = 0.5; /* of a column, outside of it */

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

/* No figure stands between the names of a row, or so near behind them that it is read as one. */
static void keep_row_clear(struct callout_maker *maker, double left, double right, double baseline) {
    double size = maker->plot->note.size_pt;
    label_field_add_label(&maker->field, (struct box){left, baseline - LETTERING_ASCENT * size, right,
                                                      baseline + LETTERING_DESCENT * size});
}

/* Names of the series of a panel, one after the other above it, in as many rows as it has room for. */
static void add_names(struct callout_maker *maker, const struct axis_panel *panel) {
    const struct plot *plot = maker->plot;
    bool swatches = plot_series_has_swatches(plot, panel), main = panel == plot->panels;
    double left = plot->groups[0].left + 2, x = left;
    double baseline = panel->top - 6 - (main ? plot->key_lift + PLOT_KEY_ROW_PT * (plot->key_rows - 1) : 0);
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        const struct chart_series *series = &plot->chart->series[s];
        if (!plot_series_in_key(plot, panel, series))
            continue;
        struct callout callout = callout_make("", series->name, plot->note.size_pt, series->label_colour);
        callout.swatch = swatches ? series : NULL;
        if (main && x > left && x + plot_series_key_width(plot, series) > plot->width) {
            keep_row_clear(maker, left, x, baseline);
            x = left;
            baseline += PLOT_KEY_ROW_PT;
        }
        callout.value = lettering_shorten(plot->lettering, plot->arena, plot->bold, series->name,
                                          plot->width - x - (swatches ? SWATCH_WIDTH : 0));
        callout_move(plot, &callout, (struct callout_spot){x, baseline, 1});
        bool fits = callout.value[0] != '\0' && label_field_is_free(&maker->field, callout.box);
        maker->list.lacks |= !fits;
        if (fits)
            callout_add(maker, callout);
        x = callout.box.right + PLOT_KEY_GAP_PT;
    }
    keep_row_clear(maker, left, x, baseline);
}

/* Levels before the last: on or under the line, at its start, its end or its middle. */
static void add_level(struct callout_maker *maker, const struct chart_series *series, const struct axis_group *group,
                      const struct level *level) {
    const struct plot *plot = maker->plot;
    double y = plot_y(plot_scale(plot, group, series), level->value);
    double left = plot_left(group, level->first) + 2, right = plot_right(group, level->last) - 2;
    double above = y - 3, below = y + 3 + LETTERING_ASCENT * plot->note.size_pt, middle = (left + right) / 2;
    const struct callout_spot spots[] = {{left, above, 1},   {left, below, 1},   {right, above, -1},
                                         {right, below, -1}, {middle, above, 0}, {middle, below, 0}};
    const char *name = series->name != NULL ? series->name : "";
    const char *printed = plot_printed(plot, series, level->first);
    const char *words = name[0] == '\0' ? printed : arena_printf(plot->arena, "%s %s", name, printed);
    callout_place(maker, callout_make(words, "", plot->note.size_pt, series->label_colour),
                  (struct callout_spots){NULL, spots, LENGTH(spots)});
}

static void add_levels(struct callout_maker *maker) {
    const struct plot *plot = maker->plot;
    for (size_t s = 0; s < plot->chart->series_count; s++)
        for (size_t i = 0; i < plot->group_count; i++) {
            const struct chart_series *series = &plot->chart->series[s];
            if (series->mark != MARK_TARGET)
                continue;
            size_t count;
            const struct level *levels =
                level_list(plot->arena, series, plot->groups[i].first, plot->groups[i].count, &count);
            for (size_t level = 0; level + 1 < count; level++)
                add_level(maker, series, &plot->groups[i], &levels[level]);
        }
}

static bool group_is_empty(const struct plot *plot, const struct axis_group *group) {
    size_t found;
    for (size_t s = 0; s < plot->chart->series_count; s++)
        if (series_is_data(&plot->chart->series[s]) &&
            point_last(&plot->chart->series[s], group->first, group->count, &found))
            return false;
    return true;
}

static void add_nothing(struct callout_maker *maker, const struct axis_group *group) {
    const struct plot *plot = maker->plot;
    const struct axis_panel *panel = &plot->panels[0];
    double middle = (group->left + group->right) / 2, height = panel->bottom - panel->top;
    const struct callout_spot spots[] = {{middle, panel->top + height * 0.5, 0},
                                         {middle, panel->top + height * 0.75, 0},
                                         {middle, panel->top + height * 0.25, 0}};
    struct callout callout =
        callout_make(words_get(plot->chart->words, WORD_NO_FIGURES), "", plot->note.size_pt, COLOUR_SECOND_TEXT);
    callout_place_anyhow(maker, callout, (struct callout_spots){NULL, spots, LENGTH(spots)});
}

struct callout_list labels_make(const struct plot *plot) {
    const struct chart_drawing *drawing = chart_drawing_of(plot->chart->kind);
    struct callout_maker maker = {.plot = plot};
    maker.field.arena = plot->arena;
    maker.field.bounds = (struct box){plot->groups[0].left - 1, 0, plot->width, plot->floor + 1};
    marks_fill_field(plot, &maker.field);
    axis_fill_field(plot, &maker.field);
    gap_fields_fill_field(plot, &maker.field);
    for (size_t i = 0; i < plot->panel_count; i++) {
        if (plot->panels[i].named)
            add_names(&maker, &plot->panels[i]);
    }
    ends_add_between(&maker);
    values_add_latest(&maker);
    ends_add_last(&maker);
    if (drawing->labels != NULL)
        drawing->labels(&maker);
    add_levels(&maker);
    gap_note_add(&maker);
    values_add(&maker);
    for (size_t i = 0; i < plot->group_count; i++)
        if (group_is_empty(plot, &plot->groups[i]))
            add_nothing(&maker, &plot->groups[i]);
    return maker.list;
}

/* Against the turn of cairo's rectangles, so that it is no part of one round it. */
static void add_hole(cairo_t *cr, const struct box *box) {
    cairo_move_to(cr, box->left, box->top);
    cairo_line_to(cr, box->left, box->bottom);
    cairo_line_to(cr, box->right, box->bottom);
    cairo_line_to(cr, box->right, box->top);
    cairo_close_path(cr);
}

/* Adds the columns beside a label that its paper would cut into. */
static size_t add_neighbours(cairo_t *cr, const struct plot *plot, const struct box *paper) {
    double x = (paper->left + paper->right) / 2, y = (paper->top + paper->bottom) / 2;
    size_t count = 0;
    for (size_t s = 0; s < plot->chart->series_count; s++)
        for (size_t g = 0; g < plot->group_count && plot->chart->series[s].mark == MARK_COLUMN; g++) {
            const struct axis_group *group = &plot->groups[g];
            struct box box;
            for (size_t i = group->first; i < group->first + group->count; i++) {
                if (!column_box(plot, &plot->chart->series[s], group, i, &box) || box.left >= paper->right ||
                    box.right <= paper->left || box.top >= paper->bottom || box.bottom <= paper->top ||
                    (box.left <= x && x <= box.right && box.top <= y && y <= box.bottom))
                    continue;
                box.left -= column_edge;
                box.right += column_edge;
                box.top -= column_edge;
                add_hole(cr, &box);
                count++;
            }
        }
    return count;
}

/* The paper of a label, but for what would hide a part of a neighbour. */
static void back_paint(cairo_t *cr, const struct plot *plot, const struct box *paper) {
    bool clipped = add_neighbours(cr, plot, paper) > 0;
    if (clipped) {
        cairo_rectangle(cr, 0, 0, plot->width, plot->height);
        ink_begin_clip(cr);
    }
    cairo_rectangle(cr, paper->left, paper->top, paper->right - paper->left, paper->bottom - paper->top);
    plot_set_colour(cr, plot, range_marks_hold(plot, *paper) ? COLOUR_TINT : COLOUR_WHITE);
    ink_fill(cr);
    if (clipped)
        ink_end_clip(cr);
}

void labels_paint_backs(cairo_t *cr, const struct plot *plot, const struct callout_list *labels) {
    for (size_t i = 0; i < labels->count; i++) {
        const struct callout *label = &labels->items[i];
        struct box paper = label->box;
        paper.left -= CALLOUT_PAPER;
        paper.right += CALLOUT_PAPER;
        if (!label->bare)
            back_paint(cr, plot, &paper);
    }
}

static void swatch_paint(cairo_t *cr, const struct plot *plot, const struct callout *callout) {
    double foot = callout->baseline - (0.7 * callout->size_pt - swatch_side) / 2;
    if (callout->swatch->mark == MARK_POINT) {
        const struct mark at = {callout->x + swatch_side / 2, foot - swatch_side / 2};
        marks_point(cr, plot, callout->swatch, at, swatch_side * 0.4);
        return;
    }
    if (callout->swatch->mark != MARK_COLUMN) {
        marks_sample(cr, plot, callout->swatch, callout->x, foot - swatch_side / 2, swatch_side + 1);
        return;
    }
    cairo_rectangle(cr, callout->x, foot - swatch_side, swatch_side, swatch_side);
    fill_paint(cr, plot->theme, callout->swatch->fill, callout->swatch->colour, true);
}

void labels_paint(cairo_t *cr, const struct plot *plot, const struct callout_list *labels) {
    for (size_t i = 0; i < labels->count; i++) {
        const struct callout *callout = &labels->items[i];
        double x = callout->x + (callout->swatch != NULL ? SWATCH_WIDTH : 0);
        if (callout->swatch != NULL)
            swatch_paint(cr, plot, callout);
        plot_set_colour(cr, plot, callout->colour);
        lettering_show(plot->lettering, cr, callout_style(callout, false), x, callout->baseline, callout->name);
        lettering_show(plot->lettering, cr, callout_style(callout, true), x + callout_name_width(plot, callout),
                       callout->baseline, callout->value);
    }
}
