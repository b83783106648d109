#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <math.h>

#include "describe.h"
#include "drawing_fixture.h"
#include "multiples_chart.h"

enum { MONTHS = 13, SERIES_EACH = 2 };

static cairo_t *no_ink;

static struct chart_canvas canvas_of(double width, double height) {
    return (struct chart_canvas){.cr = no_ink,
                                 .lettering = lettering,
                                 .theme = &theme_default,
                                 .arena = arena,
                                 .width_pt = width,
                                 .height_pt = height};
}

/* So many measures, a set of percentages and one of days, with a target of 90 in the first ones. */
static struct chart chart_of(size_t percentages, size_t days) {
    struct chart chart = {.kind = CHART_MULTIPLES,
                          .words = english(arena),
                          .calendar = calendar_usual,
                          .subject = "Plans",
                          .place = "Northby",
                          .category_count = MONTHS,
                          .group_count = 1,
                          .groups = {{.count = MONTHS, .kind = GROUP_PERIODS}}};
    struct multiples *multiples = arena_new(arena, struct multiples);
    size_t count = percentages + days;
    chart.categories = arena_new_array(arena, MONTHS, struct chart_category);
    for (size_t i = 0; i < MONTHS; i++)
        chart.categories[i] = (struct chart_category){
            .label = "Apr-18", .long_label = arena_printf(arena, "month %zu", i), .period = 2018 * 12 + 3 + (int)i};
    *multiples = (struct multiples){.list = arena_new_array(arena, count, struct multiple),
                                    .count = count,
                                    .series_each = SERIES_EACH,
                                    .sets = arena_new_array(arena, 2, struct multiple_set)};
    struct chart_series *series = arena_new_array(arena, count * SERIES_EACH, struct chart_series);
    for (size_t i = 0; i < count * SERIES_EACH; i++) {
        series[i] = (struct chart_series){.mark = i % 2 == 0 ? MARK_LINE : MARK_TARGET, .name = "Target"};
        series[i].points = arena_new_array(arena, MONTHS, struct chart_point);
        for (size_t k = 0; k < MONTHS; k++)
            series[i].points[k] =
                i % 2 == 0 ? (struct chart_point){.present = true, .value = 60 + random_below(40), .printed = "75.0"}
                           : (struct chart_point){.present = i / 2 < percentages, .value = 90, .printed = "90.0"};
    }
    for (size_t i = 0; i < count; i++)
        multiples->list[i] =
            (struct multiple){.title = i % 3 == 2 ? "A title of more words than one line holds" : "Plan",
                              .series = &series[i * SERIES_EACH],
                              .latest = MONTHS - 1};
    multiples->sets[multiples->set_count++] = (struct multiple_set){.unit.is = UNIT_PERCENT, .count = percentages};
    if (days > 0)
        multiples->sets[multiples->set_count++] =
            (struct multiple_set){.unit.is = UNIT_DAYS, .first = percentages, .count = days};
    chart.multiples = multiples;
    return chart;
}

/* What is suppressed throughout has its hatch as what is so in part; without it nothing would be drawn there. */
static void what_is_suppressed_throughout_is_hatched(void **state) {
    (void)state;
    static const struct box all = {0, 0, 400, 200};
    struct chart chart = chart_of(2, 0);
    struct chart_point *points = chart.multiples->list[1].series[0].points;
    for (size_t k = 0; k < MONTHS; k++)
        points[k] = (struct chart_point){.present = false};
    size_t empty = count_strokes(&chart, all);
    for (size_t k = 0; k < MONTHS; k++)
        points[k] = (struct chart_point){.gap_reason = "low numbers", .gap_status = STATUS_SUPPRESSED};
    assert_true(count_strokes(&chart, all) > empty + 200);
}

static struct multiples_chart made(const struct chart *chart, double width, double height) {
    const struct chart_canvas canvas = canvas_of(width, height);
    struct multiples_chart shown;
    assert_true(multiples_chart_make(&shown, &canvas, chart));
    return shown;
}

/* All that one has, its scale and periods too. */
static struct box whole_of(const struct multiple_spot *spot) {
    return (struct box){spot->frame.left, spot->head, spot->frame.right, spot->frame.bottom + (spot->dated ? 10 : 0)};
}

static void frames_are_alike_and_clear_of_each_other(void **state) {
    (void)state;
    for (size_t count = 2; count <= 40; count++) {
        struct chart chart = chart_of(count - count / 3, count / 3);
        double width = count % 2 == 0 ? 495 : 371, height = 80 * (double)count;
        const struct multiples_chart shown = made(&chart, width, height);
        assert_int_equal(shown.count, count);
        for (size_t i = 0; i < count; i++) {
            const struct box one = whole_of(&shown.spots[i]), *frame = &shown.spots[i].frame,
                             *first = &shown.spots->frame;
            assert_true(one.left >= 0 && one.right <= width + hair && one.top >= -hair && one.bottom <= height + hair);
            assert_true(fabs(frame->bottom - frame->top - first->bottom + first->top) < hair);
            assert_true(fabs(frame->right - frame->left - first->right + first->left) < hair);
            for (size_t k = 0; k < i; k++) {
                const struct box other = whole_of(&shown.spots[k]);
                assert_true(one.left >= other.right || other.left >= one.right || one.top >= other.bottom - hair ||
                            other.top >= one.bottom - hair);
            }
        }
    }
}

/* Figures alike stand alike high in all of a set, and each set starts a row with its own scale. */
static void one_scale_is_shared_by_those_of_a_unit(void **state) {
    (void)state;
    struct chart chart = chart_of(5, 2);
    const struct multiples_chart shown = made(&chart, 495, 300);
    for (size_t i = 1; i < 5; i++)
        assert_memory_equal(&shown.spots[i].scale, &shown.spots[0].scale, sizeof shown.spots->scale);
    assert_true(multiple_y(&shown.spots[0], 90) - shown.spots[0].frame.top ==
                multiple_y(&shown.spots[1], 90) - shown.spots[1].frame.top);
    assert_true(shown.spots[5].scaled && shown.spots[5].row > shown.spots[4].row);
    assert_int_equal(shown.spots[5].chart.unit.is, UNIT_DAYS);
}

/* Periods stand below each that has none below it. */
static void periods_stand_at_the_foot_of_every_column(void **state) {
    (void)state;
    struct chart chart = chart_of(7, 0);
    const struct multiples_chart shown = made(&chart, 495, 200);
    for (size_t i = 0; i < 7; i++)
        assert_int_equal(shown.spots[i].dated, i + shown.grid.columns >= 7);
}

static void long_titles_take_two_lines_and_are_cut_behind_them(void **state) {
    (void)state;
    struct chart chart = chart_of(4, 0);
    const struct multiples_chart shown = made(&chart, 260, 200);
    assert_int_equal(shown.spots[0].title_lines, 1);
    assert_int_equal(shown.spots[2].title_lines, 2);
    for (size_t i = 0; i < 4; i++)
        for (int line = 0; line < shown.spots[i].title_lines; line++)
            assert_true(lettering_width(lettering, shown.plot.bold, shown.spots[i].title[line]) <=
                        shown.spots[i].frame.right - shown.spots[i].frame.left + hair);
}

static void too_little_room_is_told(void **state) {
    (void)state;
    struct chart chart = chart_of(40, 0);
    const struct chart_canvas low = canvas_of(495, 90), narrow = canvas_of(50, 2000);
    assert_false(chart_drawing_of(CHART_MULTIPLES)->paint(&low, &chart));
    assert_false(chart_drawing_of(CHART_MULTIPLES)->paint(&narrow, &chart));
}

static void a_reader_is_told_of_each(void **state) {
    (void)state;
    struct chart chart = chart_of(1, 1);
    struct multiple *list = chart.multiples->list;
    static const double values[] = {70, 80, 95};
    for (size_t i = 0; i < MONTHS; i++) {
        list[0].series->points[i] = (struct chart_point){
            .present = i < 3, .value = values[i % 3], .printed = arena_printf(arena, "%.0f", values[i % 3])};
        list[1].series->points[i] = (struct chart_point){.present = false};
    }
    list[0].latest = 2;
    list[0].judged = true;
    list[0].band = BAND_RED;
    list[1].title = "Waits";
    const char *told = chart_describe(arena, &chart);
    assert_non_null(strstr(told, "Small multiples, 13 months. Plans, Northby. Plan: Month 0 70%, the lowest, month 2 "
                                 "95%, the highest. Target 90.0%."));
    assert_non_null(strstr(told, "Red. Waits: No figures."));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_suppressed_throughout_is_hatched, set_up, tear_down),
        cmocka_unit_test_setup_teardown(frames_are_alike_and_clear_of_each_other, set_up, tear_down),
        cmocka_unit_test_setup_teardown(one_scale_is_shared_by_those_of_a_unit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(periods_stand_at_the_foot_of_every_column, set_up, tear_down),
        cmocka_unit_test_setup_teardown(long_titles_take_two_lines_and_are_cut_behind_them, set_up, tear_down),
        cmocka_unit_test_setup_teardown(too_little_room_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_reader_is_told_of_each, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
