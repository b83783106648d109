#include "../months.h"
#include "../read_test.h"

#include "catalogue_read.h"
#include "text.h"

/* A catalogue over two files with a prefix each; elements from line 4 on. */
static struct catalogue *read_text(struct fixture *fixture, const char *body) {
    static const struct path_scope anywhere = {0};
    static const struct catalogue_options options = {.scope = &anywhere};
    struct text csv = {0};
    text_add(&csv, "period,total,printed\n");
    for (int month = month_in(2018, 1); month <= month_in(2019, 3); month++)
        text_printf(&csv, "%s,%d,%s\n", calendar_iso(fixture->arena, calendar_usual, month),
                    month - month_in(2018, 1) + 1, month < month_in(2018, 12) ? "500" : "");
    fixture_file(fixture, "a.csv", text_string(&csv));
    text_free(&csv);
    fixture_file(fixture, "b.csv", "period,total\n2019-01,7\n2019-02,\n2019-03,9\n");
    char *path = fixture_file(fixture, "c.xml",
                              arena_printf(fixture->arena,
                                           "<catalogue title='T' organisation='O' place='P'>\n"
                                           "<source file='a.csv' prefix='a'/>\n<source file='b.csv' prefix='b'/>\n"
                                           "%s</catalogue>",
                                           body));
    return catalogue_read(fixture->arena, path, (struct source_pos){.file = path}, &options, &fixture->diag);
}

#define COUNT(id, numerator) \
    "<indicator id='" id "' title='I' unit='count' measure='value' numerator='" numerator "'/>\n"
#define RATIO(id, numerator, denominator)                                                   \
    "<indicator id='" id "' title='I' unit='percent' measure='ratio' numerator='" numerator \
    "' denominator='" denominator "'/>\n"

static void figures_below_zero_are_told_once_where_an_indicator_does_not_allow_them(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "d.csv", "period,spent,saved,unused\n2018-01,-5,1,-1\n2018-02,2,-3.5,-1\n2018-03,-7,-4,-1\n");
    read_text(fixture, "<source file='d.csv'/>\n" COUNT("1", "spent + saved") COUNT("2", "spent")
                           COUNT("3", "saved' negative='yes"));
    assert_message(fixture, "d.csv:2:2:", "spent: -5 is negative");
    assert_message(fixture, "d.csv:3:3:", "saved: -3.5 is negative");
    assert_message(fixture, "d.csv:4:2:", "spent: -7 is negative");
    assert_int_equal(fixture->diag.errors, 4);
}

static void figures_below_zero_are_counted_where_the_indicator_allows_them(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "d.csv", "period,spent\n2018-01,-5\n2018-02,2\n");
    const struct catalogue *catalogue =
        read_text(fixture, "<source file='d.csv'/>\n" COUNT("1", "spent' negative='yes"));
    assert_quiet(fixture);
    assert_true(fraction_compare(series_cell(catalogue_indicator(catalogue, "1")->numerator, month_in(2018, 1)).number,
                                 fraction_make(-5, 1)) == 0);
}

static void assert_cell(const struct series *series, int year, int month, int number) {
    struct cell cell = series_cell(series, month_in(year, month));
    assert_int_equal(cell.status, STATUS_PRESENT);
    assert_true(fraction_compare(cell.number, fraction_make(number, 1)) == 0);
}

static void columns_of_two_files_keep_apart(void **state) {
    struct fixture *fixture = *state;
    const struct catalogue *catalogue = read_text(fixture, COUNT("1", "a.total"));
    assert_quiet(fixture);
    assert_cell(catalogue_series(catalogue, "a.total"), 2018, 3, 3);
    assert_cell(catalogue_series(catalogue, "b.total"), 2019, 3, 9);
    assert_null(catalogue_series(catalogue, "total"));
}

static void a_numerator_adds_up_columns_and_counts(void **state) {
    struct fixture *fixture = *state;
    const struct catalogue *catalogue =
        read_text(fixture, COUNT("1", "a.total + 2") COUNT("2", "b.total") RATIO("3", "1", "b.total+a.total"));
    assert_quiet(fixture);
    assert_cell(catalogue_indicator(catalogue, "1")->numerator, 2019, 3, 24);
    assert_cell(catalogue_indicator(catalogue, "3")->numerator, 2019, 3, 24);
    assert_cell(catalogue_indicator(catalogue, "3")->denominator, 2019, 1, 20);
    assert_int_equal(series_cell(catalogue_indicator(catalogue, "1")->numerator, month_in(2019, 2)).status,
                     STATUS_MISSING);
}

static void names_that_do_not_add_up_are_told(void **state) {
    struct fixture *fixture = *state;
    read_text(fixture, "<series id='s' sum='a.total + b.total'/>\n" COUNT("1", "a.total+") COUNT("2", "s + a.totl")
                           COUNT("3", "b.totl") RATIO("4", "5", "a.total") RATIO("5", "b.total", "a.total"));
    assert_message(fixture, "c.xml:4:", "sum lists names with blanks between; write value=\"a.total + b.total\"");
    assert_message(fixture, "c.xml:5:", "expected a name or a number behind \"a.total+\", found the end");
    assert_message(fixture, "c.xml:6:", "did you mean \"a.total\"?");
    assert_message(fixture, "c.xml:7:", "did you mean \"b.total\"?");
    assert_message(fixture, "c.xml:8:", "the indicator \"5\" is a ratio");
}

/* In any order: of later series, of indicators, and of what falls back on others. */
static void expressions_name_one_another(void **state) {
    struct fixture *fixture = *state;
    const struct catalogue *catalogue = read_text(
        fixture,
        "<series id='half' value='twice / 4'/>\n<series id='twice' value='count * 2'/>\n"
        "<series id='sum' sum='half half' periods='12' otherwise='twice'/>\n" COUNT("count", "a.total + (7 - 7)")
            COUNT("same", "count") COUNT("plain", "a.total") RATIO("share", "half", "same + sum + plain"));
    assert_quiet(fixture);
    assert_cell(catalogue_series(catalogue, "half"), 2018, 4, 2);
    assert_cell(catalogue_series(catalogue, "sum"), 2018, 11, 22);
    assert_cell(catalogue_series(catalogue, "sum"), 2018, 12, 78);
    assert_cell(catalogue_indicator(catalogue, "share")->denominator, 2018, 12, 78 + 12 + 12);
    assert_ptr_equal(catalogue_indicator(catalogue, "plain")->numerator, catalogue_series(catalogue, "a.total"));
}

static void expressions_have_an_end(void **state) {
    struct fixture *fixture = *state;
    struct text body = {0};
    text_add(&body, "<series id='x' value='y + 1.5'/><series id='y' value='z * a.total'/>\n<series id='z' sum='x'/>\n"
                    "<series id='own' value='1.0 / own'/>\n<series id='f' sum='a.total' otherwise='f'/>\n"
                    "<series id='n0' sum='a.total a.total a.total a.total a.total a.total a.total'/>\n");
    for (int i = 1; i < 20; i++)
        text_printf(&body, "<series id='n%d' value='n%d / 2.5 + n%d'/>\n", i, i - 1, i - 1);
    for (int i = 0; i < 30; i++)
        text_printf(&body, "<series id='d%d' value='d%d / 2.5'/>\n", i, i + 1);
    text_add(&body, "<series id='d30' sum='a.total'/>\n" COUNT("1", "1") COUNT("2", "3") COUNT("3", "2"));
    read_text(fixture, text_string(&body));
    text_free(&body);
    assert_message(fixture, "c.xml:4:", "an expression goes round in a circle: \"x\" from \"y\" from \"z\" from \"x\"");
    assert_message(fixture, "c.xml:6:", "an expression goes round in a circle: \"own\" from \"own\"");
    assert_message(fixture, "c.xml:7:", "an expression goes round in a circle: \"f\" from \"f\"");
    assert_message(fixture, "c.xml:20:", "a figure of \"n12\" comes of 28672 others; at most 20000 are added up");
    assert_message(fixture, "c.xml:44:", "\"d16\" is one of more than 16 expressions of which each is worked out from");
    assert_message(fixture, "c.xml:59:", "unknown series \"1\"");
    assert_message(fixture, "c.xml:60:", "an expression goes round in a circle: \"3\" from \"2\" from \"3\"");
}

/* A difference is no count below zero unless the indicator says that it may be one. */
static void a_difference_below_zero_is_told(void **state) {
    struct fixture *fixture = *state;
    read_text(fixture, COUNT("1", "b.total - a.total") COUNT("2", "a.total - b.total")
                           COUNT("3", "a.total / a.total") "<indicator id='5' title='I' unit='count' measure='value' "
                                                           "numerator='b.total - 2.0 * a.total' "
                                                           "negative='yes'/>\n");
    assert_message(fixture, "c.xml:4:",
                   "b.total - a.total is -6 in 2019-01, and a count cannot be negative; where it is right, give each");
    assert_int_equal(fixture->diag.errors, 1);
}

static void gaps_of_a_column_are_gaps_of_what_comes_of_it(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "g.csv", "period,g\n2018-01,1\n2018-03,1\n");
    const struct catalogue *catalogue =
        read_text(fixture, "<source file='g.csv' gaps='yes'/><series id='s' value='t * a.total'/>"
                           "<series id='t' sum='g g'/><series id='u' sum='a.total'/>\n" COUNT("1", "s"));
    assert_quiet(fixture);
    assert_true(catalogue_series(catalogue, "s")->sparse);
    assert_false(catalogue_series(catalogue, "u")->sparse);
}

/* Twelve months are there from December on; before that the printed figure is taken. */
static void a_sum_goes_over_months_and_falls_back(void **state) {
    struct fixture *fixture = *state;
    const struct catalogue *catalogue =
        read_text(fixture, "<series id='year' sum='a.total' periods='12' otherwise='a.printed'/>\n" COUNT("1", "year"));
    assert_quiet(fixture);
    const struct series *series = catalogue_series(catalogue, "year");
    assert_cell(series, 2018, 11, 500);
    assert_cell(series, 2018, 12, 78);
    assert_cell(series, 2019, 3, 114);
    assert_int_equal(series_cell(series, month_in(2019, 4)).status, STATUS_MISSING);
}

/* A supplied figure would give back what a suppressed month hides. */
static void a_suppressed_month_is_not_replaced(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "s.csv", "period,n,m\n2018-01,[c],5\n2018-02,3,6\n");
    const struct catalogue *catalogue = read_text(
        fixture, "<source file='s.csv'/><series id='both' sum='n' periods='2' otherwise='m'/>\n" COUNT("1", "both"));
    struct cell cell = series_cell(catalogue_series(catalogue, "both"), month_in(2018, 2));
    assert_int_equal(cell.status, STATUS_SUPPRESSED);
    assert_false(fraction_present(cell.number));
}

static void sums_over_months_need_a_sum(void **state) {
    struct fixture *fixture = *state;
    read_text(fixture, "<series id='a.total' periods='12'/>\n<series id='x' sum='a.total' otherwise='a.totl'/>\n"
                       "<series id='y' sum='a.total' periods='401'/>\n" COUNT("1", "a.total"));
    assert_message(fixture, "c.xml:4:", "periods needs a sum or a value");
    assert_message(fixture, "c.xml:5:", "unknown series \"a.totl\"");
    assert_message(fixture, "c.xml:6:", "from 1 to 400");
}

static void a_constant_holds_for_a_financial_year(void **state) {
    struct fixture *fixture = *state;
    const struct catalogue *catalogue = read_text(
        fixture, "<constant id='k' year='2018/19' value='56947'/>\n<constant id='k' year='2017/18' "
                 "value='56593'/>\n<constant id='j' year='2018' from='2018-05' value='1'/>\n" COUNT("1", "k"));
    assert_message(fixture, "c.xml:6:", "a year needs no from and no to");
    assert_cell(catalogue_series(catalogue, "k"), 2018, 3, 56593);
    assert_cell(catalogue_series(catalogue, "k"), 2018, 4, 56947);
    assert_cell(catalogue_series(catalogue, "k"), 2019, 3, 56947);
}

static void a_note_stands_in_several_cells(void **state) {
    struct fixture *fixture = *state;
    const struct catalogue *catalogue =
        read_text(fixture, "<note series='a.total' from='2018-04' to='2018-06' text='Moved'/>\n"
                           "<note series='a.total' from='2018-06' text='Again'/>\n"
                           "<note series='b.total' to='2018-12' text='Early'/>\n"
                           "<series id='s' sum='a.total'/><note series='s' text='Sum'/>\n" COUNT("1", "s"));
    const struct series *series = catalogue_series(catalogue, "a.total");
    assert_null(series_cell(series, month_in(2018, 3)).note);
    assert_string_equal(series_cell(series, month_in(2018, 4)).note, "Moved");
    assert_string_equal(series_cell(catalogue_series(catalogue, "s"), month_in(2018, 6)).note, "Moved");
    assert_message(fixture, "c.xml:5:", "has a note for 2018-06 already: \"Moved\"");
    assert_message(fixture, "c.xml:6:", "has no row in these months, only from 2019-01 to 2019-03");
    assert_message(fixture, "c.xml:7:", "\"s\" is worked out from others; put the note on one of these");
}

static void a_year_to_date_may_be_published(void **state) {
    struct fixture *fixture = *state;
    const struct catalogue *catalogue =
        read_text(fixture, "<indicator id='1' title='I' unit='percent' measure='value' numerator='a.total' "
                           "published-ytd='b.total' headline='ytd_value' data-note='Month end'/>");
    assert_quiet(fixture);
    const struct indicator *indicator = catalogue_indicator(catalogue, "1");
    assert_ptr_equal(indicator->published_ytd, catalogue_series(catalogue, "b.total"));
    assert_string_equal(indicator_attribute(indicator, "data-note"), "Month end");
}

static void past_years_are_in_order_and_know_their_definition(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "y.csv",
                 "id,year,value\n1,2018/19,4\n1,2017/18,-3\n1,2016/17,\n2,same,9\n3,2016/17,1\n"
                 "1,2017-18,1\n");
    const struct catalogue *catalogue =
        read_text(fixture, "<annual file='y.csv'/>\n<indicator id='1' title='I' unit='count' measure='value' "
                           "numerator='a.total' definition-from='2018-04'/>");
    const struct indicator *indicator = catalogue_indicator(catalogue, "1");
    assert_int_equal(indicator->annual_count, 3);
    assert_string_equal(indicator->annuals[0].year, "2016/17");
    assert_int_equal(indicator->annuals[0].status, STATUS_MISSING);
    assert_int_equal((int)indicator->annuals[1].value.numerator, -3);
    assert_true(indicator->annuals[1].new_definition);
    assert_false(indicator->annuals[2].new_definition);
    assert_message(fixture, "y.csv:5:2:", "\"same\" is not a year");
    assert_message(fixture, "y.csv:6:1:", "unknown indicator \"3\"");
    assert_message(fixture, "y.csv:7:3:", "the figure of 2017-18 is there already");
}

static void past_years_have_columns_of_any_name(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "y.csv", "ref,when,n\n1,same,4\n1,2017/18,3\n");
    const struct catalogue *catalogue = read_text(
        fixture, "<annual file='y.csv' id='ref' year='when' value='n' years='2017/18'/>" COUNT("1", "a.total"));
    assert_quiet(fixture);
    assert_int_equal(catalogue_indicator(catalogue, "1")->annual_count, 1);
    read_text(fixture, "<annual file='y.csv'/>" COUNT("1", "a.total"));
    assert_message(fixture, "y.csv:1:", "no column is named \"id\"");
}

/* A year stands in some lines only; the others hold for the latest. */
static void a_benchmark_without_a_year_is_the_latest(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "b2.csv", "id,e,of\n1,5,\n2,6,2017\n2,7,soon\n");
    const struct catalogue *catalogue =
        read_text(fixture, "<comparator id='e' title='E'/><benchmarks file='b2.csv' id='id' year='latest' "
                           "year-column='of'/>\n" COUNT("1", "a.total") COUNT("2", "a.total"));
    assert_string_equal(catalogue_indicator(catalogue, "1")->benchmarks[0].year, "latest");
    assert_string_equal(catalogue_indicator(catalogue, "2")->benchmarks[0].year, "2017");
    assert_message(fixture, "b2.csv:4:3:", "\"soon\" is not a year");
    assert_int_equal(fixture->diag.count, 1);
}

static void a_long_file_can_have_a_prefix(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "l.csv", "id,period,value\n1,2018-12,5\n1,2018/19,60\n");
    const struct catalogue *catalogue =
        read_text(fixture, "<source file='l.csv' form='long' only='2018/19' of='2019-03' prefix='ytd'/>\n"
                           "<indicator id='1' title='I' unit='count' measure='value' numerator='a.total' "
                           "published-ytd='ytd.1'/>");
    assert_quiet(fixture);
    assert_cell(catalogue_indicator(catalogue, "1")->published_ytd, 2019, 3, 60);
    assert_null(catalogue_series(catalogue, "1"));
}

static void past_years_keep_the_decimals_that_they_have(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "y.csv", "id,year,value\n1,2016/17,29.1\n1,2017/18,30.0\n");
    const struct catalogue *catalogue = read_text(fixture, "<annual file='y.csv'/>" COUNT("1", "a.total"));
    const struct indicator *indicator = catalogue_indicator(catalogue, "1");
    assert_int_equal(indicator_annual_decimals(indicator, indicator->annuals[0].value), 1);
    assert_int_equal(indicator_annual_decimals(indicator, indicator->annuals[1].value), 0);
    assert_int_equal(indicator_annual_decimals(indicator, fraction_none()), -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(columns_of_two_files_keep_apart),
        TEST(a_numerator_adds_up_columns_and_counts),
        TEST(figures_below_zero_are_told_once_where_an_indicator_does_not_allow_them),
        TEST(figures_below_zero_are_counted_where_the_indicator_allows_them),
        TEST(names_that_do_not_add_up_are_told),
        TEST(a_sum_goes_over_months_and_falls_back),
        TEST(expressions_name_one_another),
        TEST(expressions_have_an_end),
        TEST(a_difference_below_zero_is_told),
        TEST(gaps_of_a_column_are_gaps_of_what_comes_of_it),
        TEST(a_suppressed_month_is_not_replaced),
        TEST(sums_over_months_need_a_sum),
        TEST(a_constant_holds_for_a_financial_year),
        TEST(a_note_stands_in_several_cells),
        TEST(a_year_to_date_may_be_published),
        TEST(past_years_are_in_order_and_know_their_definition),
        TEST(past_years_have_columns_of_any_name),
        TEST(a_benchmark_without_a_year_is_the_latest),
        TEST(a_long_file_can_have_a_prefix),
        TEST(past_years_keep_the_decimals_that_they_have),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
