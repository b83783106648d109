#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

#include "../arena_fixture.h"

#include "calendar.h"

static const int starts[] = {1, 4, 7, 9, 10};
enum { STARTS = sizeof starts / sizeof *starts };

static struct calendar of(enum grain grain, int year_start) {
    return (struct calendar){grain, year_start};
}

static int read(enum grain grain, int year_start, const char *text) {
    int period = calendar_parse(of(grain, year_start), text);
    assert_int_not_equal(period, PERIOD_NONE);
    return period;
}

static int day(const char *text) {
    return read(GRAIN_DAY, 1, text);
}

static void assert_written(enum grain grain, int year_start, int period, const char *text) {
    assert_string_equal(calendar_iso(arena, of(grain, year_start), period), text);
}

/* ------------------------------------------------------------------ days */

/* The C library knows the calendar too. */
static void days_are_those_of_the_library(void **state) {
    (void)state;
    int first = calendar_day((struct date){1970, 1, 1});
    for (int day = calendar_day((struct date){1900, 1, 1}); day < calendar_day((struct date){2200, 1, 1}); day++) {
        time_t seconds = (time_t)(day - first) * 24 * 60 * 60;
        struct tm tm;
        gmtime_r(&seconds, &tm);
        struct date date = calendar_date(day);
        if (date.year != tm.tm_year + 1900 || date.month != tm.tm_mon + 1 || date.day != tm.tm_mday ||
            calendar_day(date) != day || day % 7 != (tm.tm_wday + 6) % 7)
            fail_msg("day %d", day);
    }
}

static void weeks_are_those_of_the_library(void **state) {
    (void)state;
    int first = calendar_day((struct date){1970, 1, 1});
    for (int day = calendar_day((struct date){1901, 1, 1}); day < calendar_day((struct date){2199, 12, 1}); day++) {
        time_t seconds = (time_t)(day - first) * 24 * 60 * 60;
        struct tm tm;
        char iso[16];
        gmtime_r(&seconds, &tm);
        strftime(iso, sizeof iso, "%G-W%V", &tm);
        if (calendar_parse(of(GRAIN_WEEK, 4), iso) != calendar_period(of(GRAIN_WEEK, 4), day))
            fail_msg("day %d", day);
    }
}

/* ------------------------------------------------------------------ every grain and start */

/* The periods follow each other day by day, and so do years period by period. */
static void periods_cover_the_days_once(void **state) {
    (void)state;
    for (int s = 0; s < STARTS; s++)
        for (enum grain grain = 0; grain < GRAIN_COUNT; grain++) {
            struct calendar calendar = of(grain, starts[s]);
            int first = calendar_period(calendar, day("1999-02-10")),
                last = calendar_period(calendar, day("2029-01-01"));
            for (int period = first; period < last; period++) {
                int from = calendar_first_day(calendar, period), to = calendar_last_day(calendar, period);
                assert_true(from <= to && to + 1 == calendar_first_day(calendar, period + 1));
                assert_int_equal(calendar_period(calendar, from), period);
                assert_int_equal(calendar_period(calendar, to), period);
                int year = calendar_year(calendar, period), number = calendar_number(calendar, period);
                assert_int_equal(calendar_year_first(calendar, year) + number - 1, period);
                assert_true(number >= 1 && period <= calendar_year_last(calendar, year));
                assert_int_equal(calendar_to_date(calendar, period), calendar_year_first(calendar, year));
                assert_int_equal(calendar_parse(calendar, calendar_iso(arena, calendar, period)), period);
            }
        }
}

static void a_year_has_as_many_periods_as_days_allow(void **state) {
    (void)state;
    for (int s = 0; s < STARTS; s++)
        for (enum grain grain = 0; grain < GRAIN_COUNT; grain++)
            for (int year = 1990; year < 2030; year++) {
                struct calendar calendar = of(grain, starts[s]);
                int count = calendar_year_last(calendar, year) - calendar_year_first(calendar, year) + 1;
                int usual = calendar_periods_a_year(calendar);
                assert_true(count == usual || (grain <= GRAIN_WEEK && count == usual + 1));
            }
    assert_int_equal(calendar_year_last(of(GRAIN_WEEK, 1), 2020) - calendar_year_first(of(GRAIN_WEEK, 1), 2020), 52);
    assert_int_equal(calendar_year_last(of(GRAIN_DAY, 4), 2019) - calendar_year_first(of(GRAIN_DAY, 4), 2019), 365);
}

static void a_year_starts_in_its_month(void **state) {
    (void)state;
    assert_int_equal(calendar_year(of(GRAIN_MONTH, 4), read(GRAIN_MONTH, 4, "2019-03")), 2018);
    assert_int_equal(calendar_year(of(GRAIN_MONTH, 4), read(GRAIN_MONTH, 4, "2019-04")), 2019);
    assert_int_equal(calendar_number(of(GRAIN_MONTH, 4), read(GRAIN_MONTH, 4, "2018-07")), 4);
    assert_written(GRAIN_MONTH, 9, calendar_to_date(of(GRAIN_MONTH, 9), read(GRAIN_MONTH, 9, "2018-08")), "2017-09");
    assert_written(GRAIN_MONTH, 1, calendar_year_last(of(GRAIN_MONTH, 1), 2018), "2018-12");
    assert_written(GRAIN_DAY, 4, calendar_year_last(of(GRAIN_DAY, 4), 2018), "2019-03-31");
    assert_int_equal(calendar_number(of(GRAIN_QUARTER, 4), calendar_period(of(GRAIN_QUARTER, 4), day("2019-02-01"))),
                     4);
}

/* 31 March 2018 was a Saturday: the week of Thursday 29 March is the last of 2017/18. */
static void a_week_lies_in_the_year_of_its_thursday(void **state) {
    (void)state;
    assert_int_equal(calendar_year(of(GRAIN_WEEK, 4), read(GRAIN_WEEK, 4, "2018-W13")), 2017);
    assert_int_equal(calendar_number(of(GRAIN_WEEK, 4), read(GRAIN_WEEK, 4, "2018-W14")), 1);
    assert_int_equal(calendar_year(of(GRAIN_WEEK, 1), calendar_period(of(GRAIN_WEEK, 1), day("2018-12-31"))), 2019);
    struct calendar weeks = of(GRAIN_WEEK, 4), months = of(GRAIN_MONTH, 4);
    assert_written(GRAIN_MONTH, 4, calendar_convert(weeks, read(GRAIN_WEEK, 4, "2018-W31"), months), "2018-08");
}

static void a_coarser_period_holds_a_finer(void **state) {
    (void)state;
    int july = read(GRAIN_MONTH, 4, "2018-07");
    assert_written(GRAIN_QUARTER, 4, calendar_convert(of(GRAIN_MONTH, 4), july, of(GRAIN_QUARTER, 4)), "2018-19-Q2");
    assert_written(GRAIN_QUARTER, 1, calendar_convert(of(GRAIN_MONTH, 1), july, of(GRAIN_QUARTER, 1)), "2018-Q3");
    assert_written(GRAIN_TERM, 9, calendar_convert(of(GRAIN_MONTH, 9), july, of(GRAIN_TERM, 9)), "2017-18-T3");
    assert_written(GRAIN_YEAR, 4, calendar_convert(of(GRAIN_DAY, 4), day("2018-03-31"), of(GRAIN_YEAR, 4)), "2017-18");
    int third = read(GRAIN_QUARTER, 4, "2018-19-Q3");
    assert_written(GRAIN_YEAR, 4, calendar_convert(of(GRAIN_QUARTER, 4), third, of(GRAIN_YEAR, 4)), "2018-19");
}

/* ------------------------------------------------------------------ a year ago */

static void assert_year_ago(enum grain grain, const char *now, const char *before) {
    assert_written(grain, 4, calendar_year_ago(of(grain, 4), read(grain, 4, now)), before);
}

static void the_same_period_a_year_ago(void **state) {
    (void)state;
    assert_year_ago(GRAIN_DAY, "2018-07-04", "2017-07-04");
    assert_year_ago(GRAIN_DAY, "2021-03-01", "2020-03-01");
    assert_year_ago(GRAIN_WEEK, "2018-W27", "2017-W27");
    assert_year_ago(GRAIN_MONTH, "2018-01", "2017-01");
    assert_year_ago(GRAIN_QUARTER, "2018-19-Q2", "2017-18-Q2");
    assert_year_ago(GRAIN_TERM, "2018-19-T1", "2017-18-T1");
    assert_year_ago(GRAIN_YEAR, "2018-19", "2017-18");
}

static void what_the_year_before_has_not_has_its_last(void **state) {
    (void)state;
    assert_year_ago(GRAIN_DAY, "2020-02-29", "2019-02-28");
    assert_year_ago(GRAIN_DAY, "2021-02-28", "2020-02-28");
    assert_year_ago(GRAIN_WEEK, "2020-W53", "2019-W52");
    assert_year_ago(GRAIN_WEEK, "2021-W52", "2020-W52");
}

/* The first of the twelve months up to a period is the one behind the same period a year ago. */
static int first_of_twelve(struct calendar calendar, int period) {
    return calendar_year_ago(calendar, period) + 1;
}

static void assert_twelve_months(enum grain grain, const char *last, const char *first) {
    assert_written(grain, 4, first_of_twelve(of(grain, 4), read(grain, 4, last)), first);
}

static void twelve_months_whatever_the_grain(void **state) {
    (void)state;
    assert_twelve_months(GRAIN_DAY, "2018-07-04", "2017-07-05");
    assert_twelve_months(GRAIN_DAY, "2021-02-28", "2020-02-29");
    assert_twelve_months(GRAIN_WEEK, "2018-W27", "2017-W28");
    assert_twelve_months(GRAIN_WEEK, "2020-W53", "2020-W01");
    assert_twelve_months(GRAIN_WEEK, "2021-W01", "2020-W02");
    assert_twelve_months(GRAIN_MONTH, "2018-07", "2017-08");
    assert_twelve_months(GRAIN_QUARTER, "2018-19-Q2", "2017-18-Q3");
    assert_twelve_months(GRAIN_TERM, "2018-19-T1", "2017-18-T2");
    assert_twelve_months(GRAIN_YEAR, "2018-19", "2018-19");
}

/* The window only ever moves on, and holds at most one period more than a year usually has. */
static void twelve_months_move_on(void **state) {
    (void)state;
    for (enum grain grain = 0; grain < GRAIN_COUNT; grain++) {
        struct calendar calendar = of(grain, 4);
        int from = calendar_period(calendar, day("2000-01-01")), to = calendar_period(calendar, day("2030-01-01"));
        for (int period = from, before = 0; period <= to; period++) {
            int first = first_of_twelve(calendar, period);
            assert_true(first >= before && first <= period);
            assert_in_range(period - first + 1, calendar_periods_a_year(calendar),
                            calendar_periods_a_year(calendar) + 1);
            before = first;
        }
    }
}

static void steps_rise_from_one(void **state) {
    (void)state;
    for (enum grain grain = 0; grain < GRAIN_COUNT; grain++) {
        const int *steps = calendar_steps(of(grain, 4));
        assert_int_equal(steps[0], 1);
        for (int i = 1; i < CALENDAR_STEPS; i++)
            assert_true(steps[i] > steps[i - 1]);
    }
}

/* ------------------------------------------------------------------ as they are written */

static void what_is_no_period_is_refused(void **state) {
    (void)state;
    static const struct {
        enum grain grain;
        int year_start;
        const char *texts[12];
    } wrong[] = {
        {GRAIN_DAY, 4, {"2018-7-04", "2018-02-29", "2018-13-01", "2018-00-01", "2018-07-00", "2018-07-32", "2018-07"}},
        {GRAIN_WEEK, 4, {"2018-W53", "2018-W00", "2018-W7", "2018-27", "2018-w27", "2018-W271"}},
        {GRAIN_MONTH, 4, {"2018-13", "2018-00", "2018-7", "201807", " 2018-07", "2018-07 ", "1899-12", "2200-01", ""}},
        {GRAIN_QUARTER, 4, {"2018-19-Q0", "2018-19-Q5", "2018-Q2", "2018-20-Q2", "2018/19-Q2", "2018-19-T2"}},
        {GRAIN_QUARTER, 1, {"2018-19-Q2", "2018-Q5", "2018-Q", "2018Q2"}},
        {GRAIN_TERM, 9, {"2018-19-T4", "2018-19-T0", "2018-19"}},
        {GRAIN_YEAR, 4, {"2018", "2018-20", "2018/19", "2018-19-"}},
        {GRAIN_YEAR, 1, {"2018-19", "1899", "2200", "201", "20188"}},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        for (const char *const *text = wrong[i].texts; *text != NULL; text++)
            if (calendar_parse(of(wrong[i].grain, wrong[i].year_start), *text) != PERIOD_NONE)
                fail_msg("%s", *text);
}

static void a_refusal_says_what_was_expected(void **state) {
    (void)state;
    static const char *const said[GRAIN_COUNT] = {
        "\"x\" is not a day; expected such as 2018-07-04",  "\"x\" is not a week; expected such as 2018-W27",
        "\"x\" is not a month; expected such as 2018-07",   "\"x\" is not a quarter; expected such as 2018-19-Q2",
        "\"x\" is not a term; expected such as 2018-19-T1", "\"x\" is not a year; expected such as 2018-19",
    };
    for (enum grain grain = 0; grain < GRAIN_COUNT; grain++)
        assert_string_equal(calendar_refusal(arena, of(grain, 4), "x"), said[grain]);
}

static void a_period_of_any_calendar_is_known(void **state) {
    (void)state;
    static const char *const known[] = {"2018-07-04", "2018-W27", "2018-07", "2018-19-Q2", "2018-Q2",
                                        "2018-19-T1", "2018-T1",  "2018-19", "2018"};
    static const char *const unknown[] = {"2018-13", "2018-W53", "2018-20", "1899", "July 2018", ""};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        assert_true(calendar_knows(known[i]));
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
        assert_false(calendar_knows(unknown[i]));
}

/* Each period lies between the ends of the coarser one that holds it, and none beside it does. */
static void a_coarser_period_has_a_first_and_a_last(void **state) {
    (void)state;
    for (size_t i = 0; i < STARTS; i++)
        for (enum grain fine = 0; fine < GRAIN_COUNT; fine++)
            for (enum grain coarse = fine; coarse < GRAIN_COUNT; coarse++) {
                struct calendar finer = of(fine, starts[i]), coarser = of(coarse, starts[i]);
                int from = calendar_period(finer, day("2014-12-25")), to = calendar_period(finer, day("2021-01-10"));
                for (int period = from; period <= to; period++) {
                    int held = calendar_convert(finer, period, coarser);
                    int first = calendar_first_in(coarser, held, finer), last = calendar_last_in(coarser, held, finer);
                    assert_true(first <= period && period <= last);
                    assert_int_equal(calendar_convert(finer, first, coarser), held);
                    assert_int_equal(calendar_convert(finer, first - 1, coarser), held - 1);
                    assert_int_equal(calendar_convert(finer, last, coarser), held);
                }
            }
}

static void an_end_may_be_a_longer_period(void **state) {
    (void)state;
    static const struct {
        enum grain grain;
        int year_start;
        const char *text, *first, *last;
    } ends[] = {
        {GRAIN_MONTH, 4, "2018-07", "2018-07", "2018-07"},
        {GRAIN_MONTH, 4, "2018-19", "2018-04", "2019-03"},
        {GRAIN_MONTH, 9, "2018-19-T1", "2018-09", "2018-12"},
        {GRAIN_MONTH, 4, "2011-12", "2011-12", "2011-12"}, /* the month, not the year */
        {GRAIN_MONTH, 1, "2018", "2018-01", "2018-12"},
        {GRAIN_QUARTER, 4, "2011-12", "2011-12-Q1", "2011-12-Q4"},
        {GRAIN_WEEK, 4, "2018-19", "2018-W14", "2019-W13"},
        {GRAIN_WEEK, 1, "2020", "2020-W01", "2020-W53"},
        {GRAIN_DAY, 4, "2020-02", "2020-02-01", "2020-02-29"},
        {GRAIN_DAY, 4, "2018-W27", "2018-07-02", "2018-07-08"},
        {GRAIN_YEAR, 4, "2018-19", "2018-19", "2018-19"},
    };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct calendar calendar = of(ends[i].grain, ends[i].year_start);
        assert_string_equal(calendar_iso(arena, calendar, calendar_parse_first(calendar, ends[i].text)), ends[i].first);
        assert_string_equal(calendar_iso(arena, calendar, calendar_parse_last(calendar, ends[i].text)), ends[i].last);
    }
    static const char *const none[] = {"2018-W27", "2018-07-04", "2018-13", "2018", "2018-Q2", ""};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        assert_int_equal(calendar_parse_first(of(GRAIN_MONTH, 4), none[i]), PERIOD_NONE);
        assert_int_equal(calendar_parse_last(of(GRAIN_MONTH, 4), none[i]), PERIOD_NONE);
    }
}

static void years_have_names(void **state) {
    (void)state;
    assert_string_equal(calendar_year_name(arena, of(GRAIN_MONTH, 4), 1999), "1999/00");
    assert_string_equal(calendar_year_name(arena, of(GRAIN_MONTH, 1), 2018), "2018");
    assert_string_equal(calendar_year_name(arena, of(GRAIN_WEEK, 10), 2018), "2018/19");
}

static void years_of_published_tables(void **state) {
    (void)state;
    assert_int_equal(calendar_year_parse("2018"), 2018);
    assert_int_equal(calendar_year_parse("2018-19"), 2018);
    assert_int_equal(calendar_year_parse("1999/00"), 1999);
    static const char *const wrong[] = {"2018-20", "2018-", "2018/1", "latest", "", "2018-19-", "1850", "18"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_int_equal(calendar_year_parse(wrong[i]), PERIOD_NONE);
        assert_string_equal(calendar_year_printed(arena, wrong[i]), wrong[i]);
    }
    assert_string_equal(calendar_year_printed(arena, "2018-19"), "2018/19");
    assert_string_equal(calendar_year_printed(arena, "2018/19"), "2018/19");
    assert_string_equal(calendar_year_printed(arena, "2018"), "2018");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(days_are_those_of_the_library),
        TEST(weeks_are_those_of_the_library),
        TEST(periods_cover_the_days_once),
        TEST(a_year_has_as_many_periods_as_days_allow),
        TEST(a_year_starts_in_its_month),
        TEST(a_week_lies_in_the_year_of_its_thursday),
        TEST(a_coarser_period_holds_a_finer),
        TEST(the_same_period_a_year_ago),
        TEST(what_the_year_before_has_not_has_its_last),
        TEST(twelve_months_whatever_the_grain),
        TEST(twelve_months_move_on),
        TEST(steps_rise_from_one),
        TEST(what_is_no_period_is_refused),
        TEST(a_refusal_says_what_was_expected),
        TEST(a_period_of_any_calendar_is_known),
        TEST(years_have_names),
        TEST(a_coarser_period_has_a_first_and_a_last),
        TEST(an_end_may_be_a_longer_period),
        TEST(years_of_published_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
