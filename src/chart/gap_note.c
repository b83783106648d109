#include "gap_note.h"

#include <math.h>
#include <string.h>

#include "describe.h"
#include "gap_field.h"
#include "text.h"
#include "words.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

enum { NOTE_LINES = 3 };
static const double edge = 3; /* of the panel, that a note keeps from */
static const double line_pt = 9, above_notes = 5;

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
    return status_words[plot->chart->categories[gap->first].gap_status].symbol;
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

struct gap_line {
    const char *words;
    double size_pt, drop_pt; /* from the baseline before it */
};

/* The lines of the reason in the larger of two sizes that fits, and the periods below it where they fit too, or their
 * symbol. */
static size_t gap_lines(const struct plot *plot, const struct gap *gap, double room, struct gap_line *lines) {
    const enum text_style styles[] = {STYLE_BODY, STYLE_NOTE};
    const char *words[NOTE_LINES], *reason = text_capital(plot->arena, plot->chart->categories[gap->first].gap_reason);
    for (size_t i = 0; i < LENGTH(styles); i++) {
        double size = fmax(plot->theme->type[styles[i]].size_pt, plot->note.size_pt);
        size_t count = note_break(plot, reason, (struct lettering_style){FACE_TABLE, size}, room, words);
        if (count == 0)
            continue;
        for (size_t line = 0; line < count; line++)
            lines[line] = (struct gap_line){words[line], size, line == 0 ? size : size * 1.3};
        const char *periods = periods_after(plot, symbol_of(plot, gap), gap);
        if (lettering_width(plot->lettering, plot->note, periods) > room)
            periods = symbol_of(plot, gap);
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

/* Half a note would say something else. */
static bool note_is_clear(const struct callout_maker *maker, const struct callout *callouts, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!label_field_is_free(&maker->field, callouts[i].box))
            return false;
    return true;
}

/* Lines stand in the middle of a gap, or where labels stand there at its foot or its head. False where they have no
 * room. */
static bool lines_place(struct callout_maker *maker, const struct axis_group *group, const struct gap *gap,
                        const struct gap_line *lines, size_t count) {
    const struct axis_panel *panel = &maker->plot->panels[0];
    struct callout callouts[NOTE_LINES + 1];
    double height = 0, x = (gap_left(group, gap) + gap_right(group, gap)) / 2;
    for (size_t i = 0; i < count; i++)
        height += lines[i].drop_pt;
    const double tops[] = {(panel->top + panel->bottom - height) / 2, panel->bottom - height - edge, panel->top + edge};
    for (size_t i = 0; i < LENGTH(tops) && count > 0 && height <= panel->bottom - panel->top - 4; i++) {
        note_make(maker->plot, lines, count, x, tops[i], callouts);
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
    const struct gap_line line = {symbol_of(plot, gap), plot->note.size_pt, plot->note.size_pt};
    if (lettering_width(plot->lettering, plot->note, line.words) <= gap_right(group, gap) - gap_left(group, gap))
        lines_place(maker, group, gap, &line, 1);
}

static void gap_place(struct callout_maker *maker, const struct axis_group *group, const struct gap *gap) {
    const struct plot *plot = maker->plot;
    struct gap_notes *notes = plot->notes;
    struct gap_line lines[NOTE_LINES + 1];
    bool below = notes != NULL && notes->below[gap->first];
    size_t count = below ? 0 : gap_lines(plot, gap, gap_right(group, gap) - gap_left(group, gap) - 4, lines);
    if (lines_place(maker, group, gap, lines, count))
        return;
    symbol_place(maker, group, gap);
    if (notes != NULL && !below)
        notes->below[gap->first] = notes->missed = true;
}

void gap_note_add(struct callout_maker *maker) {
    const struct plot *plot = maker->plot;
    struct gap gap;
    for (size_t s = 0; s < plot->group_count; s++)
        for (size_t from = plot->groups[s].first; gap_next(plot, &plot->groups[s], from, &gap); from = gap.last + 1)
            gap_place(maker, &plot->groups[s], &gap);
}

struct gap_notes gap_notes_make(struct arena *arena, const struct chart *chart) {
    return (struct gap_notes){.below = arena_new_array(arena, chart->category_count + 1, bool)};
}

/* `[x] May 2018, August 2018 to October 2018: not available.` of all gaps told below that have the reason of one. */
static const char *sentence(const struct plot *plot, const struct axis_group *group, const struct gap *like) {
    const struct chart_category *categories = plot->chart->categories;
    const char *words = symbol_of(plot, like), *separator = words[0] == '\0' ? "" : " ";
    struct gap gap;
    for (size_t from = like->first; gap_next(plot, group, from, &gap); from = gap.last + 1) {
        if (!plot->notes->below[gap.first] || !category_same_gap(&categories[gap.first], &categories[like->first]))
            continue;
        words = arena_printf(plot->arena, "%s%s%s", words, separator, periods_after(plot, "", &gap));
        separator = ", ";
    }
    const char *reason = categories[like->first].gap_reason;
    bool ended = reason[0] != '\0' && strchr(".!?", reason[strlen(reason) - 1]) != NULL;
    return arena_printf(plot->arena, "%s: %s%s", words, reason, ended ? "" : ".");
}

/* True where an earlier gap of the group was told the reason already. */
static bool is_told(const struct plot *plot, const struct axis_group *group, const struct gap *like) {
    struct gap gap;
    for (size_t from = group->first; gap_next(plot, group, from, &gap) && gap.first < like->first; from = gap.last + 1)
        if (plot->notes->below[gap.first] &&
            category_same_gap(&plot->chart->categories[gap.first], &plot->chart->categories[like->first]))
            return true;
    return false;
}

/* Breaks words at their blanks into lines; what is too long for the last is cut there. */
static void notes_break(const struct plot *plot, const char *text, struct gap_notes *notes) {
    size_t word_count;
    char **words = text_split(plot->arena, text, &word_count);
    notes->count = 0;
    for (size_t i = 0; i < word_count; i++) {
        const char **line = &notes->lines[notes->count == 0 ? 0 : notes->count - 1];
        const char *longer = notes->count == 0 ? words[i] : arena_printf(plot->arena, "%s %s", *line, words[i]);
        bool fits = lettering_width(plot->lettering, plot->note, longer) <= plot->width;
        if (notes->count == 0 || (!fits && notes->count < GAP_NOTE_LINES))
            notes->lines[notes->count++] = words[i];
        else
            *line = longer;
    }
    for (size_t i = 0; i < notes->count; i++)
        notes->lines[i] = lettering_shorten(plot->lettering, plot->arena, plot->note, notes->lines[i], plot->width);
    notes->room_pt = notes->count == 0 ? 0 : above_notes + line_pt * (double)notes->count;
}

bool gap_notes_gather(const struct plot *plot, struct gap_notes *notes) {
    const char *text = "";
    struct gap gap;
    if (!notes->missed)
        return false;
    notes->missed = false;
    for (size_t s = 0; s < plot->group_count; s++) {
        const struct axis_group *group = &plot->groups[s];
        for (size_t from = group->first; gap_next(plot, group, from, &gap); from = gap.last + 1)
            if (notes->below[gap.first] && !is_told(plot, group, &gap))
                text =
                    arena_printf(plot->arena, "%s%s%s", text, text[0] == '\0' ? "" : " ", sentence(plot, group, &gap));
    }
    notes_break(plot, text, notes);
    return true;
}

void gap_notes_paint(cairo_t *cr, const struct plot *plot) {
    double top = plot->height + above_notes;
    plot_set_colour(cr, plot, COLOUR_SECOND_TEXT);
    for (size_t i = 0; i < plot->notes->count; i++)
        lettering_show(plot->lettering, cr, plot->note, 0, top + line_pt * (double)(i + 1) - 2, plot->notes->lines[i]);
}
