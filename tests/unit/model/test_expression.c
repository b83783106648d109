#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../arena_fixture.h"

#include "expression.h"

static struct series *column(struct cell *cells, int count) {
    struct series *series = arena_new(arena, struct series);
    *series = (struct series){.id = "x", .count = count, .cells = cells};
    return series;
}

static struct series *whole(long long number) {
    struct cell *cell = arena_new(arena, struct cell);
    cell->number = fraction_make(number, 1);
    return column(cell, 1);
}

static struct series *absent(enum status status, const char *note) {
    struct cell *cell = arena_new(arena, struct cell);
    *cell = (struct cell){
        .number = status_is_absent(status) ? fraction_none() : fraction_make(1, 1), .status = status, .note = note};
    return column(cell, 1);
}

/* Two series with an operation behind them. */
static struct series *both(const struct series *left, const struct series *right, enum expression_step_kind kind) {
    struct series *series = arena_new(arena, struct series);
    series->expression = arena_new(arena, struct expression);
    series->expression->periods = 1;
    expression_add(arena, series->expression, (struct expression_step){.kind = STEP_SERIES, .series = left});
    expression_add(arena, series->expression, (struct expression_step){.kind = STEP_SERIES, .series = right});
    expression_add(arena, series->expression, (struct expression_step){.kind = kind});
    return series;
}

static void assert_number(const struct series *series, long long numerator, long long denominator) {
    struct cell cell = series_cell(series, 0);
    assert_int_equal(cell.status, STATUS_PRESENT);
    assert_int_equal(fraction_compare(cell.number, fraction_make(numerator, denominator)), 0);
}

static void operations_are_exact(void **state) {
    (void)state;
    assert_number(both(whole(7), whole(3), STEP_ADD), 10, 1);
    assert_number(both(whole(7), whole(3), STEP_SUBTRACT), 4, 1);
    assert_number(both(whole(7), whole(3), STEP_MULTIPLY), 21, 1);
    struct series *third = both(whole(7), whole(3), STEP_DIVIDE);
    assert_number(third, 7, 3);
    assert_number(both(third, third, STEP_ADD), 14, 3);
    struct expression_step negate = {.kind = STEP_NEGATE};
    expression_add(arena, third->expression, negate);
    assert_number(third, -7, 3);
    assert_true(expression_takes_away(third->expression));
    assert_false(expression_takes_away(both(third, third, STEP_DIVIDE)->expression));
}

static void nothing_comes_of_a_division_by_zero(void **state) {
    (void)state;
    struct series *of_zero = both(whole(7), whole(0), STEP_DIVIDE);
    assert_int_equal(series_cell(of_zero, 0).status, STATUS_MISSING);
    assert_false(fraction_present(series_cell(of_zero, 0).number));
    assert_int_equal(series_cell(both(whole(0), of_zero, STEP_MULTIPLY), 0).status, STATUS_MISSING);
}

static void what_is_beyond_the_range_is_missing(void **state) {
    (void)state;
    struct series *large = both(whole(INT64_MAX), whole(INT64_MAX), STEP_MULTIPLY);
    struct series *larger = both(large, large, STEP_MULTIPLY);
    assert_int_equal(series_cell(large, 0).status, STATUS_PRESENT);
    assert_int_equal(series_cell(larger, 0).status, STATUS_MISSING);
    assert_int_equal(series_cell(both(larger, absent(STATUS_SUPPRESSED, NULL), STEP_ADD), 0).status, STATUS_SUPPRESSED);
}

/* Nothing times what is suppressed is suppressed: the nothing would tell. */
static void the_worst_status_and_the_first_note_are_those_of_the_whole(void **state) {
    (void)state;
    static const enum status from_good_to_bad[] = {STATUS_PRESENT, STATUS_PROVISIONAL,    STATUS_REVISED,
                                                   STATUS_MISSING, STATUS_NOT_APPLICABLE, STATUS_SUPPRESSED};
    for (size_t i = 1; i < sizeof from_good_to_bad / sizeof *from_good_to_bad; i++) {
        const struct series *good = absent(from_good_to_bad[i - 1], NULL), *bad = absent(from_good_to_bad[i], NULL);
        assert_int_equal(series_cell(both(good, bad, STEP_ADD), 0).status, from_good_to_bad[i]);
        assert_int_equal(series_cell(both(bad, whole(0), STEP_MULTIPLY), 0).status, from_good_to_bad[i]);
    }
    const struct series *first = absent(STATUS_MISSING, "moved"), *second = absent(STATUS_SUPPRESSED, "few");
    assert_string_equal(series_cell(both(first, second, STEP_ADD), 0).note, "moved");
    assert_false(fraction_present(series_cell(both(first, second, STEP_ADD), 0).number));
}

static void an_expression_goes_over_periods(void **state) {
    (void)state;
    struct cell cells[] = {{.number = fraction_make(1, 1)}, {.number = fraction_make(2, 1)},
                           {.number = fraction_make(4, 1)}, {.number = fraction_make(8, 1)},
                           {.status = STATUS_SUPPRESSED},   {.number = fraction_make(16, 1)}};
    struct series *counts = column(cells, 6), *double_counts = both(counts, counts, STEP_ADD);
    double_counts->expression->periods = 3;
    double_counts->expression->otherwise = whole(99);
    assert_number(double_counts, 99, 1);
    assert_int_equal(fraction_compare(series_cell(double_counts, 2).number, fraction_make(14, 1)), 0);
    assert_int_equal(fraction_compare(series_cell(double_counts, 3).number, fraction_make(28, 1)), 0);
    assert_int_equal(series_cell(double_counts, 4).status, STATUS_SUPPRESSED);
    assert_int_equal(series_cell(double_counts, 6).status, STATUS_SUPPRESSED);
}

static void a_past_year_is_worked_out_as_well(void **state) {
    (void)state;
    struct series *count = whole(1);
    struct annual annuals[] = {{.year = "2016/17", .value = fraction_make(6, 1)},
                               {.year = "2017/18", .status = STATUS_SUPPRESSED}};
    count->annuals = annuals;
    count->annual_count = 2;
    struct series *product = both(count, count, STEP_MULTIPLY);
    assert_int_equal(fraction_compare(series_annual(product, "2016-17").value, fraction_make(36, 1)), 0);
    assert_int_equal(series_annual(product, "2017/18").status, STATUS_SUPPRESSED);
    assert_int_equal(series_annual(product, "2018/19").status, STATUS_MISSING);
    product->expression->periods = 2;
    assert_int_equal(series_annual(product, "2016/17").status, STATUS_MISSING);
}

static void an_expression_that_could_not_be_read_is_missing(void **state) {
    (void)state;
    struct expression nothing = {.periods = 1};
    const struct series series = {.id = "x", .expression = &nothing};
    assert_int_equal(series_cell(&series, 0).status, STATUS_MISSING);
    size_t at = 0;
    assert_null(expression_next(&nothing, &at));
    assert_null(expression_next(NULL, &at));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(operations_are_exact, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nothing_comes_of_a_division_by_zero, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_beyond_the_range_is_missing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_worst_status_and_the_first_note_are_those_of_the_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_expression_goes_over_periods, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_past_year_is_worked_out_as_well, set_up, tear_down),
        cmocka_unit_test(an_expression_that_could_not_be_read_is_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
