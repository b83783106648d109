#include "gap_note.h"

#include <math.h>
#include <string.h>

#include "describe.h"
#include "gap_field.h"
#include "left_out.h"
#include "text.h"
#include "words.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

enum { NOTE_LINES = 3 };
static const double edge = 3;            /* of the panel, that a note keeps from */
static const double symbol_clear = 0.25; /* from both ends of a gap */
static const double label_clear = 3;     /* of a note, over and under it */
static const double line_pt = 9, above_notes = 5;
static const double away_step = 2; /* from the middle of its gap, where something is in the way of a note */

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

static const char *symbol_of(const struct plot *plot, const struct gap *gap) {
    return status_words[gap_status(plot, gap)].symbol;
}

static const char *periods_after(const struct plot *plot, const char *symbol, const struct gap *gap) {
    const struct chart *chart = plot->chart;
    const char *space = symbol[0] == '\0' ? "" : " ", *name = chart->categories[gap->first].long_label;
    if (gap->first == gap->last)
        return arena_printf(plot->arena, "%s%s%s", symbol, space, name == NULL ? "" : name);
    struct words_stretch stretch = describe_stretch(plot->arena, chart, gap->first, gap->last);
    const char *words =
        words_format(plot->arena, chart->words, word_per_grain(PER_GRAIN_CHART_GAP, chart->calendar.grain), "symbol",
                     symbol, "first", stretch.first, "last", stretch.last, NULL);
    return words + strspn(words, " ");
}

/* True where a gap with this reason has no room for its symbol: then none with it has one. */
static bool is_signless(const struct plot *plot, const struct axis_group *group, const struct gap *like) {
    struct gap gap;
    if (like->alone != NULL && like->alone->mark != MARK_COLUMN)
        return true;
    if (plot->notes == NULL || like->alone != NULL)
        return plot->notes != NULL && plot->notes->sets_signless;
    for (size_t from = group->first; gap_next(plot, group, NULL, from, &gap); from = gap.last + 1)
        if (plot->notes->signless[gap.first] && gap_is_like(plot, &gap, like))
            return true;
    return false;
}

static const char *sign_of(const struct plot *plot, const struct axis_group *group, const struct gap *gap) {
    return is_signless(plot, group, gap) ? "" : symbol_of(plot, gap);
}

struct gap_line {
    const char *words;
    double size_pt, drop_pt; /* from the baseline before it */
};

/* The lines of the reason in the larger of two sizes that fits, and the periods below it where they fit too, or their
 * symbol. */
static size_t gap_lines(const struct plot *plot, const struct axis_group *group, const struct gap *gap, double room,
                        struct gap_line *lines) {
    const enum text_style styles[] = {STYLE_BODY, STYLE_NOTE};
    const char *words[NOTE_LINES], *sign = sign_of(plot, group, gap),
                                   *reason = text_capital(plot->arena, gap_reason(plot, gap));
    for (size_t i = 0; i < LENGTH(styles); i++) {
        double size = fmax(plot->theme->type[styles[i]].size_pt, plot->note.size_pt);
        size_t count = note_break(plot, reason, (struct lettering_style){FACE_TABLE, size}, room, words);
        if (count == 0)
            continue;
        for (size_t line = 0; line < count; line++)
            lines[line] = (struct gap_line){words[line], size, line == 0 ? size : size * 1.3};
        const char *periods = periods_after(plot, sign, gap);
        if (lettering_width(plot->lettering, plot->note, periods) > room)
            periods = sign;
        if (periods[0] != '\0' && lettering_width(plot->lettering, plot->note, periods) <= room)
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

/* Half a note would say something else, a line through it hides what it says, and a label close by would be read on. */
static bool note_is_clear(const struct callout_maker *maker, const struct callout *callouts, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct box box = callouts[i].box, around = box;
        around.top -= label_clear;
        around.bottom += label_clear;
        if (!label_field_is_free(&maker->field, around) || label_field_cost(&maker->field, box, NULL) > 0)
            return false;
    }
    return true;
}

/* Lines stand in the middle of a gap, or as near to it as labels and lines there let them. False where they have no
 * room. */
static bool lines_place(struct callout_maker *maker, const struct axis_group *group, const struct gap *gap,
                        const struct gap_line *lines, size_t count) {
    const struct axis_panel *panel = gap->alone != NULL ? plot_panel(maker->plot, gap->alone) : &maker->plot->panels[0];
    struct callout callouts[NOTE_LINES + 1];
    const struct box box = gap_box(maker->plot, group, gap);
    double height = 0, x = (box.left + box.right) / 2;
    for (size_t i = 0; i < count; i++)
        height += lines[i].drop_pt;
    double middle = (panel->top + panel->bottom - height) / 2, most = middle - panel->top - edge;
    for (int step = 0; count > 0 && step * away_step <= 2 * most; step++) {
        double away = (step % 2 == 0 ? -away_step : away_step) * ((step + 1) / 2);
        note_make(maker->plot, lines, count, x, middle + away, callouts);
        if (!note_is_clear(maker, callouts, count))
            continue;
        for (size_t line = 0; line < count; line++)
            callout_add(maker, callouts[line]);
        return true;
    }
    return false;
}

static void symbol_place(struct callout_maker *maker, const struct axis_group *group, const struct gap *gap) {
    const struct plot *plot = maker->plot;
    struct gap_notes *notes = plot->notes;
    const struct gap_line line = {symbol_of(plot, gap), plot->note.size_pt, plot->note.size_pt};
    const struct box box = gap_box(plot, group, gap);
    double width = lettering_width(plot->lettering, plot->note, line.words) + 2 * symbol_clear;
    if (is_signless(plot, group, gap) || (width <= box.right - box.left && lines_place(maker, group, gap, &line, 1)) ||
        notes == NULL)
        return;
    *(gap->alone != NULL ? &notes->sets_signless : &notes->signless[gap->first]) = true;
    notes->missed = true;
}

static void gap_place(struct callout_maker *maker, const struct axis_group *group, const struct gap *gap) {
    const struct plot *plot = maker->plot;
    struct gap_notes *notes = plot->notes;
    struct gap_line lines[NOTE_LINES + 1];
    const struct box box = gap_box(plot, group, gap);
    bool below = notes != NULL && notes->below[gap->first];
    size_t count = below ? 0 : gap_lines(plot, group, gap, box.right - box.left - 4, lines);
    if (lines_place(maker, group, gap, lines, count))
        return;
    symbol_place(maker, group, gap);
    if (notes != NULL && !below)
        notes->below[gap->first] = notes->missed = true;
}

/* A column is too narrow for words, and a line that breaks has no place for any. */
static void set_place(struct callout_maker *maker, const struct axis_group *group, const struct gap *gap) {
    struct gap_notes *notes = maker->plot->notes;
    for (struct gap one = {gap->first, gap->first, gap->alone};
         gap->alone->mark == MARK_COLUMN && one.first <= gap->last; one.first++, one.last++)
        symbol_place(maker, group, &one);
    if (notes != NULL && !notes->sets)
        notes->sets = notes->missed = true;
}

void gap_note_add(struct callout_maker *maker) {
    const struct plot *plot = maker->plot;
    struct gap gap;
    for (size_t i = 0; i < plot->group_count; i++) {
        const struct axis_group *group = &plot->groups[i];
        for (size_t from = group->first; gap_next(plot, group, NULL, from, &gap); from = gap.last + 1)
            gap_place(maker, group, &gap);
        for (size_t s = 0; s < plot->chart->series_count; s++)
            for (size_t from = group->first; gap_next(plot, group, &plot->chart->series[s], from, &gap);
                 from = gap.last + 1)
                set_place(maker, group, &gap);
    }
}

struct gap_notes gap_notes_make(struct arena *arena, const struct chart *chart) {
    const char *earlier = left_out_words(arena, chart);
    return (struct gap_notes){.below = arena_new_array(arena, chart->category_count + 1, bool),
                              .signless = arena_new_array(arena, chart->category_count + 1, bool),
                              .earlier = earlier,
                              .missed = earlier[0] != '\0'};
}

static bool is_below(const struct plot *plot, const struct gap *gap) {
    return gap->alone != NULL || plot->notes->below[gap->first];
}

/* `[x] May 2018, August 2018 to October 2018: not available.` of all gaps told below that have the reason of one; of
 * one of several series with its name. */
static const char *sentence(const struct plot *plot, const struct axis_group *group, const struct gap *like) {
    const char *words = sign_of(plot, group, like), *separator = words[0] == '\0' ? "" : " ";
    struct gap gap;
    if (like->alone != NULL && like->alone->name != NULL) {
        words = arena_printf(plot->arena, "%s%s%s", words, separator, like->alone->name);
        separator = ", ";
    }
    for (size_t from = like->first; gap_next(plot, group, like->alone, from, &gap); from = gap.last + 1) {
        if (!is_below(plot, &gap) || !gap_is_like(plot, &gap, like))
            continue;
        words = arena_printf(plot->arena, "%s%s%s", words, separator, periods_after(plot, "", &gap));
        separator = ", ";
    }
    const char *reason = gap_reason(plot, like);
    return arena_printf(plot->arena, "%s: %s%s", words, reason, text_stop(reason));
}

/* True where an earlier gap of the group was told the reason already. */
static bool is_told(const struct plot *plot, const struct axis_group *group, const struct gap *like) {
    struct gap gap;
    for (size_t from = group->first; gap_next(plot, group, like->alone, from, &gap) && gap.first < like->first;
         from = gap.last + 1)
        if (is_below(plot, &gap) && gap_is_like(plot, &gap, like))
            return true;
    return false;
}

/* What is told below of a group, of one set of its columns or of none. */
static const char *sentences(const struct plot *plot, const struct axis_group *group, const struct chart_series *alone,
                             const char *text) {
    struct gap gap;
    for (size_t from = group->first; gap_next(plot, group, alone, from, &gap); from = gap.last + 1)
        if (is_below(plot, &gap) && !is_told(plot, group, &gap))
            text = arena_printf(plot->arena, "%s%s%s", text, text[0] == '\0' ? "" : " ", sentence(plot, group, &gap));
    return text;
}

/* Breaks words at their blanks into as many lines as they need. */
static void notes_break(const struct plot *plot, const char *text, struct gap_notes *notes) {
    size_t word_count;
    char **words = text_split(plot->arena, text, &word_count);
    notes->count = 0;
    notes->lines = arena_new_array(plot->arena, word_count + 1, const char *);
    for (size_t i = 0; i < word_count; i++) {
        const char **line = &notes->lines[notes->count == 0 ? 0 : notes->count - 1];
        const char *longer = notes->count == 0 ? words[i] : arena_printf(plot->arena, "%s %s", *line, words[i]);
        if (notes->count == 0 || lettering_width(plot->lettering, plot->note, longer) > plot->width)
            notes->lines[notes->count++] = words[i];
        else
            *line = longer;
    }
    notes->room_pt = notes->count == 0 ? 0 : above_notes + line_pt * (double)notes->count;
}

bool gap_notes_gather(const struct plot *plot, struct gap_notes *notes) {
    const char *text = "";
    if (!notes->missed)
        return false;
    notes->missed = false;
    for (size_t i = 0; i < plot->group_count; i++) {
        text = sentences(plot, &plot->groups[i], NULL, text);
        for (size_t s = 0; s < plot->chart->series_count; s++)
            text = sentences(plot, &plot->groups[i], &plot->chart->series[s], text);
    }
    const char *separator = text[0] == '\0' || notes->earlier[0] == '\0' ? "" : " ";
    notes_break(plot, arena_printf(plot->arena, "%s%s%s", text, separator, notes->earlier), notes);
    return true;
}

void gap_notes_paint(cairo_t *cr, const struct plot *plot) {
    double top = plot->height + above_notes;
    plot_set_colour(cr, plot, COLOUR_SECOND_TEXT);
    for (size_t i = 0; i < plot->notes->count; i++)
        lettering_show(plot->lettering, cr, plot->note, 0, top + line_pt * (double)(i + 1) - 2, plot->notes->lines[i]);
}
