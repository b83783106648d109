#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../arena_fixture.h"

#include "cumulative.h"

enum { HOLE = -1, HIDDEN = -2 };

static struct cell *cells_of(const int *numbers, int count) {
    struct cell *cells = arena_new_array(arena, (size_t)count, struct cell);
    for (int i = 0; i < count; i++)
        cells[i] = numbers[i] >= 0 ? (struct cell){.number = fraction_make(numbers[i], 1)}
                                   : (struct cell){.status = numbers[i] == HOLE ? STATUS_MISSING : STATUS_SUPPRESSED};
    return cells;
}

/* A column of a calendar from a period on. */
static struct series column(struct calendar calendar, const char *first, const int *numbers, int count) {
    return (struct series){
        .id = "to date", .first = calendar_parse(calendar, first), .count = count, .cells = cells_of(numbers, count)};
}

static void assert_added(const struct series *column, struct calendar calendar, const char *when, int expected) {
    struct cell cell = cumulative_added(column, calendar, calendar_parse(calendar, when));
    if (expected < 0) {
        assert_int_equal(cell.status, expected == HOLE ? STATUS_MISSING : STATUS_SUPPRESSED);
        assert_false(fraction_present(cell.number));
    } else {
        assert_int_equal(cell.status, STATUS_PRESENT);
        assert_int_equal(fraction_compare(cell.number, fraction_make(expected, 1)), 0);
    }
}

static void a_year_begins_with_its_first_figure(void **state) {
    (void)state;
    for (int start = YEAR_START_MIN; start <= YEAR_START_MAX; start++) {
        struct calendar calendar = {GRAIN_MONTH, start};
        const int numbers[] = {40, 55, 7, 9};
        struct series to_date = column(calendar, "2018-01", numbers, 4);
        to_date.first = calendar_year_first(calendar, 2018) - 2;
        const char *months[4];
        for (int i = 0; i < 4; i++)
            months[i] = calendar_iso(arena, calendar, to_date.first + i);
        assert_added(&to_date, calendar, months[0], HOLE);
        assert_added(&to_date, calendar, months[1], 15);
        assert_added(&to_date, calendar, months[2], 7);
        assert_added(&to_date, calendar, months[3], 2);
    }
}

static void what_is_absent_leaves_two_periods_without_a_figure(void **state) {
    (void)state;
    const int numbers[] = {3, HOLE, 9, 12, HIDDEN, 20, 21};
    struct series to_date = column(calendar_usual, "2018-04", numbers, 7);
    const int expected[] = {3, HOLE, HOLE, 3, HIDDEN, HIDDEN, 1};
    for (int i = 0; i < 7; i++)
        assert_added(&to_date, calendar_usual, calendar_iso(arena, calendar_usual, to_date.first + i), expected[i]);
}

static void the_hidden_one_wins_over_the_one_that_is_missing(void **state) {
    (void)state;
    const int numbers[] = {3, HIDDEN, HOLE, HIDDEN};
    struct series to_date = column(calendar_usual, "2018-04", numbers, 4);
    assert_added(&to_date, calendar_usual, "2018-06", HIDDEN);
    assert_added(&to_date, calendar_usual, "2018-07", HIDDEN);
}

/* The week of 31 December 2018 is the first of 2019. */
static void weeks_begin_with_the_first_of_their_year(void **state) {
    (void)state;
    struct calendar weeks = {GRAIN_WEEK, 1};
    const int numbers[] = {812, 830, 15, 31};
    struct series to_date = column(weeks, "2018-W51", numbers, 4);
    assert_added(&to_date, weeks, "2018-W52", 18);
    assert_added(&to_date, weeks, "2019-W01", 15);
    assert_added(&to_date, weeks, "2019-W02", 16);
}

static void what_is_due_by_quarter_is_taken_from_the_quarter_before(void **state) {
    (void)state;
    const int numbers[] = {10, HOLE, HOLE, 25, HOLE, HOLE, 4};
    struct series to_date = column(calendar_usual, "2018-12", numbers, 7);
    for (int i = 0; i < to_date.count; i++)
        if (numbers[i] == HOLE)
            to_date.cells[i].status = STATUS_NOT_DUE;
    to_date.calendar = calendar_usual;
    to_date.due = calendar_in(calendar_usual, GRAIN_QUARTER);
    assert_added(&to_date, calendar_usual, "2019-03", 15);
    assert_added(&to_date, calendar_usual, "2019-06", 4);
    assert_int_equal(cumulative_added(&to_date, calendar_usual, calendar_parse(calendar_usual, "2019-02")).status,
                     STATUS_NOT_DUE);
}

static void of_a_figure_in_words_nothing_is_told(void **state) {
    (void)state;
    const int numbers[] = {3, 0, 60};
    struct series to_date = column(calendar_usual, "2018-04", numbers, 3);
    to_date.cells[1] = (struct cell){.status = STATUS_IN_WORDS, .words = "52+"};
    assert_added(&to_date, calendar_usual, "2018-05", HOLE);
    assert_added(&to_date, calendar_usual, "2018-06", HOLE);
    assert_null(cumulative_added(&to_date, calendar_usual, to_date.first + 1).words);
}

static void a_provisional_figure_before_makes_it_provisional(void **state) {
    (void)state;
    const int numbers[] = {3, 8};
    struct series to_date = column(calendar_usual, "2018-04", numbers, 2);
    to_date.cells[0].status = STATUS_PROVISIONAL;
    assert_int_equal(cumulative_added(&to_date, calendar_usual, to_date.first + 1).status, STATUS_PROVISIONAL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_year_begins_with_its_first_figure, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_absent_leaves_two_periods_without_a_figure, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_hidden_one_wins_over_the_one_that_is_missing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(weeks_begin_with_the_first_of_their_year, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_due_by_quarter_is_taken_from_the_quarter_before, set_up, tear_down),
        cmocka_unit_test_setup_teardown(of_a_figure_in_words_nothing_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_provisional_figure_before_makes_it_provisional, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
