#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "value.h"

static void ids_begin_with_a_letter_or_digit_and_hold_single_blanks(void **state) {
    (void)state;
    static const char *const good[] = {"a", "3", "share of visits", "CSC 252a", "a_b-c.d%", "Q2 (new)"};
    static const char *const bad[] = {"", " a", "a ", "a  b", "-a", "_a", "a/b", "caf\xC3\xA9", "a\tb"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (!value_is_id(good[i]))
            fail_msg("\"%s\" is refused", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (value_is_id(bad[i]))
            fail_msg("\"%s\" is taken", bad[i]);
}

static void languages_have_a_tag_of_letters(void **state) {
    (void)state;
    assert_true(value_is_language("en") && value_is_language("en-GB") && value_is_language("cy") &&
                value_is_language("de-1996"));
    assert_false(value_is_language("e") || value_is_language("") || value_is_language("4n") ||
                 value_is_language("en_GB") || value_is_language("abcdefghi"));
}

static void whole_numbers_have_a_sign_and_digits(void **state) {
    (void)state;
    int number = 7;
    assert_true(value_whole("-12", &number));
    assert_int_equal(number, -12);
    assert_true(value_whole("0", &number));
    assert_int_equal(number, 0);
    static const char *const bad[] = {"", "-", "+1", "1.0", "12 ", "99999999999", "0x1"};
    number = 7;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (value_whole(bad[i], &number))
            fail_msg("\"%s\" is taken", bad[i]);
    assert_int_equal(number, 7);
}

static void lengths_are_in_points_and_have_a_limit(void **state) {
    (void)state;
    double points = 7;
    assert_true(value_length("56", &points) && points == 56);
    assert_true(value_length("56.5pt", &points) && points == 56.5);
    assert_true(value_length("1in", &points) && points == 72);
    assert_true(value_length("25.4mm", &points) && points > 71.999 && points < 72.001);
    assert_true(value_length("2.54cm", &points) && points > 71.999 && points < 72.001);
    assert_true(value_length("1000mm", &points));
    static const char *const bad[] = {"",
                                      "pt",
                                      "-1",
                                      "1 pt",
                                      "1em",
                                      ".5",
                                      "1.",
                                      "1001mm",
                                      "1e3pt",
                                      "40in",
                                      "5pt ",
                                      "1,5",
                                      "12345678901234567890.12345",
                                      "1.12345678901234567890123",
                                      "1234567890123456"};
    points = 7;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (value_length(bad[i], &points))
            fail_msg("\"%s\" is taken", bad[i]);
    assert_true(points == 7);
}

static void widths_are_weights_lengths_or_natural(void **state) {
    (void)state;
    struct width width = {WIDTH_WEIGHT, 7};
    assert_true(value_width("natural", &width) && width.kind == WIDTH_NATURAL);
    assert_true(value_width("2.5", &width) && width.kind == WIDTH_WEIGHT && width.amount == 2.5);
    assert_true(value_width("120pt", &width) && width.kind == WIDTH_FIXED && width.amount == 120);
    static const char *const bad[] = {"", "0", "0pt", "-2", "1001", "2x", "2000mm", "Natural"};
    width = (struct width){WIDTH_WEIGHT, 7};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        if (value_width(bad[i], &width))
            fail_msg("\"%s\" is taken", bad[i]);
        if (width.amount != 7)
            fail_msg("\"%s\" is refused, and changed the width", bad[i]);
    }
}

static void a_time_is_a_period_or_so_many_before(void **state) {
    (void)state;
    bool absolute = false;
    int period = 7;
    assert_true(value_when("2018-07", calendar_usual, &absolute, &period) && absolute);
    assert_int_equal(period, 2018 * 12 + 6);
    assert_true(value_when("-12", calendar_usual, &absolute, &period) && !absolute);
    assert_int_equal(period, -12);
    assert_true(value_when("0", calendar_usual, &absolute, &period) && period == 0);
    static const char *const bad[] = {"1", "-601", "2018-13", "last", "", "2018"};
    period = 7;
    absolute = true;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (value_when(bad[i], calendar_usual, &absolute, &period))
            fail_msg("\"%s\" is taken", bad[i]);
    assert_int_equal(period, 7);
    assert_true(absolute);
}

static void colours_have_six_hexadecimal_digits(void **state) {
    (void)state;
    struct rgb colour = {0.5, 0.5, 0.5};
    static const char *const bad[] = {"", "12436D", "#12436", "#12436DA", "#12436G", "red", "# 12436"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (value_colour(bad[i], &colour))
            fail_msg("\"%s\" is taken", bad[i]);
    assert_true(colour.red == 0.5);
    assert_true(value_colour("#FF0033", &colour) && colour.red == 1 && colour.green == 0 && colour.blue == 0.2);
}

static void a_list_of_words_has_each_once(void **state) {
    (void)state;
    static const char *const words[] = {"months", "topics", "ytd", "years"};
    const char *wrong = NULL, *text = "ytd  months";
    int list[4];
    assert_int_equal(value_word("ytd", words, 4), 2);
    assert_int_equal(value_word("yt", words, 4), -1);
    assert_int_equal(value_words(text, words, 4, list, &wrong), 2);
    assert_int_equal(list[0], 2);
    assert_int_equal(list[1], 0);
    text = "months weeks";
    assert_int_equal(value_words(text, words, 4, list, &wrong), -1);
    assert_ptr_equal(wrong, text + 7);
    text = "ytd years ytd";
    assert_int_equal(value_words(text, words, 4, list, &wrong), -1);
    assert_ptr_equal(wrong, text + 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_begin_with_a_letter_or_digit_and_hold_single_blanks),
        cmocka_unit_test(languages_have_a_tag_of_letters),
        cmocka_unit_test(whole_numbers_have_a_sign_and_digits),
        cmocka_unit_test(lengths_are_in_points_and_have_a_limit),
        cmocka_unit_test(widths_are_weights_lengths_or_natural),
        cmocka_unit_test(a_time_is_a_period_or_so_many_before),
        cmocka_unit_test(colours_have_six_hexadecimal_digits),
        cmocka_unit_test(a_list_of_words_has_each_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
