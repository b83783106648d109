#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "multiples.h"

static struct multiples of(struct multiple_set *sets, size_t set_count) {
    struct multiples multiples = {.series_each = 2, .sets = sets, .set_count = set_count};
    for (size_t i = 0; i < set_count; i++) {
        sets[i].first = multiples.count;
        multiples.count += sets[i].count;
    }
    return multiples;
}

static void columns_are_as_few_as_fill_the_rows(void **state) {
    (void)state;
    static const struct {
        size_t count;
        double width;
        size_t columns, rows;
    } rows[] = {{2, 500, 2, 1}, {6, 500, 3, 2}, {7, 500, 4, 2},  {24, 500, 5, 5}, {9, 500, 5, 2},  {40, 500, 5, 8},
                {6, 250, 2, 3}, {3, 100, 1, 3}, {5, 1000, 5, 1}, {1, 500, 1, 1},  {12, 700, 6, 2}, {13, 700, 7, 2}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct multiple_set set = {.count = rows[i].count};
        const struct multiples multiples = of(&set, 1);
        const struct multiples_grid grid = multiples_grid_usual(&multiples, rows[i].width);
        assert_int_equal(grid.columns, rows[i].columns);
        assert_int_equal(grid.rows, rows[i].rows);
        assert_true(grid.left + grid.width * (double)grid.columns <= rows[i].width + 1e-6);
    }
}

static void each_unit_has_rows_of_its_own(void **state) {
    (void)state;
    struct multiple_set sets[] = {{.count = 4}, {.count = 3}, {.count = 1}};
    const struct multiples multiples = of(sets, 3);
    const struct multiples_grid grid = multiples_grid_usual(&multiples, 500);
    assert_int_equal(grid.columns, 4);
    assert_int_equal(grid.rows, 3);
}

/* More columns before rows are too low. */
static void little_height_makes_more_columns(void **state) {
    (void)state;
    struct multiple_set set = {.count = 40};
    const struct multiples multiples = of(&set, 1);
    struct multiples_grid grid = multiples_grid_within(&multiples, 330, 420);
    assert_int_equal(grid.columns, 5);
    assert_int_equal(grid.rows, 8);
    assert_true(multiples_close_height(&multiples, 330) > 420);
}

static void one_of_a_set_is_a_chart_of_its_series_and_unit(void **state) {
    (void)state;
    struct chart_point points[3] = {{.present = true, .value = 61}, {.present = true, .value = 99}, {.present = false}};
    struct chart_series series[6];
    struct multiple list[3] = {{.series = series}, {.series = series + 2}, {.series = series + 4}};
    struct multiple_set sets[] = {{.count = 2, .unit.is = UNIT_PERCENT, .decimals = 1},
                                  {.count = 1, .unit.is = UNIT_DAYS}};
    struct multiples multiples = of(sets, 2);
    multiples.list = list;
    for (size_t i = 0; i < 6; i++)
        series[i] = (struct chart_series){.points = points};
    const struct chart chart = {.kind = CHART_MULTIPLES, .category_count = 3, .multiples = &multiples};
    const struct chart one = multiples_chart(&chart, &sets[0], 1, 1), last = multiples_chart(&chart, &sets[1], 2, 1);
    assert_ptr_equal(one.series, series + 2);
    assert_int_equal(one.series_count, 2);
    assert_int_equal(one.unit.is, UNIT_PERCENT);
    assert_int_equal(last.unit.is, UNIT_DAYS);
    const struct scale scale = multiples_scale(&chart, &sets[0]);
    assert_true(scale_low(&scale) <= 61 && scale_high(&scale) == 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_as_few_as_fill_the_rows),
        cmocka_unit_test(each_unit_has_rows_of_its_own),
        cmocka_unit_test(little_height_makes_more_columns),
        cmocka_unit_test(one_of_a_set_is_a_chart_of_its_series_and_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
