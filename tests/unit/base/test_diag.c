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
    diag_error(diag, (struct source_pos){"b.csv", 2, 0}, "late");
    diag_warning(diag, (struct source_pos){"a.csv", 4, 2}, "odd");
    diag_error(diag, (struct source_pos){"a.csv", 4, 2}, "wrong");
    diag_system(diag, (struct source_pos){0}, "full");
    diag_error(diag, (struct source_pos){"a.csv", 4, 1}, "first");
    diag_error(diag, (struct source_pos){"a.csv", 0, 7}, "whole");
    assert_string_equal(printed(fixture, false),
                        "boardpack: error: full\na.csv: error: whole\na.csv:4:1: error: first\n"
                        "a.csv:4:2: error: wrong\na.csv:4:2: warning: odd\nb.csv:2: error: late\n");
    assert_null(strstr(printed(fixture, true), "odd"));
}

static void what_would_move_the_cursor_is_written_out(void **state) {
    struct fixture *fixture = *state;
    diag_error(&fixture->diag, (struct source_pos){"a\x1B[2J\xE9.csv", 1, 0},
               "tab\there, \xE2\x80\xAE turned, \r back, Š");
    assert_string_equal(printed(fixture, false), "a\\u{1B}[2J\\u{E9}.csv:1: error: tab\\u{9}here, \\u{202E} turned, "
                                                 "\\u{D} back, Š\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_run_has_failed_by_either_kind_of_error),
        TEST(messages_are_in_the_order_of_places),
        TEST(what_would_move_the_cursor_is_written_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
