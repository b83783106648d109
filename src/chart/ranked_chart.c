#include "ranked_chart.h"

#include <math.h>

#include "comparison_describe.h"
#include "fill.h"
#include "labels.h"
#include "marks.h"
#include "plot_layout.h"
#include "unit.h"
#include "words.h"

static const double row_room = 9;  /* a line of lettering and what keeps it from the next */
static const double head_row = 10; /* a line above the bars */
static const double tick_row = 11; /* numbers below rows */
static const double name_row = 10; /* names below columns */
static const double tick_gap = 5, label_gap = 4, value_gap = 8, rank_gap = 4;
enum { NAME_LINES = 3 };               /* of a name beside its bar, at most */
static const double label_share = 0.3; /* and labels right of columns */
static const double end_gap = 9;       /* between labels right of columns */
static const double key_gap = 14;
static const double bar_share = 0.72, widest_bar = 15;
static const double edged_from = 4;  /* thinner bars have no edge, and the colour of one */
static const double own_least = 2.5; /* one's own column is never thinner */
static const double least_frame = 40, least_rows = 20;

static double place_of(const struct ranked_chart *ranked, double value) {
    const struct box *frame = &ranked->frame;
    double part = scale_reach(&ranked->scale, value);
    return ranked->rows ? frame->left + part * (frame->right - frame->left)
                        : frame->bottom - part * (frame->bottom - frame->top);
}

static double middle_of(const struct ranked_chart *ranked, size_t mark) {
    return (ranked->rows ? ranked->frame.top : ranked->frame.left) + ((double)mark + 0.5) * ranked->pitch;
}

struct box ranked_chart_bar(const struct ranked_chart *ranked, size_t mark) {
    const struct standing *shown = &ranked->shown->marks[mark];
    double half = fmin(ranked->pitch * bar_share, widest_bar) / 2, middle = middle_of(ranked, mark);
    double base = place_of(ranked, 0), end = place_of(ranked, shown->value);
    if (shown->whose == WHOSE_OWN)
        half = fmax(half, own_least / 2);
    if (ranked->rows)
        return (struct box){fmin(base, end), middle - half, fmax(base, end), middle + half};
    return (struct box){middle - half, fmin(base, end), middle + half, fmax(base, end)};
}

static void make_scale(struct ranked_chart *ranked, double length) {
    const struct standings *shown = ranked->shown;
    bool roomy = length > 110;
    struct scale_range range = {.from_zero = true,
                                .limit = unit_table[shown->unit.is].percentage ? 100 : INFINITY,
                                .decimals = unit_table[shown->unit.is].clock ? 1 : shown->decimals,
                                .lines_min = roomy ? 4 : 3,
                                .lines_max = roomy ? 6 : 4};
    for (size_t i = 0; i < shown->count; i++) {
        range.min = fmin(range.min, shown->marks[i].value);
        range.max = fmax(range.max, shown->marks[i].value);
    }
    for (size_t i = 0; i < shown->level_count; i++) {
        range.min = fmin(range.min, shown->levels[i].value);
        range.max = fmax(range.max, shown->levels[i].value);
    }
    ranked->scale = standings_scale(range);
    ranked->greatest = standings_greatest(&ranked->scale, range);
}

static double words_width(const struct ranked_chart *ranked, bool bold, const char *words) {
    return lettering_width(ranked->plot.lettering, bold ? ranked->plot.bold : ranked->plot.note, words);
}

static const char *rank_words(const struct ranked_chart *ranked, const struct standing *mark) {
    return mark->rank == 0 ? "" : arena_printf(ranked->plot.arena, "%zu", mark->rank);
}

/* How a line that bars are held against looks: a comparator's has its colour, and dashes tell several apart. */
static struct chart_series level_look(const struct standings *shown, size_t level) {
    static const enum chart_dash dashes[] = {DASH_NONE, DASH_SHORT, DASH_DOTTED, DASH_DOT_LONG};
    return (struct chart_series){.mark = MARK_LEVEL,
                                 .colour = comparison_level_colour(&shown->levels[level]),
                                 .dash = dashes[level % (sizeof dashes / sizeof *dashes)]};
}

/* `Scotland 92.7`, behind its line. */
static struct callout level_callout(const struct ranked_chart *ranked, size_t index, double room) {
    const struct plot *plot = &ranked->plot;
    const struct standings_level *level = &ranked->shown->levels[index];
    double value = words_width(ranked, true, level->printed) + words_width(ranked, false, " ");
    const char *name =
        lettering_shorten(plot->lettering, plot->arena, plot->note, level->name, room - value - SWATCH_WIDTH);
    struct callout callout = callout_make(name, level->printed, plot->note.size_pt, COLOUR_TEXT);
    struct chart_series *look = arena_new(plot->arena, struct chart_series);
    *look = level_look(ranked->shown, index);
    callout.colour = look->colour;
    callout.swatch = look;
    return callout;
}

/* Bars of the group are striped, where stripes have room. */
static struct chart_series bar_look(const struct ranked_chart *ranked, enum standing_whose whose) {
    struct chart_series look = comparison_look(ranked->shown, whose, MARK_COLUMN);
    if (whose == WHOSE_MEMBER && ranked->pitch >= edged_from)
        look.fill = FILL_RISING;
    return look;
}

/* What the figures are, and which stand first; and the key of the group. */
static void add_head(struct ranked_chart *ranked) {
    const struct plot *plot = &ranked->plot;
    bool judged = polarity_has_better(ranked->shown->polarity);
    double baseline = LETTERING_ASCENT * plot->note.size_pt + 0.5;
    const char *words = words_format(plot->arena, plot->chart->words,
                                     judged ? WORD_COMPARISON_BEST_FIRST : WORD_COMPARISON_HIGHEST_FIRST, "title",
                                     ranked->shown->value_title, NULL);
    struct callout title = callout_make(words, "", plot->note.size_pt, COLOUR_SECOND_TEXT);
    comparison_put(&ranked->labels, title, (struct callout_spot){0, baseline, 1});
    struct chart_series member = bar_look(ranked, WHOSE_MEMBER);
    comparison_add_key(&ranked->labels, ranked->shown->members_name, &member,
                       (struct callout_spot){callout_width(plot, &title) + key_gap, baseline, 1});
}

/* Rows */

/* Lines that the bars are held against have their names above them, each in the first line that has room for it. */
static double add_levels_above(struct ranked_chart *ranked) {
    const struct standings *shown = ranked->shown;
    const struct plot *plot = &ranked->plot;
    double lowest = 0;
    for (size_t i = 0; i < shown->level_count; i++) {
        struct callout callout = level_callout(ranked, i, plot->width * CHART_RANKED_NAMES);
        double half = callout_width(plot, &callout) / 2, x = place_of(ranked, shown->levels[i].value);
        x = fmax(half, fmin(x, plot->width - half - 0.5));
        double baseline = head_row + LETTERING_ASCENT * plot->note.size_pt;
        for (size_t row = 0; row <= i; row++, baseline += head_row) {
            callout_move(plot, &callout, (struct callout_spot){x, baseline, 0});
            if (label_field_is_free(&ranked->labels.field, callout.box))
                break;
        }
        callout_add(&ranked->labels, callout);
        lowest = fmax(lowest, baseline + 3);
    }
    return lowest;
}

/* In how many lines a name stands: broken at its blanks where its row is high enough, and cut where that is not. */
static int name_break(const struct ranked_chart *ranked, const struct standing *mark, const char **lines) {
    const struct plot *plot = &ranked->plot;
    const struct lettering_style style = mark->whose == WHOSE_OWN ? plot->bold : plot->note;
    const struct lettering_lines within = {lines, ranked->name_lines, plot->width * CHART_RANKED_NAMES};
    int count = lettering_break(plot->lettering, plot->arena, style, mark->name, &within);
    for (int i = 0; i < count; i++)
        lines[i] = lettering_shorten(plot->lettering, plot->arena, style, lines[i], within.width_pt);
    return count;
}

static double name_width(const struct ranked_chart *ranked, const struct standing *mark) {
    const char *lines[NAME_LINES];
    double widest = 0;
    for (int i = name_break(ranked, mark, lines); i-- > 0;)
        widest = fmax(widest, words_width(ranked, mark->whose == WHOSE_OWN, lines[i]));
    return widest;
}

static void add_name(struct ranked_chart *ranked, const struct standing *mark, double x, double baseline) {
    const char *lines[NAME_LINES];
    bool own = mark->whose == WHOSE_OWN;
    int count = name_break(ranked, mark, lines);
    for (int i = 0; i < count; i++)
        comparison_put(&ranked->labels,
                       callout_make(own ? "" : lines[i], own ? lines[i] : "", ranked->plot.note.size_pt,
                                    own ? COLOUR_BRAND : COLOUR_TEXT),
                       (struct callout_spot){x, baseline + row_room * (i - (count - 1) / 2.0), 1});
}

static void add_row(struct ranked_chart *ranked, size_t index, double ranks) {
    const struct standing *mark = &ranked->shown->marks[index];
    const struct plot *plot = &ranked->plot;
    bool own = mark->whose == WHOSE_OWN;
    double size = plot->note.size_pt, baseline = middle_of(ranked, index) + LETTERING_MIDDLE * size;
    enum colour colour = own ? COLOUR_BRAND : COLOUR_TEXT;
    const char *rank = rank_words(ranked, mark);
    add_name(ranked, mark, ranks, baseline);
    if (rank[0] != '\0')
        comparison_put(&ranked->labels, callout_make(own ? "" : rank, own ? rank : "", size, colour),
                       (struct callout_spot){ranks - rank_gap, baseline, -1});
    comparison_put(&ranked->labels, callout_make(own ? "" : mark->printed, own ? mark->printed : "", size, colour),
                   (struct callout_spot){plot->width - 0.5, baseline, -1});
}

static bool make_rows(struct ranked_chart *ranked) {
    const struct standings *shown = ranked->shown;
    struct plot *plot = &ranked->plot;
    double names = 0, values = 0, ranks = 0;
    for (size_t i = 0; i < shown->count; i++) {
        const struct standing *mark = &shown->marks[i];
        bool own = mark->whose == WHOSE_OWN;
        names = fmax(names, name_width(ranked, mark));
        values = fmax(values, words_width(ranked, own, mark->printed));
        ranks = fmax(ranks, words_width(ranked, own, rank_words(ranked, mark)));
    }
    ranks += ranks > 0 ? rank_gap : 0;
    ranked->frame.left = ranks + names + tick_gap;
    ranked->frame.right = plot->width - values - value_gap - 0.5;
    make_scale(ranked, ranked->frame.right - ranked->frame.left);
    ranked->frame.right = ranked->frame.left + (ranked->frame.right - ranked->frame.left) / ranked->greatest;
    double top = add_levels_above(ranked);
    ranked->frame.top = top > 0 ? top : head_row + 2;
    ranked->frame.bottom = plot->height - tick_row;
    ranked->pitch = (ranked->frame.bottom - ranked->frame.top) / (double)(shown->count > 0 ? shown->count : 1);
    add_head(ranked);
    for (size_t i = 0; i < shown->count; i++)
        add_row(ranked, i, ranks);
    return ranked->frame.right - ranked->frame.left >= least_frame &&
           ranked->frame.bottom - ranked->frame.top >= least_rows;
}

/* Columns */

/* `5 Northby 98.4%` */
static struct callout column_callout(const struct ranked_chart *ranked, const struct standing *mark, double room) {
    const struct plot *plot = &ranked->plot;
    bool own = mark->whose == WHOSE_OWN;
    const char *rank = rank_words(ranked, mark);
    const char *words = arena_printf(plot->arena, "%s%s", rank, rank[0] == '\0' ? "" : " ");
    const char *figure = arena_printf(plot->arena, " %s", mark->printed);
    room -= words_width(ranked, own, words) + words_width(ranked, own, figure);
    const char *name = lettering_shorten(plot->lettering, plot->arena, own ? plot->bold : plot->note, mark->name, room);
    words = arena_printf(plot->arena, "%s%s%s", words, name, figure);
    return callout_make(own ? "" : words, own ? words : "", plot->note.size_pt, own ? COLOUR_BRAND : COLOUR_TEXT);
}

/* One's own below its column, the first and the last below their ends; on two lines where one has no room for them. */
static double add_names_below(struct ranked_chart *ranked) {
    const struct standings *shown = ranked->shown;
    const struct plot *plot = &ranked->plot;
    double left = ranked->frame.left, right = ranked->frame.right, width = right - left;
    double size = plot->note.size_pt, base = plot->height - LETTERING_DESCENT * size - 0.5;
    struct callout ends[2];
    size_t last = shown->count - 1, own = (size_t)shown->own;
    bool alone = shown->count == 1, own_inside = shown->own > 0 && own < last;
    ends[0] = column_callout(ranked, &shown->marks[0], alone ? width : width / 2 - 4);
    callout_move(plot, &ends[0], (struct callout_spot){left, base, 1});
    ends[1] = column_callout(ranked, &shown->marks[last], width / 2 - 4);
    callout_move(plot, &ends[1], (struct callout_spot){right, base, -1});
    struct callout middle = {0};
    bool two = false;
    if (own_inside) {
        middle = column_callout(ranked, &shown->marks[own], width);
        double half = callout_width(plot, &middle) / 2;
        double x = fmax(left + half, fmin(middle_of(ranked, own), right - half));
        two = x - half < ends[0].box.right + 4 || x + half > ends[1].box.left - 4;
        comparison_put(&ranked->labels, middle, (struct callout_spot){x, base - (two ? name_row : 0), 0});
    }
    callout_add(&ranked->labels, ends[0]);
    if (!alone)
        callout_add(&ranked->labels, ends[1]);
    return two ? 2 * name_row : name_row;
}

static void add_levels_right(struct ranked_chart *ranked, double room) {
    const struct standings *shown = ranked->shown;
    const struct plot *plot = &ranked->plot;
    double *heights = arena_new_array(plot->arena, shown->level_count + 1, double);
    size_t *order = arena_new_array(plot->arena, shown->level_count + 1, size_t); /* from top to bottom */
    for (size_t i = 0; i < shown->level_count; i++) {
        size_t at = i;
        for (; at > 0 && shown->levels[order[at - 1]].value < shown->levels[i].value; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    for (size_t i = 0; i < shown->level_count; i++)
        heights[i] = place_of(ranked, shown->levels[order[i]].value);
    label_spread(heights, shown->level_count, end_gap, ranked->frame.top, ranked->frame.bottom);
    for (size_t i = 0; i < shown->level_count; i++)
        comparison_put(&ranked->labels, level_callout(ranked, order[i], room),
                       (struct callout_spot){ranked->frame.right + label_gap,
                                             heights[i] + LETTERING_MIDDLE * plot->note.size_pt, 1});
}

static bool make_columns(struct ranked_chart *ranked) {
    const struct standings *shown = ranked->shown;
    struct plot *plot = &ranked->plot;
    double labels = 0, most = plot->width * label_share;
    for (size_t i = 0; i < shown->level_count; i++) {
        struct callout callout = level_callout(ranked, i, most);
        labels = fmax(labels, callout_width(plot, &callout));
    }
    make_scale(ranked, plot->height - head_row - 2 * name_row);
    ranked->frame = (struct box){.left = comparison_ticks_width(plot, shown, &ranked->scale) + tick_gap,
                                 .top = head_row + 5,
                                 .right = plot->width - (labels > 0 ? labels + label_gap : 0) - 0.5};
    double width = ranked->frame.right - ranked->frame.left;
    ranked->pitch = width / (double)(shown->count > 0 ? shown->count : 1);
    add_head(ranked);
    ranked->frame.bottom = plot->height - (shown->count > 0 ? add_names_below(ranked) : 0) - 4;
    ranked->frame.top = ranked->frame.bottom - (ranked->frame.bottom - ranked->frame.top) / ranked->greatest;
    if (width < least_frame || ranked->frame.bottom - ranked->frame.top < least_frame)
        return false;
    add_levels_right(ranked, labels);
    return true;
}

/* Rows where each has room for its name. */
bool ranked_chart_make(struct ranked_chart *ranked, const struct chart_canvas *canvas, const struct chart *chart) {
    *ranked = (struct ranked_chart){.plot = plot_layout_start(canvas, chart), .shown = chart->standings};
    double head = head_row * (double)(1 + ranked->shown->level_count) + 3;
    double room = canvas->height_pt - head - tick_row;
    ranked->labels.plot = &ranked->plot;
    ranked->labels.field.arena = canvas->arena;
    ranked->labels.field.bounds = (struct box){0, 0, canvas->width_pt, canvas->height_pt};
    double lines = floor(room / (row_room * fmax((double)ranked->shown->count, 1)));
    ranked->name_lines = (int)fmax(1, fmin(lines, NAME_LINES));
    ranked->rows = lines >= 1;
    return ranked->rows ? make_rows(ranked) : make_columns(ranked);
}

static void grid_paint(cairo_t *cr, const struct ranked_chart *ranked) {
    const struct plot *plot = &ranked->plot;
    const struct box *frame = &ranked->frame;
    double size = plot->note.size_pt;
    for (int line = 0; line < ranked->scale.lines; line++) {
        double value = scale_tick(&ranked->scale, line), at = place_of(ranked, value);
        const char *words = unit_tick(plot->arena, ranked->shown->unit, &ranked->scale, line);
        struct segment across = {frame->left, at, frame->right, at}, down = {at, frame->top, at, frame->bottom};
        struct callout_spot left = {frame->left - tick_gap, at + LETTERING_MIDDLE * size, -1},
                            below = {at, frame->bottom + 2 + LETTERING_ASCENT * size, 0};
        comparison_line(cr, plot, ranked->rows ? down : across, value == 0 ? COLOUR_AXIS : COLOUR_GRID,
                        value == 0 ? 0.75 : plot->theme->lines_pt[LINE_HAIR]);
        comparison_note(cr, plot, ranked->rows ? below : left, words);
    }
}

static void bar_paint(cairo_t *cr, const struct ranked_chart *ranked, size_t index) {
    struct chart_series look = bar_look(ranked, ranked->shown->marks[index].whose);
    struct box box = ranked_chart_bar(ranked, index);
    bool thin = ranked->pitch < edged_from, pale = look.fill == FILL_PALE;
    cairo_rectangle(cr, box.left, box.top, box.right - box.left, box.bottom - box.top);
    fill_paint(cr, ranked->plot.theme, thin ? FILL_SOLID : look.fill,
               thin && pale ? COLOUR_PAST_COLUMN_EDGE : look.colour, true);
}

static void levels_paint(cairo_t *cr, const struct ranked_chart *ranked) {
    const struct plot *plot = &ranked->plot;
    const struct box *frame = &ranked->frame;
    for (size_t i = 0; i < ranked->shown->level_count; i++) {
        double at = place_of(ranked, ranked->shown->levels[i].value);
        struct segment across = {frame->left, at, frame->right, at}, down = {at, frame->top, at, frame->bottom};
        struct chart_series look = level_look(ranked->shown, i);
        marks_dash(cr, look.dash);
        comparison_line(cr, plot, ranked->rows ? down : across, look.colour, plot->theme->lines_pt[LINE_SECOND]);
    }
    marks_dash(cr, DASH_NONE);
}

static bool paint(const struct chart_canvas *canvas, const struct chart *chart) {
    struct ranked_chart ranked;
    cairo_t *cr = canvas->cr;
    if (!ranked_chart_make(&ranked, canvas, chart))
        return false;
    grid_paint(cr, &ranked);
    for (size_t i = 0; i < ranked.shown->count; i++)
        bar_paint(cr, &ranked, i);
    levels_paint(cr, &ranked);
    labels_paint_backs(cr, &ranked.plot, &ranked.labels.list);
    labels_paint(cr, &ranked.plot, &ranked.labels.list);
    return true;
}

const struct chart_drawing chart_drawing_ranked = {.paint = paint, .describe = comparison_describe_ranked};
