#include "../months.h"
#include "../read_test.h"

#include "source.h"
#include "wide_shape.h"

static struct catalogue *read_text(struct fixture *fixture, const char *csv, const char *columns) {
    struct catalogue *catalogue = arena_new(fixture->arena, struct catalogue);
    catalogue->calendar = calendar_usual;
    struct source_pos from = {"catalogue.xml", 3, 5};
    const struct table_request request = {.path = fixture_file(fixture, "x.csv", csv), .from = from};
    struct shape shape = {.arena = fixture->arena,
                          .diag = &fixture->diag,
                          .catalogue = catalogue,
                          .table = source_read(fixture->arena, &request, &fixture->diag),
                          .from = from};
    if (shape.table != NULL)
        wide_shape_read(&shape, columns);
    return catalogue;
}

static void rows_stand_in_any_order_and_gaps_are_missing(void **state) {
    struct fixture *fixture = *state;
    struct catalogue *catalogue = read_text(fixture, "period,a\n2018-03,3\n2017-12,0\n", NULL);
    assert_quiet(fixture);
    const struct series *series = catalogue_series(catalogue, "a");
    assert_int_equal(series->first, month_in(2017, 12));
    assert_int_equal(series->count, 4);
    assert_int_equal(series->cells[0].status, STATUS_PRESENT);
    assert_int_equal(series->cells[1].status, STATUS_MISSING);
    assert_int_equal((int)series->cells[3].number.numerator, 3);
    assert_int_equal(series->cells[3].pos.line, 2);
}

static void symbols_say_why_there_is_no_number(void **state) {
    struct fixture *fixture = *state;
    struct catalogue *catalogue = read_text(
        fixture, "period,a\n2018-01,[c]\n2018-02,c\n2018-03,[z]\n2018-04,[x]\n2018-05,12 [p]\n2018-06,7[r]\n2018-07,\n",
        NULL);
    static const enum status expected[] = {STATUS_SUPPRESSED,  STATUS_SUPPRESSED, STATUS_NOT_APPLICABLE, STATUS_MISSING,
                                           STATUS_PROVISIONAL, STATUS_REVISED,    STATUS_MISSING};
    assert_quiet(fixture);
    for (size_t i = 0; i < 7; i++)
        assert_int_equal(catalogue->series[0]->cells[i].status, expected[i]);
    assert_int_equal((int)catalogue->series[0]->cells[4].number.numerator, 12);
}

static void wrong_months_are_told(void **state) {
    struct fixture *fixture = *state;
    read_text(fixture, "period,a\n2018-13,1\n2018-07,1\n2018-07,2\nJul-18,3\n,4\n", NULL);
    assert_message(fixture, "x.csv:2:1:", "\"2018-13\" is not a month");
    assert_message(fixture, "x.csv:4:1:", "2018-07 is in line 3 already");
    assert_message(fixture, "x.csv:5:1:", "\"Jul-18\" is not a month");
    assert_message(fixture, "x.csv:6:1:", "\"\" is not a month");
}

static void what_is_no_number_is_told_with_its_column(void **state) {
    struct fixture *fixture = *state;
    read_text(fixture,
              "period,a,contacts\n2018-01,1,NaN\n2018-02,1,1e400\n2018-03,1,four\n2018-04,1,\"1,00\"\n2018-05,1,lots\n"
              "2018-06,1,12345678901234567890\n2018-07,1,12%%\n",
              NULL);
    assert_message(fixture, "x.csv:2:3:", "contacts: \"NaN\" is not a number");
    assert_message(fixture, "x.csv:3:3:", "contacts: \"1e400\" has too many digits");
    assert_message(fixture, "x.csv:4:3:", "contacts: \"four\" is not a number");
    assert_message(fixture, "x.csv:5:3:", "is no number with a decimal point");
    assert_message(fixture, "x.csv:6:3:", "\"lots\" is not a number");
    assert_message(fixture, "x.csv:7:3:", "too many digits");
    assert_message(fixture, "x.csv:8:3:", "two signs of currency or per cent");
    assert_int_equal(fixture->diag.count, 7);
}

static void columns_are_picked_and_checked(void **state) {
    struct fixture *fixture = *state;
    struct catalogue *catalogue = read_text(fixture, "period,a,contacts\n2018-01,1,2\n", "contacts contcts");
    assert_int_equal(catalogue->series_count, 1);
    assert_message(fixture, "catalogue.xml:3:5:", "did you mean \"contacts\"?");
}

static void a_series_twice_names_both_places(void **state) {
    struct fixture *fixture = *state;
    read_text(fixture, "period,a,a\n2018-01,1,2\n", NULL);
    assert_message(fixture, "x.csv:1:3:", "column 2; pick with columns=");
}

static void the_first_column_is_the_period(void **state) {
    struct fixture *fixture = *state;
    read_text(fixture, "month,a\n2018-01,1\n", NULL);
    assert_message(fixture, "x.csv:1:1:", "the first column is \"month\"; expected \"period\"");
}

static void months_too_far_apart_are_refused(void **state) {
    struct fixture *fixture = *state;
    struct catalogue *catalogue = read_text(fixture, "period,a\n1900-01,1\n2199-12,1\n", NULL);
    assert_int_equal(catalogue->series_count, 0);
    assert_message(fixture, "x.csv:0:", "1900-01 to 2199-12");
}

static void mistakes_without_end_are_told_up_to_a_thousand(void **state) {
    struct fixture *fixture = *state;
    char *csv = arena_alloc(fixture->arena, 64 * 1024), *end = stpcpy(csv, "period,a,b\n");
    for (int row = 0; row < 1100; row++)
        end = stpcpy(end, row % 2 == 0 ? "2018-13,1,2\n" : "2018-07,x,y\n");
    read_text(fixture, csv, NULL);
    assert_int_equal(fixture->diag.errors, 1000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(mistakes_without_end_are_told_up_to_a_thousand, fixture_open, fixture_close),
        TEST(rows_stand_in_any_order_and_gaps_are_missing),
        TEST(symbols_say_why_there_is_no_number),
        TEST(wrong_months_are_told),
        TEST(what_is_no_number_is_told_with_its_column),
        TEST(columns_are_picked_and_checked),
        TEST(a_series_twice_names_both_places),
        TEST(the_first_column_is_the_period),
        TEST(months_too_far_apart_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
