#include "chart_reading.h"

#include <string.h>

#include "figure_text.h"

/* The field that a year to date has in slot of a month's; a field without one has FIELD_COUNT. */
static enum field to_date_field(enum field field) {
    switch (field) {
    case FIELD_VALUE:
        return FIELD_YTD_VALUE;
    case FIELD_NUMERATOR:
        return FIELD_YTD_NUMERATOR;
    case FIELD_DENOMINATOR:
        return FIELD_YTD_DENOMINATOR;
    default:
        return FIELD_COUNT;
    }
}

bool chart_reading_is_spc(const struct chart_draft *draft) {
    return draft->block->control && draft->indicator->control_chart != NULL;
}

const struct indicator *chart_reading_indicator(const struct chart_draft *draft, const struct chart_line *line) {
    return line->indicator != NULL ? line->indicator : draft->indicator;
}

static struct chart_reading field_reading(const struct chart_draft *draft, const struct indicator *indicator,
                                          enum field field, int month) {
    const struct figure *figure = figure_at(figures_of(draft->composer->figures, indicator), field, month);
    if (status_is_absent(figure->status) || !fraction_present(figure->value))
        return (struct chart_reading){0};
    return (struct chart_reading){figure->value, figure_printed(draft->composer->arena, indicator, field, figure)};
}

static struct chart_reading series_reading(const struct chart_draft *draft, const struct series *series, int month) {
    struct cell cell = series_cell(series, month);
    if (status_is_absent(cell.status) || month > draft->composer->period)
        return (struct chart_reading){0};
    return (struct chart_reading){cell.number, fraction_printed(draft->composer->arena, cell.number, 0, false)};
}

static struct chart_reading year_reading(const struct chart_draft *draft, const struct indicator *indicator,
                                         const char *year) {
    for (size_t i = 0; i < indicator->annual_count; i++) {
        const struct annual *annual = &indicator->annuals[i];
        if (strcmp(annual->year, year) == 0 && !status_is_absent(annual->status) && fraction_present(annual->value))
            return (struct chart_reading){
                annual->value, fraction_printed(draft->composer->arena, annual->value, indicator->decimals, false)};
    }
    return (struct chart_reading){0};
}

struct chart_reading chart_reading_benchmark(const struct chart_draft *draft, const struct indicator *indicator,
                                             const struct comparator *comparator, const char **year) {
    for (size_t i = indicator->benchmark_count; i-- > 0;) {
        const struct benchmark *benchmark = &indicator->benchmarks[i];
        if (strcmp(benchmark->name, comparator->id) != 0 || !fraction_present(benchmark->value) ||
            status_is_absent(benchmark->status) || (*year != NULL && strcmp(benchmark->year, *year) != 0))
            continue;
        *year = benchmark->year;
        return (struct chart_reading){
            benchmark->value, fraction_printed(draft->composer->arena, benchmark->value,
                                               indicator_benchmark_decimals(indicator, benchmark->value), false)};
    }
    return (struct chart_reading){0};
}

struct chart_reading chart_reading_at(const struct chart_draft *draft, const struct chart_line *line,
                                      const struct chart_slot *slot) {
    const struct indicator *indicator = chart_reading_indicator(draft, line);
    enum field field = slot->kind == SLOT_TO_DATE ? to_date_field(line->field) : line->field;
    bool monthly = slot->kind == SLOT_MONTH || slot->kind == SLOT_LINE;
    const char *year = NULL;
    if (slot->kind == SLOT_BENCHMARK_YEAR || (slot->kind == SLOT_LINE && slot->line != line))
        return (struct chart_reading){0};
    if (line->series != NULL)
        return monthly ? series_reading(draft, line->series, slot->month) : (struct chart_reading){0};
    if (monthly || (slot->kind == SLOT_TO_DATE && field != FIELD_COUNT))
        return field_reading(draft, indicator, field, slot->month);
    if (field != FIELD_VALUE)
        return (struct chart_reading){0};
    return slot->kind == SLOT_YEAR ? year_reading(draft, indicator, slot->year)
                                   : chart_reading_benchmark(draft, indicator, slot->comparator, &year);
}

const char *chart_reading_name(const struct chart_draft *draft, const struct chart_line *line) {
    if (line->label != NULL)
        return line->label;
    if (line->series != NULL)
        return line->series->title != NULL ? line->series->title : line->series->id;
    switch (line->field) {
    case FIELD_YTD_VALUE:
        return words_get(draft->composer->words, WORD_YEAR_TO_DATE);
    case FIELD_ROLLING_12_VALUE:
        return words_get(draft->composer->words, WORD_ROLLING_12_MONTHS);
    case FIELD_VALUE:
        return chart_reading_indicator(draft, line)->short_title;
    default:
        return field_heading(draft->composer, chart_reading_indicator(draft, line), line->field);
    }
}
