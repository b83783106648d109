#include "table_fixture.h"

static void the_table_begins_and_ends_where_it_is_said(void **state) {
    static const char text[] =
        "Figures of June\n\"by, area\"\n,\nArea,Value,\nLeeds,1,\n\nYork,2,\nNotes: x,y,z,w\n\"\n";
    struct fixture *fixture = *state;
    const struct table_request requests[] = {
        {.skip = 3, .until = said("Notes")},
        {.from_heading = said(" Value "), .until = said("Notes:")},
        {.from_heading = said("Area"), .until_blank = true},
    };
    for (size_t i = 0; i < sizeof requests / sizeof *requests; i++) {
        const struct table *table = read_text(fixture, text, requests[i]);
        assert_string_equal(headings_of(fixture, table), "Area|Value|");
        assert_string_equal(rows_of(fixture, table), i < 2 ? "Leeds|1|\nYork|2|\n" : "Leeds|1|\n");
    }
    assert_quiet(fixture);
}

static void two_rows_of_headings_are_joined(void **state) {
    struct fixture *fixture = *state;
    const struct table *table = read_text(fixture,
                                          ",Year,Month,\"Incomplete\npathways\",,\"Unique\n\",,Completed,\n"
                                          ",,,Median  wait,No. within,Patients,,Median\xC2\xA0wait, All\n"
                                          ",,,,,,,,\n1,2,3,4,5,6,7,8,9\n",
                                          (struct table_request){.heading_rows = 2});
    assert_string_equal(headings_of(fixture, table),
                        "|Year|Month|Incomplete pathways / Median wait|Incomplete pathways / No. within|"
                        "Unique / Patients||Completed / Median wait|Completed / All");
    assert_string_equal(rows_of(fixture, table), "1|2|3|4|5|6|7|8|9\n");
    assert_int_equal(table_column(table, "No. within"), 4);
    assert_int_equal(table_column(table, " Completed /  Median wait"), 7);
    assert_int_equal(table_column(table, "[B]"), 1);
    assert_int_equal(table_column(table, "[9]"), 8);
    assert_int_equal(table_column(table, ""), -1);
    assert_quiet(fixture);
    assert_int_equal(table_need_column(table, "Median wait", &fixture->diag), -1);
    assert_message(fixture,
                   "x.csv:1:0:", "2 columns are named \"Median wait\": D and H; say which by its position: [D]");
}

static void a_column_that_is_not_there_is_told_with_what_is(void **state) {
    struct fixture *fixture = *state;
    const struct table *table = read_plain(fixture, "Hospital,b,,b,c,d,e,f,g,h,i,j\n");
    assert_int_equal(table_need_column(table, "Hospitl", &fixture->diag), -1);
    assert_int_equal(table_column_for(table, "Areas",
                                      (struct source_pos){.file = "catalogue.xml", .line = 7, .column = 9},
                                      &fixture->diag),
                     -1);
    assert_int_equal(table_need_column(table, "[Z]", &fixture->diag), -1);
    assert_int_equal(table_need_column(table, "[0]", &fixture->diag), -1);
    assert_message(fixture, "x.csv:1:0:", "no column is named \"Hospitl\"; did you mean \"Hospital\"?");
    assert_message(fixture, "catalogue.xml:7:9:", "\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\" and 3 more");
    assert_message(fixture, "x.csv:1:0:", "[Z] is column 26, and there are 12");
    assert_message(fixture, "x.csv:1:0:", "no column is named \"[0]\"");
    table = read_plain(fixture, "Collections of June,,\nArea,Value,\n");
    assert_int_equal(table_need_column(table, "Area", &fixture->diag), -1);
    assert_message(fixture, "x.csv:1:0:",
                   "what there is: \"Collections of June\"; if the headings stand further down, say where: skip=");
}

static void several_columns_are_joined_by_a_plus(void **state) {
    struct fixture *fixture = *state;
    const struct table *table = read_plain(fixture, "Year,>75+yrs,a + b,Month\n");
    struct source_pos pos = {.file = "catalogue.xml", .line = 7, .column = 9};
    size_t count;
    const int *columns = table_columns_for(table, "Month + Year + >75+yrs", pos, &count, &fixture->diag);
    assert_int_equal(count, 3);
    assert_int_equal(columns[0] * 100 + columns[1] * 10 + columns[2], 301);
    assert_int_equal(table_columns_for(table, "a + b", pos, &count, &fixture->diag)[0], 2);
    assert_quiet(fixture);
    assert_null(table_columns_for(table, "Year + Mnth", pos, &count, &fixture->diag));
    assert_message(fixture, "catalogue.xml:7:9:", "did you mean \"Month\"?");
}

static void ragged_rows_are_told_unless_they_are_left_out(void **state) {
    struct fixture *fixture = *state;
    const struct table *table = read_plain(fixture, "a,b\n1\n1,2\n1,2,3\n1,2,,\n");
    assert_string_equal(rows_of(fixture, table), "1|2\n1|2\n");
    assert_int_equal(fixture->diag.errors, 2);
    assert_message(fixture, "x.csv:2:0:", "1 cell; the headings in line 1 have 2; if the table ends here");
    assert_message(fixture, "x.csv:4:0:", "3 cells");
    fixture->diag.count = 0;
    table = read_text(fixture, "a,b\nx,1\ny\ny,1,2\nx\ny,\"1\"2\n", (struct table_request){.where = said("a=x")});
    assert_string_equal(rows_of(fixture, table), "x|1\n");
    assert_string_equal(messages(fixture), "x.csv:5:0: 1 cell; the headings in line 1 have 2; if the table ends here, "
                                           "say so: until=\"...\"\n");
}

static void blank_cells_repeat_the_one_above(void **state) {
    struct fixture *fixture = *state;
    const struct table *table =
        read_text(fixture, "Year,Area,Month\n,,Mar\n2007/08,Leeds,Apr\n, ,May\n,York,Jun\n\n2008/09,,Apr\n",
                  (struct table_request){.fill_down = said("Year + [B]"), .where = said("Year!=; Area=Leeds|York")});
    assert_string_equal(rows_of(fixture, table),
                        "2007/08|Leeds|Apr\n2007/08|Leeds|May\n2007/08|York|Jun\n2008/09|York|Apr\n");
    assert_int_equal(table->rows[1].cells[0].line, 4);
    assert_quiet(fixture);
}

static void hidden_characters_are_told_in_rows_that_are_kept(void **state) {
    struct fixture *fixture = *state;
    read_text(fixture, "a,b\nx\x1B,2\ny,\xE2\x80\xAE\n\t,\xC2\x93\n",
              (struct table_request){.where = said("a!='y'"), .encoding = ENCODING_UTF_8});
    assert_string_equal(messages(fixture),
                        "x.csv:2:1: the hidden character U+001B, which no page can show; take it out\n"
                        "x.csv:4:2: the hidden character U+0093, which no page can show; take it out, or say "
                        "encoding=\"windows-1252\"\n");
}

static void a_file_without_headings_is_told(void **state) {
    struct fixture *fixture = *state;
    assert_null(read_plain(fixture, ""));
    assert_message(fixture, "x.csv:1:0:", "the file is empty");
    assert_null(read_text(fixture, "a\nb\n", (struct table_request){.skip = 5}));
    assert_message(fixture, "catalogue.xml:3:5:", "nothing behind line 5");
    assert_null(read_text(fixture, "a\nb\n", (struct table_request){.from_heading = said("Month")}));
    assert_message(fixture, "catalogue.xml:7:9:", "has a cell \"Month\"");
    assert_null(read_text(fixture, "a,b\n", (struct table_request){.fill_down = said("c")}));
    assert_message(fixture, "catalogue.xml:7:9:", "no column is named \"c\"");
}

static void an_end_that_does_not_come_is_a_warning(void **state) {
    struct fixture *fixture = *state;
    read_text(fixture, "a\nb\n", (struct table_request){.until = said("Notes")});
    assert_int_equal(fixture->diag.warnings, 1);
    assert_message(fixture, "catalogue.xml:7:9:", "begins with \"Notes\"; the table ends with the file");
}

static void mistakes_without_end_are_cut(void **state) {
    struct fixture *fixture = *state;
    char *bytes = memset(arena_alloc(fixture->arena, 20001), '1', 20000);
    for (size_t i = 1; i < 20000; i += 2)
        bytes[i] = '\n';
    memcpy(bytes, "a,b\n", 4);
    read_plain(fixture, bytes);
    assert_int_equal(fixture->diag.errors, READ_ERRORS_MAX);
}

static void notes_say_what_was_left_out(void **state) {
    struct fixture *fixture = *state;
    fixture->diag.verbose = true;
    read_text(fixture, "t\n\na;b\nx;1\n\ny;2;\ny\nNotes\nn\nm", // ragged y in line 7
              (struct table_request){.skip = 1, .until = said("Notes"), .where = said("a=x")});
    assert_string_equal(
        messages(fixture),
        "x.csv:3:0: the headings; 2 lines above left out\n"
        "x.csv:8:0: the table ends above; 3 lines left out\n"
        "x.csv:0:0: read as UTF-8 (recognised), separated by semicolons: 1 row of 2 columns; 2 left out "
        "by where; 1 blank\n"
        "x.csv:7:0: 1 of the rows that where leaves out has more or fewer cells than the headings, this "
        "one first\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(the_table_begins_and_ends_where_it_is_said),
        TEST(two_rows_of_headings_are_joined),
        TEST(a_column_that_is_not_there_is_told_with_what_is),
        TEST(several_columns_are_joined_by_a_plus),
        TEST(ragged_rows_are_told_unless_they_are_left_out),
        TEST(blank_cells_repeat_the_one_above),
        TEST(hidden_characters_are_told_in_rows_that_are_kept),
        TEST(a_file_without_headings_is_told),
        TEST(an_end_that_does_not_come_is_a_warning),
        TEST(mistakes_without_end_are_cut),
        TEST(notes_say_what_was_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
