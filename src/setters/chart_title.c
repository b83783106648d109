#include "chart_title.h"

#include <math.h>

#include "claim_text.h"
#include "commentary.h"
#include "multiples.h"
#include "trend_chart.h"
#include "unit.h"

const struct chart_group *chart_title_periods(const struct chart *chart) {
    for (size_t i = 0; i < chart->group_count && !chart_traits[chart->kind].rows; i++)
        if (chart->groups[i].kind == GROUP_PERIODS)
            return &chart->groups[i];
    return NULL;
}

/* The only line of a chart whose figures are those of an indicator; NULL where it shows more, or other. */
static const struct chart_line *line_told(const struct block *block, const struct chart *chart,
                                          const struct indicator *indicator) {
    const struct trend_chart *asked = block_trend_chart(block);
    const struct chart_traits *traits = &chart_traits[chart->kind];
    const struct chart_line *line = NULL;
    if (traits->rows || traits->stacked || traits->shares || traits->compares || traits->multiple)
        return NULL;
    for (size_t i = 0; i < asked->line_count; i++) {
        if (asked->lines[i].comparator != NULL)
            continue;
        if (line != NULL)
            return NULL;
        line = &asked->lines[i];
    }
    bool told = line != NULL && line->series == NULL && (line->indicator == NULL || line->indicator == indicator) &&
                (line->field == FIELD_VALUE || line->field == FIELD_YTD_VALUE || line->field == FIELD_ROLLING_12_VALUE);
    return told ? line : NULL;
}

/* What the figures say; NULL: nothing. */
static const char *claim_of(struct composer *composer, const struct block *block, const struct indicator *indicator,
                            const struct chart *chart) {
    const struct chart_group *periods = chart_title_periods(chart);
    const struct chart_line *line = line_told(block, chart, indicator);
    if (periods == NULL || line == NULL)
        return NULL;
    const struct calendar pack = composer->layout->catalogue->calendar;
    const struct claim claim = claim_find(&(struct claim_request){
        .table = figures_of(composer->figures, indicator),
        .calendar = pack,
        .field = line->field,
        .first = calendar_first_in(chart->calendar, chart->categories[periods->first].period, pack),
        .last = composer->period,
        .control = chart->spc != NULL && !chart->spc->still});
    return claim_text(composer, indicator, line->field, &claim);
}

/* A figure of a chart as a sentence has it. */
static const char *figure_of(struct composer *composer, const struct chart *chart, const struct chart_point *point) {
    const char *tick = unit_table[chart->unit.is].tick;
    if (point->said != NULL)
        return point->said;
    return arena_printf(composer->arena, "%s%s", point->printed, tick == NULL ? "" : tick);
}

/* The latest whole stack: false where there is none, or one with a part below zero. */
static bool find_stack(const struct chart *chart, size_t *category, double *sum) {
    const struct chart_group *periods = chart_title_periods(chart);
    if (periods == NULL || chart->series_count == 0 ||
        !point_last(&chart->series[0], periods->first, periods->count, category))
        return false;
    *sum = 0;
    for (size_t s = 0; s < chart->series_count; s++) {
        double value;
        if (chart->series[s].mark != MARK_COLUMN)
            continue;
        if (!point_value(&chart->series[s], *category, &value) || value < 0)
            return false;
        *sum += value;
    }
    return *sum > 0;
}

/* The one part of a stack that is larger than all others; NULL where two are. */
static const struct chart_series *largest_part(const struct chart *chart, size_t category) {
    const struct chart_series *largest = NULL;
    bool tied = false;
    for (size_t s = 0; s < chart->series_count; s++) {
        const struct chart_series *series = &chart->series[s];
        if (series->mark != MARK_COLUMN)
            continue;
        double value = series->points[category].value, most = largest == NULL ? -1 : largest->points[category].value;
        tied = value == most || (tied && value < most);
        largest = value > most ? series : largest;
    }
    return tied ? NULL : largest;
}

static const char *title_of_stack(struct composer *composer, const struct chart *chart) {
    size_t category;
    double sum;
    if (!find_stack(chart, &category, &sum))
        return NULL;
    const struct chart_series *part = largest_part(chart, category);
    if (part == NULL || part->name == NULL)
        return NULL;
    const char *when =
        words_format(composer->arena, composer->words, word_per_grain(PER_GRAIN_IN, chart->calendar.grain), "period",
                     chart->categories[category].long_label, NULL);
    double share = floor(100 * part->points[category].value / sum + 0.5);
    return claim_text_largest(composer, &(struct claim_end){part->name, arena_printf(composer->arena, "%.0f%%", share)},
                              when);
}

/* The rows with the highest and the lowest figure, where no other has the same. */
static const char *title_of_rows(struct composer *composer, const struct chart *chart) {
    size_t high = 0, low = 0, count = 0, highest = 0, lowest = 0;
    for (size_t i = 0; i < chart->category_count && chart->series_count > 0; i++) {
        double value;
        const struct chart_point *points = chart->series[0].points;
        if (!point_value(&chart->series[0], i, &value))
            continue;
        highest = count == 0 || value > points[high].value ? 1 : highest + (value == points[high].value);
        lowest = count == 0 || value < points[low].value ? 1 : lowest + (value == points[low].value);
        high = count == 0 || value > points[high].value ? i : high;
        low = count == 0 || value < points[low].value ? i : low;
        count++;
    }
    if (count < 3 || highest != 1 || lowest != 1)
        return NULL;
    const struct chart_point *points = chart->series[0].points;
    const struct claim_end first = {chart->categories[high].label, figure_of(composer, chart, &points[high])};
    const struct claim_end last = {chart->categories[low].label, figure_of(composer, chart, &points[low])};
    return claim_text_ends(composer, &first, &last, false);
}

static const char *title_of_multiples(struct composer *composer, const struct multiples *multiples) {
    struct claim_meet meet = {0};
    for (size_t i = 0; i < multiples->count; i++) {
        const struct multiple *multiple = &multiples->list[i];
        if (!multiple->aimed)
            continue;
        meet.total++;
        meet.count += multiple->meets;
        *(multiple->meets ? &meet.one_that_does : &meet.one_that_does_not) = multiple->title;
    }
    const char *title = meet.total > 1 && meet.total == multiples->count ? claim_text_meet(composer, &meet) : NULL;
    return title != NULL ? title
                         : words_format(composer->arena, composer->words, WORD_MULTIPLES_TITLE, "count",
                                        arena_printf(composer->arena, "%zu", multiples->count), NULL);
}

const char *chart_title(struct composer *composer, const struct block *block, const struct chart *chart,
                        const struct indicator *indicator) {
    if (chart->multiples != NULL)
        return title_of_multiples(composer, chart->multiples);
    const char *message = NULL;
    const struct chart_traits *traits = &chart_traits[chart->kind];
    bool led = composer_is_led(composer, block);
    if (!block_trend_chart(block)->auto_title && !led)
        message = commentary_message(composer, indicator);
    if (message == NULL)
        message = traits->stacked ? title_of_stack(composer, chart)
                  : traits->rows  ? title_of_rows(composer, chart)
                                  : claim_of(composer, block, indicator, chart);
    return message != NULL ? message : led ? chart->subject : indicator->short_title;
}
