#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

#include "chart.h"
#include "unit.h"

static struct chart_point points[][2] = {{{.present = true, .value = 10}, {.present = true, .value = -4}},
                                         {{.present = true, .value = 30}, {.present = true, .value = 5}},
                                         {{.present = true, .value = 60}, {.present = true, .value = -6}}};

static struct chart_series series[3];

static struct chart chart_of(enum chart_kind kind) {
    for (size_t s = 0; s < 3; s++)
        series[s] = (struct chart_series){.mark = MARK_COLUMN, .points = points[s]};
    return (struct chart){.kind = kind, .category_count = 2, .series = series, .series_count = 3};
}

static void assert_column(const struct chart *chart, size_t s, size_t category, double from, double to) {
    double got_from, got_to;
    assert_true(chart_column(chart, &chart->series[s], category, &got_from, &got_to));
    assert_true(got_from == from && got_to == to);
}

static void columns_of_a_stack_stand_on_one_another(void **state) {
    (void)state;
    struct chart chart = chart_of(CHART_STACKED);
    assert_column(&chart, 0, 0, 0, 10);
    assert_column(&chart, 1, 0, 10, 40);
    assert_column(&chart, 2, 0, 40, 100);
}

static void negative_figures_hang_from_zero(void **state) {
    (void)state;
    struct chart chart = chart_of(CHART_STACKED);
    assert_column(&chart, 0, 1, 0, -4);
    assert_column(&chart, 1, 1, 0, 5);
    assert_column(&chart, 2, 1, -4, -10);
}

static void columns_side_by_side_start_at_zero(void **state) {
    (void)state;
    struct chart chart = chart_of(CHART_GROUPED);
    assert_column(&chart, 2, 0, 0, 60);
    series[1].points = NULL;
    double from, to;
    assert_false(chart_column(&chart, &series[1], 0, &from, &to));
}

static void a_line_or_another_axis_carries_no_column(void **state) {
    (void)state;
    struct chart chart = chart_of(CHART_STACKED);
    series[0].mark = MARK_LINE;
    series[1].second_axis = true;
    assert_column(&chart, 2, 0, 0, 60);
}

static void a_scale_reaches_over_whole_stacks(void **state) {
    (void)state;
    struct scale scale;
    struct chart chart = chart_of(CHART_STACKED);
    assert_true(chart_scale(&chart, CHART_AXIS_FIRST, 4, 6, &scale));
    assert_true(scale_low(&scale) <= -10 && scale_high(&scale) >= 100);
    chart = chart_of(CHART_GROUPED);
    assert_true(chart_scale(&chart, CHART_AXIS_FIRST, 4, 6, &scale));
    assert_true(scale_low(&scale) <= -6 && scale_high(&scale) >= 60 && scale_high(&scale) < 100);
    assert_false(chart_scale(&chart, CHART_AXIS_SECOND, 4, 6, &scale));
}

static void shares_end_at_a_hundred(void **state) {
    (void)state;
    struct scale scale;
    struct chart chart = chart_of(CHART_SHARES);
    chart.unit.is = UNIT_PERCENT;
    chart.category_count = 1;
    assert_true(chart_scale(&chart, CHART_AXIS_FIRST, 4, 6, &scale));
    assert_true(scale_low(&scale) == 0 && scale_high(&scale) == 100);
}

/* 1, not due, not due, 2, missing, 3 */
static void lines_join_across_what_is_not_due(void **state) {
    (void)state;
    struct chart_point line[] = {{.present = true, .value = 1}, {.not_due = true}, {.not_due = true},
                                 {.present = true, .value = 2}, {.value = 0},      {.present = true, .value = 3}};
    const struct chart_series joined = {.points = line};
    size_t before;
    assert_true(point_before(&joined, 0, 3, &before));
    assert_int_equal(before, 0);
    assert_false(point_before(&joined, 0, 5, &before));
    assert_false(point_before(&joined, 0, 0, &before));
    assert_false(point_before(&joined, 1, 3, &before));
}

/* 3, 4; then a year to date starts again: 1, not due, 2 */
static void a_line_that_starts_anew_joins_nothing_before(void **state) {
    (void)state;
    struct chart_point line[] = {{.present = true, .value = 3},
                                 {.present = true, .value = 4},
                                 {.present = true, .anew = true, .value = 1},
                                 {.not_due = true},
                                 {.present = true, .value = 2}};
    const struct chart_series to_date = {.points = line};
    size_t before;
    assert_true(point_before(&to_date, 0, 1, &before));
    assert_false(point_before(&to_date, 0, 2, &before));
    assert_true(point_before(&to_date, 0, 4, &before));
    assert_int_equal(before, 2);
    line[2] = (struct chart_point){.not_due = true, .anew = true}; /* its first period is not due */
    assert_false(point_before(&to_date, 0, 4, &before));
}

static struct scale scale_of_line(double low, double high, double least_span) {
    struct chart_point line[] = {{.present = true, .value = low}, {.present = true, .value = high}};
    struct chart_series lines = {.mark = MARK_LINE, .points = line};
    const struct chart chart = {.kind = CHART_LINE,
                                .unit.is = UNIT_COUNT,
                                .category_count = 2,
                                .series = &lines,
                                .series_count = 1,
                                .least_span = least_span};
    struct scale scale;
    assert_true(chart_scale(&chart, CHART_AXIS_FIRST, 4, 6, &scale));
    return scale;
}

static void small_changes_do_not_fill_a_scale(void **state) {
    (void)state;
    struct scale scale = scale_of_line(500, 503, 0);
    assert_true(scale_high(&scale) - scale_low(&scale) <= 10);
    scale = scale_of_line(500, 503, 100);
    assert_true(scale_low(&scale) <= 451.5 && scale_high(&scale) >= 551.5);
}

/* Months of 3 and 4, a year of 40. */
static void sums_of_years_have_a_scale_of_their_own(void **state) {
    (void)state;
    struct chart_point points_of[] = {
        {.present = true, .value = 3}, {.present = true, .value = 4}, {.present = true, .value = 40}};
    struct chart_series columns = {.mark = MARK_COLUMN, .points = points_of};
    struct chart chart = {
        .kind = CHART_COLUMN,
        .category_count = 3,
        .groups = {{.count = 2, .kind = GROUP_PERIODS}, {.first = 2, .count = 1, .kind = GROUP_YEARS, .apart = true}},
        .group_count = 2,
        .series = &columns,
        .series_count = 1};
    struct scale scale;
    assert_false(chart_is_apart(&chart, 1));
    assert_true(chart_is_apart(&chart, 2));
    assert_true(chart_scale(&chart, CHART_AXIS_FIRST, 4, 6, &scale));
    assert_true(scale_low(&scale) == 0 && scale_high(&scale) < 10);
    assert_true(chart_scale(&chart, CHART_AXIS_APART, 4, 6, &scale));
    assert_true(scale_low(&scale) == 0 && scale_high(&scale) >= 40);
}

static void figures_below_zero_are_seen_from_zero(void **state) {
    (void)state;
    struct scale scale = scale_of_line(-50, -40, 10);
    assert_true(scale_high(&scale) == 0);
}

/* Lines coincide where both ends are printed alike, and not where figures are that would hide each other. */
static void lines_coincide_where_their_figures_are_printed_alike(void **state) {
    (void)state;
    struct chart_point own[] = {{.present = true, .value = 28.3, .printed = "28.3"},
                                {.present = true, .value = 27.8, .printed = "27.8"},
                                {.present = true, .value = 40.0, .printed = "40.0"},
                                {.present = true, .value = 10.0, .printed = "10.0"}};
    struct chart_point year[] = {{.present = true, .value = 28.3, .printed = "28.3"},
                                 {.present = true, .value = 28.0, .printed = "28.0"},
                                 {.present = true, .value = 40.0, .printed = "40.0"},
                                 {.present = true, .value = 10.0, .printed = "10.0"}};
    struct chart_series lines[] = {{.mark = MARK_LINE, .points = own}, {.mark = MARK_LINE, .points = year}};
    const struct chart chart = {
        .kind = CHART_LINE, .decimals = 1, .category_count = 4, .series = lines, .series_count = 2};
    assert_false(chart_lines_coincide(&chart, &lines[0], &lines[1], 0, 0));
    assert_false(chart_lines_coincide(&chart, &lines[0], &lines[1], 0, 1));
    assert_false(chart_lines_coincide(&chart, &lines[0], &lines[1], 0, 2));
    assert_true(chart_lines_coincide(&chart, &lines[0], &lines[1], 0, 3));
    lines[1].second_axis = true;
    assert_false(chart_lines_coincide(&chart, &lines[0], &lines[1], 0, 3));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_of_a_stack_stand_on_one_another),
        cmocka_unit_test(negative_figures_hang_from_zero),
        cmocka_unit_test(columns_side_by_side_start_at_zero),
        cmocka_unit_test(a_line_or_another_axis_carries_no_column),
        cmocka_unit_test(a_scale_reaches_over_whole_stacks),
        cmocka_unit_test(shares_end_at_a_hundred),
        cmocka_unit_test(lines_join_across_what_is_not_due),
        cmocka_unit_test(a_line_that_starts_anew_joins_nothing_before),
        cmocka_unit_test(lines_coincide_where_their_figures_are_printed_alike),
        cmocka_unit_test(small_changes_do_not_fill_a_scale),
        cmocka_unit_test(sums_of_years_have_a_scale_of_their_own),
        cmocka_unit_test(figures_below_zero_are_seen_from_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
