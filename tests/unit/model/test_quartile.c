#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../arena_fixture.h"
#include "quartile.h"

enum { MOST = 64, GAP = -1 };

static struct fraction values[MOST];

static size_t fill(const int *tenths, size_t count) {
    for (size_t i = 0; i < count; i++)
        values[i] = tenths[i] == GAP ? fraction_none() : fraction_make(tenths[i], 10);
    return count;
}

#define FILL(...) fill((const int[]){__VA_ARGS__}, sizeof((const int[]){__VA_ARGS__}) / sizeof(int))

static void assert_quartiles(size_t count, long long q25, long long q50, long long q75, long long of) {
    struct quartiles q = quartiles_of(arena, values, count);
    assert_int_equal(fraction_compare(q.q25, fraction_make(q25, of)), 0);
    assert_int_equal(fraction_compare(q.q50, fraction_make(q50, of)), 0);
    assert_int_equal(fraction_compare(q.q75, fraction_make(q75, of)), 0);
}

/* quantile(x, c(.25, .5, .75), type = 7) in R */
static void quartiles_are_those_of_r(void **state) {
    (void)state;
    assert_quartiles(FILL(10, 20, 30, 40), 175, 250, 325, 100);
    assert_quartiles(FILL(90, 10, 80, 20, 70, 30, 60, 40, 50), 3, 5, 7, 1);
    assert_quartiles(FILL(70), 7, 7, 7, 1);
    assert_quartiles(FILL(10, GAP, 20, GAP), 125, 150, 175, 100);
    /* mtcars$mpg: 15.425, 19.2, 22.8 */
    assert_quartiles(FILL(210, 210, 228, 214, 187, 181, 143, 244, 228, 192, 178, 164, 173, 152, 104, 104, 147, 324, 304,
                          339, 215, 155, 152, 133, 192, 273, 260, 304, 158, 197, 150, 214),
                     15425, 19200, 22800, 1000);
    assert_false(fraction_present(quartiles_of(arena, values, 0).q50));
    FILL(GAP, GAP);
    assert_false(fraction_present(quartiles_of(arena, values, 2).q25));
}

static bool up_to(struct fraction value, struct fraction end, enum polarity polarity) {
    int order = fraction_compare(value, end);
    return polarity == POLARITY_LOWER ? order <= 0 : order >= 0;
}

/* By the quantiles themselves: lower is better: at most q25 is A, at most q50 B, at most q75 C. */
static enum quartile by_quantiles(struct fraction value, size_t count, enum polarity polarity) {
    const struct quartiles q = quartiles_of(arena, values, count);
    bool lower = polarity == POLARITY_LOWER;
    return up_to(value, lower ? q.q25 : q.q75, polarity)   ? QUARTILE_A
           : up_to(value, q.q50, polarity)                 ? QUARTILE_B
           : up_to(value, lower ? q.q75 : q.q25, polarity) ? QUARTILE_C
                                                           : QUARTILE_D;
}

static void a_rank_tells_the_quarter(void **state) {
    (void)state;
    srand(7);
    for (int round = 0; round < 400; round++) {
        size_t count = QUARTILE_LEAST + (size_t)rand() % 40;
        enum polarity polarity = rand() % 2 == 0 ? POLARITY_LOWER : POLARITY_HIGHER;
        for (size_t i = 0; i < count; i++)
            values[i] = fraction_make(rand() % 12, 1 + rand() % 3);
        for (size_t i = 0; i < count; i++) {
            size_t rank = quartile_rank(values[i], values, count, polarity);
            assert_int_equal(quartile_of_rank(rank, count), by_quantiles(values[i], count, polarity));
        }
    }
}

static void few_have_no_quarters(void **state) {
    (void)state;
    assert_int_equal(quartile_of_rank(1, 3), QUARTILE_NONE);
    assert_int_equal(quartile_of_rank(0, 32), QUARTILE_NONE);
    static const char *const expected[] = {"ABCD", "AABCD", "AABBCCDD", "AAABBCCDD"};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        for (size_t rank = 1; rank <= strlen(expected[i]); rank++)
            assert_int_equal(quartile_letters[quartile_of_rank(rank, strlen(expected[i]))][0], expected[i][rank - 1]);
}

static void ties_share_a_rank(void **state) {
    (void)state;
    size_t count = FILL(20, 10, 30, GAP, 20, 40);
    static const size_t lower[] = {2, 1, 4, 0, 2, 5}, higher[] = {3, 5, 2, 0, 3, 1};
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(quartile_rank(values[i], values, count, POLARITY_LOWER), lower[i]);
        assert_int_equal(quartile_rank(values[i], values, count, POLARITY_HIGHER), higher[i]);
        assert_int_equal(quartile_rank(values[i], values, count, POLARITY_RANGE), 0);
    }
}

static void order_of_places_changes_nothing(void **state) {
    (void)state;
    srand(5);
    for (int round = 0; round < 200; round++) {
        size_t count = 1 + (size_t)rand() % 40;
        for (size_t i = 0; i < count; i++)
            values[i] = rand() % 6 == 0 ? fraction_none() : fraction_make(rand() % 50, 1 + rand() % 7);
        struct quartiles before = quartiles_of(arena, values, count);
        for (size_t i = count - 1; i > 0; i--) {
            size_t other = (size_t)rand() % (i + 1);
            struct fraction swap = values[i];
            values[i] = values[other];
            values[other] = swap;
        }
        struct quartiles after = quartiles_of(arena, values, count);
        assert_int_equal(fraction_compare(before.q25, after.q25), 0);
        assert_int_equal(fraction_compare(before.q75, after.q75), 0);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(quartiles_are_those_of_r), TEST(a_rank_tells_the_quarter),        TEST(few_have_no_quarters),
        TEST(ties_share_a_rank),        TEST(order_of_places_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
