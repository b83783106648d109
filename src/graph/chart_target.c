#include "chart_target.h"

#include "band_text.h"
#include "chart_reading.h"

static const char *with_side(const struct chart_draft *draft, const struct chart_slot *slot, struct fraction target,
                             const char *figure) {
    return band_text_target(draft->composer, draft->indicator, slot->period, target, figure);
}

/* True where the chart's first line is what the indicator is judged by. */
static bool shows_judged(const struct chart_draft *draft) {
    const struct chart_line *line = draft->asked->lines;
    return draft->asked->line_count > 0 && line->series == NULL && line->comparator == NULL &&
           line->indicator == NULL && !line->second_axis &&
           (line->field == FIELD_VALUE || line->field == FIELD_YTD_VALUE);
}

/* A target of the year stands on a scale of years to date alone. */
static struct chart_reading target_reading(const struct chart_draft *draft, const struct chart_slot *slot) {
    static const struct chart_line line = {.field = FIELD_TARGET};
    const struct indicator *indicator = draft->indicator;
    const struct target *target = indicator_target(indicator, slot->period);
    bool of_year = target != NULL && target->of_year && fraction_present(target->value) && shows_judged(draft) &&
                   draft->asked->lines[0].field == FIELD_YTD_VALUE;
    struct chart_reading reading = of_year ? chart_reading_of(draft, indicator, FIELD_TARGET, target->value, -1)
                                           : chart_reading_at(draft, &line, slot);
    if (target == NULL || !fraction_present(target->value))
        return reading;
    reading.printed = with_side(draft, slot, target->value, reading.printed);
    reading.said = with_side(draft, slot, target->value, reading.said);
    return reading;
}

/* The band of green in a period, where it has two ends. */
static const struct band *range_in(const struct indicator *indicator, int period) {
    const struct band *green = indicator_green(indicator, period);
    bool both = green != NULL && fraction_present(green->from) && fraction_present(green->below);
    return both ? green : NULL;
}

void chart_target_fill_range(struct chart_draft *draft, const struct indicator *indicator,
                             struct chart_series *series) {
    for (size_t i = 0; i < draft->chart->category_count; i++) {
        int period = draft->slots[i].period;
        const struct band *band = draft->slots[i].kind == SLOT_PERIOD ? range_in(indicator, period) : NULL;
        if (band == NULL)
            continue;
        const struct chart_reading from = {.value = figure_shown(indicator, FIELD_VALUE, band->from),
                                           .printed = band_text(draft->composer, indicator,
                                                                indicator_band_rule(indicator, period), BAND_GREEN,
                                                                BAND_BY_SIGNS)};
        series->points[i] = chart_draft_point(from);
        series->points[i].upto = fraction_double(figure_shown(indicator, FIELD_VALUE, band->below));
    }
}

static void fill_targets(struct chart_draft *draft, struct chart_series *series) {
    for (size_t i = 0; i < draft->chart->category_count; i++)
        if (draft->slots[i].kind == SLOT_PERIOD)
            chart_draft_set_point(draft, series, i, target_reading(draft, &draft->slots[i]));
}

/* Adds what each period has; false, and nothing added, where none has any. */
static bool add(struct chart_draft *draft, enum word name, enum chart_mark mark) {
    struct chart_series *series = chart_draft_add_series(draft, words_get(draft->composer->words, name), mark);
    size_t found;
    if (series == NULL)
        return false;
    series->colour = series->label_colour = COLOUR_TARGET;
    if (mark == MARK_RANGE)
        chart_target_fill_range(draft, draft->indicator, series);
    else
        fill_targets(draft, series);
    bool any = point_first(series, 0, draft->chart->category_count, &found);
    draft->chart->series_count -= !any;
    return any;
}

void chart_target_add(struct chart_draft *draft) {
    if (draft->indicator->target_count > 0 && add(draft, WORD_TARGET, MARK_TARGET))
        return;
    if (shows_judged(draft))
        add(draft, WORD_TARGET_RANGE, MARK_RANGE);
}
