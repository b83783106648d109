#include <string.h>

#include "charting.h"
#include "figure_text.h"

/* The field that a year to date has in place of a month's; a field without one has FIELD_COUNT. */
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

const struct indicator *making_indicator(const struct making *making, const struct chart_line *line) {
    return line->indicator != NULL ? line->indicator : making->indicator;
}

static struct reading field_reading(const struct making *making, const struct indicator *indicator, enum field field,
                                    int month) {
    const struct figure *figure = figure_at(figures_of(making->composer->figures, indicator), field, month);
    if (status_is_absent(figure->status) || !fraction_present(figure->value))
        return (struct reading){0};
    return (struct reading){figure->value, figure_printed(making->composer->arena, indicator, field, figure)};
}

static struct reading series_reading(const struct making *making, const struct series *series, int month) {
    struct cell cell = series_cell(series, month);
    if (status_is_absent(cell.status) || month > making->composer->period)
        return (struct reading){0};
    return (struct reading){cell.number, fraction_printed(making->composer->arena, cell.number, 0, false)};
}

static struct reading year_reading(const struct making *making, const struct indicator *indicator, const char *year) {
    for (size_t i = 0; i < indicator->annual_count; i++) {
        const struct annual *annual = &indicator->annuals[i];
        if (strcmp(annual->year, year) == 0 && !status_is_absent(annual->status) && fraction_present(annual->value))
            return (struct reading){
                annual->value, fraction_printed(making->composer->arena, annual->value, indicator->decimals, false)};
    }
    return (struct reading){0};
}

struct reading making_benchmark(const struct making *making, const struct indicator *indicator,
                                const struct comparator *comparator, const char **year) {
    for (size_t i = indicator->benchmark_count; i-- > 0;) {
        const struct benchmark *benchmark = &indicator->benchmarks[i];
        if (strcmp(benchmark->name, comparator->id) != 0 || !fraction_present(benchmark->value) ||
            status_is_absent(benchmark->status) || (*year != NULL && strcmp(benchmark->year, *year) != 0))
            continue;
        *year = benchmark->year;
        return (struct reading){benchmark->value,
                                fraction_printed(making->composer->arena, benchmark->value,
                                                 indicator_benchmark_decimals(indicator, benchmark->value), false)};
    }
    return (struct reading){0};
}

struct reading making_reading(const struct making *making, const struct chart_line *line, const struct place *place) {
    const struct indicator *indicator = making_indicator(making, line);
    enum field field = place->kind == PLACE_TO_DATE ? to_date_field(line->field) : line->field;
    bool monthly = place->kind == PLACE_MONTH || place->kind == PLACE_LINE;
    const char *year = NULL;
    if (place->kind == PLACE_BENCHMARK_YEAR || (place->kind == PLACE_LINE && place->line != line))
        return (struct reading){0};
    if (line->series != NULL)
        return monthly ? series_reading(making, line->series, place->month) : (struct reading){0};
    if (monthly || (place->kind == PLACE_TO_DATE && field != FIELD_COUNT))
        return field_reading(making, indicator, field, place->month);
    if (field != FIELD_VALUE)
        return (struct reading){0};
    return place->kind == PLACE_YEAR ? year_reading(making, indicator, place->year)
                                     : making_benchmark(making, indicator, place->comparator, &year);
}

const char *making_line_name(const struct making *making, const struct chart_line *line) {
    if (line->label != NULL)
        return line->label;
    if (line->series != NULL)
        return line->series->title != NULL ? line->series->title : line->series->id;
    switch (line->field) {
    case FIELD_YTD_VALUE:
        return words_get(making->composer->words, WORD_YEAR_TO_DATE);
    case FIELD_ROLLING_12_VALUE:
        return words_get(making->composer->words, WORD_ROLLING_12_MONTHS);
    case FIELD_VALUE:
        return making_indicator(making, line)->short_title;
    default:
        return field_heading(making->composer, making_indicator(making, line), line->field);
    }
}
