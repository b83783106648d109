#include "callout_internal.h"

#include <math.h>
#include <string.h>

#include "axis.h"
#include "control.h"
#include "fill.h"
#include "level.h"
#include "marks.h"
#include "text.h"
#include "words.h"

static const double descent = 0.16; /* of the size: what a line of lettering covers below its foot */
static const double key_row = 10, key_gap = 12;
static const double swatch_side = 6;

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
    return name_width(plot, callout) + (callout->swatch != NULL ? SWATCH_WIDTH : 0) +
           lettering_width(plot->lettering, FACE_TABLE_BOLD, callout->size_pt, callout->value);
}

void callout_move(const struct plot *plot, struct callout *callout, struct callout_spot spot) {
    double width = callout_width(plot, callout);
    callout->x = spot.side > 0 ? spot.x : spot.side < 0 ? spot.x - width : spot.x - width / 2;
    callout->baseline = spot.baseline;
    callout->box = (struct box){callout->x, spot.baseline - CALLOUT_ASCENT * callout->size_pt, callout->x + width,
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

/* Names of the series of a panel, one after the other above it, in as many rows as it has room for. */
static void add_names(struct callout_maker *maker, const struct panel *panel) {
    const struct plot *plot = maker->plot;
    bool swatches = plot_has_swatches(plot, panel), main = panel == plot->panels;
    double left = plot->strips[0].left + 2, x = left;
    double baseline = panel->top - 6 - (main ? key_row * (plot->key_rows - 1) : 0);
    for (size_t s = 0; s < plot->chart->series_count; s++) {
        const struct chart_series *series = &plot->chart->series[s];
        if (!plot_in_key(plot, panel, series))
            continue;
        struct callout callout = callout_make("", series->name, plot->note_pt, series->label_colour);
        callout.swatch = swatches ? series : NULL;
        if (main && x > left && x + plot_key_width(plot, series) > plot->width) {
            x = left;
            baseline += key_row;
        }
        callout.value = lettering_shorten(plot->lettering, plot->arena, FACE_TABLE_BOLD, plot->note_pt, series->name,
                                          plot->width - x - (swatches ? SWATCH_WIDTH : 0));
        callout_move(plot, &callout, (struct callout_spot){x, baseline, 1});
        if (callout.value[0] != '\0' && label_field_is_free(&maker->field, callout.box))
            callout_add(maker, callout);
        x = callout.box.right + key_gap;
    }
}

/* Levels before the last: on or under the line, at its start, its end or its middle. */
static void add_level(struct callout_maker *maker, const struct chart_series *series, const struct strip *strip,
                      const struct level *level) {
    const struct plot *plot = maker->plot;
    double y = plot_y(plot_panel(plot, series), level->value);
    double left = plot_x(strip, level->first) - strip->slot / 2 + 2,
           right = plot_x(strip, level->last) + strip->slot / 2 - 2;
    double above = y - 3, below = y + 3 + CALLOUT_ASCENT * plot->note_pt, middle = (left + right) / 2;
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

/* `[x] November 2014 to June 2015`. */
static const char *gap_months(const struct plot *plot, size_t first, size_t last) {
    const struct chart_category *categories = plot->chart->categories;
    if (plot->chart->gap_symbol == NULL || categories[first].long_label == NULL || categories[last].long_label == NULL)
        return NULL;
    if (first == last)
        return arena_printf(plot->arena, "%s %s", plot->chart->gap_symbol, categories[first].long_label);
    return words_format(plot->arena, plot->chart->words, WORD_CHART_GAP, "symbol", plot->chart->gap_symbol, "first",
                        categories[first].long_label, "last", categories[last].long_label, NULL);
}

struct gap_line {
    const char *words;
    double size_pt, drop_pt; /* from the baseline before it */
};

/* The lines of the note in the larger of two sizes that fits, and the months below it where they fit too. */
static size_t gap_lines(const struct plot *plot, size_t first, size_t last, double room, struct gap_line *lines) {
    const enum text_style styles[] = {STYLE_BODY, STYLE_NOTE};
    const char *words[NOTE_LINES];
    for (size_t i = 0; i < LENGTH(styles); i++) {
        double size = fmax(plot->theme->type[styles[i]].size_pt, plot->note_pt);
        size_t count = note_break(plot, plot->chart->gap_note, size, room, words);
        if (count == 0)
            continue;
        for (size_t line = 0; line < count; line++)
            lines[line] = (struct gap_line){words[line], size, line == 0 ? size : size * 1.3};
        const char *months = gap_months(plot, first, last);
        if (months != NULL && lettering_width(plot->lettering, FACE_TABLE, plot->note_pt, months) <= room)
            lines[count++] = (struct gap_line){months, plot->note_pt, plot->note_pt * 2};
        return count;
    }
    return 0;
}

/* The reason stands in the middle of the gap. */
static void add_gap_note(struct callout_maker *maker, const struct strip *strip, size_t first, size_t last) {
    const struct plot *plot = maker->plot;
    const struct panel *panel = &plot->panels[0];
    struct gap_line lines[NOTE_LINES + 1];
    size_t count = gap_lines(plot, first, last, (double)(last - first + 1) * strip->slot - 8, lines);
    double height = 0, x = (plot_x(strip, first) + plot_x(strip, last)) / 2;
    for (size_t i = 0; i < count; i++)
        height += lines[i].drop_pt;
    if (height > panel->bottom - panel->top - 4)
        return;
    double baseline = (panel->top + panel->bottom - height) / 2;
    for (size_t i = 0; i < count; i++) {
        struct callout callout = callout_make(lines[i].words, "", lines[i].size_pt, COLOUR_SECOND_TEXT);
        baseline += lines[i].drop_pt;
        callout.bare = true;
        callout_place(maker, callout, &(struct callout_spot){x, baseline, 0}, 1, true);
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
    callout_add_latest(&maker);
    callout_add_ends(&maker);
    control_add_callouts(&maker);
    add_levels(&maker);
    add_gap_notes(&maker);
    callout_add_values(&maker);
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

static void swatch_paint(cairo_t *cr, const struct plot *plot, const struct callout *callout) {
    double foot = callout->baseline - (0.7 * callout->size_pt - swatch_side) / 2;
    if (callout->swatch->mark != MARK_COLUMN) {
        marks_sample(cr, plot, callout->swatch, callout->x, foot - swatch_side / 2, swatch_side + 1);
        return;
    }
    cairo_rectangle(cr, callout->x, foot - swatch_side, swatch_side, swatch_side);
    fill_paint(cr, plot->theme, callout->swatch->fill, callout->swatch->colour, true);
}

void callout_list_paint(cairo_t *cr, const struct plot *plot, const struct callout_list *list) {
    for (size_t i = 0; i < list->count; i++) {
        const struct callout *callout = &list->items[i];
        double x = callout->x + (callout->swatch != NULL ? SWATCH_WIDTH : 0);
        if (callout->swatch != NULL)
            swatch_paint(cr, plot, callout);
        axis_set_colour(cr, plot, callout->colour);
        lettering_show(plot->lettering, cr, callout->name_face, callout->size_pt, x, callout->baseline, callout->name);
        lettering_show(plot->lettering, cr, FACE_TABLE_BOLD, callout->size_pt, x + name_width(plot, callout),
                       callout->baseline, callout->value);
    }
}
