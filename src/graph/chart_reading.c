#include "chart_reading.h"

#include <string.h>

#include "due.h"
#include "figure_text.h"

const struct indicator *chart_reading_indicator(const struct chart_draft *draft, const struct chart_line *line) {
    return line->indicator != NULL ? line->indicator : draft->indicator;
}

struct scale_unit chart_reading_unit(const struct chart_draft *draft, const struct chart_line *line) {
    return line->series != NULL ? (struct scale_unit){UNIT_COUNT, NULL}
                                : figure_text_scale(draft->composer, chart_reading_indicator(draft, line), line->field);
}

struct chart_reading chart_reading_of(const struct chart_draft *draft, const struct indicator *indicator,
                                      enum field field, struct fraction value, int decimals) {
    const struct figure figure = {.value = value};
    const char *printed = figure_printed_with(draft->composer->arena, indicator, field, &figure, decimals);
    bool points = field_is_points(indicator, field);
    return (struct chart_reading){.value = figure_shown(indicator, field, value),
                                  .printed = printed,
                                  .said =
                                      points ? NULL : figure_text_written(draft->composer, indicator, field, printed)};
}

static struct chart_reading field_reading(const struct chart_draft *draft, const struct indicator *indicator,
                                          enum field field, int period) {
    const struct figure *figure = figure_at(figures_of(draft->composer->figures, indicator), field, period);
    if (status_is_absent(figure->status) || !fraction_present(figure->value))
        return (struct chart_reading){.not_due = figure->status == STATUS_NOT_DUE};
    return chart_reading_of(draft, indicator, field, figure->value, -1);
}

static struct chart_reading series_reading(const struct chart_draft *draft, const struct series *series, int period) {
    struct cell cell = series_cell(series, period);
    if (status_is_absent(cell.status) || period > draft->composer->period)
        return (struct chart_reading){.not_due = cell.status == STATUS_NOT_DUE};
    return (struct chart_reading){.value = cell.number,
                                  .printed = fraction_printed(draft->composer->arena, cell.number, 0, false)};
}

static struct chart_reading year_reading(const struct chart_draft *draft, const struct indicator *indicator,
                                         const char *year) {
    for (size_t i = 0; i < indicator->annual_count; i++) {
        const struct annual *annual = &indicator->annuals[i];
        if (strcmp(annual->year, year) == 0 && !status_is_absent(annual->status) && fraction_present(annual->value))
            return chart_reading_of(draft, indicator, FIELD_VALUE, annual->value, indicator->decimals);
    }
    return (struct chart_reading){0};
}

static struct chart_reading compared_reading(const struct chart_draft *draft, const struct indicator *indicator,
                                             const struct comparator *comparator, int period) {
    const struct figure *figure =
        figure_among(figures_of(draft->composer->figures, indicator), comparator, AMONG_BENCHMARK, period);
    if (status_is_absent(figure->status))
        return (struct chart_reading){.not_due = figure->status == STATUS_NOT_DUE};
    return chart_reading_of(draft, indicator, FIELD_VALUE, figure->value, -1);
}

/* What the latest period of a computed comparator is told by: a year, or `Q1 18/19`. */
static const char *latest_name(const struct chart_draft *draft, const struct indicator *indicator, int period) {
    struct calendar calendar = draft->composer->layout->catalogue->calendar;
    return due_calendar(draft->composer, indicator).grain == GRAIN_YEAR
               ? calendar_year_name(draft->composer->arena, calendar, calendar_year(calendar, period))
               : due_short(draft->composer, indicator, period);
}

/* Of a computed comparator in a year, where the indicator is due by the year; the latest where none is asked for. */
static struct chart_reading computed_reading(const struct chart_draft *draft, const struct indicator *indicator,
                                             const struct comparator *comparator, const char **year) {
    struct calendar calendar = draft->composer->layout->catalogue->calendar;
    int period = due_period(draft->composer, indicator, FIELD_VALUE);
    if (*year != NULL && strcmp(*year, latest_name(draft, indicator, period)) != 0) {
        int asked = calendar_year_parse(*year);
        if (asked == PERIOD_NONE || due_calendar(draft->composer, indicator).grain != GRAIN_YEAR)
            return (struct chart_reading){0};
        period = calendar_year_last(calendar, asked);
    }
    struct chart_reading reading = compared_reading(draft, indicator, comparator, period);
    if (fraction_present(reading.value))
        *year = latest_name(draft, indicator, period);
    return reading;
}

struct chart_reading chart_reading_benchmark(const struct chart_draft *draft, const struct indicator *indicator,
                                             const struct comparator *comparator, const char **year) {
    if (comparator->computed != COMPUTED_NOT)
        return computed_reading(draft, indicator, comparator, year);
    for (size_t i = indicator->benchmark_count; i-- > 0;) {
        const struct benchmark *benchmark = &indicator->benchmarks[i];
        if (strcmp(benchmark->name, comparator->id) != 0 || !fraction_present(benchmark->value) ||
            status_is_absent(benchmark->status) || (*year != NULL && strcmp(benchmark->year, *year) != 0))
            continue;
        *year = benchmark->year;
        int decimals = indicator_benchmark_decimals_beside(indicator, benchmark->value);
        return chart_reading_of(draft, indicator, FIELD_VALUE, benchmark->value, decimals);
    }
    return (struct chart_reading){0};
}

struct chart_reading chart_reading_reference(const struct chart_draft *draft, const struct chart_reference *reference,
                                             const char **name) {
    const char *year = NULL;
    *name = reference->label;
    if (reference->comparator == NULL) {
        int decimals = fraction_decimals(figure_shown(draft->indicator, FIELD_VALUE, reference->value));
        return chart_reading_of(draft, draft->indicator, FIELD_VALUE, reference->value, decimals);
    }
    if (*name == NULL)
        *name = reference->comparator->short_title;
    return chart_reading_benchmark(draft, draft->indicator, reference->comparator, &year);
}

struct chart_reading chart_reading_at(const struct chart_draft *draft, const struct chart_line *line,
                                      const struct chart_slot *slot) {
    const struct indicator *indicator = chart_reading_indicator(draft, line);
    enum field to_date = field_table[line->field].to_date;
    bool of_periods = slot->kind == SLOT_PERIOD || slot->kind == SLOT_LINE;
    const char *year = NULL;
    if (slot->kind == SLOT_BENCHMARK_YEAR || (slot->kind == SLOT_LINE && slot->line != line))
        return (struct chart_reading){0};
    if (line->comparator != NULL)
        return of_periods ? compared_reading(draft, indicator, line->comparator, slot->period)
                          : (struct chart_reading){0};
    if (line->series != NULL)
        return of_periods ? series_reading(draft, line->series, slot->period) : (struct chart_reading){0};
    if (of_periods)
        return field_reading(draft, indicator, line->field, slot->period);
    if (line->second_axis && field_adds_up(indicator, line->field))
        return (struct chart_reading){0}; /* the second axis has no other scale for sums */
    if (slot->kind == SLOT_TO_DATE)
        return to_date == FIELD_NONE ? (struct chart_reading){0}
                                     : field_reading(draft, indicator, to_date, slot->period);
    if (field_table[line->field].past != PAST_FIGURE)
        return (struct chart_reading){0};
    return slot->kind == SLOT_YEAR ? year_reading(draft, indicator, slot->year)
                                   : chart_reading_benchmark(draft, indicator, slot->comparator, &year);
}

/* True where another line shows that field of another measure. */
static bool is_told_by_measure(const struct chart_draft *draft, const struct chart_line *line) {
    for (size_t i = 0; i < draft->asked->line_count; i++) {
        const struct chart_line *other = &draft->asked->lines[i];
        if (other->series == NULL && other->comparator == NULL && other->field == line->field &&
            chart_reading_indicator(draft, other) != chart_reading_indicator(draft, line))
            return true;
    }
    return false;
}

const char *chart_reading_name(const struct chart_draft *draft, const struct chart_line *line) {
    if (line->label != NULL)
        return line->label;
    if (line->comparator != NULL)
        return line->comparator->short_title;
    if (line->series != NULL)
        return line->series->title != NULL ? line->series->title : line->series->id;
    const struct field_facts *facts = &field_table[line->field];
    switch (facts->line) {
    case LINE_NAMED_BY_WORD:
        return words_get(draft->composer->words, facts->line_word);
    case LINE_NAMED_AS_INDICATOR:
        return chart_reading_indicator(draft, line)->short_title;
    case LINE_NAMED_BY_HEADING:
        break;
    }
    const struct indicator *indicator = chart_reading_indicator(draft, line);
    return is_told_by_measure(draft, line) ? indicator->short_title
                                           : figure_text_heading(draft->composer, indicator, line->field);
}
