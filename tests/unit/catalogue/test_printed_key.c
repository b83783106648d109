#include "../read_test.h"

#include "printed_key.h"

#define LOWEST PRINTED_LOWEST
#define HIGHEST PRINTED_HIGHEST

static bool read_key(const char *printed, bool from, bool below, struct printed_range *range) {
    struct band band = {.printed = printed};
    if (from)
        band.from = fraction_make(5, 1);
    if (below)
        band.below = fraction_make(5, 1);
    bool read = printed_range_read(&band, 1, range);
    assert_ptr_equal(range->band, &band);
    return read;
}

/* Words as keys have them, and what they mean in tenths. */
static void words_and_signs_say_a_range(void **state) {
    static const struct {
        const char *printed;
        long long low, high;
    } rows[] = {
        {"<26", LOWEST, 259},
        {"<=26", LOWEST, 260},
        {"=<26", LOWEST, 260},
        {"≤26", LOWEST, 260},
        {">30", 301, HIGHEST},
        {">=30", 300, HIGHEST},
        {"=>30", 300, HIGHEST},
        {"≥30", 300, HIGHEST},
        {"R=30>%", 300, HIGHEST},
        {"under 90", LOWEST, 899},
        {"90 and under", LOWEST, 900},
        {"Less than 90%", LOWEST, 899},
        {"fewer than 5", LOWEST, 49},
        {"below 5", LOWEST, 49},
        {"up to 90", LOWEST, 900},
        {"at most 90", LOWEST, 900},
        {"at least 5", 50, HIGHEST},
        {"from 5", 50, HIGHEST},
        {"over 5", 51, HIGHEST},
        {"5 or above", 50, HIGHEST},
        {"Green: 5.5 or more", 55, HIGHEST},
        {"greater than 5", 51, HIGHEST},
        {"A=26%-29%", 260, 290},
        {"29 to 26", 260, 290},
        {"1-2 (3)", 10, 20},
        {"A 97.25 - 90", 900, 973},
    };
    struct printed_range range;
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool read = read_key(rows[i].printed, true, true, &range);
        if (!read || range.low != rows[i].low || range.high != rows[i].high)
            fail_msg("%s: %d, %lld to %lld", rows[i].printed, read, range.low, range.high);
    }
}

/* With both signs or none, the band itself says in which direction it goes. */
static void a_bare_bound_goes_as_its_band_does(void **state) {
    static const char *const bare[] = {"5", "G=5.", "Green 5%", "<5>", "overall 5", "fivefold: 5"};
    struct printed_range range;
    (void)state;
    for (size_t i = 0; i < sizeof bare / sizeof *bare; i++) {
        assert_true(read_key(bare[i], true, false, &range));
        assert_true(range.low == 50 && range.high == HIGHEST);
        assert_true(read_key(bare[i], false, true, &range));
        assert_true(range.low == LOWEST && range.high == 50);
        assert_true(read_key(bare[i], true, true, &range));
        assert_true(range.low == 50 && range.high == 50);
    }
}

static void what_has_no_number_in_reach_is_not_read(void **state) {
    static const char *const wrong[] = {NULL,
                                        "",
                                        "G",
                                        "Green:",
                                        "to be set",
                                        ".",
                                        "1234567890123456",
                                        "123456789012345678",
                                        "<999999999999999",
                                        "1-999999999999999",
                                        "999999999999999-1"};
    struct printed_range range;
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(read_key(wrong[i], true, true, &range));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_and_signs_say_a_range),
        cmocka_unit_test(a_bare_bound_goes_as_its_band_does),
        cmocka_unit_test(what_has_no_number_in_reach_is_not_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
