#include "gap_note.h"

#include <math.h>

#include "axis.h"
#include "describe.h"
#include "text.h"
#include "words.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

enum { NOTE_LINES = 4 };
static const double edge = 3; /* of the panel, that a note keeps from */

/* Breaks a note at its blanks into at most NOTE_LINES lines; 0 where it does not fit. */
static size_t note_break(const struct plot *plot, const char *note, struct lettering_style style, double room,
                         const char **lines) {
    size_t word_count, used = 0;
    char **words = text_split(plot->arena, note, &word_count);
    const char *line = NULL;
    for (size_t i = 0; i < word_count; i++) {
        const char *longer = line == NULL ? words[i] : arena_printf(plot->arena, "%s %s", line, words[i]);
        bool fits = lettering_width(plot->lettering, style, longer) <= room;
        if (!fits && (line == NULL || used + 1 == NOTE_LINES))
            return 0;
        if (!fits) {
            lines[used++] = line;
            longer = words[i];
            if (lettering_width(plot->lettering, style, longer) > room)
                return 0;
        }
        line = longer;
    }
    if (line != NULL)
        lines[used++] = line;
    return used;
}

/* `[x] November 2014 to June 2015`. */
static const char *gap_periods(const struct plot *plot, size_t first, size_t last) {
    const struct chart_category *categories = plot->chart->categories;
    if (plot->chart->gap_symbol == NULL || categories[first].long_label == NULL || categories[last].long_label == NULL)
        return NULL;
    if (first == last)
        return arena_printf(plot->arena, "%s %s", plot->chart->gap_symbol, categories[first].long_label);
    struct words_stretch stretch = describe_stretch(plot->arena, plot->chart, first, last);
    return words_format(plot->arena, plot->chart->words,
                        word_per_grain(PER_GRAIN_CHART_GAP, plot->chart->calendar.grain), "symbol",
                        plot->chart->gap_symbol, "first", stretch.first, "last", stretch.last, NULL);
}

struct gap_line {
    const char *words;
    double size_pt, drop_pt; /* from the baseline before it */
};

/* The lines of the note in the larger of two sizes that fits, and the periods below it where they fit too. */
static size_t gap_lines(const struct plot *plot, size_t first, size_t last, double room, struct gap_line *lines) {
    const enum text_style styles[] = {STYLE_BODY, STYLE_NOTE};
    const char *words[NOTE_LINES];
    for (size_t i = 0; i < LENGTH(styles); i++) {
        double size = fmax(plot->theme->type[styles[i]].size_pt, plot->note.size_pt);
        size_t count = note_break(plot, plot->chart->gap_note, (struct lettering_style){FACE_TABLE, size}, room, words);
        if (count == 0)
            continue;
        for (size_t line = 0; line < count; line++)
            lines[line] = (struct gap_line){words[line], size, line == 0 ? size : size * 1.3};
        const char *periods = gap_periods(plot, first, last);
        if (periods != NULL && lettering_width(plot->lettering, plot->note, periods) <= room)
            lines[count++] = (struct gap_line){periods, plot->note.size_pt, plot->note.size_pt * 2};
        return count;
    }
    return 0;
}

/* Its lines from there downwards. */
static void note_make(const struct plot *plot, const struct gap_line *lines, size_t count, double x, double top,
                      struct callout *callouts) {
    double baseline = top;
    for (size_t i = 0; i < count; i++) {
        baseline += lines[i].drop_pt;
        callouts[i] = callout_make(lines[i].words, "", lines[i].size_pt, COLOUR_SECOND_TEXT);
        callouts[i].bare = true;
        callout_move(plot, &callouts[i], (struct callout_spot){x, baseline, 0});
    }
}

/* Half a note would say something else. */
static bool note_is_clear(const struct callout_maker *maker, const struct callout *callouts, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!label_field_is_free(&maker->field, callouts[i].box))
            return false;
    return true;
}

/* The reason stands in the middle of the gap, or where labels stand there at its foot or its head. */
static void gap_place(struct callout_maker *maker, const struct axis_group *group, size_t first, size_t last) {
    const struct plot *plot = maker->plot;
    const struct axis_panel *panel = &plot->panels[0];
    struct gap_line lines[NOTE_LINES + 1];
    struct callout callouts[NOTE_LINES + 1];
    size_t count = gap_lines(plot, first, last, (double)(last - first + 1) * group->slot - 8, lines);
    double height = 0, x = (plot_x(group, first) + plot_x(group, last)) / 2;
    for (size_t i = 0; i < count; i++)
        height += lines[i].drop_pt;
    if (height > panel->bottom - panel->top - 4)
        return;
    const double tops[] = {(panel->top + panel->bottom - height) / 2, panel->bottom - height - edge, panel->top + edge};
    for (size_t i = 0; i < LENGTH(tops); i++) {
        note_make(plot, lines, count, x, tops[i], callouts);
        if (!note_is_clear(maker, callouts, count))
            continue;
        for (size_t line = 0; line < count; line++)
            callout_add(maker, callouts[line]);
        return;
    }
}

void gap_note_add(struct callout_maker *maker) {
    const struct plot *plot = maker->plot;
    for (size_t s = 0; s < plot->group_count && plot->chart->gap_note != NULL; s++) {
        const struct axis_group *group = &plot->groups[s];
        size_t first, last = group->first, widest_first = 0, widest = 0;
        for (size_t from = group->first; axis_next_gap(plot, group, from, &first, &last); from = last + 1)
            if (last - first + 1 > widest) {
                widest = last - first + 1;
                widest_first = first;
            }
        if (widest > 0)
            gap_place(maker, group, widest_first, widest_first + widest - 1);
    }
}
