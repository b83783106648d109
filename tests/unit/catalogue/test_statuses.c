#include "../months.h"
#include "../read_test.h"

#include "catalogue_read.h"

/* Reads a catalogue of two files and a file of statuses. */
static struct catalogue *read_statuses(struct fixture *fixture, const char *statuses, const char *attributes) {
    static const struct path_scope anywhere = {0};
    static const struct catalogue_options options = {.scope = &anywhere};
    fixture_file(fixture, "v.csv", "id,period,value\nvisits,2018-01,11\nvisits,2018-02,12\nplans,2018-02,\n");
    fixture_file(fixture, "m.csv", "id,num,den\nvisits,3,4\n");
    fixture_file(fixture, "s.csv", arena_printf(fixture->arena, "id,figure,status,reason\n%s", statuses));
    const char *text = arena_printf(
        fixture->arena,
        "<catalogue title='T' organisation='O' place='P'>\n<source file='v.csv' form='long'/>\n"
        "<source file='m.csv' form='single' of='2018-03'/>\n<statuses file='s.csv' %s/>\n"
        "<series id='all' sum='visits plans'/>\n"
        "<indicator id='i' title='I' unit='percent' measure='ratio' numerator='secret num' denominator='visits den' "
        "published='secret'/></catalogue>",
        attributes);
    char *path = fixture_file(fixture, "c.xml", text);
    return catalogue_read(fixture->arena, path, (struct source_pos){.file = path}, &options, &fixture->diag);
}

static struct cell cell_of(const struct catalogue *catalogue, const char *id, int month) {
    const struct series *series = catalogue_series(catalogue, id);
    assert_non_null(series);
    return series_cell(series, month_in(2018, month));
}

#define MARCH "of='2018-03'"
/* What the indicator names must be there, or it is a mistake of its own. */
#define SECRET "secret,num,suppressed,few\nsecret,2018-01,suppressed,few\n"

static void a_suppressed_figure_is_gone_and_takes_sums_with_it(void **state) {
    struct fixture *fixture = *state;
    const struct catalogue *catalogue =
        read_statuses(fixture, SECRET "visits,2018-02,suppressed,low numbers\nvisits,num,suppressed,\n", MARCH);
    assert_quiet(fixture);
    struct cell cell = cell_of(catalogue, "visits", 2);
    assert_int_equal(cell.status, STATUS_SUPPRESSED);
    assert_false(fraction_present(cell.number));
    assert_string_equal(cell.note, "low numbers");
    assert_int_equal(cell_of(catalogue, "visits num", 3).status, STATUS_SUPPRESSED);
    assert_null(cell_of(catalogue, "visits num", 3).note);
    assert_int_equal(cell_of(catalogue, "visits den", 3).status, STATUS_PRESENT);
    assert_int_equal(cell_of(catalogue, "visits", 1).status, STATUS_PRESENT);
    assert_int_equal(cell_of(catalogue, "all", 2).status, STATUS_SUPPRESSED);
}

static void a_series_may_be_known_by_its_suppression_alone(void **state) {
    struct fixture *fixture = *state;
    const struct catalogue *catalogue = read_statuses(fixture, SECRET, MARCH);
    assert_quiet(fixture);
    assert_int_equal(cell_of(catalogue, "secret", 1).status, STATUS_SUPPRESSED);
    assert_int_equal(cell_of(catalogue, "secret num", 3).status, STATUS_SUPPRESSED);
}

static void other_statuses_say_why_and_how_sure(void **state) {
    struct fixture *fixture = *state;
    const struct catalogue *catalogue =
        read_statuses(fixture,
                      SECRET "visits,2018-01,provisional,\nvisits,2018-02,revised,late\n"
                             "plans,2018-02,blank,no reason\nplans,2018-03,not_applicable,\n",
                      MARCH);
    assert_quiet(fixture);
    assert_int_equal(cell_of(catalogue, "visits", 1).status, STATUS_PROVISIONAL);
    assert_int_equal((int)cell_of(catalogue, "visits", 1).number.numerator, 11);
    assert_int_equal(cell_of(catalogue, "visits", 2).status, STATUS_REVISED);
    assert_string_equal(cell_of(catalogue, "visits", 2).note, "late");
    assert_int_equal(cell_of(catalogue, "plans", 2).status, STATUS_MISSING);
    assert_string_equal(cell_of(catalogue, "plans", 2).note, "no reason");
    assert_int_equal(cell_of(catalogue, "plans", 3).status, STATUS_NOT_APPLICABLE);
}

static void suppressed_wins_in_any_order(void **state) {
    struct fixture *fixture = *state;
    const struct catalogue *catalogue =
        read_statuses(fixture,
                      SECRET "visits,2018-01,suppressed,\nvisits,2018-01,provisional,\n"
                             "visits,2018-02,provisional,\nvisits,2018-02,suppressed,\n",
                      MARCH);
    assert_quiet(fixture);
    for (int month = 1; month <= 2; month++) {
        assert_int_equal(cell_of(catalogue, "visits", month).status, STATUS_SUPPRESSED);
        assert_false(fraction_present(cell_of(catalogue, "visits", month).number));
    }
}

/* A name that is wrong would leave the right one in print. */
static void what_names_no_figure_is_told(void **state) {
    struct fixture *fixture = *state;
    read_statuses(fixture,
                  SECRET "visit,2018-01,suppressed,\nvisits,nom,suppressed,\nvisits,2018-01,supressed,\n"
                         ",2018-01,blank,\nvisits,2018-01,blank,\nplans,2018-02,revised,\n",
                  MARCH);
    assert_message(fixture, "s.csv:4:1:", "unknown series \"visit\"; did you mean \"visits\"?");
    assert_message(fixture, "s.csv:5:1:", "unknown series \"visits nom\"; did you mean \"visits num\"?");
    assert_message(fixture, "s.csv:6:3:", "status: \"supressed\" is not known; did you mean \"suppressed\"?");
    assert_message(fixture, "s.csv:7:2:", "the line names no figure");
    assert_message(fixture, "s.csv:8:1:", "visits has a figure in 2018-01, so that it cannot be missing");
    assert_message(fixture, "s.csv:9:1:", "plans has no figure in 2018-02 that could be revised");
}

static void a_column_needs_its_month(void **state) {
    struct fixture *fixture = *state;
    read_statuses(fixture, "visits,num,suppressed,\n", "");
    assert_message(fixture, "s.csv:2:2:", "figure: \"num\" is not a month; where it names a column");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_suppressed_figure_is_gone_and_takes_sums_with_it),
        TEST(a_series_may_be_known_by_its_suppression_alone),
        TEST(other_statuses_say_why_and_how_sure),
        TEST(suppressed_wins_in_any_order),
        TEST(what_names_no_figure_is_told),
        TEST(a_column_needs_its_month),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
