#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <math.h>

#include "scale.h"

static uint32_t random_state = 7;

static double random_unit(void) {
    random_state = random_state * 1664525u + 1013904223u;
    return (double)(random_state >> 8) / (1 << 24);
}

static struct scale usual(double min, double max, bool from_zero, int decimals) {
    return scale_make((struct scale_range){.min = min,
                                           .max = max,
                                           .from_zero = from_zero,
                                           .limit = 100,
                                           .decimals = decimals,
                                           .lines_min = 4,
                                           .lines_max = 6});
}

static void expect(struct scale scale, double low, double high, int lines) {
    assert_true(fabs(scale_low(&scale) - low) < 1e-9);
    assert_true(fabs(scale_high(&scale) - high) < 1e-9);
    assert_int_equal(scale.lines, lines);
}

static void lines_are_round(void **state) {
    (void)state;
    expect(usual(68, 109, false, 1), 60, 110, 6);
    expect(usual(43, 59.9, false, 1), 40, 60, 5);
    expect(usual(3, 96, true, 1), 0, 100, 5);
    expect(usual(169, 510, true, 0), 0, 600, 4);
    expect(usual(-12, 30, true, 0), -20, 30, 6);
}

static void percentages_stay_within_a_hundred(void **state) {
    (void)state;
    struct scale scale = usual(100, 100, false, 1);
    assert_true(scale_high(&scale) <= 100);
    scale = usual(99.5, 100, false, 0);
    assert_true(scale_high(&scale) <= 100);
}

static void small_counts_have_whole_steps(void **state) {
    (void)state;
    expect(usual(0, 1, true, 0), 0, 1, 2);
    expect(usual(0, 2, true, 0), 0, 2, 3);
    expect(usual(0, 0, true, 0), 0, 1, 2);
}

static void equal_figures_get_room_around_them(void **state) {
    (void)state;
    const double values[] = {0, 1, -1, 50, 1e15, -1e15, 1e-9, 84.1};
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        struct scale scale = usual(values[i], values[i], false, 1);
        assert_true(scale_low(&scale) < scale_high(&scale));
        assert_true(scale_low(&scale) <= values[i] + 1e-6 && values[i] - 1e-6 <= scale_high(&scale));
    }
}

static void every_range_is_covered_by_four_to_six_lines(void **state) {
    (void)state;
    for (int i = 0; i < 100000; i++) {
        double size = pow(10, random_unit() * 9 - 1);
        double min = (random_unit() - 0.3) * size, max = min + random_unit() * size + 0.02;
        struct scale scale = scale_make((struct scale_range){.min = min,
                                                             .max = max,
                                                             .from_zero = i % 2 == 0,
                                                             .limit = INFINITY,
                                                             .decimals = 2,
                                                             .lines_min = 4,
                                                             .lines_max = 6});
        double slack = 1e-6 * scale.step;
        assert_true(scale_low(&scale) <= min + slack && scale_high(&scale) >= max - slack);
        assert_true(scale.lines <= 6 && scale.lines >= (i % 2 == 0 ? 2 : 4));
        double mantissa = scale.step / pow(10, floor(log10(scale.step) + 1e-9));
        assert_true(fabs(mantissa - 1) < 1e-6 || fabs(mantissa - 2) < 1e-6 || fabs(mantissa - 2.5) < 1e-6 ||
                    fabs(mantissa - 5) < 1e-6);
    }
}

static void ticks_are_printed_as_on_a_page(void **state) {
    (void)state;
    char buffer[64];
    assert_string_equal(scale_print(buffer, sizeof buffer, 1250, 0), "1,250");
    assert_string_equal(scale_print(buffer, sizeof buffer, -2.5, 1), "\u22122.5");
    assert_string_equal(scale_print(buffer, sizeof buffer, -0.01, 1), "0.0");
    assert_string_equal(scale_print(buffer, sizeof buffer, 1234567.5, 1), "1,234,567.5");
    assert_string_equal(scale_print(buffer, 6, 1234567, 0), "1,23");
}

static struct scale spanning(double min, double max, double span) {
    return scale_make((struct scale_range){
        .min = min, .max = max, .limit = 100, .span = span, .decimals = 1, .lines_min = 4, .lines_max = 6});
}

static void a_scale_spans_what_it_must(void **state) {
    (void)state;
    expect(spanning(80, 82.8, 0), 80, 83, 4);
    expect(spanning(80, 82.8, 10), 75, 87.5, 6); /* as much below as above */
    expect(spanning(97.2, 100, 10), 90, 100, 5); /* no share is more than the whole */
    expect(spanning(1, 3, 10), 0, 3, 4);         /* nor less than nothing */
    expect(spanning(60, 90, 10), 60, 90, 4);     /* and what spans more is left alone */
}

/* Figures that all lie below zero have their base line at the foot, not at the top of the frame. */
static void zero_is_within_a_scale_or_not(void **state) {
    (void)state;
    const struct scale across = {.first = -2, .step = 5, .lines = 4}, below = {.first = -4, .step = 5, .lines = 3},
                       up_to = {.first = -2, .step = 5, .lines = 3}, from = {.step = 5, .lines = 3};
    assert_true(scale_has_zero(&across));
    assert_true(scale_has_zero(&up_to));
    assert_false(scale_has_zero(&below));
    assert_false(scale_has_zero(&from));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_round),
        cmocka_unit_test(percentages_stay_within_a_hundred),
        cmocka_unit_test(small_counts_have_whole_steps),
        cmocka_unit_test(equal_figures_get_room_around_them),
        cmocka_unit_test(every_range_is_covered_by_four_to_six_lines),
        cmocka_unit_test(ticks_are_printed_as_on_a_page),
        cmocka_unit_test(a_scale_spans_what_it_must),
        cmocka_unit_test(zero_is_within_a_scale_or_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
