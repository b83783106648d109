#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../arena_fixture.h"

#include "period_reading.h"
#include "period_usual.h"

static const int starts[] = {1, 4, 7, 9, 10};
enum { STARTS = sizeof starts / sizeof *starts };

static int period_of(struct calendar calendar, int year) {
    return calendar_period(calendar, calendar_day((struct date){year, 6, 30}));
}

/* Every period of a calendar from 1990 to 2040 written by a pattern, and read again; gives how many. What a finer
 * pattern writes may lie in two of them, as a quarter in two terms. */
static size_t written_and_read(const struct period_reading *reading) {
    size_t count = 0;
    struct calendar calendar = reading->calendar;
    struct arena *texts = arena_create();
    for (int period = period_of(calendar, 1990); period <= period_of(calendar, 2040); period++) {
        const char *text = period_reading_write(texts, reading, period);
        struct period_read read = period_reading_read(reading, text);
        bool split = read.outcome == PERIOD_SPLIT && reading->pattern->grain >= GRAIN_MONTH;
        if (!split && (read.outcome != PERIOD_READ || read.period != period))
            fail_msg("%s as %s by %s: %s", calendar_iso(arena, calendar, period), text, reading->pattern->text,
                     period_reading_problem(arena, reading, text));
        count += !split;
    }
    arena_destroy(texts);
    return count;
}

/* The same by each way in which the year and the quarters may be meant. */
static size_t however_meant(struct period_reading reading) {
    size_t count = 0;
    for (reading.quarters = QUARTERS_OF_YEAR; reading.quarters <= QUARTERS_OF_CALENDAR; reading.quarters++)
        for (reading.year_named = YEAR_NAMED_START; reading.year_named <= YEAR_NAMED_END; reading.year_named++)
            if ((reading.quarters == QUARTERS_OF_YEAR || period_reading_needs_quarters(&reading)) &&
                (reading.year_named == YEAR_NAMED_START || period_reading_needs_year_named(&reading)))
                count += written_and_read(&reading);
    return count;
}

/* True where a calendar's periods can be written so, and not as those of the calendar of another start are. */
static bool is_worth_a_look(struct calendar calendar, const struct period_pattern *pattern) {
    if (pattern->grain > calendar.grain || (pattern->has[PART_NEXT_YEAR] && !calendar_is_split(calendar)))
        return false;
    return calendar.grain > GRAIN_MONTH || pattern->is_reported || calendar.year_start == starts[0];
}

static void periods_are_read_as_they_are_written(void **state) {
    (void)state;
    const char *problem;
    for (const struct period_usual *usual = period_usual; usual->pattern != NULL; usual++) {
        size_t count = 0;
        for (int s = 0; s < STARTS; s++)
            for (enum grain grain = 0; grain < GRAIN_COUNT; grain++) {
                struct period_reading reading = {.calendar = {grain, starts[s]},
                                                 .pattern = period_pattern_read(arena, usual->pattern, &problem)};
                assert_non_null(reading.pattern);
                if (is_worth_a_look(reading.calendar, reading.pattern))
                    count += however_meant(reading);
            }
        if (count == 0)
            fail_msg("no period was written by %s", usual->pattern);
    }
}

static void months_are_known_by_their_names(void **state) {
    (void)state;
    static const char *const names[] = {
        "January Jan Ionawr Ion",
        "February Feb Chwefror Chwef Chw",
        "March Mar Mawrth Maw",
        "April Apr Ebrill Ebr",
        "May May Mai Mai",
        "June Jun Mehefin Meh",
        "July Jul Gorffennaf Gorff",
        "August Aug Awst Aws",
        "September Sept Sep. Medi Med",
        "October Oct Hydref Hyd",
        "November Nov Tachwedd Tach",
        "December Dec. Rhagfyr Rhag",
    };
    const char *problem;
    struct period_reading reading = {.calendar = {GRAIN_MONTH, 4},
                                     .pattern = period_pattern_read(arena, "mmm yyyy", &problem)};
    for (int month = 0; month < 12; month++)
        for (char *name = strtok(arena_strdup(arena, names[month]), " "); name != NULL; name = strtok(NULL, " ")) {
            struct period_read read = period_reading_read(&reading, arena_printf(arena, "%s 2018", name));
            assert_int_equal(read.outcome, PERIOD_READ);
            assert_int_equal(read.period, 2018 * 12 + month);
        }
    assert_int_equal(period_reading_read(&reading, "Ju 2018").outcome, PERIOD_UNLIKE);
    assert_int_equal(period_reading_read(&reading, "Julie 2018").outcome, PERIOD_UNLIKE);
}

static void several_months_are_the_period_that_they_fill(void **state) {
    (void)state;
    static const struct {
        struct calendar calendar;
        const char *pattern, *text, *iso;
        enum period_outcome outcome;
    } rows[] = {
        {{GRAIN_QUARTER, 4}, "mmm-mmm yyyy", "Apr-Jun 2018", "2018-04", PERIOD_READ},
        {{GRAIN_QUARTER, 4}, "mmm to mmm yyyy", "January to March 2018", "2018-01", PERIOD_READ},
        {{GRAIN_QUARTER, 4}, "mmm-mmm yyyy/yy", "Jan-Mar 2018/19", "2019-01", PERIOD_READ},
        {{GRAIN_QUARTER, 12}, "mmm-mmm yyyy", "Dec-Feb 2018", "2017-12", PERIOD_READ},
        {{GRAIN_YEAR, 10}, "mmm yyyy-mmm yyyy", "Oct 2021-Sep 2022", "2021-10", PERIOD_READ},
        {{GRAIN_YEAR, 1}, "yyyy mmm-mmm", "2018 Jan-Dec", "2018-01", PERIOD_READ},
        {{GRAIN_QUARTER, 4}, "mmm-mmm yyyy", "May-Jul 2018", NULL, PERIOD_SPLIT},
        {{GRAIN_MONTH, 4}, "mmm-mmm yyyy", "Apr-Jun 2018", NULL, PERIOD_SPLIT},
        {{GRAIN_YEAR, 4}, "mmm yyyy-mmm yyyy", "Oct 2021-Sep 2022", NULL, PERIOD_SPLIT},
        {{GRAIN_YEAR, 10}, "mmm yyyy-mmm yyyy", "Oct 2022-Sep 2021", NULL, PERIOD_WRONG},
    };
    static const struct calendar months = {GRAIN_MONTH, 1};
    const char *problem;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct period_reading reading = {.calendar = rows[i].calendar,
                                         .pattern = period_pattern_read(arena, rows[i].pattern, &problem)};
        assert_non_null(reading.pattern);
        struct period_read read = period_reading_read(&reading, rows[i].text);
        assert_int_equal(read.outcome, rows[i].outcome);
        if (rows[i].iso != NULL)
            assert_string_equal(calendar_iso(arena, months, calendar_first_in(rows[i].calendar, read.period, months)),
                                rows[i].iso);
    }
}

static void numbers_end_where_a_digit_does(void **state) {
    (void)state;
    static const struct {
        const char *pattern, *text;
        bool matches;
    } rows[] = {
        {"yyyy-mm", "2018-7", true},
        {"yyyy-mm", "2018-007", false},
        {"yyyy-mm", "2018-071", false},
        {"yyyy-mm", "12018-07", false},
        {"yyyymmdd", "2018073", false},
        {"yyyymmdd", "201807311", false},
        {"*yyyy-mm*", "x2018-07y", true},
        {"*yyyy-mm*", "x12018-07y", false},
        {"*yyyy-mm*", "2018-071", false},
        {"yyyy-mm-dd", "2018-07-31 9:30 am", true},
        {"yyyy-mm-dd", "2018-07-31T09:30:00.000+01:00", true},
        {"yyyy-mm-dd", "2018-07-31 9", false},
        {"yyyy-mm", "2018-07 00:00:00", false},
        {"yyyy-mm", "2018-07 [note 2]", true},
        {"yyyy-mm", "2018-07 [p]", false},
        {"yyyy Qq", "2018q3", false},
        {"yyyy Qq", "2018 \t q3", true},
    };
    const char *problem;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct period_numbers numbers;
        if (period_pattern_match(period_pattern_read(arena, rows[i].pattern, &problem), rows[i].text, &numbers) !=
            rows[i].matches)
            fail_msg("%s by %s", rows[i].text, rows[i].pattern);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(periods_are_read_as_they_are_written, set_up, tear_down),
        cmocka_unit_test_setup_teardown(months_are_known_by_their_names, set_up, tear_down),
        cmocka_unit_test_setup_teardown(several_months_are_the_period_that_they_fill, set_up, tear_down),
        cmocka_unit_test_setup_teardown(numbers_end_where_a_digit_does, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
