#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "drawing_fixture.h"
#include "edges.h"
#include "plot_layout.h"

enum { MONTHS = 13 };

/* A column a month, as high as that. */
static struct chart *chart_of(double value) {
    struct chart *chart = arena_new(arena, struct chart);
    *chart = (struct chart){.words = english(arena), .kind = CHART_COLUMN, .unit = UNIT_COUNT, .group_count = 1};
    chart->groups[0] = (struct chart_group){.count = MONTHS, .kind = GROUP_PERIODS};
    chart->categories = arena_new_array(arena, MONTHS, struct chart_category);
    chart->category_count = MONTHS;
    chart->series = arena_new(arena, struct chart_series);
    chart->series_count = 1;
    chart->series[0] = (struct chart_series){
        .name = "Cases", .mark = MARK_COLUMN, .points = arena_new_array(arena, MONTHS, struct chart_point)};
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
    const struct chart_canvas canvas = {NULL, lettering, &theme_default, arena, frame->width, frame->height};
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
    assert_true(edges_are_shared(&page));
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
    assert_false(edges_are_shared(&page));
    assert_false(edges_are_shared(&one));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(plots_in_a_column_share_their_edges, set_up, tear_down),
        cmocka_unit_test_setup_teardown(charts_of_other_periods_or_alone_keep_their_own, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
