#include "chart_multiples.h"

#include <string.h>

#include "character.h"
#include "chart_axis.h"
#include "chart_look.h"
#include "dated.h"
#include "figure_text.h"
#include "prose.h"
#include "text.h"
#include "unit.h"

static const double note_gap = 5;
static const double head_pt = 90; /* of a page, with the title of the chart and the note below it */

void chart_multiples_axis(struct chart_draft *draft) {
    struct chart *chart = draft->chart;
    chart_axis_fill(draft);
    for (size_t i = 0; i < chart->category_count; i++) {
        struct chart_category *category = &chart->categories[i];
        if (draft->slots[i].kind == SLOT_PERIOD)
            category->label =
                words_period_short(draft->composer->arena, chart->words, chart->calendar, category->period);
        category->bracket = NULL;
    }
}

struct multiples *chart_multiples_create(struct chart_draft *draft, size_t count, size_t held) {
    struct arena *arena = draft->composer->arena;
    struct multiples *multiples = arena_new(arena, struct multiples);
    size_t each = held + 1, points = draft->chart->category_count + 1;
    *multiples = (struct multiples){.list = arena_new_array(arena, count + 1, struct multiple),
                                    .sets = arena_new_array(arena, count + 1, struct multiple_set),
                                    .series_each = each};
    struct chart_series *series = arena_new_array(arena, count * each + 1, struct chart_series);
    for (size_t i = 0; i < count * each; i++)
        series[i] =
            (struct chart_series){.mark = MARK_LINE, .points = arena_new_array(arena, points, struct chart_point)};
    for (size_t i = 0; i < count; i++)
        multiples->list[i].series = &series[i * each];
    draft->chart->multiples = multiples;
    return multiples;
}

struct multiple *chart_multiples_add(struct multiples *multiples, struct chart_draft *draft, const char *title) {
    struct multiple *multiple = &multiples->list[multiples->count++];
    multiple->title = title;
    multiple->series->name = title;
    multiple->series->headline = true;
    chart_look_line(multiple->series, 0);
    characters_check(draft->composer, title, draft->pos);
    return multiple;
}

struct chart_series *chart_multiples_held(struct multiple *multiple, size_t held, const char *name,
                                          enum chart_mark mark) {
    struct chart_series *series = &multiple->series[1 + held];
    series->name = name;
    series->mark = mark;
    series->colour = series->label_colour = COLOUR_TARGET;
    return series;
}

size_t chart_multiples_category(const struct chart_draft *draft, int period) {
    size_t found = 0;
    for (size_t i = 0; i < draft->chart->category_count; i++)
        if (draft->slots[i].kind != SLOT_PERIOD || draft->slots[i].period <= period)
            found = i;
    return found;
}

const char *chart_multiples_unit(struct composer *composer, const struct indicator *indicator, enum unit unit) {
    if (unit_table[unit].percentage)
        return words_get(composer->words, WORD_CHART_PERCENTAGE);
    return unit != UNIT_COUNT && unit == indicator->unit
               ? text_capital(composer->arena, figure_text_unit(composer, indicator))
               : words_get(composer->words, WORD_CHART_NUMBER);
}

const char *chart_multiples_units(struct composer *composer, const struct chart *chart) {
    const struct multiples *multiples = chart->multiples;
    const char *list = "";
    for (size_t i = 0; i < multiples->set_count; i++)
        list = arena_printf(composer->arena, "%s%s%s", list, i == 0 ? "" : ", ", multiples->sets[i].unit_words);
    return list;
}

const char *chart_multiples_subtitle(struct composer *composer, const struct chart *chart, const char *measure,
                                     const char *place) {
    const struct chart_category *first = chart->categories, *last = first + chart->category_count - 1;
    bool periods = chart->category_count > 0 && chart->groups[0].kind == GROUP_PERIODS;
    while (periods && last > first && last->future)
        last--;
    struct words_stretch stretch = {0};
    if (periods)
        stretch = words_stretch(composer->arena, composer->words, chart->calendar, first->period, last->period);
    return words_format(composer->arena, composer->words,
                        periods ? word_per_grain(PER_GRAIN_CHART_SUBTITLE, chart->calendar.grain)
                                : WORD_CHART_SUBTITLE_PERIOD,
                        "measure", measure, "place", place, "first", stretch.first, "last", stretch.last, "period",
                        dated_long(composer, composer->period), NULL);
}

double chart_multiples_height(const struct composer *composer, const struct chart *chart, double width_pt,
                              double *least_pt) {
    const struct paper *paper = composer_paper(composer);
    double most = paper->height_pt - paper->top_pt - paper->bottom_pt - head_pt;
    double scale = theme_chart_scale(&composer->layout->theme);
    const struct multiples_grid grid = multiples_grid_usual(chart->multiples, width_pt / scale);
    double usual = scale * grid.height * (double)grid.rows;
    *least_pt = scale * multiples_close_height(chart->multiples, width_pt / scale);
    return usual < most ? usual : *least_pt > most ? *least_pt : most;
}

static const char *sentence(struct composer *composer, const char *note, const char *more) {
    return note[0] == '\0' ? more : more[0] == '\0' ? note : arena_printf(composer->arena, "%s %s", note, more);
}

static bool any_point(const struct chart *chart, const struct chart_series *series) {
    size_t category;
    return point_first(series, 0, chart->category_count, &category);
}

static enum word held_word(enum chart_mark mark) {
    return mark == MARK_TARGET ? WORD_MULTIPLES_DASHED : mark == MARK_RANGE ? WORD_MULTIPLES_PALE : WORD_MULTIPLES_THIN;
}

/* What lines and bands beside the figures are, each once. */
static const char *held_words(struct composer *composer, const struct chart *chart) {
    const struct multiples *multiples = chart->multiples;
    const char *note = "";
    for (size_t held = 1; held < multiples->series_each; held++)
        for (size_t i = 0; i < multiples->count; i++) {
            const struct chart_series *series = &multiples->list[i].series[held];
            if (!any_point(chart, series))
                continue;
            note = sentence(
                composer, note,
                words_format(composer->arena, composer->words, held_word(series->mark), "name", series->name, NULL));
            break;
        }
    return note;
}

/* ` The scale starts at 60%.` of each that does not start at zero. */
static const char *scales_said(struct composer *composer, const struct chart *chart) {
    const char *note = "";
    for (size_t i = 0; i < chart->multiples->set_count; i++) {
        const struct multiple_set *set = &chart->multiples->sets[i];
        const struct scale scale = multiples_scale(chart, set);
        if (scale_low(&scale) <= 0)
            continue;
        note = sentence(composer, note,
                        words_format(composer->arena, composer->words, WORD_CHART_SCALE_STARTS, "figure",
                                     unit_foot(composer->arena, set->unit, &scale), NULL));
    }
    return note;
}

/* How one's own is told from the others. */
static const char *own_words(struct composer *composer, const struct multiples *multiples) {
    for (size_t i = 0; i < multiples->count && multiples->count > 1; i++)
        if (multiples->list[i].own)
            return words_format(composer->arena, composer->words, WORD_MULTIPLES_OWN, "name", multiples->list[i].title,
                                NULL);
    return "";
}

/* A gap of one of them: so many periods from a category on have one reason. */
struct multiple_gap {
    size_t first, count;
    const struct chart_point *point;
};

static bool next_gap(const struct chart *chart, const struct multiple *multiple, size_t from,
                     struct multiple_gap *gap) {
    const struct chart_point *points = multiple->series->points;
    while (from < chart->category_count && points[from].gap_reason == NULL)
        from++;
    if (from == chart->category_count)
        return false;
    *gap = (struct multiple_gap){from, 1, &points[from]};
    while (from + gap->count < chart->category_count && point_same_gap(&points[from + gap->count], gap->point))
        gap->count++;
    return true;
}

static bool has_gap(const struct chart *chart, const struct multiple *multiple, const struct multiple_gap *like) {
    struct multiple_gap gap;
    for (size_t from = 0; next_gap(chart, multiple, from, &gap); from = gap.first + gap.count)
        if (gap.first == like->first && gap.count == like->count && point_same_gap(gap.point, like->point))
            return true;
    return false;
}

/* `Visits, Reviews, April 2018: not available.` of all from one on that have a gap; nothing where one before has it. */
static const char *gap_words(struct composer *composer, const struct chart *chart, size_t place,
                             const struct multiple_gap *gap) {
    const struct multiples *multiples = chart->multiples;
    const struct chart_category *first = &chart->categories[gap->first];
    const char *names = "", *reason = gap->point->gap_reason;
    for (size_t i = 0; i < multiples->count; i++) {
        if (!has_gap(chart, &multiples->list[i], gap))
            continue;
        if (i < place)
            return "";
        names = arena_printf(composer->arena, "%s%s, ", names, multiples->list[i].title);
    }
    struct words_stretch stretch =
        words_stretch(composer->arena, composer->words, chart->calendar, first->period, first[gap->count - 1].period);
    const char *periods =
        words_format(composer->arena, composer->words, word_per_grain(PER_GRAIN_CHART_GAP, chart->calendar.grain),
                     "symbol", "", "first", stretch.first, "last", stretch.last, NULL);
    return arena_printf(composer->arena, "%s%s: %s%s", names,
                        gap->count == 1 ? first->long_label : periods + strspn(periods, " "), reason,
                        text_stop(reason));
}

static const char *reasons(struct composer *composer, const struct chart *chart) {
    const char *note = "";
    struct multiple_gap gap;
    for (size_t i = 0; i < chart->multiples->count; i++)
        for (size_t from = 0; next_gap(chart, &chart->multiples->list[i], from, &gap); from = gap.first + gap.count)
            note = sentence(composer, note, gap_words(composer, chart, i, &gap));
    return note;
}

void chart_multiples_set_note(struct composer *composer, struct flow *flow, const struct indicator *indicator,
                              const struct chart *chart) {
    struct prose_style style = prose_style_of(composer, STYLE_NOTE);
    (void)indicator;
    const char *note =
        words_get(composer->words, chart->multiples->set_count > 1 ? WORD_MULTIPLES_SCALES : WORD_MULTIPLES_SCALE);
    note = sentence(composer, note, scales_said(composer, chart));
    note = sentence(composer, note, own_words(composer, chart->multiples));
    note = sentence(composer, note, held_words(composer, chart));
    note = sentence(composer, note, reasons(composer, chart));
    if (chart->standings_count == 1 && standings_told_apart(chart->standings))
        note = sentence(composer, note, words_get(composer->words, WORD_COMPARISON_NOTE_UNROUNDED));
    prose_set_words(composer, flow, ROLE_PARAGRAPH, note, &style)->gap_pt = note_gap;
}
