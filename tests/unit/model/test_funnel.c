#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "funnel.h"

static void assert_limits(struct funnel_limits limits, double lower, double upper) {
    assert_true(fabs(limits.lower - lower) < 0.0001);
    assert_true(fabs(limits.upper - upper) < 0.0001);
}

/* prop.test(5, 10, correct = FALSE)$conf.int in R; the others by hand from Wilson's formula. */
static void proportions_by_wilson(void **state) {
    (void)state;
    assert_limits(funnel_proportion(0.5, 10, FUNNEL_95), 0.2365931, 0.7634069);
    assert_limits(funnel_proportion(0.5, 10, FUNNEL_998), 0.15054, 0.84946);
    assert_limits(funnel_proportion(0, 10, FUNNEL_95), 0, 3.8414588 / 13.8414588);
    assert_limits(funnel_proportion(1, 10, FUNNEL_95), 10 / 13.8414588, 1);
}

/* 100 expected: 81.36 to 121.63, as in published tables of Byar's limits. */
static void rates_by_byar(void **state) {
    (void)state;
    assert_limits(funnel_rate(50, 20000, 10000, FUNNEL_95), 40.68105, 60.81397);
    assert_limits(funnel_rate(50, 20000, 10000, FUNNEL_998), 35.95185, 67.47181);
    assert_limits(funnel_rate(0, 20000, 10000, FUNNEL_95), 0, 1.83401);
    assert_true(funnel_rate(0.1, 10000, 10000, FUNNEL_998).lower == 0);
}

static void limits_close_in_with_size(void **state) {
    (void)state;
    for (enum funnel_width width = 0; width < FUNNEL_WIDTH_COUNT; width++)
        for (double size = 10; size < 1e6; size *= 2) {
            struct funnel_limits small = funnel_proportion(0.2, size, width);
            struct funnel_limits large = funnel_proportion(0.2, size * 2, width);
            assert_true(small.lower < large.lower && large.lower < 0.2 && 0.2 < large.upper &&
                        large.upper < small.upper);
        }
    assert_true(funnel_rate(50, 900, 10000, FUNNEL_998).upper > funnel_rate(50, 900, 10000, FUNNEL_95).upper);
}

static void nonsense_has_no_limits(void **state) {
    (void)state;
    assert_true(isnan(funnel_proportion(1.5, 10, FUNNEL_95).lower));
    assert_true(isnan(funnel_proportion(0.5, 0, FUNNEL_95).upper));
    assert_true(isnan(funnel_proportion(NAN, 10, FUNNEL_95).upper));
    assert_true(isnan(funnel_rate(-1, 10, 100, FUNNEL_95).lower));
    assert_true(isnan(funnel_rate(1, 10, 0, FUNNEL_95).lower));
}

/* 91% of 100: Wilson's 83.8% to 95.2% at 95%, 78.3% to 96.6% at 99.8%. */
static void a_share_lies_within_or_beyond(void **state) {
    (void)state;
    const struct indicator share = {.measure = MEASURE_RATIO, .unit = UNIT_PERCENT, .per = fraction_make(100, 1)};
    struct funnel_rule rule;
    assert_true(funnel_rule_of(&share, fraction_make(91, 1), &rule));
    assert_limits(funnel_limits_of(&rule, 100, FUNNEL_95), 83.7737871, 95.1927460);
    assert_limits(funnel_limits_of(&rule, 100, FUNNEL_998), 78.2517595, 96.6002236);
    const double figures[] = {97, 96, 91, 83, 78};
    for (enum funnel_place place = 0; place < FUNNEL_PLACE_COUNT; place++)
        assert_int_equal(funnel_place_of(&rule, 100, figures[place]), place);
    assert_int_equal(funnel_place_of(&rule, 0, 50), FUNNEL_WITHIN);
}

static void chance_says_nothing_of_costs(void **state) {
    (void)state;
    struct indicator indicator = {.measure = MEASURE_RATE, .unit = UNIT_RATE, .per = fraction_make(10000, 1)};
    struct funnel_rule rule;
    assert_true(funnel_rule_of(&indicator, fraction_make(50, 1), &rule));
    assert_limits(funnel_limits_of(&rule, 20000, FUNNEL_95), 40.68105, 60.81397);
    assert_false(funnel_rule_of(&indicator, fraction_none(), &rule));
    assert_false(funnel_rule_of(&indicator, fraction_make(-1, 1), &rule));
    indicator = (struct indicator){.measure = MEASURE_RATIO, .unit = UNIT_MONEY, .per = fraction_make(1, 1)};
    assert_false(funnel_rule_of(&indicator, fraction_make(50, 1), &rule));
    indicator = (struct indicator){.measure = MEASURE_RATIO, .unit = UNIT_PERCENT, .per = fraction_make(100, 1)};
    assert_false(funnel_rule_of(&indicator, fraction_make(101, 1), &rule));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(proportions_by_wilson),         cmocka_unit_test(rates_by_byar),
        cmocka_unit_test(limits_close_in_with_size),     cmocka_unit_test(nonsense_has_no_limits),
        cmocka_unit_test(a_share_lies_within_or_beyond), cmocka_unit_test(chance_says_nothing_of_costs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
