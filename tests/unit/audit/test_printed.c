#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../arena_fixture.h"

#include "printed.h"

static struct printed number(const char *text) {
    struct printed printed = printed_read(arena, text, FIELD_IS_NUMBER, NULL);
    if (printed.kind != PRINTED_NUMBER)
        fail_msg("\"%s\" is read as no number", text);
    return printed;
}

static void numbers_are_read_in_the_ways_that_reports_write_them(void **state) {
    (void)state;
    static const struct {
        const char *text, *plain;
        int decimals;
    } rows[] = {{"28.3%", "28.3", 1},  {"1,086", "1086", 0}, {"+1.2", "1.2", 1},
                {"−4", "-4", 0},       {"-4.50", "-4.5", 2}, {"(5)", "-5", 0},
                {"(5.0%)", "-5", 1},   {"(5)%", "-5", 0},    {"£12", "12", 0},
                {"12 % [p]", "12", 0}, {"12[r]", "12", 0},   {"0.50", "0.5", 2},
                {"( 7 )", "-7", 0},    {"-£3", "-3", 0},     {"1,234,567.8", "1234567.8", 1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct printed printed = number(rows[i].text);
        assert_string_equal(fraction_plain(arena, printed.number, 3), rows[i].plain);
        assert_int_equal(printed.decimals, rows[i].decimals);
    }
    assert_true(number("28.3%").percent && number("(5)%").percent && !number("28.3").percent);
    assert_true(number("1,086").commas && !number("1086").commas);
    assert_true(number("+1").plus && !number("1").plus && number("−1").minus_sign && !number("-1").minus_sign);
}

static void what_is_no_number_is_not_taken_for_one(void **state) {
    (void)state;
    static const char *const unreadable[] = {"1,08",    "10,86", ",123", "1,2345", "1.2.3",
                                             "12 days", "(5",    "5)",   "£",      "+-1"};
    for (size_t i = 0; i < sizeof unreadable / sizeof *unreadable; i++)
        if (printed_read(arena, unreadable[i], FIELD_IS_NUMBER, NULL).kind != PRINTED_UNREADABLE)
            fail_msg("\"%s\" is read", unreadable[i]);
    static const char *const absent[] = {"", "-", "–", "—", "n/a", "N/A", "..", "[x]", "[to be set]", "*", "#"};
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
        if (printed_read(arena, absent[i], FIELD_IS_NUMBER, NULL).kind != PRINTED_ABSENT)
            fail_msg("\"%s\" is read as something", absent[i]);
}

static int word(const char *text, enum field_kind kind) {
    struct printed printed = printed_read(arena, text, kind, NULL);
    return printed.kind == PRINTED_WORD ? printed.word : -1;
}

static void words_are_those_of_their_field(void **state) {
    (void)state;
    assert_int_equal(word("g", FIELD_IS_BAND), BAND_GREEN);
    assert_int_equal(word("Amber", FIELD_IS_BAND), BAND_AMBER);
    assert_int_equal(word("RED", FIELD_IS_BAND), BAND_RED);
    assert_int_equal(word("▲", FIELD_IS_DIRECTION), DIRECTION_UP);
    assert_int_equal(word("Similar", FIELD_IS_DIRECTION), DIRECTION_LEVEL);
    assert_int_equal(word("⬇", FIELD_IS_DIRECTION), DIRECTION_DOWN);
    assert_int_equal(word("new", FIELD_IS_DIRECTION), DIRECTION_NEW);
    assert_int_equal(word("Achieving target", FIELD_IS_TARGET_STATUS), TARGET_ACHIEVING);
    assert_int_equal(word("no target", FIELD_IS_TARGET_STATUS), TARGET_NONE);
    assert_int_equal(word("up", FIELD_IS_BAND), -1);
    assert_int_equal(word("green", FIELD_IS_DIRECTION), -1);
    assert_int_equal(printed_read(arena, "3", FIELD_IS_BAND, NULL).kind, PRINTED_UNREADABLE);
}

static const char *like(const char *manner, int thousandths, int decimals) {
    struct printed printed = number(manner);
    return printed_like(arena, &printed, fraction_make(thousandths, 1000), decimals);
}

static void a_number_is_written_in_the_manner_of_another(void **state) {
    (void)state;
    assert_string_equal(like("1,086", 2345678, 0), "2,346");
    assert_string_equal(like("1086", 2345678, 1), "2345.7");
    assert_string_equal(like("3%", 12345, 1), "12.3%");
    assert_string_equal(like("-3", -12345, 1), "-12.3");
    assert_string_equal(like("−3", -12345, 1), "\xE2\x88\x92"
                                               "12.3");
    assert_string_equal(like("+3", 12345, 1), "+12.3");
    assert_string_equal(like("3", 12345, 1), "12.3");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(numbers_are_read_in_the_ways_that_reports_write_them, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_no_number_is_not_taken_for_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(words_are_those_of_their_field, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_number_is_written_in_the_manner_of_another, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
