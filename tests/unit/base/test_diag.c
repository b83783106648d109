#include "../read_test.h"

static const char *printed(struct fixture *fixture, bool quiet) {
    char *bytes = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&bytes, &length);
    diag_print(&fixture->diag, stream, quiet);
    fclose(stream);
    const char *text = arena_strdup(fixture->arena, bytes);
    free(bytes);
    return text;
}

static void a_run_has_failed_by_either_kind_of_error(void **state) {
    struct fixture *fixture = *state;
    struct diag *diag = &fixture->diag;
    diag_warning(diag, (struct source_pos){0}, "odd");
    assert_false(diag_failed(diag));
    diag_system(diag, (struct source_pos){0}, "full");
    assert_true(diag_failed(diag));
    diag_init(diag, fixture->arena);
    diag_error(diag, (struct source_pos){0}, "wrong");
    assert_true(diag_failed(diag));
}

/* What names no file comes first, and the worse of two at one place. */
static void messages_are_in_the_order_of_places(void **state) {
    struct fixture *fixture = *state;
    struct diag *diag = &fixture->diag;
    diag_error(diag, (struct source_pos){.file = "b.csv", .line = 2}, "late");
    diag_warning(diag, (struct source_pos){.file = "a.csv", .line = 4, .column = 2}, "odd");
    diag_error(diag, (struct source_pos){.file = "a.csv", .line = 4, .column = 2}, "wrong");
    diag_system(diag, (struct source_pos){0}, "full");
    diag_error(diag, (struct source_pos){.file = "a.csv", .line = 4, .column = 1}, "first");
    diag_error(diag, (struct source_pos){.file = "a.csv", .column = 7}, "whole");
    assert_string_equal(printed(fixture, false),
                        "boardpack: error: full\na.csv: error: whole\na.csv:4:1: error: first\n"
                        "a.csv:4:2: error: wrong\na.csv:4:2: warning: odd\nb.csv:2: error: late\n");
    assert_null(strstr(printed(fixture, true), "odd"));
}

/* A row of a sheet, a column of it, or all of it, where that is what is known. */
static void a_place_in_a_workbook_is_a_sheet_and_a_cell(void **state) {
    struct fixture *fixture = *state;
    struct diag *diag = &fixture->diag;
    struct source_pos pos = {.file = "a.xlsx", .sheet = "KPIs", .line = 14, .column = 4};
    diag_error(diag, pos, "cell");
    pos.column = 703;
    diag_error(diag, pos, "far");
    pos.column = 0;
    diag_error(diag, pos, "row");
    pos.line = 0;
    diag_error(diag, pos, "sheet");
    pos.column = 27;
    diag_error(diag, pos, "column");
    pos.sheet = "Areas";
    diag_error(diag, pos, "earlier");
    assert_string_equal(printed(fixture, false),
                        "a.xlsx:Areas!AA: error: earlier\na.xlsx:KPIs: error: sheet\na.xlsx:KPIs!AA: error: column\n"
                        "a.xlsx:KPIs!14: error: row\na.xlsx:KPIs!D14: error: cell\na.xlsx:KPIs!AAA14: error: far\n");
}

static void what_would_move_the_cursor_is_written_out(void **state) {
    struct fixture *fixture = *state;
    diag_error(&fixture->diag, (struct source_pos){.file = "a\x1B[2J\xE9.csv", .line = 1},
               "tab\there, \xE2\x80\xAE turned, \r back, Š");
    assert_string_equal(printed(fixture, false), "a\\u{1B}[2J\\u{E9}.csv:1: error: tab\\u{9}here, \\u{202E} turned, "
                                                 "\\u{D} back, Š\n");
}

/* Those of another kind, of another file and warnings are printed all the same. */
static void of_many_errors_of_a_kind_the_first_are_printed(void **state) {
    struct fixture *fixture = *state;
    struct diag *diag = &fixture->diag;
    for (int line = 60; line > 0; line--) {
        diag_error(diag, (struct source_pos){.file = "a.csv", .line = line, .column = 1}, "%d is odd", line);
        if (line <= 20)
            diag_error(diag, (struct source_pos){.file = "b.csv", .line = line, .column = 1}, "%d is even", line);
        diag_warning(diag, (struct source_pos){.file = "a.csv", .line = line, .column = 2}, "%d is high", line);
    }
    diag_error(diag, (struct source_pos){.file = "a.csv", .line = 61}, "other");
    diag_error(diag, (struct source_pos){.file = "a.csv", .line = 61}, "other");
    const char *text = printed(fixture, false);
    assert_non_null(strstr(text, "a.csv:19:1: error: 19 is odd\n"));
    assert_non_null(strstr(text, "a.csv:20:1: error: 20 is odd; and 40 more of this kind in the file\n"));
    assert_null(strstr(text, "21 is odd"));
    assert_non_null(strstr(text, "a.csv:60:2: warning: 60 is high\n"));
    assert_non_null(strstr(text, "a.csv:61: error: other\n"));
    assert_non_null(strstr(text, "b.csv:20:1: error: 20 is even\n"));
    assert_int_equal(diag_count(diag, DIAG_ERROR), 81);
    assert_int_equal(diag_count(diag, DIAG_WARNING), 60);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_run_has_failed_by_either_kind_of_error),       TEST(messages_are_in_the_order_of_places),
        TEST(of_many_errors_of_a_kind_the_first_are_printed), TEST(a_place_in_a_workbook_is_a_sheet_and_a_cell),
        TEST(what_would_move_the_cursor_is_written_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
