#include "../months.h"
#include "../read_test.h"

#include "catalogue_read.h"

/* Files of targets, benchmarks and attributes: a line for each indicator. */

static struct catalogue *read_text(struct fixture *fixture, const char *body) {
    static const struct path_scope anywhere = {NULL};
    fixture_file(fixture, "x.csv", "period,a\n2018-03,1\n2018-04,2\n");
    const char *text =
        arena_printf(fixture->arena,
                     "<catalogue title='T' organisation='O' place='P'>\n%s\n<source file='x.csv'/>"
                     "<comparator id='england' title='England'/><comparator id='region' title='Region'/>"
                     "<indicator id='i 1' title='I' unit='count' measure='value' numerator='a'/>"
                     "<indicator id='j' title='J' unit='count' measure='value' numerator='a'/></catalogue>",
                     body);
    char *path = fixture_file(fixture, "c.xml", text);
    return catalogue_read(fixture->arena, path, (struct source_pos){path, 0, 0}, &anywhere, &fixture->diag);
}

static const struct target *target_of(const struct catalogue *catalogue, const char *id, int year, int month) {
    return indicator_target(catalogue_indicator(catalogue, id), month_in(year, month));
}

static void a_column_for_each_year_has_its_targets(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "t.csv", "ref,2017/18,2018-19,2019/20\ni 1,288,TBC,\nj,5.5,6,7\n");
    const struct catalogue *catalogue = read_text(fixture, "<targets file='t.csv' id='ref'/>");
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
        read_text(fixture, "<targets file='t.csv' id='ref' value='aim' from='2017-04' to='2018-03'/>");
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
    read_text(fixture, "<targets file='y.csv' id='ref'/>\n<targets file='n.csv' id='ref'/>\n<targets file='m.csv'/>");
    assert_message(fixture, "y.csv:1:3:", "the column \"remark\" is not a year; left out");
    assert_message(fixture, "y.csv:2:2:", "2018/19: \"To set\" is not a number");
    assert_message(fixture, "n.csv:1:1:", "there is no column \"target\", and none for a year such as 2018/19");
    assert_message(fixture, "m.csv:1:", "from_period");
}

static void benchmarks_of_one_year_need_no_column_of_it(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "b.csv", "ref,england,region\ni 1,Local,\nj,7.5,8\n");
    const struct catalogue *catalogue =
        read_text(fixture, "<benchmarks file='b.csv' id='ref' year='latest' not-applicable='Local'/>");
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
    read_text(fixture, "<benchmarks file='b.csv' id='ref' year='2016/17'/>\n<benchmarks file='b.csv' id='ref'/>");
    assert_message(fixture, "b.csv:2:2:", "england: \"Local\" is not a number");
    assert_message(fixture, "b.csv:1:", "\"year\"");
}

static void columns_of_a_file_become_attributes(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "a.csv", "ref,title,lead,owner\ni 1,One,Head of service,\nj,Two,,Owner A\n");
    const struct catalogue *catalogue = read_text(fixture, "<attributes file='a.csv' id='ref' columns='lead owner'/>");
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
    read_text(fixture, "<attributes file='a.csv' id='ref' columns='lead'/>\n"
                       "<attributes file='a.csv' id='ref' columns='leads'/>");
    assert_message(fixture, "a.csv:2:1:", "unknown indicator \"k\"");
    assert_message(fixture, "a.csv:4:2:", "j has an attribute \"lead\" already");
    assert_message(fixture, "a.csv:1:", "\"leads\"");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_column_for_each_year_has_its_targets), TEST(any_column_may_hold_the_targets_of_all_months),
        TEST(what_is_wrong_with_targets_is_told),     TEST(benchmarks_of_one_year_need_no_column_of_it),
        TEST(a_word_for_no_benchmark_is_said_before), TEST(columns_of_a_file_become_attributes),
        TEST(what_is_wrong_with_attributes_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
