#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../arena_fixture.h"
#include "figure.h"
#include "unit.h"

static bool ends_with(const char *text, const char *end) {
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

static void every_unit_has_its_words(void **state) {
    (void)state;
    for (enum unit unit = 0; unit < UNIT_COUNT_OF_UNITS; unit++) {
        const struct unit_facts *facts = &unit_table[unit];
        assert_true(ends_with(word_ids[facts->name], unit_words[unit]));
        assert_true(ends_with(word_ids[facts->written], unit_words[unit]));
        assert_non_null(facts->scale);
        assert_true(!facts->clock || facts->seconds == 3600);
    }
    for (enum magnitude magnitude = MAGNITUDE_THOUSAND; magnitude < MAGNITUDE_COUNT; magnitude++) {
        assert_true(ends_with(word_ids[magnitude_table[magnitude].name], magnitude_words[magnitude]));
        assert_true(ends_with(word_ids[magnitude_table[magnitude].written], magnitude_words[magnitude]));
    }
}

static void times_are_rounded_once_to_the_minute(void **state) {
    (void)state;
    static const struct {
        long long minutes_times_ten;
        const char *printed;
    } rows[] = {{2000, "3:20"}, {2005, "3:21"}, {2004, "3:20"},      {595, "1:00"},
                {4, "0:00"},    {-4, "0:00"},   {-95, "\u22120:10"}, {600000, "1,000:00"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(unit_printed(arena, UNIT_HOURS, fraction_make(rows[i].minutes_times_ten, 600), 2, false),
                            rows[i].printed);
    assert_string_equal(unit_printed(arena, UNIT_HOURS, fraction_make(1, 3), 0, true), "+0:20");
    assert_string_equal(unit_printed(arena, UNIT_HOURS, fraction_none(), 0, true), "");
    assert_string_equal(unit_number(arena, UNIT_HOURS, -2.5, 1), "\u22122:30");
    assert_string_equal(unit_number(arena, UNIT_MONEY, 2.5, 1), "2.5");
}

static void the_top_of_a_scale_and_its_foot_have_the_sign_of_the_unit(void **state) {
    (void)state;
    const struct scale scale =
        scale_make((struct scale_range){.min = 72, .max = 99, .limit = 100, .lines_min = 4, .lines_max = 6});
    int top = scale.lines - 1;
    assert_string_equal(unit_tick(arena, (struct scale_unit){.is = UNIT_PERCENT}, &scale, top), "100%");
    assert_string_equal(unit_tick(arena, (struct scale_unit){.is = UNIT_PERCENT}, &scale, 0), "70");
    assert_string_equal(unit_foot(arena, (struct scale_unit){.is = UNIT_PERCENT}, &scale), "70%");
    const struct scale_unit thousands = {UNIT_MONEY, "\u00a3{figure}k"};
    assert_string_equal(unit_tick(arena, thousands, &scale, top), "\u00a3100k");
    assert_string_equal(unit_tick(arena, thousands, &scale, 0), "70");
    assert_string_equal(unit_foot(arena, thousands, &scale), "\u00a370k");
    const struct scale below =
        scale_make((struct scale_range){.min = -30, .max = -10, .limit = 100, .lines_min = 4, .lines_max = 6});
    assert_string_equal(unit_foot(arena, thousands, &below), "\u2212\u00a330k");
    assert_string_equal(unit_tick(arena, (struct scale_unit){.is = UNIT_COUNT}, &scale, top), "100");
    assert_string_equal(unit_foot(arena, (struct scale_unit){.is = UNIT_COUNT}, &scale), "70");
    assert_string_equal(unit_tick(arena, (struct scale_unit){.is = UNIT_HOURS}, &scale, top), "100:00");
}

static void what_is_held_is_divided_where_it_is_printed(void **state) {
    (void)state;
    const struct indicator spend = {
        .unit = UNIT_MONEY, .divisor = 1000, .measure = MEASURE_VALUE, .variance = VARIANCE_RELATIVE, .decimals = 1};
    const struct figure figure = {.value = fraction_make(1234550, 1)};
    assert_string_equal(figure_printed(arena, &spend, FIELD_VALUE, &figure), "1,234.6");
    assert_string_equal(figure_printed(arena, &spend, FIELD_NUMERATOR, &figure), "1,234.6");
    assert_string_equal(figure_printed(arena, &spend, FIELD_DENOMINATOR, &figure), "1,234,550");
    assert_string_equal(figure_printed(arena, &spend, FIELD_VARIANCE, &figure), "+1,234,550");
    assert_true(fraction_compare(figure_rounded(&spend, FIELD_VALUE, figure.value), fraction_make(1234600, 1)) == 0);
    assert_true(fraction_compare(figure_step(&spend, FIELD_VALUE, 1), fraction_make(100, 1)) == 0);
    assert_int_equal(indicator_benchmark_decimals(&spend, fraction_make(1200000, 1)), 1);
}

static void a_change_of_compact_figures_has_the_decimals_of_the_one_that_has_fewer(void **state) {
    (void)state;
    static const struct {
        long long from, to; /* tenths */
        const char *by;
    } rows[] = {{54, 230, "18"}, {232, 54, "\u221218"}, {41, 54, "1.3"}, {96, 104, "0.4"}, {300, 410, "11"}};
    const struct indicator share = {.unit = UNIT_PERCENT, .format = FORMAT_COMPACT, .measure = MEASURE_VALUE};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct figure_change change =
            figure_change_printed(&share, FIELD_VALUE, fraction_make(rows[i].from, 10), fraction_make(rows[i].to, 10));
        assert_string_equal(fraction_printed(arena, change.by, change.decimals, false), rows[i].by);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_unit_has_its_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(times_are_rounded_once_to_the_minute, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_top_of_a_scale_and_its_foot_have_the_sign_of_the_unit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_held_is_divided_where_it_is_printed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_change_of_compact_figures_has_the_decimals_of_the_one_that_has_fewer, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
