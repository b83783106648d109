#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <math.h>

#include "../english.h"
#include "describe.h"
#include "month.h"

static struct arena *arena;

static int set_up(void **state) {
    (void)state;
    arena = arena_create();
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    arena_destroy(arena);
    return 0;
}

/* A series of values from the first category on; NAN is a gap. */
static struct chart_series series_of(const struct chart *chart, const char *name, enum chart_mark mark,
                                     const double *values, size_t count) {
    struct chart_series series = {.name = name, .mark = mark};
    series.points = arena_new_array(arena, chart->category_count, struct chart_point);
    for (size_t i = 0; i < count; i++)
        if (!isnan(values[i]))
            series.points[i] = (struct chart_point){true, values[i], arena_printf(arena, "%.1f", values[i])};
    return series;
}

/* A chart of months from January 2018 with one headline series. */
static struct chart chart_of(const double *values, size_t count, size_t months) {
    struct chart chart = {.words = english(arena), .subject = "Visits in time", .place = "Northby", .unit = "%"};
    chart.category_count = months;
    chart.categories = arena_new_array(arena, months, struct chart_category);
    for (size_t i = 0; i < months; i++)
        chart.categories[i].long_label = words_month_long(arena, chart.words, month_make(2018, 1) + (int)i);
    chart.groups[0] = (struct chart_group){NULL, 0, months, GROUP_MONTHS};
    chart.group_count = 1;
    chart.series = arena_new_array(arena, 4, struct chart_series);
    chart.series[chart.series_count++] = series_of(&chart, "Month", MARK_LINE, values, count);
    chart.series[0].headline = true;
    return chart;
}

static void figures_a_reader_would_see(void **state) {
    (void)state;
    const double values[] = {80, 90, 70, 85}, to_date[] = {80, 85, 80, 81.2}, target[] = {75, 75, 75, 95, 95, 95};
    struct chart chart = chart_of(values, 4, 6);
    chart.categories[4].future = chart.categories[5].future = true;
    chart.series[chart.series_count++] = series_of(&chart, "Year to date", MARK_LINE, to_date, 4);
    chart.series[chart.series_count++] = series_of(&chart, "Target", MARK_TARGET, target, 6);
    assert_string_equal(chart_describe(arena, &chart),
                        "Line chart, 6 months. Visits in time, Northby. January 2018 80.0%, highest 90.0% in February "
                        "2018, lowest 70.0% in March 2018, April 2018 85.0%. Year to date 81.2%. Target 75.0% until "
                        "March 2018, then 95.0%. No figures after April 2018.");
}

static void gaps_are_told_with_their_reason(void **state) {
    (void)state;
    const double values[] = {80, NAN, NAN, 85, NAN, 90};
    struct chart chart = chart_of(values, 6, 6);
    chart.series[0].mark = MARK_COLUMN;
    chart.gap_note = "System change";
    assert_string_equal(chart_describe(arena, &chart),
                        "Column chart, 6 months. Visits in time, Northby. January 2018 80.0%, the lowest, June 2018 "
                        "90.0%, the highest. No figures from February 2018 to March 2018. No figures in May 2018. "
                        "System change.");
}

static void a_target_says_since_when(void **state) {
    (void)state;
    const double values[] = {80, 81, 82, 83}, target[] = {NAN, 75, 75, NAN};
    struct chart chart = chart_of(values, 4, 4);
    chart.series[chart.series_count++] = series_of(&chart, "Target", MARK_TARGET, target, 4);
    assert_non_null(strstr(chart_describe(arena, &chart), " Target 75.0% since February 2018 until March 2018."));
}

static void equal_single_and_no_figures(void **state) {
    (void)state;
    const double same[] = {5, 5, 5}, one[] = {NAN, 5, NAN}, none[] = {NAN, NAN, NAN};
    struct chart chart = chart_of(same, 3, 3);
    assert_non_null(strstr(chart_describe(arena, &chart), " 5.0% from January 2018 to March 2018, unchanged."));
    chart = chart_of(one, 3, 3);
    assert_non_null(strstr(chart_describe(arena, &chart), " February 2018 5.0%, the only figure."));
    chart = chart_of(none, 3, 3);
    assert_string_equal(chart_describe(arena, &chart), "Line chart, 3 months. Visits in time, Northby. No figures.");
    chart = (struct chart){.words = chart.words};
    assert_string_equal(chart_describe(arena, &chart), "Line chart. No figures.");
}

static void a_hidden_point_is_never_told(void **state) {
    (void)state;
    const double values[] = {80, 3, 90};
    struct chart chart = chart_of(values, 3, 3);
    chart.series[0].points[1].present = false;
    assert_null(strstr(chart_describe(arena, &chart), " 3.0"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(figures_a_reader_would_see, set_up, tear_down),
        cmocka_unit_test_setup_teardown(gaps_are_told_with_their_reason, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_target_says_since_when, set_up, tear_down),
        cmocka_unit_test_setup_teardown(equal_single_and_no_figures, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_hidden_point_is_never_told, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
