#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../arena_fixture.h"
#include <math.h>

#include "../english.h"
#include "../months.h"
#include "describe.h"

/* A series of values from the first category on; NAN is a gap. */
static struct chart_series series_of(const struct chart *chart, const char *name, enum chart_mark mark,
                                     const double *values, size_t count) {
    struct chart_series series = {.name = name, .mark = mark};
    series.points = arena_new_array(arena, chart->category_count, struct chart_point);
    for (size_t i = 0; i < count; i++)
        if (!isnan(values[i]))
            series.points[i] = (struct chart_point){
                .present = true, .value = values[i], .printed = arena_printf(arena, "%.1f", values[i])};
    return series;
}

/* A chart of months from January 2018 with one headline series. */
static struct chart chart_of(const double *values, size_t count, size_t months) {
    struct chart chart = {.words = english(arena),
                          .calendar = calendar_usual,
                          .subject = "Visits in time",
                          .place = "Northby",
                          .unit.is = UNIT_PERCENT};
    chart.category_count = months;
    chart.categories = arena_new_array(arena, months, struct chart_category);
    for (size_t i = 0; i < months; i++) {
        int month = month_in(2018, 1) + (int)i;
        chart.categories[i].period = month;
        chart.categories[i].long_label = words_period_long(arena, chart.words, calendar_usual, month);
    }
    chart.groups[0] = (struct chart_group){.count = months, .kind = GROUP_PERIODS};
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
                        "Line chart, 6 months. Visits in time, Northby. Month: January 2018 80.0%, highest 90.0% in "
                        "February 2018, lowest 70.0% in March 2018, April 2018 85.0%. Year to date 81.2%. Target "
                        "75.0% until March 2018, then 95.0%. Month: no figures after April 2018.");
}

static void gaps_are_told_with_their_reason(void **state) {
    (void)state;
    const double values[] = {80, NAN, NAN, 85, NAN, 90};
    struct chart chart = chart_of(values, 6, 6);
    chart.series[0].mark = MARK_COLUMN;
    chart.categories[1].gap_reason = chart.categories[2].gap_reason = "System change";
    chart.categories[4].gap_reason = "Not available";
    assert_string_equal(chart_describe(arena, &chart),
                        "Column chart, 6 months. Visits in time, Northby. January 2018 80.0%, the lowest, June 2018 "
                        "90.0%, the highest. No figures from February 2018 to March 2018. System change. No figures "
                        "in May 2018. Not available.");
    chart.categories[4].gap_reason = "System change"; /* is told once for both */
    assert_string_equal(chart_describe(arena, &chart),
                        "Column chart, 6 months. Visits in time, Northby. January 2018 80.0%, the lowest, June 2018 "
                        "90.0%, the highest. No figures from February 2018 to March 2018. No figures in May 2018. "
                        "System change.");
}

static void what_follows_the_last_figure_is_told_by_its_reasons(void **state) {
    (void)state;
    const double values[] = {80, 90};
    struct chart chart = chart_of(values, 2, 5);
    chart.categories[2].gap_reason = chart.categories[3].gap_reason = chart.categories[4].gap_reason = "Suppressed";
    assert_string_equal(strstr(chart_describe(arena, &chart), "No fig"), "No figures after February 2018. Suppressed.");
    chart.categories[4].gap_reason = "System change";
    assert_string_equal(strstr(chart_describe(arena, &chart), "No fig"),
                        "No figures from March 2018 to April 2018. Suppressed. No figures in May 2018. System change.");
}

/* The last week says the year, where the first is in it too. */
static void a_gap_of_weeks_does_not_repeat_itself(void **state) {
    (void)state;
    const double values[] = {80, NAN, NAN, 85};
    struct chart chart = chart_of(values, 4, 4);
    chart.calendar = (struct calendar){GRAIN_WEEK, 1};
    for (int i = 0; i < 4; i++) {
        int week = calendar_parse(chart.calendar, "2018-W26") + i;
        chart.categories[i].period = week;
        chart.categories[i].long_label = words_period_long(arena, chart.words, chart.calendar, week);
    }
    assert_string_equal(chart_describe(arena, &chart),
                        "Line chart, 4 weeks. Visits in time, Northby. Week ending 1 July 2018 80.0%, the lowest, week "
                        "ending 22 July 2018 85.0%, the highest. No figures from the week ending 8 July to that ending "
                        "15 July 2018.");
}

static void a_target_says_since_when(void **state) {
    (void)state;
    const double values[] = {80, 81, 82, 83}, target[] = {NAN, 75, 75, NAN};
    struct chart chart = chart_of(values, 4, 4);
    chart.series[chart.series_count++] = series_of(&chart, "Target", MARK_TARGET, target, 4);
    assert_non_null(strstr(chart_describe(arena, &chart), " Target 75.0% from February 2018 to March 2018."));
    const double later[] = {NAN, 75, 75, 75}, once[] = {NAN, 75, NAN, NAN};
    chart.series[1] = series_of(&chart, "Target", MARK_TARGET, later, 4);
    assert_non_null(strstr(chart_describe(arena, &chart), " Target 75.0% from February 2018\u00a0on."));
    chart.series[1] = series_of(&chart, "Target", MARK_TARGET, once, 4);
    assert_non_null(strstr(chart_describe(arena, &chart), " Target 75.0% in February 2018."));
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

static void sets_of_columns_are_named(void **state) {
    (void)state;
    const double started[] = {80, 90, 70}, completed[] = {60, 65, 66};
    struct chart chart = chart_of(started, 3, 3);
    chart.series[chart.series_count++] = series_of(&chart, "Completed", MARK_COLUMN, completed, 3);
    chart.series[0].mark = MARK_COLUMN;
    chart.series[0].name = "Started";
    chart.series[1].headline = true;
    chart.kind = CHART_STACKED;
    assert_string_equal(chart_describe(arena, &chart),
                        "Stacked column chart, 3 months. Visits in time, Northby. Started: January 2018 80.0%, highest "
                        "90.0% in February 2018, March 2018 70.0%, the lowest. Completed 66.0%.");
}

static void each_figure_of_a_small_group_is_told(void **state) {
    (void)state;
    const double values[] = {80, 90, 85, 70, 75};
    struct chart chart = chart_of(values, 5, 5);
    chart.groups[0].count = 2;
    chart.groups[1] = (struct chart_group){.title = "Year to date", .first = 2, .count = 1, .kind = GROUP_TO_DATE};
    chart.groups[2] = (struct chart_group){.title = "Years", .first = 3, .count = 2, .kind = GROUP_YEARS};
    chart.group_count = 3;
    chart.categories[2].long_label = "2018/19";
    chart.categories[3].long_label = "2016/17";
    chart.categories[4].long_label = "2017/18";
    assert_string_equal(chart_describe(arena, &chart),
                        "Line chart, 2 months. Visits in time, Northby. January 2018 80.0%, the lowest, February 2018 "
                        "90.0%, the highest. Year to date: 2018/19 85.0%. Years: 2016/17 70.0%, 2017/18 75.0%.");
}

static void every_bar_is_told(void **state) {
    (void)state;
    const double values[] = {80, NAN, 70};
    struct chart chart = chart_of(values, 3, 3);
    chart.kind = CHART_BARS;
    chart.groups[0].kind = GROUP_BENCHMARKS;
    assert_string_equal(chart_describe(arena, &chart),
                        "Bar chart. Visits in time, Northby. January 2018 80.0%, March 2018 70.0%.");
    chart.series[0].points[1].gap_reason = "not due";
    assert_string_equal(
        chart_describe(arena, &chart),
        "Bar chart. Visits in time, Northby. January 2018 80.0%, March 2018 70.0%. February 2018: not due.");
}

static void a_hidden_point_is_never_told(void **state) {
    (void)state;
    const double values[] = {80, 3, 90};
    struct chart chart = chart_of(values, 3, 3);
    chart.series[0].points[1].present = false;
    assert_null(strstr(chart_describe(arena, &chart), " 3.0"));
}

/* Mean and limits over some months, as a phase of a control chart has them. */
static void add_lines(struct chart *chart, size_t first, size_t end, double mean, double reach) {
    static const enum chart_mark marks[] = {MARK_MEAN, MARK_LIMIT, MARK_LIMIT, MARK_NEAR};
    const double values[] = {mean, mean + reach, mean - reach, mean + reach / 2};
    for (size_t s = 0; s < 4; s++) {
        if (chart->series_count < 5)
            chart->series[chart->series_count++] = series_of(chart, "Line", marks[s], NULL, 0);
        for (size_t i = first; i < end; i++)
            chart->series[s + 1].points[i] = (struct chart_point){
                .present = true, .value = values[s], .printed = arena_printf(arena, "%.1f", values[s])};
    }
}

static void a_control_chart_tells_its_phases_and_changes(void **state) {
    (void)state;
    const double values[] = {80, 81, 95, 80, NAN, 60, 61, 62};
    static const enum spc_class classes[] = {SPC_COMMON, SPC_COMMON,  SPC_IMPROVEMENT, SPC_COMMON,
                                             SPC_COMMON, SPC_CONCERN, SPC_CONCERN,     SPC_COMMON};
    static const enum spc_rule rules[] = {[2] = SPC_OUTSIDE, [5] = SPC_SHIFT, [6] = SPC_SHIFT, [7] = SPC_NO_RULE};
    struct chart_rebase rebase = {.category = 5, .label = "New team"};
    struct chart_spc spc = {.classes = classes, .rules = rules, .trial = true, .assurance = SPC_FAILS};
    struct chart chart = chart_of(values, 8, 8);
    struct chart_series *series = arena_new_array(arena, 6, struct chart_series);
    series[0] = chart.series[0];
    chart.series = series;
    chart.kind = CHART_CONTROL;
    chart.spc = &spc;
    chart.rebases = &rebase;
    chart.rebase_count = 1;
    add_lines(&chart, 0, 5, 84, 10);
    add_lines(&chart, 5, 8, 61, 2.7);
    assert_string_equal(
        chart_describe(arena, &chart),
        "Control chart, 8 months. Visits in time, Northby. January 2018 80.0%, highest 95.0% in March 2018, lowest "
        "60.0% in June 2018, August 2018 62.0%. Mean 84.0%, limits 74.0% to 94.0%. Begun anew in June 2018: New team. "
        "Mean 61.0%, limits 58.3% to 63.7%. Trial limits: they rest on fewer than 13 figures. Signs of change: in "
        "March 2018 improvement (outside a limit); from June 2018 to July 2018 concern (shift to one side of the "
        "mean). Unless the work changes, it consistently fails the target. No figures in May 2018.");
    const double usual[] = {80, 81};
    static const enum spc_class common[2];
    static const enum spc_rule none[2];
    spc = (struct chart_spc){.classes = common, .rules = none, .assurance = SPC_NO_ASSURANCE};
    chart = chart_of(usual, 2, 2);
    chart.kind = CHART_CONTROL;
    chart.spc = &spc;
    assert_non_null(strstr(chart_describe(arena, &chart), " 81.0%, the highest. No sign of a change."));
    spc.too_few = true;
    assert_null(strstr(chart_describe(arena, &chart), "No sign of a change."));
    assert_non_null(strstr(chart_describe(arena, &chart), "Too few figures to tell whether anything has changed."));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(figures_a_reader_would_see, set_up, tear_down),
        cmocka_unit_test_setup_teardown(gaps_are_told_with_their_reason, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_follows_the_last_figure_is_told_by_its_reasons, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_gap_of_weeks_does_not_repeat_itself, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_target_says_since_when, set_up, tear_down),
        cmocka_unit_test_setup_teardown(equal_single_and_no_figures, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_control_chart_tells_its_phases_and_changes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sets_of_columns_are_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(each_figure_of_a_small_group_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_bar_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_hidden_point_is_never_told, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
