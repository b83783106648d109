#include "../months.h"
#include "../read_test.h"

#include "catalogue_read.h"
#include "inspect_catalogue.h"

#define INDICATOR "<indicator id='i' title='I' unit='count' measure='value' numerator='visits'/>"

/* Reads a catalogue with a body; files lie beside it. */
static struct catalogue *read_text(struct fixture *fixture, const char *body) {
    static const struct path_scope anywhere = {NULL};
    const char *text = arena_printf(
        fixture->arena, "<catalogue title='T' organisation='O' place='P'>\n%s\n" INDICATOR "</catalogue>", body);
    char *path = fixture_file(fixture, "c.xml", text);
    return catalogue_read(fixture->arena, path, (struct source_pos){path, 0, 0}, &anywhere, &fixture->diag);
}

static struct cell cell_of(const struct catalogue *catalogue, const char *id, int year, int month) {
    const struct series *series = catalogue_series(catalogue, id);
    assert_non_null(series);
    return series_cell(series, month_in(year, month));
}

static int number_of(const struct catalogue *catalogue, const char *id, int year, int month) {
    struct cell cell = cell_of(catalogue, id, year, month);
    assert_true(fraction_present(cell.number));
    return (int)cell.number.numerator;
}

static void a_line_is_a_figure(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "l.csv",
                 "ref,month,figure,why\nvisits,2018-03,3,\nplan %,2018-02,50,\nvisits,2018-01,1,late\n"
                 "visits,2018-05,,not counted\n");
    const struct catalogue *catalogue =
        read_text(fixture, "<source file='l.csv' form='long' id='ref' period='month' value='figure' note='why'/>");
    assert_quiet(fixture);
    assert_int_equal(number_of(catalogue, "visits", 2018, 1), 1);
    assert_string_equal(cell_of(catalogue, "visits", 2018, 1).note, "late");
    assert_int_equal(cell_of(catalogue, "visits", 2018, 2).status, STATUS_MISSING);
    assert_int_equal(number_of(catalogue, "visits", 2018, 3), 3);
    assert_string_equal(cell_of(catalogue, "visits", 2018, 5).note, "not counted");
    assert_int_equal(cell_of(catalogue, "visits", 2018, 5).pos.line, 5);
    assert_int_equal(catalogue_series(catalogue, "visits")->count, 5);
    assert_int_equal(number_of(catalogue, "plan %", 2018, 2), 50);
    assert_int_equal(catalogue_series(catalogue, "plan %")->count, 1);
}

static void a_series_goes_on_in_another_file(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "a.csv", "id,period,value\nvisits,2018-02,2\nvisits,2018-03,\n");
    fixture_file(fixture, "b.csv", "id,period,value\nvisits,2018-03,3\nvisits,2017-12,12\n");
    const struct catalogue *catalogue =
        read_text(fixture, "<source file='a.csv' form='long'/><source file='b.csv' form='long'/>");
    assert_quiet(fixture);
    assert_int_equal(number_of(catalogue, "visits", 2017, 12), 12);
    assert_int_equal(number_of(catalogue, "visits", 2018, 2), 2);
    assert_int_equal(number_of(catalogue, "visits", 2018, 3), 3);
    assert_int_equal((int)catalogue->series_count, 1);
}

static void a_prefix_tells_files_apart(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "l.csv", "id,period,value\nvisits,2018-01,1\n");
    const struct catalogue *catalogue =
        read_text(fixture, "<source file='l.csv' form='long'/><source file='l.csv' form='long' prefix='old'/>");
    assert_quiet(fixture);
    assert_int_equal(number_of(catalogue, "old.visits", 2018, 1), 1);
}

static void lines_of_a_word_are_of_one_month(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "a.csv", "id,year,value\nvisits,2015/16,9\nvisits,before,7\n");
    const struct catalogue *catalogue =
        read_text(fixture, "<source file='a.csv' form='long' period='year' only='before' of='2016-09' gaps='yes'/>");
    assert_quiet(fixture);
    assert_int_equal(number_of(catalogue, "visits", 2016, 9), 7);
    assert_int_equal(catalogue_series(catalogue, "visits")->count, 1);
    assert_true(catalogue_series(catalogue, "visits")->sparse);
}

static void a_file_of_one_month_has_a_series_a_column(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "v.csv", "id,period,value\nvisits,2018-01,1\n");
    fixture_file(fixture, "m.csv", "id,num,den\nvisits,27,\nplans,1,706\n");
    const struct catalogue *catalogue =
        read_text(fixture, "<source file='v.csv' form='long'/><source file='m.csv' form='single' of='2018-09'/>");
    assert_quiet(fixture);
    assert_int_equal(number_of(catalogue, "visits num", 2018, 9), 27);
    assert_int_equal(cell_of(catalogue, "visits den", 2018, 9).status, STATUS_MISSING);
    assert_int_equal(number_of(catalogue, "plans den", 2018, 9), 706);
}

static void gaps_are_warned_of_unless_they_are_expected(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "l.csv", "id,period,value\nvisits,2018-01,1\nvisits,2018-03,3\n");
    struct catalogue *catalogue = read_text(fixture, "<source file='l.csv' form='long' gaps='yes'/>");
    inspect_catalogue(catalogue, month_in(2018, 1), month_in(2018, 3), &fixture->diag);
    assert_quiet(fixture);
    catalogue = read_text(fixture, "<source file='l.csv' form='long'/>");
    inspect_catalogue(catalogue, month_in(2018, 1), month_in(2018, 3), &fixture->diag);
    assert_message(fixture, "l.csv:2:", "visits: 2018-02 has no figure, the months around it have");
}

static void what_is_wrong_with_a_line_is_told(void **state) {
    struct fixture *fixture = *state;
    fixture_file(
        fixture, "l.csv",
        "id,period,value\nvisits,2018-01,1\nvisits,2018-01,2\nvisits,Jan-18,3\n,2018-02,4\nvisits,2018-03,five\n");
    read_text(fixture, "<source file='l.csv' form='long'/>");
    assert_message(fixture, "l.csv:3:3:", "visits has a figure for this month already");
    assert_message(fixture, "l.csv:4:2:", "period: \"Jan-18\" is not a month");
    assert_message(fixture, "l.csv:5:1:", "id is empty");
    assert_message(fixture, "l.csv:6:3:", "visits: \"five\" is not a number");
}

static void what_is_wrong_with_a_source_is_told(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "l.csv", "id,period,value\nvisits,2018-01,1\n");
    read_text(fixture, "<source file='l.csv' form='long' note='why' id='ref'/>\n"
                       "<source file='l.csv' form='long' only='last'/>\n"
                       "<source file='l.csv' form='long' only='last' of='2018-01'/>\n"
                       "<source file='l.csv' form='single'/>\n"
                       "<source file='l.csv' id='x'/>\n"
                       "<source file='l.csv' form='single' of='2018-01' columns='value'/>");
    assert_message(fixture, "l.csv:1:", "\"why\"");
    assert_message(fixture, "l.csv:1:", "\"ref\"");
    assert_message(fixture, "c.xml:3:", "only=\"last\" needs the period of these lines");
    assert_message(fixture, "c.xml:4:", "has \"last\" in the column \"period\"");
    assert_message(fixture, "c.xml:5:", "form=\"single\" needs the period");
    assert_message(fixture, "c.xml:6:", "id means nothing to form=\"wide\"; it is for form=\"long\"");
    assert_message(fixture, "c.xml:7:", "columns means nothing to form=\"single\"; it is for form=\"wide\"");
}

static void months_far_apart_are_refused(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "l.csv", "id,period,value\nvisits,1900-01,1\nvisits,2199-12,2\nplans,2018-01,3\n");
    const struct catalogue *catalogue = read_text(fixture, "<source file='l.csv' form='long'/>");
    assert_message(fixture, "l.csv:2:", "visits: the months reach from 1900-01 to 2199-12");
    assert_int_equal(number_of(catalogue, "plans", 2018, 1), 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_line_is_a_figure),
        TEST(a_series_goes_on_in_another_file),
        TEST(a_prefix_tells_files_apart),
        TEST(lines_of_a_word_are_of_one_month),
        TEST(a_file_of_one_month_has_a_series_a_column),
        TEST(gaps_are_warned_of_unless_they_are_expected),
        TEST(what_is_wrong_with_a_line_is_told),
        TEST(what_is_wrong_with_a_source_is_told),
        TEST(months_far_apart_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
