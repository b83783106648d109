#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rate.h"

static struct amount amount(struct fraction number) {
    return (struct amount){.number = number};
}

/* What comes after a sum that left the range must not be taken for the whole. */
static void a_sum_beyond_the_range_stays_absent(void **state) {
    (void)state;
    struct fraction large = fraction_multiply(fraction_make(INT64_MAX, 1), fraction_make(INT64_MAX, 1));
    struct sum sum = {0};
    for (int i = 0; i < 4; i++)
        sum_add(&sum, amount(large));
    sum_add(&sum, amount(fraction_make(7, 1)));
    assert_int_equal(sum_amount(&sum).status, STATUS_MISSING);
    assert_false(fraction_present(sum_amount(&sum).number));
    sum_drop(&sum, amount(large));
    assert_int_equal(sum_amount(&sum).status, STATUS_MISSING);
    sum_add(&sum, (struct amount){.status = STATUS_SUPPRESSED});
    assert_int_equal(sum_amount(&sum).status, STATUS_SUPPRESSED);
}

static void a_sum_of_nothing_is_missing(void **state) {
    (void)state;
    struct sum sum = {0};
    assert_int_equal(sum_amount(&sum).status, STATUS_MISSING);
    sum_add(&sum, amount(fraction_make(0, 1)));
    assert_int_equal(sum_amount(&sum).status, STATUS_PRESENT);
    assert_int_equal(fraction_sign(sum_amount(&sum).number), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sum_beyond_the_range_stays_absent),
        cmocka_unit_test(a_sum_of_nothing_is_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
