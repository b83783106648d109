#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "window.h"

static struct figure present(long long numerator, long long denominator) {
    return (struct figure){.value = fraction_make(numerator, denominator), .status = STATUS_PRESENT};
}

static const struct figure missing = {.status = STATUS_MISSING};

static void months_that_are_not_there_are_left_out(void **state) {
    (void)state;
    struct window window = {0};
    assert_int_equal(window_status(&window), STATUS_MISSING);
    window_push(&window, &missing);
    assert_int_equal(window_status(&window), STATUS_MISSING);
    window_push(&window, &(struct figure){.value = fraction_make(4, 1)});
    window_push(&window, &missing);
    window_push(&window, &(struct figure){.value = fraction_make(7, 1)});
    assert_int_equal(window_status(&window), STATUS_PRESENT);
    assert_int_equal(fraction_compare(window_mean(&window), fraction_make(11, 2)), 0);
    assert_int_equal(fraction_compare(window_maximum(&window), fraction_make(7, 1)), 0);
    assert_int_equal(fraction_compare(window_minimum(&window), fraction_make(4, 1)), 0);
}

static void a_suppressed_month_suppresses_twelve(void **state) {
    (void)state;
    struct window window = {0};
    struct figure suppressed = {.status = STATUS_SUPPRESSED}, one = present(1, 1);
    window_push(&window, &suppressed);
    for (int i = 0; i < 11; i++) {
        window_push(&window, &one);
        assert_int_equal(window_status(&window), STATUS_SUPPRESSED);
    }
    window_push(&window, &one);
    assert_int_equal(window_status(&window), STATUS_PRESENT);
}

static void what_leaves_takes_its_extreme_with_it(void **state) {
    (void)state;
    struct window window = {0};
    struct figure high = present(99, 1), low = present(-3, 1), middle = present(5, 1);
    window_push(&window, &high);
    window_push(&window, &low);
    for (int i = 0; i < 10; i++)
        window_push(&window, &middle);
    assert_int_equal(fraction_compare(window_maximum(&window), high.value), 0);
    window_push(&window, &middle);
    assert_int_equal(fraction_compare(window_maximum(&window), middle.value), 0);
    assert_int_equal(fraction_compare(window_minimum(&window), low.value), 0);
    for (int i = 0; i < 11; i++)
        window_push(&window, &missing);
    assert_int_equal(fraction_compare(window_maximum(&window), middle.value), 0);
    window_push(&window, &missing);
    assert_int_equal(window_status(&window), STATUS_MISSING);
}

/* 12 shares of unlike denominators: the mean rounds as the exact one does, found here by numbers of any size. */
static void a_mean_rounds_as_the_exact_one(void **state) {
    (void)state;
    srand(5);
    for (int round = 0; round < 2000; round++) {
        struct window window = {0};
        struct fraction values[WINDOW_MONTHS];
        int count = 1 + rand() % WINDOW_MONTHS;
        for (int i = 0; i < count; i++) {
            struct figure figure = present((long long)(rand() % 5000) * 100, 1 + rand() % 5000);
            values[i] = figure.value;
            window_push(&window, &figure);
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
    struct window window = {0};
    struct figure parts[] = {present(1, 3), present(1, 6), present(1, 7), present(6, 7), present(1, 1), present(1, 2)};
    for (size_t i = 0; i < 6; i++)
        window_push(&window, &parts[i]);
    assert_int_equal(fraction_compare(window_mean(&window), fraction_make(1, 2)), 0);
    assert_int_equal(fraction_compare(fraction_round(window_mean(&window), 0), fraction_make(1, 1)), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_that_are_not_there_are_left_out),
        cmocka_unit_test(a_suppressed_month_suppresses_twelve),
        cmocka_unit_test(what_leaves_takes_its_extreme_with_it),
        cmocka_unit_test(a_mean_rounds_as_the_exact_one),
        cmocka_unit_test(a_tie_of_inexact_parts_rounds_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
