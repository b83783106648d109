#include <math.h>

#include "chart_filling.h"
#include "chart_gaps.h"
#include "chart_look.h"
#include "chart_multiples.h"
#include "chart_reading.h"
#include "chart_series.h"
#include "chart_span.h"
#include "chart_target.h"
#include "due.h"
#include "figure_text.h"

/* A small chart for each line of figures, by itself or in rows of its unit. */

enum { HELD_TARGET, HELD_RANGE, HELD_COUNT };

/* The letter of a figure; FIELD_NONE where it has none. */
static enum field band_of(enum field field) {
    return field == FIELD_VALUE ? FIELD_RAG : field == FIELD_YTD_VALUE ? FIELD_YTD_RAG : FIELD_NONE;
}

/* Comparators that are drawn in each. */
static bool is_compared(const struct chart_draft *draft, const struct chart_line *line) {
    return draft->asked->each_compared && line->comparator != NULL;
}

static const char *title_of(const struct chart_draft *draft, const struct chart_line *line) {
    bool own = line->indicator != NULL && line->label == NULL && line->comparator == NULL;
    return own ? line->indicator->short_title : chart_reading_name(draft, line);
}

/* The points of a line that is drawn in a chart of an indicator. */
static void fill_points(const struct chart_draft *draft, const struct chart_line *line, struct chart_series *series) {
    for (size_t i = 0; i < draft->chart->category_count; i++)
        series->points[i] = chart_draft_point(chart_line_reading(draft, line, i));
}

/* Whether it meets its target, as both are printed: nothing is said where neither way is better. */
static void put_aim(const struct indicator *indicator, const struct figure *value, const struct figure *target,
                    struct multiple *multiple) {
    if (status_is_absent(target->status) || !polarity_has_better(indicator->polarity))
        return;
    int side = fraction_compare(figure_rounded(indicator, FIELD_VALUE, value->value),
                                figure_rounded(indicator, FIELD_TARGET, target->value));
    multiple->aimed = true;
    multiple->meets = indicator->polarity == POLARITY_HIGHER ? side >= 0 : side <= 0;
}

/* The latest figure and its letter; what stands in its place. */
static void add_latest(const struct chart_draft *draft, const struct chart_line *line, struct multiple *multiple) {
    struct composer *composer = draft->composer;
    const struct indicator *indicator = chart_reading_indicator(draft, line);
    const struct figure_table *table = figures_of(composer->figures, indicator);
    bool own = line->series == NULL && line->comparator == NULL;
    int period = own ? due_period(composer, indicator, line->field) : composer->period;
    enum field band = own ? band_of(line->field) : FIELD_NONE;
    multiple->latest = chart_multiples_category(draft, period);
    if (!multiple->series->points[multiple->latest].present) {
        enum status status = own ? figure_at(table, line->field, period)->status : STATUS_MISSING;
        multiple->symbol = status_words[status_is_absent(status) ? status : STATUS_MISSING].symbol;
        return;
    }
    if (band != FIELD_NONE)
        put_aim(indicator, figure_at(table, line->field, period), figure_at(table, FIELD_TARGET, period), multiple);
    const struct figure *judged = band == FIELD_NONE ? NULL : figure_at(table, band, period);
    if (judged == NULL || judged->status != STATUS_PRESENT)
        return;
    multiple->judged = true;
    multiple->band = (enum band_colour)judged->word;
}

/* What the chart of a line has beside its figures. */
static void add_held(struct chart_draft *draft, const struct chart_line *line, struct multiple *multiple) {
    const struct indicator *indicator = chart_reading_indicator(draft, line);
    struct chart_series *target =
        chart_multiples_held(multiple, HELD_TARGET, words_get(draft->composer->words, WORD_TARGET), MARK_TARGET);
    struct chart_series *range =
        chart_multiples_held(multiple, HELD_RANGE, words_get(draft->composer->words, WORD_TARGET_RANGE), MARK_RANGE);
    size_t held = HELD_COUNT;
    bool judged = line->series == NULL && line->comparator == NULL && band_of(line->field) != FIELD_NONE;
    if (judged && indicator->target_count > 0)
        fill_points(draft, &(struct chart_line){.field = FIELD_TARGET, .indicator = indicator}, target);
    else if (judged)
        chart_target_fill_range(draft, indicator, range);
    for (size_t i = 0; i < draft->asked->line_count; i++) {
        struct chart_line other = draft->asked->lines[i];
        if (!is_compared(draft, &other))
            continue;
        other.indicator = indicator;
        struct chart_series *series =
            chart_multiples_held(multiple, held++, chart_reading_name(draft, &draft->asked->lines[i]), MARK_LINE);
        const struct catalogue *catalogue = draft->composer->layout->catalogue;
        chart_look_other(series, chart_look_number(catalogue, other.comparator, held - HELD_COUNT - 1));
        fill_points(draft, &other, series);
    }
}

static void add_line(struct chart_draft *draft, struct multiples *multiples, const struct chart_line *line) {
    struct multiple *multiple = chart_multiples_add(multiples, draft, title_of(draft, line));
    fill_points(draft, line, multiple->series);
    chart_gaps_explain_series(draft, line, multiple->series);
    add_latest(draft, line, multiple);
    add_held(draft, line, multiple);
}

static int decimals_of(const struct chart_draft *draft, const struct chart_line *line) {
    return line->series != NULL ? 0 : field_decimals(chart_reading_indicator(draft, line), line->field);
}

static bool share_scale(const struct chart_draft *draft, const struct chart_line *a, const struct chart_line *b) {
    return indicator_scales_agree(chart_reading_indicator(draft, a), chart_reading_unit(draft, a).is,
                                  chart_reading_indicator(draft, b), chart_reading_unit(draft, b).is);
}

/* What the scale of a chart of the line alone would cover at least. */
static double least_span_of(const struct chart_draft *draft, const struct chart_line *line) {
    struct chart_draft one = *draft;
    struct chart_line alone = *line;
    struct trend_chart asked = *draft->asked;
    asked.lines = &alone;
    asked.line_count = 1;
    one.asked = &asked;
    return chart_span_least(&one);
}

/* Those that share a scale with the first that is in no set yet. */
static void add_set(struct chart_draft *draft, struct multiples *multiples, size_t first, bool *taken) {
    const struct chart_line *lines = draft->asked->lines;
    struct multiple_set *set = &multiples->sets[multiples->set_count++];
    *set = (struct multiple_set){.unit = chart_reading_unit(draft, &lines[first]), .first = multiples->count};
    set->unit_words =
        chart_multiples_unit(draft->composer, chart_reading_indicator(draft, &lines[first]), set->unit.is);
    for (size_t i = first; i < draft->asked->line_count; i++) {
        if (taken[i] || (draft->asked->by_unit && !share_scale(draft, &lines[first], &lines[i])))
            continue;
        taken[i] = true;
        set->count++;
        set->decimals = decimals_of(draft, &lines[i]) > set->decimals ? decimals_of(draft, &lines[i]) : set->decimals;
        add_line(draft, multiples, &lines[i]);
        set->least_span = fmax(set->least_span, least_span_of(draft, &lines[i]));
    }
}

static void add_measures(struct chart_draft *draft) {
    size_t count = draft->asked->line_count, compared = 0;
    bool *taken = arena_new_array(draft->composer->arena, count + 1, bool);
    for (size_t i = 0; i < count; i++) {
        taken[i] = is_compared(draft, &draft->asked->lines[i]);
        compared += taken[i];
    }
    struct multiples *multiples = chart_multiples_create(draft, count - compared, HELD_COUNT + compared);
    for (size_t i = 0; i < count; i++)
        if (!taken[i])
            add_set(draft, multiples, i, taken);
}

const struct chart_filling chart_filling_multiples = {
    .categories = chart_multiples_axis, .series = add_measures, .set_below = chart_multiples_set_note};
