#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../arena_fixture.h"

#include "window.h"

static struct figure present(long long numerator, long long denominator) {
    return (struct figure){.value = fraction_make(numerator, denominator), .status = STATUS_PRESENT};
}

enum { TWELVE = 12 };

/* Of a window of twelve the oldest leaves. */
static void push(struct window *window, const struct figure *figure) {
    if (window->pushed - window->dropped == TWELVE)
        window_drop(window);
    window_push(window, figure);
}

static const struct figure missing = {.status = STATUS_MISSING};

static void periods_that_are_not_there_are_left_out(void **state) {
    (void)state;
    struct window window = window_make(arena, TWELVE);
    assert_int_equal(window_status(&window), STATUS_MISSING);
    push(&window, &missing);
    assert_int_equal(window_status(&window), STATUS_MISSING);
    push(&window, &(struct figure){.value = fraction_make(4, 1)});
    push(&window, &missing);
    push(&window, &(struct figure){.value = fraction_make(7, 1)});
    assert_int_equal(window_status(&window), STATUS_PRESENT);
    assert_int_equal(fraction_compare(window_mean(&window), fraction_make(11, 2)), 0);
    assert_int_equal(fraction_compare(window_maximum(&window), fraction_make(7, 1)), 0);
    assert_int_equal(fraction_compare(window_minimum(&window), fraction_make(4, 1)), 0);
}

static void a_suppressed_period_suppresses_twelve(void **state) {
    (void)state;
    struct window window = window_make(arena, TWELVE);
    struct figure suppressed = {.status = STATUS_SUPPRESSED}, one = present(1, 1);
    push(&window, &suppressed);
    for (int i = 0; i < 11; i++) {
        push(&window, &one);
        assert_int_equal(window_status(&window), STATUS_SUPPRESSED);
    }
    push(&window, &one);
    assert_int_equal(window_status(&window), STATUS_PRESENT);
}

static void what_leaves_takes_its_extreme_with_it(void **state) {
    (void)state;
    struct window window = window_make(arena, TWELVE);
    struct figure high = present(99, 1), low = present(-3, 1), middle = present(5, 1);
    push(&window, &high);
    push(&window, &low);
    for (int i = 0; i < 10; i++)
        push(&window, &middle);
    assert_int_equal(fraction_compare(window_maximum(&window), high.value), 0);
    push(&window, &middle);
    assert_int_equal(fraction_compare(window_maximum(&window), middle.value), 0);
    assert_int_equal(fraction_compare(window_minimum(&window), low.value), 0);
    for (int i = 0; i < 11; i++)
        push(&window, &missing);
    assert_int_equal(fraction_compare(window_maximum(&window), middle.value), 0);
    push(&window, &missing);
    assert_int_equal(window_status(&window), STATUS_MISSING);
}

/* 12 shares of unlike denominators: the mean rounds as the exact one does, found here by numbers of any size. */
static void a_mean_rounds_as_the_exact_one(void **state) {
    (void)state;
    srand(5);
    for (int round = 0; round < 2000; round++) {
        struct window window = window_make(arena, TWELVE);
        struct fraction values[TWELVE];
        int count = 1 + rand() % TWELVE;
        for (int i = 0; i < count; i++) {
            struct figure figure = present((long long)(rand() % 5000) * 100, 1 + rand() % 5000);
            values[i] = figure.value;
            push(&window, &figure);
        }
        for (int decimals = 0; decimals <= 9; decimals += 3)
            assert_int_equal(fraction_compare(fraction_round(window_mean(&window), decimals),
                                              fraction_round(fraction_mean(values, (size_t)count), decimals)),
                             0);
    }
}

/* Thirds that add up to a half at the last digit: a cut sum would round it down. */
static void a_tie_of_inexact_parts_rounds_up(void **state) {
    (void)state;
    struct window window = window_make(arena, TWELVE);
    struct figure parts[] = {present(1, 3), present(1, 6), present(1, 7), present(6, 7), present(1, 1), present(1, 2)};
    for (size_t i = 0; i < 6; i++)
        push(&window, &parts[i]);
    assert_int_equal(fraction_compare(window_mean(&window), fraction_make(1, 2)), 0);
    assert_int_equal(fraction_compare(fraction_round(window_mean(&window), 0), fraction_make(1, 1)), 0);
}

/* 366 days, then 365: two leave at once. */
static void a_window_changes_its_length(void **state) {
    (void)state;
    struct window window = window_make(arena, 3);
    struct figure parts[] = {present(9, 1), present(1, 3), present(2, 3), present(4, 1)};
    for (size_t i = 0; i < 3; i++)
        window_push(&window, &parts[i]);
    window_drop(&window);
    window_drop(&window);
    window_push(&window, &parts[3]);
    assert_int_equal(fraction_compare(fraction_round(window_mean(&window), 2), fraction_make(233, 100)), 0);
    assert_int_equal(fraction_compare(window_maximum(&window), parts[3].value), 0);
    assert_int_equal(fraction_compare(window_minimum(&window), parts[2].value), 0);
    window_drop(&window);
    window_drop(&window);
    assert_int_equal(window_status(&window), STATUS_MISSING);
    window_push(&window, &parts[1]);
    assert_int_equal(fraction_compare(window_maximum(&window), parts[1].value), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(periods_that_are_not_there_are_left_out, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_suppressed_period_suppresses_twelve, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_leaves_takes_its_extreme_with_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_mean_rounds_as_the_exact_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_tie_of_inexact_parts_rounds_up, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_window_changes_its_length, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
