#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "describe.h"
#include "drawing_fixture.h"
#include "edges.h"
#include "gap_note.h"
#include "left_out.h"
#include "plot_layout.h"

enum { MONTHS = 13, MOST = 20 };

/* A column a month, as high as that. */
static struct chart *chart_of(double value) {
    struct chart *chart = arena_new(arena, struct chart);
    *chart = (struct chart){.words = english(arena), .kind = CHART_COLUMN, .unit.is = UNIT_COUNT, .group_count = 1};
    chart->groups[0] = (struct chart_group){.count = MONTHS, .kind = GROUP_PERIODS};
    chart->categories = arena_new_array(arena, MOST, struct chart_category);
    chart->category_count = MONTHS;
    chart->series = arena_new(arena, struct chart_series);
    chart->series_count = 1;
    chart->series[0] = (struct chart_series){.name = "Cases",
                                             .mark = MARK_COLUMN,
                                             .headline = true,
                                             .points = arena_new_array(arena, MOST, struct chart_point)};
    for (size_t i = 0; i < MONTHS; i++) {
        chart->categories[i].label = "Jan";
        chart->series[0].points[i] = (struct chart_point){.present = true, .value = value};
    }
    return chart;
}

static struct frame frame_of(double value, double x, double y) {
    struct frame frame = {.kind = FRAME_CHART, .x = x, .y = y, .width = 300, .height = 150};
    frame.u.chart.chart = chart_of(value);
    return frame;
}

static struct axis_group plot_of(const struct frame *frame) {
    const struct chart_canvas canvas = {.lettering = lettering,
                                        .theme = &theme_default,
                                        .arena = arena,
                                        .width_pt = frame->width,
                                        .height_pt = frame->height};
    struct plot plot;
    assert_true(plot_layout_make(&plot, &canvas, frame->u.chart.chart, NULL));
    return plot.groups[0];
}

static void plots_in_a_column_share_their_edges(void **state) {
    (void)state;
    struct frame frames[] = {frame_of(7, 56, 100), frame_of(1000000, 56, 300), frame_of(7, 380, 100)};
    const struct page page = {.frames = frames, .frame_count = 3};
    double alone = plot_of(&frames[2]).left;
    assert_true(plot_of(&frames[0]).left < plot_of(&frames[1]).left - 1);
    assert_true(edges_matter(&page));
    edges_share(&page, lettering, &theme_default);
    assert_float_equal(plot_of(&frames[0]).left, plot_of(&frames[1]).left, hair);
    assert_float_equal(plot_of(&frames[0]).right, plot_of(&frames[1]).right, hair);
    assert_float_equal(plot_of(&frames[2]).left, alone, hair); /* it stands beside them */
}

static void charts_of_other_periods_or_alone_keep_their_own(void **state) {
    (void)state;
    struct frame frames[] = {frame_of(7, 56, 100), frame_of(1000000, 56, 300)};
    const struct page page = {.frames = frames, .frame_count = 2}, one = {.frames = frames, .frame_count = 1};
    frames[1].u.chart.chart->groups[0].count = MONTHS - 1;
    frames[1].u.chart.chart->category_count = MONTHS - 1;
    edges_share(&page, lettering, &theme_default);
    edges_share(&one, lettering, &theme_default);
    assert_true(frames[0].u.chart.chart->edges.left_pt == 0 && frames[1].u.chart.chart->edges.left_pt == 0);
}

/* Years behind the months, of the same figures. */
static void add_years(struct chart *chart, size_t count) {
    static const char *const names[] = {"2013/14", "2014/15", "2015/16", "2016/17", "2017/18", "2018/19"};
    chart->groups[1] = (struct chart_group){.first = MONTHS, .count = count, .kind = GROUP_YEARS, .title = "Years"};
    chart->group_count = 2;
    for (size_t i = 0; i < count; i++) {
        chart->categories[MONTHS + i].label = names[6 - count + i];
        chart->series[0].points[MONTHS + i] = chart->series[0].points[0];
    }
    chart->category_count = MONTHS + count;
}

/* A chart of months alone leaves to its right what another has there. */
static void months_stand_below_the_same_months(void **state) {
    (void)state;
    struct frame frames[] = {frame_of(7, 56, 100), frame_of(1000000, 56, 300)};
    const struct page page = {.frames = frames, .frame_count = 2};
    add_years(frames[1].u.chart.chart, 3);
    for (int again = 0; again < 2; again++) { /* a pack is written in several ways */
        edges_share(&page, lettering, &theme_default);
        assert_float_equal(plot_of(&frames[0]).left, plot_of(&frames[1]).left, hair);
        assert_float_equal(plot_of(&frames[0]).right, plot_of(&frames[1]).right, hair);
        assert_int_equal(frames[1].u.chart.chart->groups[1].count, 3);
    }
}

static void the_oldest_years_give_way_to_months(void **state) {
    (void)state;
    struct frame frames[] = {frame_of(7, 56, 100)};
    const struct page page = {.frames = frames, .frame_count = 1};
    struct chart *chart = frames[0].u.chart.chart;
    frames[0].width = 170;
    add_years(chart, 6);
    assert_true((plot_of(&frames[0]).right - plot_of(&frames[0]).left) / 170 < 0.36);
    assert_string_equal(left_out_words(arena, chart), "");
    edges_share(&page, lettering, &theme_default);
    assert_true((plot_of(&frames[0]).right - plot_of(&frames[0]).left) / 170 > 0.36);
    assert_int_equal(chart->groups[1].count, 4);
    assert_int_equal(chart->groups[1].first + chart->groups[1].count, chart->category_count);
    for (size_t i = MONTHS; i < chart->category_count; i++)
        assert_int_equal(chart_is_left_out(chart, i), i < MONTHS + 2);
}

/* What is not drawn is told, of one series with its figure; the scale is that of the others. */
static void years_left_out_are_told_below(void **state) {
    (void)state;
    struct chart *chart = chart_of(7);
    struct scale scale;
    add_years(chart, 3);
    for (size_t i = 0; i < 2; i++)
        chart->series[0].points[MONTHS + i].printed = i == 0 ? "900" : "12";
    chart->series[0].points[MONTHS].value = 900;
    chart->groups[1].first += 2;
    chart->groups[1].count -= 2;
    assert_string_equal(left_out_words(arena, chart), "Earlier years: 2016/17 900, 2017/18 12.");
    assert_non_null(strstr(chart_describe(arena, chart), "Earlier years: 2016/17 900, 2017/18 12."));
    struct gap_notes notes = gap_notes_make(arena, chart);
    assert_true(notes.missed);
    assert_true(chart_scale(chart, CHART_AXIS_FIRST, 3, 5, &scale));
    assert_true(scale_high(&scale) < 20);
    struct chart_series both[] = {chart->series[0], chart->series[0]};
    chart->series = both;
    chart->series_count = 2;
    assert_string_equal(left_out_words(arena, chart), "Earlier years: 2016/17, 2017/18.");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(plots_in_a_column_share_their_edges, set_up, tear_down),
        cmocka_unit_test_setup_teardown(charts_of_other_periods_or_alone_keep_their_own, set_up, tear_down),
        cmocka_unit_test_setup_teardown(months_stand_below_the_same_months, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_oldest_years_give_way_to_months, set_up, tear_down),
        cmocka_unit_test_setup_teardown(years_left_out_are_told_below, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
