#include "../read_test.h"

#include "csv.h"

static struct table *parse(struct fixture *fixture, const char *bytes) {
    return csv_parse(fixture->arena, "x.csv", bytes, &fixture->diag);
}

static void quotes_keep_commas_line_ends_and_quotes(void **state) {
    struct fixture *fixture = *state;
    struct table *table = parse(fixture, "a,b\r\n\"x, \"\"y\"\"\nz\",2\r\n\r\n3,\"\"");
    assert_quiet(fixture);
    assert_int_equal(table->row_count, 2);
    assert_string_equal(table->rows[0].cells[0].text, "x, \"y\"\nz");
    assert_string_equal(table->rows[0].cells[1].text, "2");
    assert_int_equal(table->rows[0].cells[1].line, 3);
    assert_int_equal(table->rows[1].line, 5);
    assert_string_equal(table->rows[1].cells[1].text, "");
}

static void ragged_rows_are_told_and_left_out(void **state) {
    struct fixture *fixture = *state;
    struct table *table = parse(fixture, "a,b\n1\n1,2\n1,2,3\n");
    assert_int_equal(table->row_count, 1);
    assert_message(fixture, "x.csv:2:", "1 cells; the header has 2 columns");
    assert_message(fixture, "x.csv:4:", "3 cells");
}

static void an_open_quote_is_told_where_it_opens(void **state) {
    struct fixture *fixture = *state;
    parse(fixture, "a,b\n1,\"2\n3,4\n");
    assert_message(fixture, "x.csv:2:2:", "never closed");
}

static void a_header_ends_and_has_no_more_columns_than_are_read(void **state) {
    enum { MOST = 1000 };
    struct fixture *fixture = *state;
    assert_null(parse(fixture, "a,\"b\n2018-07,1\n"));
    assert_message(fixture, "x.csv:1:2:", "never closed");
    assert_null(parse(fixture, " \t\n2018-07,1\n"));
    assert_message(fixture, "x.csv:1:0:", "the first line is empty");
    char *commas = memset(arena_alloc(fixture->arena, 2 * MOST + 2), ',', MOST);
    assert_null(parse(fixture, commas));
    assert_message(fixture, "x.csv:1:0:", "1001 columns; at most 1000 are read");
    fixture->diag.count = 0;
    commas[MOST - 1] = '\n';
    memset(commas + MOST, ',', MOST);
    const struct table *table = parse(fixture, commas);
    assert_int_equal(table->column_count, MOST);
    assert_int_equal(table->row_count, 0);
    assert_message(fixture, "x.csv:2:0:", "1001 cells; the header has 1000 columns");
}

static void quotes_out_of_place_are_errors(void **state) {
    struct fixture *fixture = *state;
    parse(fixture, "a,b\n\"1\"x,2\n1,2\"3\n");
    assert_message(fixture, "x.csv:2:1:", "behind a closing quote");
    assert_message(fixture, "x.csv:3:2:", "inside a value");
}

static void bytes_that_are_no_text_are_refused(void **state) {
    struct fixture *fixture = *state;
    struct source_pos from = {"x", 1, 1};
    const char *bad = fixture_file(fixture, "bad.csv", "a,b\n1,\xE9\n");
    assert_null(csv_read(fixture->arena, bad, from, &fixture->diag));
    assert_message(fixture, "bad.csv:2:", "0xE9 is not UTF-8");
    const char *wide = fixture_file(fixture, "wide.csv",
                                    "\xFF\xFE"
                                    "a");
    assert_null(csv_read(fixture->arena, wide, from, &fixture->diag));
    assert_message(fixture, "wide.csv:1:", "UTF-16");
    assert_null(csv_read(fixture->arena, "/tmp/no/such.csv", from, &fixture->diag));
    assert_message(fixture, "x:1:1:", "cannot read");
    assert_null(csv_read(fixture->arena, "/dev/null", from, &fixture->diag));
    assert_message(fixture, "x:1:1:", "no plain file");
}

static void a_byte_order_mark_is_no_part_of_the_header(void **state) {
    struct fixture *fixture = *state;
    const char *path = fixture_file(fixture, "bom.csv",
                                    "\xEF\xBB\xBF"
                                    "period,b\n");
    struct table *table = csv_read(fixture->arena, path, (struct source_pos){"x", 1, 1}, &fixture->diag);
    assert_string_equal(table->header[0].text, "period");
    assert_quiet(fixture);
}

static void an_empty_file_has_no_header(void **state) {
    struct fixture *fixture = *state;
    assert_null(parse(fixture, ""));
    assert_message(fixture, "x.csv:1:", "empty");
}

static void mistakes_without_end_are_cut(void **state) {
    struct fixture *fixture = *state;
    char *bytes = arena_alloc(fixture->arena, 20001);
    memset(bytes, '1', 20000);
    for (size_t i = 1; i < 20000; i += 2)
        bytes[i] = '\n';
    memcpy(bytes, "a,b\n", 4);
    parse(fixture, bytes);
    assert_int_equal(fixture->diag.errors, READ_ERRORS_MAX);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(quotes_keep_commas_line_ends_and_quotes),
        TEST(ragged_rows_are_told_and_left_out),
        TEST(an_open_quote_is_told_where_it_opens),
        TEST(a_header_ends_and_has_no_more_columns_than_are_read),
        TEST(quotes_out_of_place_are_errors),
        TEST(bytes_that_are_no_text_are_refused),
        TEST(a_byte_order_mark_is_no_part_of_the_header),
        TEST(an_empty_file_has_no_header),
        TEST(mistakes_without_end_are_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
