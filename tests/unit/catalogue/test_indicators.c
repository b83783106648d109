#include "../months.h"
#include "../read_test.h"

#include "catalogue_read.h"
#include "inspect_catalogue.h"

/* A catalogue with attributes of its own and one indicator with further attributes. */
static struct catalogue *read_of(struct fixture *fixture, const char *csv, const char *shared, const char *own) {
    static const struct path_scope anywhere = {0};
    static const struct catalogue_options options = {.scope = &anywhere};
    fixture_file(fixture, "x.csv", csv);
    const char *text = arena_printf(fixture->arena,
                                    "<catalogue title='T' organisation='O' place='P' %s>\n<source file='x.csv'/>\n"
                                    "<indicator id='i' title='I' unit='percent' numerator='a' %s/></catalogue>",
                                    shared, own);
    char *path = fixture_file(fixture, "c.xml", text);
    return catalogue_read(fixture->arena, path, (struct source_pos){.file = path}, &options, &fixture->diag);
}

static struct catalogue *read_with(struct fixture *fixture, const char *shared, const char *own) {
    return read_of(fixture, "period,a,b,p\n2018-01,,,12.5\n2018-02,1,4,\n", shared, own);
}

#define RATIO "measure='ratio' denominator='b' "

static void what_nobody_says_is_the_usual(void **state) {
    struct fixture *fixture = *state;
    const struct indicator *indicator = catalogue_indicator(read_with(fixture, "", RATIO), "i");
    assert_quiet(fixture);
    assert_false(indicator->direction.none || indicator->direction.of_number || indicator->direction.unrounded);
    assert_false(fraction_present(indicator->direction.threshold));
    assert_int_equal(indicator->format, FORMAT_FIXED);
    assert_int_equal(indicator->change_decimals, 0);
    assert_int_equal(indicator->average_decimals, 1);
    assert_null(indicator->published_value);
}

static void an_indicator_follows_the_catalogue(void **state) {
    struct fixture *fixture = *state;
    const struct catalogue *catalogue =
        read_with(fixture,
                  "direction='number' direction-compares='unrounded' direction-threshold='10' format='compact' "
                  "change-decimals='2' average-decimals='3'",
                  RATIO);
    const struct indicator *indicator = catalogue_indicator(catalogue, "i");
    assert_quiet(fixture);
    assert_true(indicator->direction.of_number && indicator->direction.unrounded);
    assert_int_equal(fraction_compare(indicator->direction.threshold, fraction_make(10, 1)), 0);
    assert_int_equal(indicator->format, FORMAT_COMPACT);
    assert_int_equal(indicator->change_decimals, 2);
    assert_int_equal(indicator->average_decimals, 3);
}

static void an_indicator_overrules_the_catalogue(void **state) {
    struct fixture *fixture = *state;
    const struct catalogue *catalogue = read_with(fixture, "direction='number' format='compact' change-decimals='2'",
                                                  RATIO "direction='none' format='fixed' change-decimals='1'");
    const struct indicator *indicator = catalogue_indicator(catalogue, "i");
    assert_quiet(fixture);
    assert_true(indicator->direction.none);
    assert_int_equal(indicator->format, FORMAT_FIXED);
    assert_int_equal(indicator->change_decimals, 1);
}

static void a_published_figure_stands_beside_counts(void **state) {
    struct fixture *fixture = *state;
    const struct catalogue *catalogue = read_with(fixture, "", RATIO "published='p'");
    assert_quiet(fixture);
    assert_ptr_equal(catalogue_indicator(catalogue, "i")->published_value, catalogue_series(catalogue, "p"));
}

static void a_figure_can_be_carried_rounded(void **state) {
    struct fixture *fixture = *state;
    const struct indicator *indicator = catalogue_indicator(read_with(fixture, "", RATIO "carried-decimals='0'"), "i");
    assert_true(indicator->carries_rounded);
    assert_int_equal(indicator->carried_decimals, 0);
    assert_int_equal(indicator->decimals, 1);
    assert_false(catalogue_indicator(read_with(fixture, "", RATIO), "i")->carries_rounded);
}

/* 1 of 4 is 25%. */
static void a_published_figure_that_the_counts_do_not_make_is_warned_of(void **state) {
    struct fixture *fixture = *state;
    static const struct {
        const char *published, *attributes, *message;
    } cases[] = {{"25.0", "", NULL},
                 {"25.04", "", NULL},
                 {"25.1", "", "i: 25.1 is published for 2018-02; the counts make 25"},
                 {"25.1", "carried-decimals='0'", "the counts make 25"},
                 {"[c]", "", NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        fixture->diag.count = 0;
        const char *csv = arena_printf(fixture->arena, "period,a,b,p\n2018-02,1,4,%s\n", cases[i].published);
        const char *own = arena_printf(fixture->arena, RATIO "published='p' %s", cases[i].attributes);
        inspect_catalogue(read_of(fixture, csv, "", own), month_in(2018, 2), month_in(2018, 2), &fixture->diag);
        if (cases[i].message == NULL)
            assert_quiet(fixture);
        else
            assert_message(fixture, "x.csv:2:4:", cases[i].message);
    }
}

static void what_makes_no_sense_is_told(void **state) {
    struct fixture *fixture = *state;
    read_with(fixture, "direction-threshold='0'",
              "measure='value' published='p'\n direction-threshold='-1' direction='up'");
    assert_message(fixture, "c.xml:1:", "direction-threshold is not above zero");
    assert_message(fixture, "c.xml:3:", "name the published series in numerator");
    assert_message(fixture, "c.xml:4:", "direction-threshold is not above zero");
    assert_message(fixture, "c.xml:4:", "direction=\"up\" is not known; expected performance, number or none");
}

/* A catalogue whose indicator holds an element. */
static const struct control_chart *control_chart_of(struct fixture *fixture, const char *inner) {
    static const struct path_scope anywhere = {0};
    static const struct catalogue_options options = {.scope = &anywhere};
    fixture_file(fixture, "x.csv", "period,a\n2018-01,1\n");
    const char *text =
        arena_printf(fixture->arena,
                     "<catalogue title='T' organisation='O' place='P'>\n<source file='x.csv'/>\n<indicator id='i' "
                     "title='I' unit='count' measure='value' numerator='a'>%s</indicator></catalogue>",
                     inner);
    char *path = fixture_file(fixture, "c.xml", text);
    const struct catalogue *catalogue =
        catalogue_read(fixture->arena, path, (struct source_pos){.file = path}, &options, &fixture->diag);
    assert_quiet(fixture);
    return catalogue_indicator(catalogue, "i")->control_chart;
}

static void a_control_chart_is_asked_for(void **state) {
    struct fixture *fixture = *state;
    assert_null(control_chart_of(fixture, ""));
    const struct control_chart *chart = control_chart_of(fixture, "<control-chart/>");
    assert_int_equal(chart->options.baseline, 0);
    assert_int_equal(chart->options.run, 7);
    assert_false(chart->options.screening || chart->options.outside_counts);
    assert_int_equal(chart->rebase_count, 0);
    chart = control_chart_of(fixture, "<control-chart baseline='15' points='6' screening='yes' outside-counts='yes'>"
                                      "<rebase from='2018-04' reason='A'/><rebase from='2018-09' reason='B'/>"
                                      "</control-chart>");
    assert_int_equal(chart->options.baseline, 15);
    assert_int_equal(chart->options.run, 6);
    assert_true(chart->options.screening && chart->options.outside_counts);
    assert_int_equal(chart->rebase_count, 2);
    assert_int_equal(chart->rebases[1].from, month_in(2018, 9));
    assert_string_equal(chart->rebases[1].reason, "B");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(what_nobody_says_is_the_usual),        TEST(an_indicator_follows_the_catalogue),
        TEST(an_indicator_overrules_the_catalogue), TEST(a_published_figure_stands_beside_counts),
        TEST(a_figure_can_be_carried_rounded),      TEST(a_published_figure_that_the_counts_do_not_make_is_warned_of),
        TEST(what_makes_no_sense_is_told),          TEST(a_control_chart_is_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
