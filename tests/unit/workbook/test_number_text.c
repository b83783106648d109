#include "number_text.h"

#include <string.h>

#include "../read_test.h"

static void a_number_is_written_in_full(void **state) {
    static const struct {
        const char *written, *text;
    } numbers[] = {
        {"5", "5"},
        {"-0.25", "-0.25"},
        {"007", "007"},
        {"0.10000000000000001", "0.1"},
        {"3.7000000000000002", "3.7"},
        {"1651027.4285714284", "1651027.4285714284"},
        {"1.2500000000000001E-2", "0.0125"},
        {"5.5511151231257827E-17", "0.000000000000000055511151"},
        {"1E+20", "100000000000000000000"},
        {"-1.5e3", "-1500"},
        {"0E0", "0"},
    };
    char text[NUMBER_TEXT_MAX];
    (void)state;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        size_t length = strlen(numbers[i].written);
        assert_true(number_text_of(text, numbers[i].written, &length));
        assert_int_equal(length, strlen(numbers[i].text));
        assert_memory_equal(text, numbers[i].text, length);
    }
}

static void what_is_no_number_is_none(void **state) {
    static const char *const words[] = {"", "-", "1.2.3", "1,5", "nan", "inf", "0x10", "1e999", "5 "};
    char text[NUMBER_TEXT_MAX];
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);
        if (number_text_of(text, words[i], &length))
            fail_msg("\"%s\" is read", words[i]);
    }
}

static const char *day(double number, enum number_kind kind, bool from_1904) {
    static char text[NUMBER_TEXT_MAX];
    text[number_date_text(text, number, kind, from_1904)] = '\0';
    return text;
}

static void days_are_counted_from_1900_or_1904(void **state) {
    (void)state;
    assert_string_equal(day(1, NUMBER_DATE, false), "1900-01-01");
    assert_string_equal(day(59, NUMBER_DATE, false), "1900-02-28");
    assert_string_equal(day(60, NUMBER_DATE, false), "60"); /* 29 February 1900 never was */
    assert_string_equal(day(61, NUMBER_DATE, false), "1900-03-01");
    assert_string_equal(day(43191, NUMBER_DATE, false), "2018-04-01");
    assert_string_equal(day(43191 - 1462, NUMBER_DATE, true), "2018-04-01");
    assert_string_equal(day(0, NUMBER_DATE, true), "1904-01-01");
    assert_string_equal(day(2958465, NUMBER_DATE, false), "9999-12-31");
    assert_string_equal(day(2958466, NUMBER_DATE, false), "2958466");
    assert_string_equal(day(-1, NUMBER_DATE, false), "-1");
    assert_string_equal(day(43191, NUMBER_PLAIN, false), "43191");
}

static void a_time_of_day_stands_behind_the_day_or_alone(void **state) {
    (void)state;
    assert_string_equal(day(43191.5625, NUMBER_DATE_TIME, false), "2018-04-01 13:30:00");
    assert_string_equal(day(43191.5625, NUMBER_DATE, false), "2018-04-01 13:30:00");
    assert_string_equal(day(43190.99999999999, NUMBER_DATE, false), "2018-04-01");
    assert_string_equal(day(0.5625, NUMBER_TIME, false), "13:30:00");
    assert_string_equal(day(0, NUMBER_TIME, false), "00:00:00");
}

static void a_day_written_as_such_is_as_a_counted_one(void **state) {
    static const char *const days[][2] = {{"2018-07-04", "2018-07-04"},
                                          {"2018-07-04T00:00:00", "2018-07-04"},
                                          {"2018-07-04T13:30:00.000Z", "2018-07-04 13:30:00"}};
    char text[NUMBER_TEXT_MAX];
    (void)state;
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        number_iso_text(text, days[i][0], strlen(days[i][0]));
        assert_string_equal(text, days[i][1]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_number_is_written_in_full),
        TEST(what_is_no_number_is_none),
        TEST(days_are_counted_from_1900_or_1904),
        TEST(a_time_of_day_stands_behind_the_day_or_alone),
        TEST(a_day_written_as_such_is_as_a_counted_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
