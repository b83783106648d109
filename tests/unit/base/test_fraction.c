#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../arena_fixture.h"

#include "fraction.h"

static struct fraction number(const char *text) {
    struct fraction value = fraction_none();
    assert_true(fraction_parse(text, &value));
    return value;
}

static void halves_round_away_from_zero(void **state) {
    (void)state;
    assert_string_equal(fraction_printed(arena, fraction_make(900, 16), 1, false), "56.3");
    assert_string_equal(fraction_printed(arena, fraction_make(299900, 4800), 1, false), "62.5");
    assert_string_equal(fraction_printed(arena, fraction_make(-900, 16), 1, false), "\xE2\x88\x92"
                                                                                    "56.3");
    assert_string_equal(fraction_printed(arena, fraction_make(1, 2), 0, false), "1");
    assert_string_equal(fraction_printed(arena, fraction_make(-1, 2), 0, true), "\xE2\x88\x92"
                                                                                "1");
}

static void what_rounds_to_zero_has_no_sign(void **state) {
    (void)state;
    assert_string_equal(fraction_printed(arena, fraction_make(-1, 100), 1, true), "0.0");
    assert_string_equal(fraction_printed(arena, fraction_make(1, 100), 1, true), "0.0");
    assert_string_equal(fraction_plain(arena, fraction_make(-1, 1000), 1), "0");
}

static void thousands_have_commas_and_variances_a_plus(void **state) {
    (void)state;
    assert_string_equal(fraction_printed(arena, fraction_make(1234567, 1), 0, false), "1,234,567");
    assert_string_equal(fraction_printed(arena, fraction_make(999, 1), 0, true), "+999");
    assert_string_equal(fraction_printed(arena, fraction_make(12345678, 10), 1, true), "+1,234,567.8");
}

static void decimals_are_as_many_as_a_number_has(void **state) {
    (void)state;
    assert_int_equal(fraction_decimals(number("30.0")), 0);
    assert_int_equal(fraction_decimals(number("212.61")), 2);
    assert_int_equal(fraction_decimals(number("-0.5")), 1);
    assert_int_equal(fraction_decimals(fraction_make(1, 3)), 9);
}

static void plain_numbers_end_without_zeros(void **state) {
    (void)state;
    assert_string_equal(fraction_plain(arena, fraction_make(19000, 672), 10), "28.2738095238");
    assert_string_equal(fraction_plain(arena, fraction_make(25, 1), 10), "25");
    assert_string_equal(fraction_plain(arena, fraction_make(-5, 2), 10), "-2.5");
    assert_string_equal(fraction_plain(arena, fraction_none(), 10), "");
}

static void nothing_divided_is_no_number(void **state) {
    (void)state;
    assert_false(fraction_present(fraction_divide(fraction_make(0, 1), fraction_make(0, 1))));
    assert_false(fraction_present(fraction_divide(fraction_make(5, 1), fraction_make(0, 1))));
    assert_true(fraction_present(fraction_divide(fraction_make(0, 1), fraction_make(5, 1))));
    assert_false(fraction_present(fraction_add(fraction_none(), fraction_make(1, 1))));
}

static void what_is_no_plain_number_is_refused(void **state) {
    (void)state;
    static const char *const bad[] = {"",
                                      "-",
                                      "NaN",
                                      "inf",
                                      "1e400",
                                      "1,000",
                                      "1.",
                                      ".5",
                                      "+1",
                                      " 1",
                                      "1 ",
                                      "0x10",
                                      "1234567890123456789",
                                      "0.0000000000000000000000001",
                                      "1234567890.123456789012345678901234",
                                      "1.2.3",
                                      "--1"};
    for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
        struct fraction value = fraction_make(7, 1);
        assert_false(fraction_parse(bad[i], &value));
        assert_int_equal(fraction_compare(value, fraction_make(7, 1)), 0);
    }
    assert_int_equal(fraction_compare(number("-12.50"), fraction_make(-25, 2)), 0);
    assert_int_equal(fraction_compare(number("999999999999999.999999999"), number("999999999999999.999999998")), 1);
}

static void zeros_at_the_ends_of_a_number_are_free(void **state) {
    (void)state;
    assert_int_equal(
        fraction_compare(number("00000000000000000000000000012.50000000000000000000000000000"), fraction_make(25, 2)),
        0);
    assert_int_equal(fraction_compare(number("0.000"), fraction_make(0, 1)), 0);
    assert_int_equal(fraction_compare(number("-100000000000000000"), number("-100000000000000001")), 1);
}

static void digits_make_a_number_of_any_power(void **state) {
    (void)state;
    assert_string_equal(fraction_exact(arena, fraction_of_digits("1,234", 5, -2), 0), "12.34");
    assert_string_equal(fraction_exact(arena, fraction_of_digits("12", 2, 3), 0), "12000");
    assert_string_equal(fraction_exact(arena, fraction_of_digits("1200", 4, -1), 0), "120");
    assert_string_equal(fraction_exact(arena, fraction_of_digits("45838428571428565", 17, -21), 0),
                        "0.000045838428571428565");
    assert_string_equal(fraction_exact(arena, fraction_of_digits("1000", 4, -27), 0), "0.000000000000000000000001");
    assert_string_equal(fraction_exact(arena, fraction_of_digits("0", 1, 5), 0), "0");
    assert_false(fraction_present(fraction_of_digits("1", 1, -25)));
    assert_false(fraction_present(fraction_of_digits("1", 1, 18)));
    assert_false(fraction_present(fraction_of_digits("1", 1, 2147483647)));
    assert_false(fraction_present(fraction_of_digits("1", 1, -2147483647 - 1)));
}

/* As files of daily and quarterly figures have them. */
static void long_cells_are_kept_to_the_last_digit(void **state) {
    (void)state;
    static const char *const cells[] = {
        "1065456.1428571427", "0.9718742234272824",   "75.57370672889927",
        "115.2166797",        "167.67391304347825",   "-0.000244140625",
        "999999999999999999", "0.045838428571428565", "123456789012345678.123456789012345"};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        assert_string_equal(fraction_exact(arena, number(cells[i]), 10), cells[i]);
    assert_string_equal(fraction_exact(arena, fraction_make(19000, 672), 10), "28.2738095238");
    assert_string_equal(fraction_exact(arena, fraction_make(-3, 4096), 10), "-0.000732421875");
    struct fraction half = fraction_add(fraction_make(1, 6), fraction_make(1, 3)); /* 9/18 */
    assert_string_equal(fraction_exact(arena, half, 10), "0.5");
    assert_string_equal(fraction_exact(arena, fraction_multiply(half, fraction_make(-1, 21)), 10), "-0.0238095238");
    assert_string_equal(fraction_exact(arena, fraction_make(1, 1 << 25), 10), "0.0000000298");
    assert_string_equal(fraction_exact(arena, fraction_none(), 10), "");
}

/* Sums by the year, means, rates and changes of such cells, and back again. */
static void long_cells_are_reckoned_with(void **state) {
    (void)state;
    struct fraction a = number("1065456.1428571427"), b = number("0.9718742234272824"), sum = fraction_make(0, 1);
    for (int i = 0; i < 200; i++)
        sum = fraction_add(fraction_add(sum, a), b);
    assert_string_equal(fraction_exact(arena, sum, 10), "213091422.94627322545648");
    for (int i = 0; i < 200; i++)
        sum = fraction_subtract(fraction_subtract(sum, b), a);
    assert_int_equal(fraction_sign(sum), 0);
    struct fraction percent = fraction_divide(fraction_multiply(b, fraction_make(100, 1)), a);
    assert_string_equal(fraction_plain(arena, percent, 14), "0.00009121672722");
    assert_int_equal(fraction_compare(fraction_divide(fraction_multiply(percent, a), fraction_make(100, 1)), b), 0);
    struct fraction change = fraction_divide(fraction_subtract(a, b), b);
    assert_string_equal(fraction_plain(arena, change, 4), "1096289.1548");
    struct fraction twelve[12], longest = number("123456789012345678.123456789012345");
    for (size_t i = 0; i < 12; i++)
        twelve[i] = i % 2 == 0 ? a : b;
    assert_string_equal(fraction_exact(arena, fraction_mean(twelve, 12), 10), "532728.5573656830636412");
    sum = longest;
    for (int i = 1; i < 400; i++)
        sum = fraction_add(sum, longest);
    assert_string_equal(fraction_exact(arena, sum, 10), "49382715604938271249.382715604938");
    assert_int_equal(fraction_compare(fraction_divide(sum, longest), fraction_make(400, 1)), 0);
}

static void what_is_too_large_becomes_no_number(void **state) {
    (void)state;
    struct fraction huge = number("999999999999999");
    for (int i = 0; i < 10; i++)
        huge = fraction_multiply(huge, huge);
    assert_false(fraction_present(huge));
}

/* Exact numbers that fill their 128 bits: their decimals are found all the same. */
static void what_fills_the_range_is_printed(void **state) {
    (void)state;
    wide ten = 1;
    for (int i = 0; i < 37; i++)
        ten *= 10;
    assert_string_equal(fraction_plain(arena, (struct fraction){2 * ten, 3 * ten}, 10), "0.6666666667");
    assert_string_equal(fraction_plain(arena, (struct fraction){-15 * ten, 16 * ten}, 10), "-0.9375");
    assert_string_equal(fraction_printed(arena, (struct fraction){17 * ten, ten + 1}, 2, false), "17.00");
    assert_string_equal(fraction_printed(arena, (struct fraction){10 * ten, 16 * ten}, 2, false), "0.63");
    assert_string_equal(fraction_printed(arena, (struct fraction){10 * ten - 1, 16 * ten}, 2, false), "0.62");
}

static long long small(void) {
    return rand() % 2001 - 1000;
}

static void sums_and_products_keep_their_laws(void **state) {
    (void)state;
    srand(7);
    for (int i = 0; i < 20000; i++) {
        struct fraction a = fraction_make(small(), rand() % 50 + 1), b = fraction_make(small(), rand() % 50 + 1);
        assert_int_equal(fraction_compare(fraction_add(a, b), fraction_add(b, a)), 0);
        assert_int_equal(fraction_compare(fraction_subtract(fraction_add(a, b), b), a), 0);
        if (fraction_sign(b) != 0)
            assert_int_equal(fraction_compare(fraction_multiply(fraction_divide(a, b), b), a), 0);
        assert_int_equal(fraction_compare(a, b), -fraction_compare(b, a));
        double difference = fraction_double(a) - fraction_double(b);
        assert_int_equal(fraction_compare(a, b), (difference > 1e-12) - (difference < -1e-12));
        struct fraction rounded = fraction_round(a, 1), off = fraction_subtract(rounded, a);
        assert_true(fraction_double(off) <= 0.05 && fraction_double(off) >= -0.05);
    }
}

/* Numbers too long to be multiplied out: their squares compare as they do. */
static void long_numbers_are_compared_exactly(void **state) {
    (void)state;
    srand(5);
    for (int i = 0; i < 2000; i++) {
        long long near = (1LL << 62) - rand() % 100, other = (1LL << 62) - rand() % 100;
        struct fraction a = fraction_make(near, other), b = fraction_make(near - rand() % 3, other - rand() % 3);
        struct fraction square_a = fraction_multiply(a, a), square_b = fraction_multiply(b, b);
        if (!fraction_present(square_a) || !fraction_present(square_b))
            continue;
        int order = fraction_compare(a, b);
        assert_int_equal(fraction_compare(square_a, square_b), order);
        assert_int_equal(fraction_compare(square_b, square_a), -order);
        struct fraction zero = fraction_make(0, 1);
        assert_int_equal(fraction_compare(fraction_subtract(zero, square_a), fraction_subtract(zero, square_b)),
                         -order);
    }
}

static void sums_beyond_the_range_are_no_number(void **state) {
    (void)state;
    struct fraction long_whole = fraction_multiply(fraction_make(INT64_MAX, 1), fraction_make(INT64_MAX, 1));
    struct fraction long_part = fraction_divide(fraction_make(1, 1), long_whole);
    assert_true(fraction_present(long_whole) && fraction_present(long_part));
    assert_false(fraction_present(fraction_add(long_whole, long_whole)) &&
                 fraction_present(fraction_add(fraction_add(long_whole, long_whole), long_whole)));
    assert_false(fraction_present(fraction_add(long_whole, long_part)));
    assert_false(fraction_present(fraction_multiply(long_whole, long_whole)));
    assert_int_equal(fraction_compare(fraction_multiply(long_whole, long_part), fraction_make(1, 1)), 0);
    assert_int_equal(
        fraction_compare(fraction_add(long_part, long_part), fraction_multiply(long_part, fraction_make(2, 1))), 0);
}

/* Beside each other in the last of 127 bits: their whole parts are alike, then those of what is left, and so on. */
static void numbers_that_fill_the_range_are_compared(void **state) {
    (void)state;
    const wide ten = (wide)1 << 120;
    const struct fraction third = {ten / 3, ten}, more = {ten / 3 + 1, ten}, half = {ten / 2, ten},
                          half_of_less = {(ten - 2) / 2, ten - 2}, three = {3 * (ten - 1), ten - 1},
                          above_three = {3 * ten + 1, ten};
    assert_int_equal(fraction_compare(third, more), -1);
    assert_int_equal(fraction_compare(more, half_of_less), -1);
    assert_int_equal(fraction_compare(half, half_of_less), 0);
    assert_int_equal(fraction_compare(three, above_three), -1);
    assert_int_equal(fraction_compare(above_three, three), 1);
    assert_int_equal(fraction_compare((struct fraction){-three.numerator, three.denominator},
                                      (struct fraction){-above_three.numerator, above_three.denominator}),
                     1);
    assert_int_equal(fraction_compare(three, (struct fraction){4 * ten, ten}), -1);
    const struct fraction fifth = {(ten - 1) / 5, ten - 1}, fifth_and_more = {(ten - 1) / 5 + 1, ten - 1};
    assert_int_equal(fraction_compare((struct fraction){1, 5}, fifth), 0);
    assert_int_equal(fraction_compare((struct fraction){ten, 5 * ten}, fifth), 0);
    assert_int_equal(fraction_compare((struct fraction){ten, 5 * ten}, fifth_and_more), -1);
    assert_int_equal(fraction_compare(fifth_and_more, (struct fraction){ten, 5 * ten}), 1);
}

static void what_has_no_decimals_in_the_range_is_not_printed(void **state) {
    (void)state;
    const wide most = (((wide)1 << 126) - 1) * 2 + 1;
    const struct fraction huge = {most, 1}, tenth = {most, 10};
    assert_string_equal(fraction_printed(arena, huge, 1, false), "");
    assert_string_equal(fraction_plain(arena, huge, 2), "");
    assert_string_equal(fraction_plain(arena, huge, 0), "170141183460469231731687303715884105727");
    assert_false(fraction_present(fraction_round(tenth, 9)));
    assert_string_equal(fraction_plain(arena, tenth, 1), "17014118346046923173168730371588410572.7");
    const struct fraction many[] = {huge, huge, huge};
    assert_false(fraction_present(fraction_mean(many, 3)));
    assert_false(fraction_present(fraction_mean(many, 0)));
    assert_false(fraction_present(fraction_multiply(fraction_none(), fraction_make(1, 2))));
    assert_false(fraction_present(fraction_multiply(fraction_make(1, 2), fraction_none())));
}

/* 343 fractions with denominators of their own, whose exact sum has thousands of bits: the mean worked out with
 * Python's fractions is 0.004668075510787..., cut there. */
static void means_of_many_are_cut_exactly(void **state) {
    (void)state;
    struct fraction many[343];
    for (long long i = 0; i < 343; i++)
        many[i] = fraction_make(7919 * i % 10007, 1000003 + 2 * i * i);
    struct fraction mean = fraction_mean(many, 343);
    assert_int_equal(fraction_compare(mean, fraction_make(4668075510787, 1000000000000000)), 0);
    for (size_t i = 0; i < 343; i++)
        many[i] = fraction_negative(many[i]);
    assert_int_equal(fraction_compare(fraction_mean(many, 343), fraction_negative(mean)), 0);
}

/* Two and two make one, so that the mean is a half to the last digit, and is rounded up; no cut of any length is. */
static void a_mean_on_the_edge_of_rounding_is_exact(void **state) {
    (void)state;
    struct fraction many[342];
    for (long long i = 0; i < 342; i += 2) {
        many[i] = fraction_make(1000 + i, 1000003 + i * i);
        many[i + 1] = fraction_subtract(fraction_make(1, 1), many[i]);
    }
    assert_string_equal(fraction_printed(arena, fraction_mean(many, 342), 0, false), "1");
    many[7] = fraction_subtract(many[7], fraction_make(1, 1000000000));
    assert_string_equal(fraction_printed(arena, fraction_mean(many, 342), 0, false), "0");
}

static void what_is_whole_is_whole_in_any_terms(void **state) {
    (void)state;
    assert_true(fraction_is_whole(fraction_make(6, 3)) && fraction_is_whole(fraction_make(0, 5)));
    assert_true(fraction_is_whole(fraction_add(fraction_make(1, 6), fraction_make(5, 6))));
    assert_false(fraction_is_whole(fraction_make(1, 2)) || fraction_is_whole(fraction_none()));
    assert_int_equal(fraction_sign(fraction_make(3, -4)), -1);
    assert_false(fraction_present(fraction_make(3, 0)));
    assert_true(fraction_double(fraction_make(-3, 4)) == -0.75 &&
                fraction_double(fraction_none()) != fraction_double(fraction_none()));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(halves_round_away_from_zero, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_rounds_to_zero_has_no_sign, set_up, tear_down),
        cmocka_unit_test_setup_teardown(thousands_have_commas_and_variances_a_plus, set_up, tear_down),
        cmocka_unit_test_setup_teardown(decimals_are_as_many_as_a_number_has, set_up, tear_down),
        cmocka_unit_test_setup_teardown(plain_numbers_end_without_zeros, set_up, tear_down),
        cmocka_unit_test(nothing_divided_is_no_number),
        cmocka_unit_test(what_is_no_plain_number_is_refused),
        cmocka_unit_test(zeros_at_the_ends_of_a_number_are_free),
        cmocka_unit_test_setup_teardown(digits_make_a_number_of_any_power, set_up, tear_down),
        cmocka_unit_test_setup_teardown(long_cells_are_kept_to_the_last_digit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(long_cells_are_reckoned_with, set_up, tear_down),
        cmocka_unit_test(what_is_too_large_becomes_no_number),
        cmocka_unit_test_setup_teardown(what_fills_the_range_is_printed, set_up, tear_down),
        cmocka_unit_test(sums_and_products_keep_their_laws),
        cmocka_unit_test(long_numbers_are_compared_exactly),
        cmocka_unit_test(sums_beyond_the_range_are_no_number),
        cmocka_unit_test(numbers_that_fill_the_range_are_compared),
        cmocka_unit_test_setup_teardown(what_has_no_decimals_in_the_range_is_not_printed, set_up, tear_down),
        cmocka_unit_test(what_is_whole_is_whole_in_any_terms),
        cmocka_unit_test(means_of_many_are_cut_exactly),
        cmocka_unit_test_setup_teardown(a_mean_on_the_edge_of_rounding_is_exact, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
