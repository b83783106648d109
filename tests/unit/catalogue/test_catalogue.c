#include "../months.h"
#include "../read_test.h"

#include "catalogue_read.h"
#include "inspect_catalogue.h"

#define HEAD "<catalogue title='T' organisation='O' place='P'>\n<source file='x.csv'/>\n"
#define INDICATOR "<indicator id='i' title='I' unit='percent' measure='ratio' numerator='a' denominator='b'>\n"

static struct catalogue *read_text(struct fixture *fixture, const char *body) {
    static const struct path_scope anywhere = {0};
    static const struct catalogue_options options = {.scope = &anywhere};
    fixture_file(fixture, "x.csv", "period,a,b\n2018-01,1,4\n2018-02,,4\n2018-03,5,4\n2018-04,3,0\n");
    char *path = fixture_file(fixture, "c.xml", arena_printf(fixture->arena, HEAD "%s</catalogue>", body));
    return catalogue_read(fixture->arena, path, (struct source_pos){.file = path}, &options, &fixture->diag);
}

static void inspect(struct fixture *fixture, const struct catalogue *catalogue) {
    inspect_catalogue(catalogue, catalogue_first_period(catalogue), catalogue_last_period(catalogue), &fixture->diag);
}

static void bands_leave_no_gap_and_do_not_overlap(void **state) {
    struct fixture *fixture = *state;
    read_text(fixture, INDICATOR
              "<bands to='2018-01'><band colour='green' below='25'/>\n<band colour='amber' from='26' below='30'/>\n"
              "<band colour='red' from='29'/></bands>\n"
              "<bands from='2018-01'><band colour='green' from='1' below='2'/></bands></indicator>");
    assert_message(fixture, "c.xml:5:1:", "green (line 4) and amber (line 5) leave a gap from 25 to below 26");
    assert_message(fixture, "c.xml:6:1:", "amber (line 5) and red (line 6) overlap from 29 to below 30");
    assert_message(fixture, "c.xml:7:1:", "line 4 hold for some of these months");
    assert_message(fixture, "c.xml:7:23:", "figures below 1");
    assert_message(fixture, "c.xml:7:23:", "from 2 up");
}

static void sums_and_constants_become_series(void **state) {
    struct fixture *fixture = *state;
    const struct catalogue *catalogue =
        read_text(fixture, "<series id='s' sum='a b' title='S'/><constant id='k' value='47715' to='2018-02'/>\n"
                           "<constant id='k' value='48000' from='2018-03'/>" INDICATOR "</indicator>");
    assert_quiet(fixture);
    assert_int_equal((int)series_cell(catalogue_series(catalogue, "s"), month_in(2018, 1)).number.numerator, 5);
    assert_int_equal(series_cell(catalogue_series(catalogue, "s"), month_in(2018, 2)).status, STATUS_MISSING);
    assert_int_equal((int)series_cell(catalogue_series(catalogue, "k"), month_in(2018, 4)).number.numerator, 48000);
    assert_int_equal((int)series_cell(catalogue_series(catalogue, "k"), month_in(2018, 2)).number.numerator, 47715);
}

static void names_that_are_not_there_are_told(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "t.csv",
                 "indicator,from_period,to_period,target\ni,2018-01,2018-03,5\nii,,,5\ni,2018-03,,6\n");
    fixture_file(fixture, "b.csv", "indicator,year,englnd\ni,2016-18,5\n");
    read_text(fixture, "<series id='s' sum='a bb'/>\n<targets file='t.csv'/><benchmarks file='b.csv'/>"
                       "\n<indicator id='i' title='I' unit='percent' measure='value' numerator='aaa' "
                       "denominator='b' headline='ytd_value' section='s'/>");
    assert_message(fixture, "c.xml:3:16:", "unknown series \"bb\"");
    assert_message(fixture, "t.csv:3:1:", "unknown indicator \"ii\"");
    assert_message(fixture, "t.csv:4:4:", "overlaps");
    assert_message(fixture, "b.csv:1:3:", "no comparator");
    assert_message(fixture, "b.csv:2:2:", "not a year");
    assert_message(fixture, "c.xml:5:", "unknown series \"aaa\"");
    assert_message(fixture, "c.xml:5:", "unknown section \"s\"");
    assert_message(fixture, "c.xml:5:", "has no denominator");
    assert_message(fixture, "c.xml:5:", "a snapshot has no year to date");
}

/* Its series are missing for that one reason. */
static void a_source_that_is_not_there_is_one_mistake(void **state) {
    struct fixture *fixture = *state;
    read_text(fixture, "<source file='none.csv'/>\n<series id='s' sum='a elsewhere'/>" INDICATOR "</indicator>");
    assert_message(fixture, "c.xml:3:", "none.csv");
    assert_int_equal(fixture->diag.errors, 1);
}

static void benchmarks_are_in_the_order_of_years(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "b.csv", "indicator,year,e,f\ni,2016-17,5,\ni,2015/16,4,[c]\n");
    const struct catalogue *catalogue =
        read_text(fixture, "<comparator id='e' title='E'/><comparator id='f' title='F'/>"
                           "<benchmarks file='b.csv'/>" INDICATOR "</indicator>");
    const struct indicator *indicator = catalogue_indicator(catalogue, "i");
    assert_quiet(fixture);
    assert_int_equal(indicator->benchmark_count, 4);
    assert_string_equal(indicator->benchmarks[0].year, "2015-16");
    assert_int_equal(indicator_benchmark(indicator, "f", "2015-16")->status, STATUS_SUPPRESSED);
    assert_int_equal(indicator_benchmark(indicator, "f", "2016-17")->status, STATUS_MISSING);
}

static void data_that_is_hardly_meant_is_warned_of(void **state) {
    struct fixture *fixture = *state;
    const struct catalogue *catalogue = read_text(fixture, INDICATOR "<target to='2018-01' value='5'/></indicator>");
    inspect(fixture, catalogue);
    assert_message(fixture, "x.csv:3:2:", "2018-02 has no figure");
    assert_message(fixture, "x.csv:4:2:", "a (5) exceeds b (4)");
    assert_message(fixture, "x.csv:5:3:", "b is 0 in 2018-04");
    assert_message(fixture, "c.xml:3:1:", "2018-03 has data and no target");
    assert_int_equal(fixture->diag.errors, 0);
}

/* Printed keys as councils write them, and the gap that each leaves at one decimal. */
static void printed_keys_with_gaps_are_warned_of(void **state) {
    static const struct {
        const char *green, *amber, *red, *rule, *words;
    } keys[] = {
        {"G=&lt;25%", "A=26%-29%", "R=30&gt;%", "below='26' from='26' below='30' from='30'", "from 25.0 to 25.9"},
        {"&lt;250&gt;", "147-249", "&lt;146", "from='250' from='147' below='250' below='147'", "from 249.1 to 249.9"},
        {"&lt;= 5.5", "&gt; 5.6-9", "&gt; 10", "below='5.6' from='5.6' below='10' from='10'", "from 9.1 to 10.0"},
        {"G &gt;=98%", "A 97%-90%", "R &lt;90%", "from='98' from='90' below='98' below='90'", "from 97.1 to 97.9"},
        {"&lt;=26", "26-29.9", "&gt;=30", "below='26' from='26' below='30' from='30'", "overlap from 26.0 to 26.0"},
    };
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        struct fixture *fixture = *state;
        const char *amber = strstr(keys[i].rule + 1, " from") + 1, *red = strstr(strstr(amber, "below"), " ") + 1;
        const struct catalogue *catalogue = read_text(
            fixture, arena_printf(fixture->arena,
                                  INDICATOR "<bands><band colour='green' %.*s printed='%s'/><band colour='amber' %.*s "
                                            "printed='%s'/><band colour='red' %s printed='%s'/></bands></indicator>",
                                  (int)(amber - keys[i].rule), keys[i].rule, keys[i].green, (int)(red - amber), amber,
                                  keys[i].amber, red, keys[i].red));
        inspect(fixture, catalogue);
        assert_message(fixture, "c.xml:4:", keys[i].words);
        assert_int_equal(fixture->diag.errors, 0);
    }
}

static void a_printed_key_without_a_gap_is_quiet(void **state) {
    struct fixture *fixture = *state;
    const struct catalogue *catalogue =
        read_text(fixture, INDICATOR
                  "<bands><band colour='green' below='26' printed='&lt;26'/><band colour='amber' from='26' "
                  "below='30' printed='26-29.9'/><band colour='red' from='30' printed='30&gt;'/></bands></indicator>");
    size_t before = fixture->diag.count;
    inspect(fixture, catalogue);
    for (size_t i = before; i < fixture->diag.count; i++)
        assert_null(strstr(fixture->diag.messages[i].text, "printed key"));
}

static void attributes_are_kept_by_name(void **state) {
    struct fixture *fixture = *state;
    const struct catalogue *catalogue =
        read_text(fixture, INDICATOR "<attribute name='lead' value='Head of service'/>\n"
                                     "<attribute name='lead' value='Somebody else'/></indicator>");
    const struct indicator *indicator = catalogue_indicator(catalogue, "i");
    assert_message(fixture, "c.xml:5:12:", "has an attribute \"lead\" already");
    assert_string_equal(indicator_attribute(indicator, "lead"), "Head of service");
    assert_null(indicator_attribute(indicator, "owner"));
}

/* Packs number their indicators: 1.10 is not 1.1. */
static void an_id_may_be_a_number(void **state) {
    struct fixture *fixture = *state;
    const struct catalogue *catalogue =
        read_text(fixture, "<indicator id='1.1' title='I' unit='count' measure='value' numerator='a'/>"
                           "<indicator id='1.10' title='J' unit='count' measure='value' numerator='b'/>");
    assert_quiet(fixture);
    assert_string_equal(catalogue_indicator(catalogue, "1.10")->title, "J");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(bands_leave_no_gap_and_do_not_overlap), TEST(sums_and_constants_become_series),
        TEST(names_that_are_not_there_are_told),     TEST(a_source_that_is_not_there_is_one_mistake),
        TEST(benchmarks_are_in_the_order_of_years),  TEST(data_that_is_hardly_meant_is_warned_of),
        TEST(printed_keys_with_gaps_are_warned_of),  TEST(a_printed_key_without_a_gap_is_quiet),
        TEST(attributes_are_kept_by_name),           TEST(an_id_may_be_a_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
