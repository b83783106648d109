#include "../read_test.h"

#include "cell.h"
#include "csv.h"
#include "source.h"

static const struct source_pos place = {"x.csv", 4, 2};

static void what_is_no_number_is_told_what_it_is(void **state) {
    static const struct {
        const char *text, *words;
    } rows[] = {
        {"nan", "is not a number; leave the cell empty"},
        {"-inf", "is not a number; leave the cell empty"},
        {"+Infinity", "is not a number; leave the cell empty"},
        {"1234567890123456789", "has too many digits"},
        {"-0.1234567890123456789012345", "has too many digits"},
        {"1.2.3", "is not a plain number; write all its digits"},
        {"1e5", "is not a plain number; write all its digits"},
        {"1,234", "has a comma"},
        {"12%", "has a percent sign"},
        {"12%%", "\"12%%\" is not a number"},
        {"12% of 3", "\"12% of 3\" is not a number"},
        {"many", "\"many\" is not a number"},
        {".5", "\".5\" is not a number"},
        {"[p]", "\"[p]\" is not a number"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        fixture->diag.count = 0;
        struct cell cell = cell_read(fixture->arena, rows[i].text, "visits", place, &fixture->diag);
        assert_int_equal(cell.status, STATUS_MISSING);
        assert_false(fraction_present(cell.number));
        assert_message(fixture, "x.csv:4:2: visits:", rows[i].words);
    }
}

static void a_figure_can_be_below_zero(void **state) {
    struct fixture *fixture = *state;
    assert_int_equal((int)cell_read(fixture->arena, " -7 ", "change", place, &fixture->diag).number.numerator, -7);
    assert_quiet(fixture);
}

/* One column that nobody asked for may be a whole line of another separator. */
static void a_column_that_is_not_there_is_told_with_the_likely_reason(void **state) {
    struct fixture *fixture = *state;
    const struct table *one = csv_parse(fixture->arena, "one.csv", "period;a\n", &fixture->diag),
                       *plain = csv_parse(fixture->arena, "plain.csv", "period\n", &fixture->diag),
                       *two = csv_parse(fixture->arena, "two.csv", "period;x,a\n", &fixture->diag);
    assert_int_equal(table_need_column(one, "a", &fixture->diag), -1);
    assert_int_equal(table_need_column(plain, "a", &fixture->diag), -1);
    assert_int_equal(table_need_column(two, "b", &fixture->diag), -1);
    assert_int_equal(table_need_column(two, "a", &fixture->diag), 1);
    assert_string_equal(messages(fixture),
                        "one.csv:1:0: no column is named \"a\"; separate the columns with commas\n"
                        "plain.csv:1:0: no column is named \"a\"\ntwo.csv:1:0: no column is named \"b\"\n");
}

static void a_file_of_any_other_ending_is_of_commas(void **state) {
    static const char *const names[] = {"x.csv", "x.CSV", "csv", ".csv", "x.dat", "x", "x.csv.old"};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char *path = fixture_file(fixture, names[i], "period,a;b\tc\n2018-07,1\n");
        const struct table *table = source_read(fixture->arena, path, place, &fixture->diag);
        assert_int_equal(table->column_count, 2);
        assert_string_equal(table->header[1].text, "a;b\tc");
        assert_int_equal(table->row_count, 1);
    }
    assert_quiet(fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(what_is_no_number_is_told_what_it_is),
        TEST(a_figure_can_be_below_zero),
        TEST(a_column_that_is_not_there_is_told_with_the_likely_reason),
        TEST(a_file_of_any_other_ending_is_of_commas),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
