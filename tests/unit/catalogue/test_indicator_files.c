#include "../months.h"
#include "small_catalogue.h"

/* Files of targets, benchmarks and attributes: a line for each indicator. */

static const struct target *target_of(const struct catalogue *catalogue, const char *id, int year, int month) {
    return indicator_target(catalogue_indicator(catalogue, id), month_in(year, month));
}

static void a_column_for_each_year_has_its_targets(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "t.csv", "ref,2017/18,2018-19,2019/20\ni 1,288,TBC,\nj,5.5,6,7\n");
    const struct catalogue *catalogue = small_catalogue_read(fixture, "<targets file='t.csv' id='ref'/>");
    assert_quiet(fixture);
    assert_int_equal((int)target_of(catalogue, "i 1", 2018, 3)->value.numerator, 288);
    assert_null(target_of(catalogue, "i 1", 2018, 3)->words);
    assert_false(fraction_present(target_of(catalogue, "i 1", 2018, 4)->value));
    assert_string_equal(target_of(catalogue, "i 1", 2018, 4)->words, "TBC");
    assert_false(fraction_present(target_of(catalogue, "i 1", 2019, 4)->value));
    assert_null(target_of(catalogue, "i 1", 2019, 4)->words);
    assert_null(target_of(catalogue, "i 1", 2017, 3));
    assert_int_equal((int)target_of(catalogue, "j", 2020, 3)->value.numerator, 7);
}

static void any_column_may_hold_the_targets_of_all_months(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "t.csv", "ref,title,aim\ni 1,One,90\nj,Two,\n");
    const struct catalogue *catalogue =
        small_catalogue_read(fixture, "<targets file='t.csv' id='ref' value='aim' from='2017-04' to='2018-03'/>");
    assert_quiet(fixture);
    assert_int_equal((int)target_of(catalogue, "i 1", 2018, 3)->value.numerator, 90);
    assert_null(target_of(catalogue, "i 1", 2018, 4));
    assert_int_equal((int)catalogue_indicator(catalogue, "j")->target_count, 0);
}

static void what_is_wrong_with_targets_is_told(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "y.csv", "ref,2018/19,remark\ni 1,To set,\nj,4,new\n");
    fixture_file(fixture, "n.csv", "ref,aim\ni 1,4\n");
    fixture_file(fixture, "m.csv", "indicator,target\ni 1,4\n");
    small_catalogue_read(fixture,
                         "<targets file='y.csv' id='ref'/>\n<targets file='n.csv' id='ref'/>\n<targets file='m.csv'/>");
    assert_message(fixture, "y.csv:1:3:", "the column \"remark\" is not a year; left out");
    assert_message(fixture, "y.csv:2:2:", "2018/19: \"To set\" is not a number");
    assert_message(fixture, "n.csv:1:1:", "there is no column \"target\", and none for a year such as 2018/19");
    assert_message(fixture, "m.csv:1:", "from_period");
}

static void benchmarks_of_one_year_need_no_column_of_it(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "b.csv", "ref,england,region\ni 1,Local,\nj,7.5,8\n");
    const struct catalogue *catalogue =
        small_catalogue_read(fixture, "<benchmarks file='b.csv' id='ref' year='latest' not-applicable='Local'/>");
    assert_quiet(fixture);
    const struct indicator *first = catalogue_indicator(catalogue, "i 1");
    const struct benchmark *local = indicator_benchmark(first, "england", "latest");
    assert_int_equal(local->status, STATUS_NOT_APPLICABLE);
    assert_string_equal(local->note, "Local");
    assert_int_equal(indicator_benchmark(first, "region", "latest")->status, STATUS_MISSING);
    const struct benchmark *there = indicator_benchmark(catalogue_indicator(catalogue, "j"), "england", "latest");
    assert_int_equal(fraction_compare(there->value, fraction_make(15, 2)), 0);
}

static void a_word_for_no_benchmark_is_said_before(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "b.csv", "ref,england\nj,Local\n");
    small_catalogue_read(fixture,
                         "<benchmarks file='b.csv' id='ref' year='2016/17'/>\n<benchmarks file='b.csv' id='ref'/>");
    assert_message(fixture, "b.csv:2:2:", "england: \"Local\" is not a number");
    assert_message(fixture, "b.csv:1:", "\"year\"");
}

static void columns_of_a_file_become_attributes(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "a.csv", "ref,title,lead,owner\ni 1,One,Head of service,\nj,Two,,Owner A\n");
    const struct catalogue *catalogue =
        small_catalogue_read(fixture, "<attributes file='a.csv' id='ref' columns='lead owner'/>");
    assert_quiet(fixture);
    const struct indicator *first = catalogue_indicator(catalogue, "i 1");
    assert_string_equal(indicator_attribute(first, "lead"), "Head of service");
    assert_null(indicator_attribute(first, "owner"));
    assert_null(indicator_attribute(first, "title"));
    assert_string_equal(indicator_attribute(catalogue_indicator(catalogue, "j"), "owner"), "Owner A");
}

static void what_is_wrong_with_attributes_is_told(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "a.csv", "ref,lead\nk,Somebody\nj,One\nj,Two\n");
    small_catalogue_read(fixture, "<attributes file='a.csv' id='ref' columns='lead'/>\n"
                                  "<attributes file='a.csv' id='ref' columns='leads'/>");
    assert_message(fixture, "a.csv:2:1:", "unknown indicator \"k\"");
    assert_message(fixture, "a.csv:4:2:", "j has an attribute \"lead\" already");
    assert_message(fixture, "a.csv:1:", "\"leads\"");
}

static void names_and_benchmarks_twice_tell_the_first_place(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "b.csv",
                 "ref,when,england\ni 1,2016-17,5\ni 1,2016/17,6\nj,,7\nj,soon,8\nk,2016,9\nj,2015-16,10\n");
    const struct catalogue *catalogue = small_catalogue_read(
        fixture, "<section id='s' title='S'/><section id='s' title='T'/>\n<comparator id='region' title='R'/>\n"
                 "<benchmarks file='b.csv' id='ref' year-column='when' year='2014'/>");
    assert_message(fixture, "c.xml:2:", "the section \"s\" is in line 2 already");
    assert_message(fixture, "c.xml:5:", "the comparator \"region\" is in line 3 already");
    assert_message(fixture, "b.csv:3:3:", "i 1: the benchmark \"england\" of 2016-17 is there already: ");
    assert_message(fixture, "b.csv:5:2:", "year: \"soon\" is not a year; expected such as 2016 or 2016-17");
    assert_message(fixture, "b.csv:6:1:", "\"k\"");
    const struct indicator *other = catalogue_indicator(catalogue, "j");
    assert_int_equal((int)indicator_benchmark(other, "england", "2014")->value.numerator, 7);
    assert_int_equal((int)other->benchmark_count, 2);
    assert_string_equal(other->benchmarks[0].year, "2014");
    assert_int_equal(
        (int)indicator_benchmark(catalogue_indicator(catalogue, "i 1"), "england", "2016-17")->value.numerator, 5);
}

static void periods_of_targets_are_checked_line_by_line(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "t.csv",
                 "indicator,from_period,to_period,target\ni 1,soon,2018-03,5\ni 1,2018-03,never,5\nk,2018-03,,5\n"
                 "i 1,2018-04,2018-03,5\ni 1,,2018-01,5\ni 1,2018-02,,6\nj,2018-01,2018-02,\n");
    const struct catalogue *catalogue = small_catalogue_read(fixture, "<targets file='t.csv'/>");
    assert_message(fixture, "t.csv:2:2:", "from_period: \"soon\" is not a month");
    assert_message(fixture, "t.csv:3:3:", "to_period: \"never\" is not a month");
    assert_message(fixture, "t.csv:4:1:", "\"k\"");
    assert_message(fixture, "t.csv:5:4:", "the target starts in 2018-04, after its end");
    assert_int_equal(fixture->diag.errors, 4);
    assert_int_equal((int)target_of(catalogue, "i 1", 1999, 1)->value.numerator, 5);
    assert_int_equal((int)target_of(catalogue, "i 1", 2018, 2)->value.numerator, 6);
    assert_null(target_of(catalogue, "j", 2018, 1));
}

static void a_column_that_a_file_lacks_is_told(void **state) {
    static const struct {
        const char *element, *header, *missing;
    } rows[] = {
        {"targets", "indicator,to_period,target", "from_period"},
        {"targets", "indicator,from_period,target", "to_period"},
        {"targets", "title,from_period,to_period,target", "indicator"},
        {"targets from='2018-01'", "title,target", "indicator"},
        {"targets", "title,2018", "indicator"},
        {"targets to='2018-01' value='aim'", "indicator,target", "aim"},
        {"benchmarks", "indicator,england", "year"},
        {"benchmarks year='2016'", "title,england", "indicator"},
        {"benchmarks year='2016' year-column='when'", "indicator,england", "when"},
        {"statuses", "figure,status", "id"},
        {"statuses", "id,status", "figure"},
        {"statuses", "id,figure", "status"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        fixture->diag.count = 0;
        fixture_file(fixture, "f.csv", arena_printf(fixture->arena, "%s\n", rows[i].header));
        small_catalogue_read(fixture, arena_printf(fixture->arena, "<%s file='f.csv'/>", rows[i].element));
        assert_message(fixture, "f.csv:1:", arena_printf(fixture->arena, "\"%s\"", rows[i].missing));
    }
}

static void mistakes_of_a_file_without_end_are_cut(void **state) {
    enum { LINES = 1200, MOST = 1000 };
    static const struct {
        const char *element, *header, *line;
    } rows[] = {
        {"targets from='2018-01'", "indicator,target", "k,5"},
        {"benchmarks year='2016'", "indicator,england", "k,5"},
        {"attributes columns='owner'", "indicator,owner", "k,A"},
        {"statuses", "id,figure,status", "a,2018-03,odd"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t before = fixture->diag.errors;
        char *text = arena_alloc(fixture->arena, (LINES + 2) * 40), *end = text;
        end += sprintf(end, "%s\n", rows[i].header);
        for (int line = 0; line < LINES; line++)
            end += sprintf(end, "%s\n", rows[i].line);
        fixture_file(fixture, "f.csv", text);
        small_catalogue_read(fixture, arena_printf(fixture->arena, "<%s file='f.csv'/>", rows[i].element));
        if (fixture->diag.errors - before != MOST)
            fail_msg("%s: %zu errors", rows[i].element, fixture->diag.errors - before);
    }
}

static void a_file_that_is_not_there_is_told_once(void **state) {
    static const char *const elements[] = {"targets", "benchmarks year='2016'", "attributes columns='owner'",
                                           "statuses", "source form='long'"};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
        fixture->diag.count = 0;
        small_catalogue_read(fixture, arena_printf(fixture->arena, "<%s file='no.csv'/>", elements[i]));
        assert_message(fixture, "c.xml:2:", "no.csv\": No such file or directory");
        assert_int_equal(fixture->diag.count, 1);
    }
}

/* What an element needs is told, and nothing is made of the rest. */
static void elements_without_what_they_need_are_told_and_left_out(void **state) {
    static const char *const elements[] = {"source",
                                           "series",
                                           "constant value='5'",
                                           "note text='n'",
                                           "note series='a'",
                                           "targets",
                                           "benchmarks year='2016'",
                                           "statuses",
                                           "attributes file='x.csv'",
                                           "indicator title='K'"};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
        fixture->diag.count = 0;
        const struct catalogue *catalogue =
            small_catalogue_read(fixture, arena_printf(fixture->arena, "<%s/>", elements[i]));
        assert_message(fixture, "c.xml:2:1:", "needs");
        assert_int_equal(catalogue->indicator_count, 2);
        assert_int_equal(catalogue->series_count, 1);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_column_for_each_year_has_its_targets),
        TEST(any_column_may_hold_the_targets_of_all_months),
        TEST(what_is_wrong_with_targets_is_told),
        TEST(benchmarks_of_one_year_need_no_column_of_it),
        TEST(a_word_for_no_benchmark_is_said_before),
        TEST(columns_of_a_file_become_attributes),
        TEST(what_is_wrong_with_attributes_is_told),
        TEST(names_and_benchmarks_twice_tell_the_first_place),
        TEST(periods_of_targets_are_checked_line_by_line),
        TEST(a_column_that_a_file_lacks_is_told),
        TEST(mistakes_of_a_file_without_end_are_cut),
        TEST(a_file_that_is_not_there_is_told_once),
        TEST(elements_without_what_they_need_are_told_and_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
