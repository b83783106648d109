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
    const struct indicator share = {.measure = MEASURE_RATIO,
                                    .unit = UNIT_PERCENT,
                                    .per = fraction_make(100, 1),
                                    .decimals = 1,
                                    .average_decimals = 1};
    struct funnel_rule rule;
    assert_true(funnel_rule_of(&share, fraction_make(91, 1), &rule));
    assert_limits(funnel_limits_of(&rule, 100, FUNNEL_95), 83.7737871, 95.1927460);
    assert_limits(funnel_limits_of(&rule, 100, FUNNEL_998), 78.2517595, 96.6002236);
    const int figures[] = {970, 960, 910, 830, 780}; /* tenths */
    for (enum funnel_place place = 0; place < FUNNEL_PLACE_COUNT; place++)
        assert_int_equal(funnel_place_of(&share, &rule, 100, fraction_make(figures[place], 10)), place);
    assert_int_equal(funnel_place_of(&share, &rule, 0, fraction_make(50, 1)), FUNNEL_WITHIN);
}

/* Limits of 83.8% to 95.2% and 78.3% to 96.6%; without decimals 84 to 95 and 78 to 97. All that there is, 100%, is not
 * beyond a limit that is printed as 100. */
static void printed_like_a_limit_is_within_it(void **state) {
    (void)state;
    struct indicator share = {.measure = MEASURE_RATIO, .unit = UNIT_PERCENT, .per = fraction_make(100, 1)};
    struct funnel_rule rule;
    assert_true(funnel_rule_of(&share, fraction_make(91, 1), &rule));
    static const struct {
        int tenths;
        enum funnel_place place;
    } figures[] = {{953, FUNNEL_WITHIN}, {956, FUNNEL_ABOVE}, {968, FUNNEL_ABOVE}, {975, FUNNEL_FAR_ABOVE},
                   {835, FUNNEL_WITHIN}, {834, FUNNEL_BELOW}, {776, FUNNEL_BELOW}, {774, FUNNEL_FAR_BELOW}};
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        assert_int_equal(funnel_place_of(&share, &rule, 100, fraction_make(figures[i].tenths, 10)), figures[i].place);
    assert_true(funnel_rule_of(&share, fraction_make(997, 10), &rule));
    assert_true(funnel_limits_of(&rule, 5000, FUNNEL_998).upper < 100);
    assert_int_equal(funnel_place_of(&share, &rule, 5000, fraction_make(100, 1)), FUNNEL_WITHIN);
    share.decimals = share.average_decimals = 1;
    assert_int_equal(funnel_place_of(&share, &rule, 5000, fraction_make(100, 1)), FUNNEL_FAR_ABOVE);
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

/* Ten places whose shares lie further apart than chance lets them; by the published formulas, once. */
static void limits_allow_for_what_sets_places_apart(void **state) {
    (void)state;
    static const double sizes[] = {100, 200, 400, 800, 1600, 100, 200, 400, 800, 1600},
                        tops[] = {30, 90, 120, 320, 480, 20, 50, 180, 200, 800};
    enum { PLACES = sizeof sizes / sizeof *sizes };
    struct funnel_rule rule = {.proportion = true, .average = 100 * 2290.0 / 6200, .per = 100};
    struct dispersion_place places[PLACES];
    for (size_t i = 0; i < PLACES; i++)
        places[i] = funnel_distance(&rule, sizes[i], 100 * tops[i] / sizes[i]);
    struct funnel_limits narrow = funnel_limits_of(&rule, 400, FUNNEL_95);
    rule.dispersion = dispersion_of(places, PLACES);
    assert_true(fabs(rule.dispersion.ratio - 14.511846235599531) < 1e-9);
    assert_true(fabs(rule.dispersion.between - 0.006672473644901731) < 1e-12);
    assert_limits(funnel_limits_of(&rule, 400, FUNNEL_95), 21.8000913, 53.5221860);
    assert_limits(funnel_limits_of(&rule, 400, FUNNEL_998), 14.4005589, 63.0283297);
    assert_true(funnel_limits_of(&rule, 400, FUNNEL_95).lower < narrow.lower);
    assert_true(isnan(funnel_limits_of(&rule, 0, FUNNEL_95).lower));
}

/* A variance of 0.01 between places; limits of a rate end at zero, those of a share at 0 and 100. */
static void rates_allow_for_it_too(void **state) {
    (void)state;
    struct funnel_rule rule = {.average = 1000 * 2290.0 / 6200, .per = 1000, .dispersion = {2, 0.01}};
    assert_limits(funnel_limits_of(&rule, 400, FUNNEL_95), 229.3886668, 542.5000622);
    assert_limits(funnel_limits_of(&rule, 400, FUNNEL_998), 163.7570295, 657.4329119);
    rule.dispersion.between = 1;
    assert_true(funnel_limits_of(&rule, 400, FUNNEL_998).lower == 0);
    rule = (struct funnel_rule){.proportion = true, .average = 50, .per = 100, .dispersion = {9, 1}};
    assert_limits(funnel_limits_of(&rule, 400, FUNNEL_998), 0, 100);
}

/* Scores between -1 and 1 are less than chance gives; outliers count no more than those that are next to them. */
static void chance_alone_has_nothing_between(void **state) {
    (void)state;
    struct dispersion_place places[] = {{-0.1, 0.1}, {0.05, 0.1}, {0, 0.1}, {0.1, 0.1}};
    assert_true(dispersion_of(places, 4).between == 0);
    assert_true(dispersion_of(places, 1).between == 0);
    struct dispersion_place many[21];
    for (size_t i = 0; i < 21; i++)
        many[i] = (struct dispersion_place){i == 0 ? -9 : i == 20 ? 7 : i % 2 == 0 ? 0.1 : -0.1, 0.1};
    assert_true(fabs(dispersion_of(many, 21).ratio - 1) < 1e-9);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(proportions_by_wilson),         cmocka_unit_test(rates_by_byar),
        cmocka_unit_test(limits_close_in_with_size),     cmocka_unit_test(nonsense_has_no_limits),
        cmocka_unit_test(a_share_lies_within_or_beyond), cmocka_unit_test(printed_like_a_limit_is_within_it),
        cmocka_unit_test(chance_says_nothing_of_costs),  cmocka_unit_test(limits_allow_for_what_sets_places_apart),
        cmocka_unit_test(rates_allow_for_it_too),        cmocka_unit_test(chance_alone_has_nothing_between),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
