#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <math.h>

#include <cmocka.h>

#include "double_text.h"

static void a_number_is_written_by_as_few_digits_as_it_takes(void **state) {
    static const struct {
        double value;
        const char *text;
    } rows[] = {
        {0, "0"},
        {-0.0, "0"},
        {198, "198"},
        {-7.5, "-7.5"},
        {0.1 + 0.2, "0.30000000000000004"},
        {0.3, "0.3"},
        {3.3, "3.3"},
        {11.7659, "11.7659"},
        {2.0 / 3, "0.6666666666666666"},
        {0.99999999999999989, "0.9999999999999999"},
        {1111294.5714285714, "1111294.5714285714"},
        {123456789012345.0, "123456789012345"},
        {-1234567890123456.0, "-1234567890123456"},
        {1e23, "100000000000000000000000"},
        {1e15, "1000000000000000"},
        {1e14, "100000000000000"},
        {1.5e-7, "0.00000015"},
        {1.5e-8, "0.000000015"},
        {4.5e-30, "0"},
        {HUGE_VAL, "inf"},
        {-HUGE_VAL, "-inf"},
    };
    char text[DOUBLE_TEXT_MAX];
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double_text(text, rows[i].value);
        assert_string_equal(text, rows[i].text);
    }
}

static void no_number_needs_more_room(void **state) {
    static const double values[] = {1.7e308, -1.7976931348623e308};
    char text[DOUBLE_TEXT_MAX];
    (void)state;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        double_text(text, values[i]);
        assert_true(fabs(strtod(text, NULL) / values[i] - 1) < 1e-14);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_is_written_by_as_few_digits_as_it_takes),
        cmocka_unit_test(no_number_needs_more_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
