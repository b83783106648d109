#include "table_fixture.h"

static void quotes_keep_commas_line_ends_and_quotes(void **state) {
    struct fixture *fixture = *state;
    struct table *table = read_plain(fixture, "a,b\r\n\"x, \"\"y\"\"\nz\",2\r\n\r\n3,\"\"");
    assert_quiet(fixture);
    assert_int_equal(table->row_count, 2);
    assert_string_equal(table->rows[0].cells[0].text, "x, \"y\"\nz");
    assert_string_equal(table->rows[0].cells[1].text, "2");
    assert_int_equal(table->rows[0].cells[1].line, 3);
    assert_int_equal(table->rows[1].line, 5);
    assert_string_equal(table->rows[1].cells[1].text, "");
}

static void rows_end_with_any_line_end(void **state) {
    static const char *const files[] = {"a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4", "a,b\r1,2\r3,4\r", "a,b\r\n1,2\n3,4\r"};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        const struct table *table = read_plain(fixture, files[i]);
        assert_string_equal(rows_of(fixture, table), "1|2\n3|4\n");
        assert_int_equal(table->rows[1].line, 3);
    }
    assert_quiet(fixture);
}

static void an_open_quote_is_told_where_it_opens(void **state) {
    struct fixture *fixture = *state;
    read_plain(fixture, "a,b\n1,\"2\n3,4\n");
    assert_message(fixture, "x.csv:2:2:", "never closed");
    fixture->diag.count = 0;
    assert_null(read_plain(fixture, "a,\"b\n2018-07,1\n"));
    assert_message(fixture, "x.csv:1:2:", "never closed");
}

static void quotes_out_of_place_are_errors(void **state) {
    struct fixture *fixture = *state;
    read_plain(fixture, "a,b\n\"1\"x,2\n1, \"3\"\n\"4\" ,5\n");
    assert_message(fixture, "x.csv:2:1:", "behind a closing quote");
    assert_message(fixture, "x.csv:3:2:", "a quote behind a blank");
    assert_int_equal(fixture->diag.errors, 2);
}

static void a_quote_inside_a_value_stands_for_itself(void **state) {
    struct fixture *fixture = *state;
    struct table *table = read_plain(fixture, "a,b\n5\" pipe,2\"3\n");
    assert_int_equal(fixture->diag.errors, 0);
    assert_string_equal(table->rows[0].cells[0].text, "5\" pipe");
    assert_string_equal(table->rows[0].cells[1].text, "2\"3");
}

static void rows_reach_over_the_blocks_in_which_a_file_is_read(void **state) {
    enum { ROWS = 60000, LINE = 24 };
    struct fixture *fixture = *state;
    char *bytes = arena_alloc(fixture->arena, ROWS * LINE + 10);
    size_t length = (size_t)sprintf(bytes, "a,b\n");
    for (int i = 0; i < ROWS; i++)
        length += (size_t)sprintf(bytes + length, "%06d,\"\xC3\xA9\"\"\n%08d\"\r\n", i, i);
    const struct table *table = read_bytes(fixture, bytes, length, (struct table_request){0});
    assert_quiet(fixture);
    assert_int_equal(table->row_count, ROWS);
    for (int i = 0; i < ROWS; i++) {
        char text[32];
        sprintf(text, "\xC3\xA9\"\n%08d", i);
        assert_string_equal(table->rows[i].cells[1].text, text);
        assert_int_equal(table->rows[i].line, 2 + 2 * i);
    }
}

static void a_row_without_end_is_not_read(void **state) {
    enum { LENGTH = 3 << 20 };
    struct fixture *fixture = *state;
    char *bytes = memset(arena_alloc(fixture->arena, LENGTH), 'x', LENGTH);
    memcpy(bytes, "a,b\n1,\"", 7);
    read_bytes(fixture, bytes, LENGTH, (struct table_request){0});
    assert_message(fixture, "x.csv:2:0:", "more than 1 MB");
    fixture->diag.count = 0;
    bytes[6] = 'x';
    read_bytes(fixture, bytes, LENGTH, (struct table_request){0});
    assert_message(fixture, "x.csv:2:0:", "more than 1 MB");
    fixture->diag.count = 0;
    memset(bytes, ',', LENGTH);
    assert_null(read_bytes(fixture, bytes, LENGTH, (struct table_request){0}));
    assert_message(fixture, "x.csv:1:0:", "more than 1 MB");
}

static void there_are_no_more_columns_than_are_read(void **state) {
    enum { MOST = 16384 };
    struct fixture *fixture = *state;
    char *commas = memset(arena_alloc(fixture->arena, 2 * MOST + 3), ',', 2 * MOST + 2);
    commas[0] = 'a';
    assert_null(read_bytes(fixture, commas, MOST + 1, (struct table_request){0}));
    assert_message(fixture, "x.csv:1:0:", "16385 columns; at most 16384 are read");
    fixture->diag.count = 0;
    commas[MOST] = '\n';
    const struct table *table = read_bytes(fixture, commas, 2 * MOST, (struct table_request){0});
    assert_int_equal(table->column_count, MOST);
    assert_int_equal(table->row_count, 0);
    assert_quiet(fixture);
    read_bytes(fixture, commas, 2 * MOST + 1, (struct table_request){0});
    assert_message(fixture, "x.csv:2:0:", "16385 cells; the headings in line 1 have 16384");
}

static void the_separator_is_recognised(void **state) {
    static const struct {
        const char *text, *rows;
    } files[] = {
        {"a;b;c\n1;2,5;3\n4;5;6\n", "1|2,5|3\n4|5|6\n"},
        {"a\tb\n1,2\t3\n", "1,2|3\n"},
        {"a|b\n1|2\n", "1|2\n"},
        {"period,a;b\tc\n2018-07,1\n", "2018-07|1\n"},
        {"a\n1\n", "1\n"},
        {"a\n1,2\n", ""},
        {"\"a,b\";c\n\"1,2\";3\n", "1,2|3\n"},
        {"code,period,type\nx,2018-19;Q1,y\nx,2018-19;Q2,y\n", "x|2018-19;Q1|y\nx|2018-19;Q2|y\n"},
        {"sep=;\r\na,b;c,d\r\n1,2;3,4\r\n", "1,2|3,4\n"},
        {"a,b;c,d\n1,2,3;4\n1;2\n", "1,2,3|4\n1|2\n"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        assert_string_equal(rows_of(fixture, read_plain(fixture, files[i].text)), files[i].rows);
    assert_int_equal(fixture->diag.errors, 1);
    assert_message(fixture, "x.csv:2:0:", "2 cells; the headings in line 1 have 1; if the headings stand further down");
}

static void two_separators_that_fit_are_an_error_that_shows_both(void **state) {
    struct fixture *fixture = *state;
    const char *text = "Wert, netto;Jahr\n1,5;2018\n";
    assert_null(read_plain(fixture, text));
    assert_string_equal(
        messages(fixture),
        "x.csv:1:0: commas divide the headings into 2 columns, semicolons into 2, and the rows below as "
        "well; say which it is: separator=\"comma\" or separator=\"semicolon\"\n");
    fixture->diag.count = 0;
    const struct table *table = read_text(fixture, text, (struct table_request){.separator = SEPARATOR_SEMICOLON});
    assert_string_equal(rows_of(fixture, table), "1,5|2018\n");
    assert_quiet(fixture);
}

static void a_file_of_any_ending_is_text(void **state) {
    static const char *const names[] = {"x.csv", "x.CSV", "csv", ".csv", "x.dat", "x", "x.csv.old", "x.tsv"};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct table_request request = {.path = fixture_file(fixture, names[i], "period,a\n2018-07,1\n")};
        assert_string_equal(rows_of(fixture, source_read(fixture->arena, &request, &fixture->diag)), "2018-07|1\n");
    }
    assert_quiet(fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(quotes_keep_commas_line_ends_and_quotes),
        TEST(rows_end_with_any_line_end),
        TEST(an_open_quote_is_told_where_it_opens),
        TEST(quotes_out_of_place_are_errors),
        TEST(a_quote_inside_a_value_stands_for_itself),
        TEST(rows_reach_over_the_blocks_in_which_a_file_is_read),
        TEST(a_row_without_end_is_not_read),
        TEST(there_are_no_more_columns_than_are_read),
        TEST(the_separator_is_recognised),
        TEST(two_separators_that_fit_are_an_error_that_shows_both),
        TEST(a_file_of_any_ending_is_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
