#include <math.h>

#include "block_parts.h"
#include "block_setters.h"
#include "coverage_text.h"
#include "dated.h"
#include "due.h"
#include "figure_text.h"
#include "flag.h"
#include "icon.h"
#include "lines.h"
#include "text.h"
#include "unit.h"
#include "usage.h"

enum { DECIMALS_MORE = 2 };
enum { FIRST_LABEL = 8, FIRST_FIGURE = 29, FIRST_PT = 36, LABEL = 11, FIGURE = 24, ROW_PT = 30, ICON_GAP_PT = 6 };
static const double ICON_SCALE = 0.85, near_pt = 0.5;

/* One figure with the words above it, while it is set. */
struct key_figure {
    const struct indicator *indicator;
    const struct figure_table *table;
    struct field_name name; /* FROM_FIELD or FROM_AMONG */
    int period;             /* that it is of */
};

static int year_ago(const struct composer *composer, const struct key_figure *key) {
    return calendar_due_year_ago(composer->layout->catalogue->calendar, key->period,
                                 due_calendar(composer, key->indicator));
}

static int first_of_twelve(const struct composer *composer, const struct key_figure *key) {
    return year_ago(composer, key) + 1;
}

/* What a change is from. */
static int compared_with(const struct composer *composer, const struct key_figure *key) {
    return field_table[key->name.field].against == AGAINST_LAST_YEAR
               ? year_ago(composer, key)
               : figure_due_period(key->table, FIELD_VALUE, key->period - 1);
}

static const char *average_label(struct composer *composer, const struct key_figure *key) {
    const char *average = coverage_average(composer, key->indicator, key->period);
    return average != NULL ? average : words_get(composer->words, WORD_FIELD_AVERAGE_12);
}

/* `Maximum, Nov-14`: the period that has it, the last one where several have. */
static const char *extreme_label(struct composer *composer, const struct key_figure *key) {
    static const enum word labels[2][2] = {{WORD_KEY_MINIMUM, WORD_KEY_MINIMUM_LAST},
                                           {WORD_KEY_MAXIMUM, WORD_KEY_MAXIMUM_LAST}};
    bool maximum = key->name.field == FIELD_MAXIMUM_12;
    const struct figure *extreme = figure_at(key->table, key->name.field, key->period);
    int count = 0, last = PERIOD_NONE;
    for (int period = first_of_twelve(composer, key); period <= key->period; period++) {
        const struct figure *figure = figure_at(key->table, FIELD_VALUE, period);
        if (status_is_absent(extreme->status) || status_is_absent(figure->status) ||
            fraction_compare(figure_rounded(key->indicator, FIELD_VALUE, figure->value),
                             figure_rounded(key->indicator, FIELD_VALUE, extreme->value)) != 0)
            continue;
        count++;
        last = period;
    }
    if (count == 0)
        return figure_text_heading(composer, key->indicator, key->name.field);
    bool all = coverage_average(composer, key->indicator, key->period) == NULL;
    enum word known = maximum ? WORD_KEY_MAXIMUM_KNOWN : WORD_KEY_MINIMUM_KNOWN;
    return words_format(composer->arena, composer->words, all ? labels[maximum][count > 1] : known, "period",
                        due_short(composer, key->indicator, last), NULL);
}

/* True where the heading above is not of this measure alone. */
static bool needs_name(const struct composer *composer, const struct indicator *indicator) {
    const struct selection *headed = composer->page->headed;
    return headed != NULL && indicator->reference != NULL &&
           !(headed->count == 1 && headed->indicators[0] == indicator);
}

/* `October 2014, latest`; `M3, June 2015` below the heading of several. */
static const char *value_label(struct composer *composer, const struct key_figure *key) {
    struct arena *arena = composer->arena;
    const char *period = text_capital(composer->arena, due_long(composer, key->indicator, key->period));
    if (key->period != composer->period)
        period = words_format(arena, composer->words, WORD_KEY_LATEST, "period", period, NULL);
    if (!needs_name(composer, key->indicator))
        return period;
    return words_format(arena, composer->words, WORD_KEY_MEASURE, "measure", key->indicator->reference, "period",
                        period, NULL);
}

static const char *change_label(struct composer *composer, const struct key_figure *key) {
    return words_format(composer->arena, composer->words, due_word(composer, key->indicator, PER_GRAIN_KEY_CHANGE),
                        "period", due_long(composer, key->indicator, compared_with(composer, key)), NULL);
}

static const char *label(struct composer *composer, const struct key_figure *key) {
    if (key->name.source == FROM_AMONG)
        return figure_text_compared(composer, key->name);
    switch (key->name.field) {
    case FIELD_VALUE:
        return value_label(composer, key);
    case FIELD_CHANGE_LAST_YEAR:
    case FIELD_CHANGE_PREVIOUS:
        return change_label(composer, key);
    case FIELD_AVERAGE_12:
        return average_label(composer, key);
    case FIELD_MAXIMUM_12:
    case FIELD_MINIMUM_12:
        return extreme_label(composer, key);
    default:
        return figure_text_heading(composer, key->indicator, key->name.field);
    }
}

/* `3rd of 7`, among all or among the members of a comparator. */
static const char *rank_text(struct composer *composer, const struct key_figure *key, const struct figure *rank) {
    const struct field_name name = key->name.source == FROM_AMONG ? field_among(AMONG_RANKED, key->name.parameter)
                                                                  : (struct field_name){.field = FIELD_RANKED};
    const struct figure ranked = figure_named(key->table, name, key->period);
    return figure_text_rank(composer, rank, &ranked);
}

static bool is_change(const struct key_figure *key) {
    return key->name.source == FROM_FIELD &&
           (key->name.field == FIELD_CHANGE_LAST_YEAR || key->name.field == FIELD_CHANGE_PREVIOUS);
}

/* `+12 points`: from one figure to the other; NULL where one of them is not there. */
static const char *difference(struct composer *composer, const struct key_figure *key) {
    const struct figure *now = figure_at(key->table, FIELD_VALUE, key->period);
    const struct figure *then = figure_at(key->table, FIELD_VALUE, compared_with(composer, key));
    if (!fraction_present(now->value) || !fraction_present(then->value))
        return NULL;
    struct figure_change by = figure_change_printed(key->indicator, FIELD_VALUE, then->value, now->value);
    const char *sign = fraction_sign(by.by) < 0 ? "\u2212" : fraction_sign(by.by) > 0 ? "+" : "";
    return arena_printf(composer->arena, "%s%s", sign, figure_text_distance(composer, key->indicator, by));
}

/* A rise or a fall is not printed as none, beside its arrow: `+0.4%`. */
static int decimals_of(const struct key_figure *key, const struct figure *figure) {
    enum field field = key->name.field;
    int decimals = figure_decimals(key->indicator, field, figure->value), most = decimals + DECIMALS_MORE;
    while (is_change(key) && fraction_sign(figure->value) != 0 && decimals < most &&
           fraction_sign(figure_rounded_to(key->indicator, field, figure->value, decimals)) == 0)
        decimals++;
    return decimals;
}

/* `−23%`, `393`; where there is none the symbol of what is suppressed, else the words for it. What follows from a
 * suppressed value is not told either. */
static const char *printed(struct composer *composer, const struct key_figure *key) {
    const struct figure figure = figure_named(key->table, key->name, key->period);
    const struct figure *value = figure_at(key->table, FIELD_VALUE, key->period);
    if (figure.status == STATUS_SUPPRESSED || (field_name_is_own(key->name) && value->status == STATUS_SUPPRESSED))
        return status_words[STATUS_SUPPRESSED].symbol;
    if (figure.status == STATUS_IN_WORDS)
        return figure.words;
    const char *by = is_change(key) && figure.status == STATUS_NOT_APPLICABLE ? difference(composer, key) : NULL;
    if (by != NULL) /* from zero or less, which is no hundred per cent */
        return by;
    if (status_is_absent(figure.status))
        return words_get(composer->words, WORD_KEY_NONE);
    if (key->name.field == FIELD_RANK)
        return rank_text(composer, key, &figure);
    if (field_name_kind(key->name) == FIELD_IS_FUNNEL)
        return field_aloud_judged(composer->words, key->indicator->polarity, key->name.field, figure.word);
    const char *written = figure_text(composer, key->indicator, key->name.field, &figure);
    if (is_change(key))
        written = figure_text_written(
            composer, key->indicator, key->name.field,
            figure_printed_with(composer->arena, key->indicator, key->name.field, &figure, decimals_of(key, &figure)));
    return arena_printf(composer->arena, "%s%s%s", written, figure.status == STATUS_PRESENT ? "" : " ",
                        status_words[figure.status].symbol);
}

/* ` (Jun-15 [x])`: the figure that a change would need; empty where none is missing. */
static const char *missing(struct composer *composer, const struct key_figure *key) {
    const int periods[] = {key->period, compared_with(composer, key)};
    for (size_t i = 0; i < 2; i++) {
        enum status status = figure_at(key->table, FIELD_VALUE, periods[i])->status;
        if (status_is_absent(status) && status != STATUS_IN_WORDS && status != STATUS_SUPPRESSED)
            return arena_printf(composer->arena, " (%s %s)", due_short(composer, key->indicator, periods[i]),
                                status_words[status].symbol);
    }
    return "";
}

/* ` (−63 points)`: a change of a percentage, which is as often thought of in points; of one that cannot be worked out
 * what is missing; empty of any other figure. */
static const char *aside(struct composer *composer, const struct key_figure *key) {
    if (is_change(key) && figure_at(key->table, key->name.field, key->period)->status == STATUS_MISSING)
        return missing(composer, key);
    if (!is_change(key) || !unit_table[key->indicator->unit].percentage ||
        status_is_absent(figure_at(key->table, key->name.field, key->period)->status))
        return "";
    return arena_printf(composer->arena, " (%s)", difference(composer, key));
}

/* The arrow of a change stands behind it; ICON_COUNT where there is none. */
static enum icon arrow_of(const struct key_figure *key) {
    enum field field = field_arrow(key->name.field);
    const struct figure *direction = field == FIELD_NONE ? NULL : figure_at(key->table, field, key->period);
    return direction == NULL || direction->status != STATUS_PRESENT
               ? ICON_COUNT
               : icon_in_style(key->indicator, (enum direction)direction->word, SCORE_ICON_LINE);
}

/* A figure that is wider than its column is set smaller, down to the size of notes; then it has no room. */
static struct pen fitting(struct pen pen, const char *figure, double room_pt) {
    struct composer *composer = pen.composer;
    const double least = composer->layout->theme.type[STYLE_NOTE].size_pt;
    double wanted = pen_width(&pen, figure);
    if (wanted > room_pt)
        pen.size_pt = fmax(pen.size_pt * room_pt / wanted, least);
    wanted = pen_width(&pen, figure);
    if (wanted > room_pt + near_pt)
        diag_error(composer->diag, composer->page->pos,
                   "the key figure \"%s\" needs %.0f points and has %.0f; give the block more width", figure, wanted,
                   fmax(room_pt, 0));
    return pen;
}

/* Of the places of labels and figures, which hold for usual type. */
static double scale_of(const struct composer *composer, bool first) {
    const struct theme *theme = &composer->layout->theme;
    return fmax(theme_scale(theme, STYLE_NOTE, 8.5),
                theme_scale(theme, first ? STYLE_TITLE : STYLE_LEAD, first ? 20 : 13));
}

/* Words that are wider than there is room for go on below, and what stands under them moves down. */
static void set_figure(struct composer *composer, struct flow *flow, struct element *list, const struct key_figure *key,
                       bool first) {
    const struct pen measure = pen_make(composer, NULL, STYLE_NOTE);
    struct lines lines = lines_break(&measure, label(composer, key), flow->width_pt);
    double more = (double)(lines.count - 1) * measure.leading_pt;
    double scale = scale_of(composer, first), label_baseline = scale * (first ? FIRST_LABEL : LABEL);
    double baseline = scale * (first ? FIRST_FIGURE : FIGURE) + more;
    struct piece *piece = flow_add(composer, flow, scale * (first ? FIRST_PT : ROW_PT) + more);
    struct element *item = document_add_element(composer->document, list, ROLE_LIST_ITEM);
    struct element *body = document_add_element(composer->document, item, ROLE_LIST_BODY);
    const struct pen note = pen_for(pen_make(composer, piece, STYLE_NOTE), body);
    struct pen pen = pen_for(pen_make(composer, piece, first ? STYLE_TITLE : STYLE_LEAD), body);
    const char *figure = printed(composer, key);
    piece->keep = true;
    pen = pen_in(pen, FACE_TEXT_BOLD, first ? COLOUR_BRAND : COLOUR_TEXT);
    lines.go_on = true;
    lines_set(&note, &lines, 0, label_baseline);
    enum icon arrow = arrow_of(key);
    double beside = arrow == ICON_COUNT ? 0 : ICON_GAP_PT + ICON_SCALE * ICON_SIZE_PT;
    const char *points = aside(composer, key);
    if (pen_width(&pen, figure) + pen_width(&note, points) + beside > flow->width_pt)
        points = "";
    beside += pen_width(&note, points);
    pen = fitting(pen, figure, flow->width_pt - beside);
    pen_text(&pen, 0, baseline, figure);
    usage_note_sign(&pen, figure);
    if (*points != '\0')
        pen_text(&note, pen_width(&pen, figure), baseline, points);
    usage_note_words(&note, points);
    if (arrow != ICON_COUNT)
        icon_draw(&pen, arrow, pen_width(&pen, figure) + beside - ICON_SCALE * ICON_SIZE_PT / 2,
                  pen_middle(&pen, baseline), ICON_SCALE);
    pen_rule(&pen, 0, piece->height_pt, flow->width_pt, LINE_HAIR, COLOUR_HAIRLINE);
}

void key_figures_set(struct composer *composer, struct flow *flow, const struct block *block) {
    const struct indicator *indicator = composer_indicator(composer, block);
    const struct key_figures *figures = block_key_figures(block);
    struct key_figure key = {.indicator = indicator, .table = figures_of(composer->figures, indicator)};
    struct element *list = document_add_element(composer->document, composer->page->section, ROLE_LIST);
    for (size_t i = 0; i < figures->field_count; i++) {
        key.name = figures->fields[i];
        if (!field_exists(indicator, key.name.field))
            continue;
        key.period = due_period(composer, indicator, FIELD_VALUE);
        if (key.name.source == FROM_FIELD && key.name.field == FIELD_VALUE &&
            flag_period(composer, indicator, FIELD_VALUE) != PERIOD_NONE)
            key.period = flag_period(composer, indicator, FIELD_VALUE);
        set_figure(composer, flow, list, &key, i == 0);
    }
    if (flow->last != NULL)
        flow->last->keep = false;
}
