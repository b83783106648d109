#include "chart.h"

#include <math.h>
#include <string.h>

#include "unit.h"

static const double value_limit = 1e15;
enum { LINES_MIN = 4, LINES_MAX = 6 };
static const double hidden = 0.0075;      /* of a scale: so near to another a line is hidden by it */
static const double below_columns = 0.08; /* of a scale: room for a figure */

bool series_is_data(const struct chart_series *series) {
    return series->mark == MARK_COLUMN || series->mark == MARK_LINE;
}

bool point_value(const struct chart_series *series, size_t category, double *value) {
    const struct chart_point *point = series->points == NULL ? NULL : &series->points[category];
    if (point == NULL || !point->present || !isfinite(point->value) || fabs(point->value) > value_limit)
        return false;
    *value = point->value;
    return true;
}

const char *chart_printed(struct arena *arena, const struct chart *chart, const struct chart_series *series,
                          size_t category) {
    const struct chart_point *point = &series->points[category];
    enum unit unit = series->second_axis ? chart->second_unit.is : chart->unit.is;
    return point->printed != NULL && point->printed[0] != '\0'
               ? point->printed
               : unit_number(arena, unit, point->value, chart->decimals);
}

const struct chart_group *chart_groups(const struct chart *chart, struct chart_group *whole, size_t *count) {
    *whole = (struct chart_group){.count = chart->category_count, .kind = GROUP_PERIODS};
    *count = chart->group_count == 0 ? 1 : chart->group_count;
    return chart->group_count == 0 ? whole : chart->groups;
}

static bool same_gap(const char *reason, enum status status, const char *before, enum status status_before) {
    return reason != NULL && before != NULL && status == status_before && strcmp(reason, before) == 0;
}

bool category_same_gap(const struct chart_category *category, const struct chart_category *before) {
    return same_gap(category->gap_reason, category->gap_status, before->gap_reason, before->gap_status);
}

bool point_same_gap(const struct chart_point *point, const struct chart_point *before) {
    return same_gap(point->gap_reason, point->gap_status, before->gap_reason, before->gap_status);
}

bool point_before(const struct chart_series *series, size_t first, size_t category, size_t *before) {
    double value;
    for (size_t i = category; i-- > first && !series->points[i + 1].anew;) {
        *before = i;
        if (!series->points[i].not_due)
            return point_value(series, i, &value);
    }
    return false;
}

/* True where two figures are printed alike. */
static bool printed_alike(const struct chart *chart, const struct chart_point *a, const struct chart_point *b) {
    if (a->printed != NULL && b->printed != NULL)
        return strcmp(a->printed, b->printed) == 0;
    return fabs(a->value - b->value) * pow(10, chart->decimals) < 0.5;
}

enum word chart_scale_word(const struct chart *chart) {
    for (size_t s = 0; s < chart->series_count; s++)
        if (chart->series[s].second_axis)
            return WORD_CHART_LOWER_SCALE_STARTS;
    return WORD_CHART_SCALE_STARTS;
}

bool chart_lines_coincide(const struct chart *chart, const struct chart_series *line, const struct chart_series *other,
                          size_t first, size_t category) {
    size_t before, others;
    double value;
    struct scale scale;
    const struct chart_point *a = line->points, *b = other->points;
    if (line->mark != MARK_LINE || other->mark != MARK_LINE || line->second_axis != other->second_axis ||
        !point_value(line, category, &value) || !point_value(other, category, &value) ||
        !point_before(line, first, category, &before) || !point_before(other, first, category, &others) ||
        before != others || !printed_alike(chart, &a[before], &b[before]) ||
        !printed_alike(chart, &a[category], &b[category]) ||
        !chart_scale(chart, line->second_axis ? CHART_AXIS_SECOND : CHART_AXIS_FIRST, LINES_MIN, LINES_MAX, &scale))
        return false;
    double near = hidden * (scale_high(&scale) - scale_low(&scale));
    return fabs(a[before].value - b[before].value) < near && fabs(a[category].value - b[category].value) < near;
}

bool point_last(const struct chart_series *series, size_t first, size_t count, size_t *category) {
    double value;
    for (size_t i = first + count; i-- > first;)
        if (point_value(series, i, &value)) {
            *category = i;
            return true;
        }
    return false;
}

bool point_first(const struct chart_series *series, size_t first, size_t count, size_t *category) {
    double value;
    for (size_t i = first; i < first + count; i++)
        if (point_value(series, i, &value)) {
            *category = i;
            return true;
        }
    return false;
}

bool chart_has_target(const struct chart *chart) {
    size_t category;
    for (size_t s = 0; s < chart->series_count; s++)
        if ((chart->series[s].mark == MARK_TARGET || chart->series[s].mark == MARK_RANGE) &&
            point_first(&chart->series[s], 0, chart->category_count, &category))
            return true;
    return false;
}

/* Positive figures grow upwards from zero, negative ones downwards. */
bool chart_column(const struct chart *chart, const struct chart_series *series, size_t category, double *from,
                  double *to) {
    double value, below;
    if (!point_value(series, category, &value))
        return false;
    *from = 0;
    for (const struct chart_series *other = chart->series; chart_traits[chart->kind].stacked && other < series; other++)
        if (other->mark == MARK_COLUMN && other->second_axis == series->second_axis &&
            point_value(other, category, &below) && (below < 0) == (value < 0))
            *from += below;
    *to = *from + value;
    return true;
}

/* NULL where it stands in none. */
static const struct chart_group *group_of(const struct chart *chart, size_t category) {
    for (size_t i = 0; i < chart->group_count; i++)
        if (category >= chart->groups[i].first && category < chart->groups[i].first + chart->groups[i].count)
            return &chart->groups[i];
    return NULL;
}

bool chart_is_apart(const struct chart *chart, size_t category) {
    const struct chart_group *group = group_of(chart, category);
    return group != NULL && group->apart;
}

bool chart_is_left_out(const struct chart *chart, size_t category) {
    return chart->group_count > 0 && group_of(chart, category) == NULL;
}

static enum chart_axis axis_of(const struct chart *chart, const struct chart_series *series, size_t category) {
    if (series->second_axis)
        return CHART_AXIS_SECOND;
    return chart_is_apart(chart, category) ? CHART_AXIS_APART : CHART_AXIS_FIRST;
}

static bool chart_range(const struct chart *chart, enum chart_axis axis, struct scale_range *range) {
    bool found = false, columns = false;
    for (size_t s = 0; s < chart->series_count; s++) {
        const struct chart_series *series = &chart->series[s];
        for (size_t i = 0; i < chart->category_count; i++) {
            double from, value;
            bool column = series->mark == MARK_COLUMN;
            if (axis_of(chart, series, i) != axis || chart_is_left_out(chart, i))
                continue;
            if (column ? !chart_column(chart, series, i, &from, &value) : !point_value(series, i, &value))
                continue;
            range->min = found ? fmin(range->min, value) : value;
            range->max = found ? fmax(range->max, value) : value;
            if (series->mark == MARK_RANGE)
                range->max = fmax(range->max, series->points[i].upto);
            range->from_zero |= column;
            columns |= column;
            found = true;
        }
    }
    /* a column that hangs has its figure below it */
    if (columns && range->min < 0 && !chart_traits[chart->kind].rows)
        range->min -= below_columns * (fmax(range->max, 0) - range->min);
    return found;
}

bool chart_scale(const struct chart *chart, enum chart_axis axis, int lines_min, int lines_max, struct scale *scale) {
    const struct unit_facts *unit = &unit_table[axis == CHART_AXIS_SECOND ? chart->second_unit.is : chart->unit.is];
    struct scale_range range = {.from_zero =
                                    chart->from_zero || axis != CHART_AXIS_FIRST || chart_traits[chart->kind].rows,
                                .limit = unit->percentage ? 100 : INFINITY,
                                .span = chart->least_span,
                                .decimals = unit->clock ? 1 : chart->decimals,
                                .lines_min = lines_min,
                                .lines_max = lines_max};
    bool found = chart_range(chart, axis, &range);
    range.min = fmax(-value_limit, range.min);
    range.max = fmin(range.max, value_limit);
    range.from_zero |= range.max < 0; /* so that a scale is only ever cut at its foot */
    *scale = scale_make(range);
    return found;
}

void chart_report_small(const struct chart *chart, double width_pt, double height_pt, struct diag *diag) {
    diag_error(diag, chart->pos, "the chart has %.0f x %.0f pt, too little to draw it in; give it more room", width_pt,
               height_pt);
}
