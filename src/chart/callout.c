#include "callout_internal.h"

#include <math.h>
#include <string.h>

#include "axis.h"
#include "control.h"
#include "level.h"
#include "marks.h"
#include "text.h"
#include "words.h"

static const double ascent = 0.74, descent = 0.16; /* of the size: what a line of lettering covers */
static const double above_point = 4.5, above_column = 2.5;

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

struct callout callout_make(const char *name, const char *value, double size_pt, enum colour colour) {
    return (struct callout){
        .name = name, .value = value, .size_pt = size_pt, .name_face = FACE_TABLE, .colour = colour};
}

static double name_width(const struct plot *plot, const struct callout *callout) {
    double width = lettering_width(plot->lettering, callout->name_face, callout->size_pt, callout->name);
    if (callout->name[0] != '\0' && callout->value[0] != '\0')
        width += lettering_width(plot->lettering, callout->name_face, callout->size_pt, " ");
    return width;
}

double callout_width(const struct plot *plot, const struct callout *callout) {
    return name_width(plot, callout) +
           lettering_width(plot->lettering, FACE_TABLE_BOLD, callout->size_pt, callout->value);
}

void callout_move(const struct plot *plot, struct callout *callout, struct callout_spot spot) {
    double width = callout_width(plot, callout);
    callout->x = spot.side > 0 ? spot.x : spot.side < 0 ? spot.x - width : spot.x - width / 2;
    callout->baseline = spot.baseline;
    callout->box = (struct box){callout->x, spot.baseline - ascent * callout->size_pt, callout->x + width,
                                spot.baseline + descent * callout->size_pt};
}

void callout_add(struct callout_maker *maker, struct callout callout) {
    arena_append(maker->plot->arena, maker->list.items, maker->list.count, maker->list.capacity) = callout;
    label_field_add_label(&maker->field, callout.box);
}

bool callout_place(struct callout_maker *maker, struct callout callout, const struct callout_spot *spots, size_t count,
                   bool must) {
    struct callout best = callout;
    size_t fewest = SIZE_MAX;
    for (size_t i = 0; i < count && fewest > 0; i++) {
        callout_move(maker->plot, &callout, spots[i]);
        if (!label_field_is_free(&maker->field, callout.box))
            continue;
        size_t hits =
            label_field_lines_hit(&maker->field, callout.box) + label_field_columns_hit(&maker->field, callout.box);
        if (hits < fewest && (must || hits == 0)) {
            fewest = hits;
            best = callout;
        }
    }
    if (fewest == SIZE_MAX)
        return false;
    callout_add(maker, best);
    return true;
}

/* Names of the series of a panel, one after the other above it. */
static void add_names(struct callout_maker *maker, const struct panel *panel) {
    const struct plot *plot = maker->plot;
    double x = plot->strips[0].left + 2;
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        const struct chart_series *series = &plot->chart->series[s];
        bool line_in_main = series->mark == MARK_LINE && panel == &plot->panels[0];
        if (plot_panel(plot, series) != panel || !series_is_data(series) || line_in_main || series->name == NULL)
            continue;
        struct callout callout = callout_make("", series->name, plot->note_pt, series->label_colour);
        callout.value = lettering_shorten(plot->lettering, plot->arena, FACE_TABLE_BOLD, plot->note_pt, series->name,
                                          plot->width - x);
        callout_move(plot, &callout, (struct callout_spot){x, panel->top - 6, 1});
        if (callout.value[0] != '\0' && label_field_is_free(&maker->field, callout.box))
            callout_add(maker, callout);
        x = callout.box.right + 10;
    }
}

/* The top of a column and of those beside it. */
static double columns_top(const struct plot *plot, const struct chart_series *series, const struct strip *strip,
                          size_t category) {
    double top = INFINITY;
    size_t first = category > strip->first ? category - 1 : category;
    for (size_t i = first; i <= category + 1 && i < strip->first + strip->count; i++) {
        double value;
        if (point_value(series, i, &value))
            top = fmin(top, marks_column(plot, series, strip, i, value).top);
    }
    return top;
}

static bool column_label(struct callout_maker *maker, const struct chart_series *series, const struct strip *strip,
                         size_t category, bool latest) {
    const struct plot *plot = maker->plot;
    double value;
    if (!point_value(series, category, &value))
        return false;
    struct box box = marks_column(plot, series, strip, category, value);
    const char *printed = plot_printed(plot, series, category);
    double size = latest ? fmax(plot->theme->type[STYLE_TABLE].size_pt, plot->note_pt) : plot->note_pt;
    struct callout callout =
        callout_make(latest ? "" : printed, latest ? printed : "", size, latest ? series->label_colour : COLOUR_TEXT);
    double x = (box.left + box.right) / 2;
    double below = box.bottom + above_column + ascent * size, above = box.top - above_column;
    double clear = columns_top(plot, series, strip, category) - above_column;
    struct callout_spot spots[] = {{x, value < 0 ? below : above, 0}, {x, clear, 0}, {x, clear - 8, 0}};
    return callout_place(maker, callout, spots, value < 0 ? 1 : LENGTH(spots), latest);
}

/* True where every figure of a strip is as narrow as its slot. */
static bool values_fit(const struct plot *plot, const struct chart_series *series, const struct strip *strip) {
    for (size_t i = strip->first; i < strip->first + strip->count; i++) {
        double value;
        if (point_value(series, i, &value) &&
            lettering_width(plot->lettering, FACE_TABLE, plot->note_pt, plot_printed(plot, series, i)) + 1.5 >
                strip->slot)
            return false;
    }
    return true;
}

/* The first of the highest and of the lowest points of a strip; false where all are alike. */
static bool find_extremes(const struct chart_series *series, const struct strip *strip, size_t *highest,
                          size_t *lowest) {
    double high = -INFINITY, low = INFINITY;
    for (size_t i = strip->first; i < strip->first + strip->count; i++) {
        double value;
        if (!point_value(series, i, &value))
            continue;
        if (value > high) {
            high = value;
            *highest = i;
        }
        if (value < low) {
            low = value;
            *lowest = i;
        }
    }
    return high > low;
}

static void add_column_values(struct callout_maker *maker, const struct chart_series *series, const struct strip *strip,
                              size_t latest) {
    const struct plot *plot = maker->plot;
    size_t highest = 0, lowest = 0;
    if (values_fit(plot, series, strip)) {
        for (size_t i = strip->first; i < strip->first + strip->count; i++)
            if (i != latest)
                column_label(maker, series, strip, i, false);
    } else if (find_extremes(series, strip, &highest, &lowest)) {
        if (highest != latest)
            column_label(maker, series, strip, highest, false);
        if (lowest != latest)
            column_label(maker, series, strip, lowest, false);
    }
}

static void point_label(struct callout_maker *maker, const struct chart_series *series, const struct strip *strip,
                        size_t category, bool below_first) {
    const struct plot *plot = maker->plot;
    double value;
    if (!point_value(series, category, &value))
        return;
    double x = plot_x(strip, category), y = plot_y(plot_panel(plot, series), value);
    double above = y - above_point, below = y + above_point + ascent * plot->note_pt;
    double far = below_first ? below : above, middle = y + 0.355 * plot->note_pt;
    const struct callout_spot spots[] = {{x, far, 0},
                                         {x + 3, far, 1},
                                         {x - 3, far, -1},
                                         {x + 5, middle, 1},
                                         {x - 5, middle, -1},
                                         {x + 2, far + (below_first ? 3 : -3), 1},
                                         {x, far + (below_first ? 4 : -4), 0}};
    struct callout callout =
        callout_make(plot_printed(plot, series, category), "", plot->note_pt, series->label_colour);
    callout_place(maker, callout, spots, LENGTH(spots), false);
}

/* In a panel whose names stand above it the latest figure has no label at its end. */
static void latest_label(struct callout_maker *maker, const struct chart_series *series, const struct strip *strip,
                         size_t latest) {
    const struct plot *plot = maker->plot;
    double value, size = fmax(plot->theme->type[STYLE_TABLE].size_pt, plot->note_pt);
    if (!point_value(series, latest, &value))
        return;
    double x = plot_x(strip, latest), y = plot_y(plot_panel(plot, series), value);
    const struct callout_spot spots[] = {
        {x, y - 6, 0}, {x, y + 6 + ascent * size, 0}, {x - 6, y - 4, -1}, {x, y - 11, 0}};
    struct callout callout = callout_make("", plot_printed(plot, series, latest), size, series->label_colour);
    callout_place(maker, callout, spots, LENGTH(spots), true);
}

/* The figures that every chart tells: the latest of each picked series. */
static void add_latest(struct callout_maker *maker) {
    const struct plot *plot = maker->plot;
    for (size_t s = 0; s < plot->chart->series_count; s++)
        for (size_t i = 0; i < plot->strip_count; i++) {
            const struct chart_series *series = &plot->chart->series[s];
            size_t latest;
            if (!plot_latest(plot, series, &plot->strips[i], &latest))
                continue;
            if (series->mark == MARK_COLUMN)
                column_label(maker, series, &plot->strips[i], latest, true);
            else if (series->second_axis)
                latest_label(maker, series, &plot->strips[i], latest);
        }
}

static void add_extremes(struct callout_maker *maker) {
    const struct plot *plot = maker->plot;
    for (size_t s = 0; s < plot->chart->series_count; s++)
        for (size_t i = 0; i < plot->strip_count; i++) {
            const struct chart_series *series = &plot->chart->series[s];
            const struct strip *strip = &plot->strips[i];
            size_t latest = SIZE_MAX, highest = 0, lowest = 0;
            bool has_latest = plot_latest(plot, series, strip, &latest);
            if (series->mark == MARK_COLUMN && (has_latest || plot_picks(plot, series)))
                add_column_values(maker, series, strip, has_latest ? latest : SIZE_MAX);
            if (series->mark != MARK_LINE || !has_latest || !find_extremes(series, strip, &highest, &lowest))
                continue;
            if (highest != latest)
                point_label(maker, series, strip, highest, false);
            if (lowest != latest)
                point_label(maker, series, strip, lowest, true);
        }
}

/* Levels before the last: on or under the line, at its start, its end or its middle. */
static void add_level(struct callout_maker *maker, const struct chart_series *series, const struct strip *strip,
                      const struct level *level) {
    const struct plot *plot = maker->plot;
    double y = plot_y(plot_panel(plot, series), level->value);
    double left = plot_x(strip, level->first) - strip->slot / 2 + 2,
           right = plot_x(strip, level->last) + strip->slot / 2 - 2;
    double above = y - 3, below = y + 3 + ascent * plot->note_pt, middle = (left + right) / 2;
    const struct callout_spot spots[] = {{left, below, 1},   {left, above, 1},   {right, above, -1},
                                         {right, below, -1}, {middle, above, 0}, {middle, below, 0}};
    const char *name = series->name != NULL ? series->name : "";
    const char *printed = plot_printed(plot, series, level->first);
    const char *words = name[0] == '\0' ? printed : arena_printf(plot->arena, "%s %s", name, printed);
    callout_place(maker, callout_make(words, "", plot->note_pt, series->label_colour), spots, LENGTH(spots), true);
}

static void add_levels(struct callout_maker *maker) {
    const struct plot *plot = maker->plot;
    for (size_t s = 0; s < plot->chart->series_count; s++)
        for (size_t i = 0; i < plot->strip_count; i++) {
            const struct chart_series *series = &plot->chart->series[s];
            if (series->mark != MARK_TARGET)
                continue;
            size_t count;
            const struct level *levels =
                level_list(plot->arena, series, plot->strips[i].first, plot->strips[i].count, &count);
            for (size_t level = 0; level + 1 < count; level++)
                add_level(maker, series, &plot->strips[i], &levels[level]);
        }
}

enum { NOTE_LINES = 4 };

/* Breaks a note at its blanks into at most NOTE_LINES lines; 0 where it does not fit. */
static size_t note_break(const struct plot *plot, const char *note, double size_pt, double room, const char **lines) {
    size_t word_count, used = 0;
    char **words = text_split(plot->arena, note, &word_count);
    const char *line = NULL;
    for (size_t i = 0; i < word_count; i++) {
        const char *longer = line == NULL ? words[i] : arena_printf(plot->arena, "%s %s", line, words[i]);
        bool fits = lettering_width(plot->lettering, FACE_TABLE, size_pt, longer) <= room;
        if (!fits && (line == NULL || used + 1 == NOTE_LINES))
            return 0;
        if (!fits) {
            lines[used++] = line;
            longer = words[i];
            if (lettering_width(plot->lettering, FACE_TABLE, size_pt, longer) > room)
                return 0;
        }
        line = longer;
    }
    if (line != NULL)
        lines[used++] = line;
    return used;
}

/* The reason stands in the gap, a little above its middle, in the larger of two sizes that fits. */
static void add_gap_note(struct callout_maker *maker, const struct strip *strip, size_t first, size_t last) {
    const struct plot *plot = maker->plot;
    const enum text_style styles[] = {STYLE_BODY, STYLE_NOTE};
    const struct panel *panel = &plot->panels[0];
    double room = (double)(last - first + 1) * strip->slot - 8;
    for (size_t i = 0; i < LENGTH(styles); i++) {
        const char *lines[NOTE_LINES];
        double size = fmax(plot->theme->type[styles[i]].size_pt, plot->note_pt);
        double leading = size * 1.3;
        size_t count = note_break(plot, plot->chart->gap_note, size, room, lines);
        double height = leading * (double)count;
        if (count == 0 || height > panel->bottom - panel->top - 4)
            continue;
        double baseline = (panel->top + panel->bottom - height) / 2 + size;
        for (size_t line = 0; line < count; line++) {
            struct callout callout = callout_make(lines[line], "", size, COLOUR_SECOND_TEXT);
            callout.bare = true;
            struct callout_spot spot = {(plot_x(strip, first) + plot_x(strip, last)) / 2,
                                        baseline + leading * (double)line, 0};
            callout_place(maker, callout, &spot, 1, true);
        }
        return;
    }
}

static void add_gap_notes(struct callout_maker *maker) {
    const struct plot *plot = maker->plot;
    for (size_t s = 0; s < plot->strip_count && plot->chart->gap_note != NULL; s++) {
        const struct strip *strip = &plot->strips[s];
        size_t first, last = strip->first, widest_first = 0, widest = 0;
        for (size_t from = strip->first; axis_next_gap(plot, strip, from, &first, &last); from = last + 1)
            if (last - first + 1 > widest) {
                widest = last - first + 1;
                widest_first = first;
            }
        if (widest > 0)
            add_gap_note(maker, strip, widest_first, widest_first + widest - 1);
    }
}

static bool strip_is_empty(const struct plot *plot, const struct strip *strip) {
    size_t found;
    for (size_t s = 0; s < plot->chart->series_count; s++)
        if (series_is_data(&plot->chart->series[s]) &&
            point_last(&plot->chart->series[s], strip->first, strip->count, &found))
            return false;
    return true;
}

static void add_nothing(struct callout_maker *maker, const struct strip *strip) {
    const struct plot *plot = maker->plot;
    const struct panel *panel = &plot->panels[0];
    double middle = (strip->left + strip->right) / 2, height = panel->bottom - panel->top;
    const struct callout_spot spots[] = {{middle, panel->top + height * 0.5, 0},
                                         {middle, panel->top + height * 0.75, 0},
                                         {middle, panel->top + height * 0.25, 0}};
    struct callout callout =
        callout_make(words_get(plot->chart->words, WORD_NO_FIGURES), "", plot->note_pt, COLOUR_SECOND_TEXT);
    callout_place(maker, callout, spots, LENGTH(spots), true);
}

struct callout_list callout_list_make(const struct plot *plot) {
    struct callout_maker maker = {.plot = plot};
    maker.field.arena = plot->arena;
    maker.field.bounds = (struct box){0, 0, plot->width, plot->floor + 1};
    marks_fill_field(plot, &maker.field);
    for (size_t i = 0; i < plot->panel_count; i++) {
        if (plot->panels[i].named)
            add_names(&maker, &plot->panels[i]);
    }
    add_latest(&maker);
    callout_add_ends(&maker);
    control_add_callouts(&maker);
    add_levels(&maker);
    add_gap_notes(&maker);
    add_extremes(&maker);
    for (size_t i = 0; i < plot->strip_count; i++)
        if (strip_is_empty(plot, &plot->strips[i]))
            add_nothing(&maker, &plot->strips[i]);
    return maker.list;
}

void callout_list_paint_backs(cairo_t *cr, const struct plot *plot, const struct callout_list *list) {
    for (size_t i = 0; i < list->count; i++) {
        const struct box *box = &list->items[i].box;
        if (!list->items[i].bare)
            cairo_rectangle(cr, box->left - 0.5, box->top, box->right - box->left + 1, box->bottom - box->top);
    }
    axis_set_colour(cr, plot, COLOUR_WHITE);
    cairo_fill(cr);
}

void callout_list_paint(cairo_t *cr, const struct plot *plot, const struct callout_list *list) {
    for (size_t i = 0; i < list->count; i++) {
        const struct callout *callout = &list->items[i];
        axis_set_colour(cr, plot, callout->colour);
        lettering_show(plot->lettering, cr, callout->name_face, callout->size_pt, callout->x, callout->baseline,
                       callout->name);
        lettering_show(plot->lettering, cr, FACE_TABLE_BOLD, callout->size_pt, callout->x + name_width(plot, callout),
                       callout->baseline, callout->value);
    }
}
