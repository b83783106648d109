#include "chart_span.h"

#include <math.h>

#include "chart_reading.h"
#include "chart_series.h"
#include "unit.h"

static const double least_points = 10, least_share = 0.2;
static const double least_spark_share =
    0.5; /* of the largest: a line without a scale is not flat for being of small shares */
static const double usual_width = 2 * 2.66 * 2 / 3; /* of the mean moving range */

/* The mean distance of figures that follow one another, years to date within their year; 0 where there is none. */
static double mean_moving_range(const struct chart_draft *draft, const struct chart_line *line) {
    const struct indicator *indicator = chart_reading_indicator(draft, line);
    const struct figure_table *table = figures_of(draft->composer->figures, indicator);
    struct calendar calendar = draft->composer->layout->catalogue->calendar;
    bool restarts = chart_line_restarts(draft, line);
    double sum = 0, before = NAN;
    int count = 0, year = 0;
    for (int period = table->first; period <= draft->composer->period; period++) {
        const struct figure *figure = figure_at(table, line->field, period);
        if (status_is_absent(figure->status) || !fraction_present(figure->value))
            continue;
        double value = fraction_double(figure_shown(indicator, line->field, figure->value));
        bool joined = !restarts || calendar_year(calendar, period) == year;
        if (!isnan(before) && joined) {
            sum += fabs(value - before);
            count++;
        }
        before = value;
        year = calendar_year(calendar, period);
    }
    return count == 0 ? 0 : sum / count;
}

/* How large the figures of the first axis are. */
static double largest(const struct chart *chart) {
    double most = 0;
    for (size_t s = 0; s < chart->series_count; s++)
        for (size_t i = 0; i < chart->category_count && !chart->series[s].second_axis; i++) {
            double value;
            if (point_value(&chart->series[s], i, &value))
                most = fmax(most, fabs(value));
        }
    return most;
}

/* What is little for figures of that unit and size. */
static double little(const struct chart *chart) {
    if (!unit_table[chart->unit.is].percentage)
        return least_share * largest(chart);
    return chart->kind == CHART_SPARK ? fmin(least_points, least_spark_share * largest(chart)) : least_points;
}

double chart_span_least(const struct chart_draft *draft) {
    const struct chart_line *line = draft->asked->lines;
    const struct chart *chart = draft->chart;
    if (draft->asked->line_count == 0)
        return 0;
    const struct indicator *indicator = chart_reading_indicator(draft, line);
    bool own = line->series == NULL && line->comparator == NULL;
    if (own && fraction_present(indicator->least_span))
        return fraction_double(figure_shown(indicator, FIELD_VALUE, indicator->least_span));
    double usual = own ? usual_width * mean_moving_range(draft, line) : 0;
    return fmax(usual, little(chart));
}
