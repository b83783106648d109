#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "spc.h"

enum { MOST = 160, GAP = -1000000 };

static struct arena *arena;
static struct spc_options options;
static struct spc_point points[MOST];
static struct spc_series series;
static struct fraction values[MOST];

static int set_up(void **state) {
    (void)state;
    arena = arena_create();
    options = (struct spc_options){.run = 7};
    series = (struct spc_series){.values = values, .polarity = POLARITY_HIGHER};
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    arena_destroy(arena);
    return 0;
}

static void compute(const int *numbers, size_t count) {
    for (size_t i = 0; i < count; i++)
        values[i] = numbers[i] == GAP ? fraction_none() : fraction_make(numbers[i], 1);
    series.count = count;
    spc_compute(arena, &series, &options, points);
}

#define COMPUTE(...) compute((const int[]){__VA_ARGS__}, sizeof((const int[]){__VA_ARGS__}) / sizeof(int))

static void assert_number(struct fraction number, long long numerator, long long denominator) {
    assert_true(fraction_present(number));
    assert_int_equal(fraction_compare(number, fraction_make(numerator, denominator)), 0);
}

/* A letter a point: o outside, t trend, 2 two of three, s shift; in capitals where it is high or rising. */
static const char *rules(void) {
    static char letters[MOST + 1];
    static const char low[] = ".ot2s", high[] = ".OT@S";
    for (size_t i = 0; i < series.count; i++)
        letters[i] = (points[i].high ? high : low)[points[i].rule];
    letters[series.count] = '\0';
    return letters;
}

static void lines_rest_on_the_mean_moving_range(void **state) {
    (void)state;
    COMPUTE(10, 14, 12, 8); /* ranges 4 2 4 */
    assert_number(points[0].mean, 11, 1);
    assert_number(points[0].upper, 1100 * 3 + 266 * 10, 300);
    assert_number(points[3].lower, 1100 * 3 - 266 * 10, 300);
    assert_number(points[1].near_upper, 9900 + 5320, 900);
    assert_number(points[2].near_lower, 9900 - 5320, 900);
    assert_string_equal(rules(), "....");
}

static void limits_are_cut_neither_at_0_nor_at_100(void **state) {
    (void)state;
    COMPUTE(0, 100, 0, 100);
    assert_number(points[0].upper, 50 + 266, 1);
    assert_number(points[0].lower, 50 - 266, 1);
}

static void trial_limits_rest_on_fewer_than_13_points(void **state) {
    (void)state;
    COMPUTE(1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, GAP);
    assert_true(points[0].trial);
    COMPUTE(1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1);
    assert_false(points[0].trial);
    options.baseline = 12;
    COMPUTE(1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1);
    assert_true(points[0].trial);
}

static void one_point_has_a_mean_and_no_limits(void **state) {
    (void)state;
    COMPUTE(GAP, 7);
    assert_number(points[1].mean, 7, 1);
    assert_false(fraction_present(points[1].upper));
    assert_string_equal(rules(), "..");
    COMPUTE(GAP, GAP);
    assert_false(fraction_present(points[0].mean));
    COMPUTE(3);
    compute(NULL, 0);
}

static void a_baseline_leaves_later_points_out_of_the_lines(void **state) {
    (void)state;
    options.baseline = 4;
    COMPUTE(10, 12, 10, 12, 50);
    assert_number(points[4].mean, 11, 1);
    assert_number(points[4].upper, 1632, 100);
    assert_string_equal(rules(), "....O");
    options.baseline = 99;
    COMPUTE(10, 12, 10, 12, 50);
    assert_number(points[4].mean, 94, 5);
}

static void a_point_at_the_limit_is_inside(void **state) {
    (void)state;
    options.baseline = 2;
    COMPUTE(0, 100, 316, -216, 317, -217); /* 50 +/- 266 */
    assert_string_equal(rules(), "....Oo");
    assert_int_equal(points[4].class, SPC_IMPROVEMENT);
    assert_int_equal(points[5].class, SPC_CONCERN);
}

static void a_trend_is_seven_points_with_six_steps(void **state) {
    (void)state;
    options.baseline = 3; /* 100 200 100: wide limits, so that trends show alone */
    COMPUTE(100, 200, 100, 101, 102, 103, 104, 105, 200);
    assert_string_equal(rules(), "..TTTTTTT");
    COMPUTE(100, 200, 100, 101, 102, 103, 104, 200, 180);
    assert_string_equal(rules(), ".........");
    COMPUTE(100, 200, 100, 131, 132, 133, 133, 134, 135, 136); /* a tie breaks it */
    assert_string_equal(rules(), "..........");
    COMPUTE(100, 200, 190, 180, 170, 160, 150, 140, 200);
    assert_string_equal(rules(), ".ttttttt.");
    options.run = 6;
    COMPUTE(100, 200, 100, 101, 102, 103, 104, 200, 180);
    assert_string_equal(rules(), "..TTTTTT.");
}

static void a_turning_point_belongs_to_the_first_trend(void **state) {
    (void)state;
    options.baseline = 3;
    COMPUTE(100, 200, 110, 120, 130, 140, 150, 160, 170, 165, 155, 145, 135, 125, 115);
    assert_string_equal(rules(), "..TTTTTTTtttttt");
}

static void a_shift_is_seven_points_strictly_on_one_side(void **state) {
    (void)state;
    options.baseline = 2; /* mean 100, limits 100 +/- 532, near 354.67 */
    COMPUTE(0, 200, 90, 110, 101, 110, 101, 110, 101, 110, 90);
    assert_string_equal(rules(), "...SSSSSSS.");
    COMPUTE(0, 200, 90, 110, 101, 110, 100, 101, 110, 101, 110, 90); /* a point on the mean breaks it */
    assert_string_equal(rules(), "............");
    COMPUTE(0, 200, 99, 90, 99, 90, 99, 90, 99);
    assert_string_equal(rules(), "..sssssss");
    options.run = 6;
    COMPUTE(0, 200, 90, 110, 101, 110, 101, 110, 101, 90);
    assert_string_equal(rules(), "...SSSSSS.");
}

static void two_of_three_marks_those_near_the_limit(void **state) {
    (void)state;
    options.baseline = 2; /* mean 0, ranges 60: limits +/- 159.6, near +/- 106.4 */
    COMPUTE(-30, 30, 110, 10, 120, -10);
    assert_string_equal(rules(), "..@.@.");
    COMPUTE(-30, 30, 110, 0, 120, -10); /* the third is not on the same side */
    assert_string_equal(rules(), "......");
    COMPUTE(-30, 30, 110, -10, 120, -10);
    assert_string_equal(rules(), "......");
    COMPUTE(-30, 30, -110, -107, -1, 5);
    assert_string_equal(rules(), "..22..");
    COMPUTE(-30, 30, 106, 107, 10, -10); /* 106 is not beyond */
    assert_string_equal(rules(), "......");
    COMPUTE(-30, 30, 110, 120); /* 30 is the third */
    assert_string_equal(rules(), "..@@");
    COMPUTE(30, -30, 110, 120);
    assert_string_equal(rules(), "....");
}

static void a_point_beyond_the_limit_counts_as_near_it_where_asked(void **state) {
    (void)state;
    options.baseline = 2;
    COMPUTE(-30, 30, 110, 10, 170, -10);
    assert_string_equal(rules(), "....O.");
    options.outside_counts = true;
    COMPUTE(-30, 30, 110, 10, 170, -10);
    assert_string_equal(rules(), "..@.O.");
}

static void the_first_rule_names_the_point(void **state) {
    (void)state;
    options.baseline = 2;
    COMPUTE(-30, 30, 1, 2, 3, 4, 5, 110, 170); /* rising, near and beyond at the end, all above the mean */
    assert_string_equal(rules(), ".STTTTTTO");
    assert_int_equal(spc_variation(&points[8]), SPC_VARIATION_IMPROVEMENT_HIGH);
}

static void a_gap_breaks_neither_run_nor_moving_range(void **state) {
    (void)state;
    COMPUTE(10, GAP, 14, 12, GAP, GAP, 8);
    assert_number(points[0].upper, 1100 * 3 + 266 * 10, 300);
    assert_number(points[1].mean, 11, 1);
    assert_int_equal(points[1].class, SPC_COMMON);
    options.baseline = 3;
    COMPUTE(100, 200, 100, 101, GAP, 102, 103, 104, 105, 200);
    assert_string_equal(rules(), "..TT.TTTTT");
}

static void a_rebase_starts_anew(void **state) {
    (void)state;
    static const size_t places[] = {0, 5, 5, 99};
    series.rebases = places;
    series.rebase_count = sizeof(places) / sizeof(*places);
    COMPUTE(10, 12, 11, 12, 13, 14, 15, 16, 17, 18);
    assert_number(points[4].mean, 58, 5);
    assert_number(points[5].mean, 16, 1);
    assert_number(points[9].upper, 1866, 100);
    assert_string_equal(rules(), ".........."); /* eight steps up, but in two phases */
}

static void screening_drops_ranges_once(void **state) {
    (void)state;
    const int numbers[] = {10, 11, 10, 11, 10, 11, 10, 60, 61, 60, 61};
    compute(numbers, 11); /* ranges: nine of 1 and one of 50, mean 5.9 */
    assert_number(points[0].mean, 315, 11);
    assert_number(fraction_subtract(points[0].upper, points[0].mean), 266 * 59, 1000);
    options.screening = true;
    compute(numbers, 11);
    assert_number(points[0].mean, 315, 11);
    assert_number(fraction_subtract(points[0].upper, points[0].mean), 266, 100);
    COMPUTE(5, 5, 5, 5); /* nothing is below 3.267 times nothing */
    assert_number(points[0].upper, 5, 1);
    assert_string_equal(rules(), "....");
}

static void class_follows_polarity(void **state) {
    (void)state;
    static const struct {
        enum polarity polarity;
        enum spc_class high, low;
        enum spc_variation icon_high, icon_low;
    } cases[] = {
        {POLARITY_HIGHER, SPC_IMPROVEMENT, SPC_CONCERN, SPC_VARIATION_IMPROVEMENT_HIGH, SPC_VARIATION_CONCERN_LOW},
        {POLARITY_LOWER, SPC_CONCERN, SPC_IMPROVEMENT, SPC_VARIATION_CONCERN_HIGH, SPC_VARIATION_IMPROVEMENT_LOW},
        {POLARITY_NONE, SPC_NEITHER_HIGH, SPC_NEITHER_LOW, SPC_VARIATION_NEITHER_HIGH, SPC_VARIATION_NEITHER_LOW},
        {POLARITY_RANGE, SPC_NEITHER_HIGH, SPC_NEITHER_LOW, SPC_VARIATION_NEITHER_HIGH, SPC_VARIATION_NEITHER_LOW},
    };
    options.baseline = 2;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        series.polarity = cases[i].polarity;
        COMPUTE(0, 100, 400, -400);
        assert_int_equal(points[0].class, SPC_COMMON);
        assert_int_equal(spc_variation(&points[0]), SPC_VARIATION_COMMON);
        assert_int_equal(points[2].class, cases[i].high);
        assert_int_equal(points[3].class, cases[i].low);
        assert_int_equal(spc_variation(&points[2]), cases[i].icon_high);
        assert_int_equal(spc_variation(&points[3]), cases[i].icon_low);
    }
}

static void assurance_sets_limits_against_the_target(void **state) {
    (void)state;
    COMPUTE(0, 100, 0, 100); /* -216 to 316 */
    const struct spc_point *point = &points[3];
    static const struct {
        int target;
        enum spc_assurance higher, lower;
    } cases[] = {
        {-217, SPC_PASSES, SPC_FAILS},
        {-216, SPC_PASSES, SPC_FAILS},
        {-215, SPC_HIT_OR_MISS, SPC_HIT_OR_MISS},
        {316, SPC_FAILS, SPC_PASSES},
        {315, SPC_HIT_OR_MISS, SPC_HIT_OR_MISS},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct fraction target = fraction_make(cases[i].target, 1);
        assert_int_equal(spc_assurance(point, target, POLARITY_HIGHER), cases[i].higher);
        assert_int_equal(spc_assurance(point, target, POLARITY_LOWER), cases[i].lower);
        assert_int_equal(spc_assurance(point, target, POLARITY_NONE), SPC_NO_ASSURANCE);
    }
    assert_int_equal(spc_assurance(point, fraction_none(), POLARITY_HIGHER), SPC_NO_ASSURANCE);
    COMPUTE(5, 5); /* no variation, at the target: it is met, whichever is better */
    assert_int_equal(spc_assurance(points, fraction_make(5, 1), POLARITY_HIGHER), SPC_PASSES);
    assert_int_equal(spc_assurance(points, fraction_make(5, 1), POLARITY_LOWER), SPC_PASSES);
}

/* Percentages of unlike denominators, whose sums leave the range. */
static void fill_at_random(size_t count) {
    for (size_t i = 0; i < count; i++)
        values[i] = rand() % 9 == 0 ? fraction_none() : fraction_make(rand() % 40000, 1 + rand() % 400);
    series.count = count;
}

static void assert_moved(struct fraction now, struct fraction before, struct fraction factor, struct fraction by) {
    assert_true(fraction_present(now));
    struct fraction expected = fraction_add(fraction_multiply(before, factor), by);
    struct fraction off = fraction_subtract(fraction_round(now, 9), fraction_round(expected, 9));
    assert_true(fraction_compare(off, fraction_make(2, 1000000000)) < 0);
    assert_true(fraction_compare(off, fraction_make(-2, 1000000000)) > 0);
}

static void shifting_and_scaling_move_the_lines_and_no_class(void **state) {
    (void)state;
    static struct spc_point before[MOST];
    srand(7);
    for (int round = 0; round < 200; round++) {
        fill_at_random(20 + (size_t)rand() % 100);
        options.screening = round % 2 == 0;
        spc_compute(arena, &series, &options, points);
        memcpy(before, points, sizeof(before));
        struct fraction factor = fraction_make(1 + rand() % 9, 1 + rand() % 9), by = fraction_make(rand() % 999, 7);
        for (size_t i = 0; i < series.count; i++)
            values[i] = fraction_add(fraction_multiply(values[i], factor), by);
        spc_compute(arena, &series, &options, points);
        for (size_t i = 0; i < series.count; i++) {
            assert_moved(points[i].mean, before[i].mean, factor, by);
            assert_moved(points[i].upper, before[i].upper, factor, by);
            assert_moved(points[i].near_lower, before[i].near_lower, factor, by);
            assert_int_equal(points[i].class, before[i].class);
            assert_int_equal(points[i].rule, before[i].rule);
        }
    }
}

static void mirroring_swaps_high_and_low(void **state) {
    (void)state;
    static struct spc_point before[MOST];
    srand(11);
    for (int round = 0; round < 100; round++) {
        fill_at_random(60);
        spc_compute(arena, &series, &options, points);
        memcpy(before, points, sizeof(before));
        for (size_t i = 0; i < series.count; i++)
            values[i] = fraction_negative(values[i]);
        spc_compute(arena, &series, &options, points);
        for (size_t i = 0; i < series.count; i++) {
            assert_int_equal(points[i].rule, before[i].rule);
            if (points[i].rule != SPC_NO_RULE)
                assert_int_equal(points[i].high, !before[i].high);
        }
    }
}

static void numbers_beyond_the_range_are_absent_lines(void **state) {
    (void)state;
    const wide large = (wide)1 << 120;
    for (size_t i = 0; i < 20; i++)
        values[i] = i % 2 == 0 ? (struct fraction){large + (wide)i, large - 1} : (struct fraction){1, large - (wide)i};
    series.count = 20;
    for (int screening = 0; screening < 2; screening++) {
        options.screening = screening == 1;
        spc_compute(arena, &series, &options, points);
        assert_true(fraction_present(points[0].mean));
        assert_false(fraction_present(points[0].upper));
    }
}

static void every_word_is_there(void **state) {
    (void)state;
    for (size_t i = 0; i < SPC_CLASS_COUNT; i++)
        assert_true(spc_class_words[i] != NULL);
    for (size_t i = 0; i < SPC_RULE_COUNT; i++)
        assert_true(spc_rule_words[i] != NULL);
    for (size_t i = 0; i < SPC_VARIATION_COUNT; i++)
        assert_true(spc_variation_words[i] != NULL);
    for (size_t i = 0; i < SPC_ASSURANCE_COUNT; i++)
        assert_true(spc_assurance_words[i] != NULL);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(lines_rest_on_the_mean_moving_range),
        TEST(limits_are_cut_neither_at_0_nor_at_100),
        TEST(trial_limits_rest_on_fewer_than_13_points),
        TEST(one_point_has_a_mean_and_no_limits),
        TEST(a_baseline_leaves_later_points_out_of_the_lines),
        TEST(a_point_at_the_limit_is_inside),
        TEST(a_trend_is_seven_points_with_six_steps),
        TEST(a_turning_point_belongs_to_the_first_trend),
        TEST(a_shift_is_seven_points_strictly_on_one_side),
        TEST(two_of_three_marks_those_near_the_limit),
        TEST(a_point_beyond_the_limit_counts_as_near_it_where_asked),
        TEST(the_first_rule_names_the_point),
        TEST(a_gap_breaks_neither_run_nor_moving_range),
        TEST(a_rebase_starts_anew),
        TEST(screening_drops_ranges_once),
        TEST(class_follows_polarity),
        TEST(assurance_sets_limits_against_the_target),
        TEST(shifting_and_scaling_move_the_lines_and_no_class),
        TEST(mirroring_swaps_high_and_low),
        TEST(numbers_beyond_the_range_are_absent_lines),
        TEST(every_word_is_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
