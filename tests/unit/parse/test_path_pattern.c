#include "../read_test.h"

#include "path_pattern.h"

static const struct source_pos asked = {.file = "catalogue.xml", .line = 3, .column = 5};

/* The names of the files that match, a blank between; "none" where it is an error. */
static const char *matches_of(struct fixture *fixture, const char *pattern) {
    struct path_scope scope = {.root = path_real(fixture->folder)};
    const char *base = arena_printf(fixture->arena, "%s/catalogue.xml", fixture->folder), *all = "";
    struct path_matches found = path_matches(fixture->arena, &scope, base, pattern, asked, &fixture->diag);
    free((char *)scope.root);
    for (size_t i = 0; i < found.count; i++)
        all = arena_printf(fixture->arena, "%s%s%s", all, i == 0 ? "" : " ",
                           found.paths[i] + strlen(fixture->folder) + 1);
    return found.paths == NULL ? "none" : all;
}

static void files_come_in_the_order_of_their_names(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "tax/2016-01-tax.csv", "");
    fixture_file(fixture, "tax/2015-07-tax.csv", "");
    fixture_file(fixture, "tax/2015-12-tax.csv", "");
    fixture_file(fixture, "tax/.2015-11-tax.csv", "");
    fixture_file(fixture, "tax/2015-12-tax.csv.old", "");
    fixture_file(fixture, "tax/2015-10-tax.csv/notes.txt", "");
    fixture_file(fixture, "catalogue.xml", "");
    assert_string_equal(matches_of(fixture, "tax/*-tax.csv"),
                        "tax/2015-07-tax.csv tax/2015-12-tax.csv tax/2016-01-tax.csv");
    assert_string_equal(matches_of(fixture, "tax/2015-?2-t?x.csv"), "tax/2015-12-tax.csv");
    assert_string_equal(matches_of(fixture, "*.xml"), "catalogue.xml");
    assert_string_equal(matches_of(fixture, "tax/*-*7-*t*.csv"), "tax/2015-07-tax.csv");
    assert_string_equal(matches_of(fixture, "tax/2016-01-tax.csv"), "tax/2016-01-tax.csv");
    assert_quiet(fixture);
}

static void no_match_shows_what_is_there(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "tax/b.csv", "");
    fixture_file(fixture, "tax/a.csv", "");
    fixture_file(fixture, "empty/folder/a.csv", "");
    assert_string_equal(matches_of(fixture, "tax/*.txt"), "none");
    assert_message(fixture, "catalogue.xml:3:5", "no file is called \"tax/*.txt\"; there are a.csv, b.csv");
    assert_string_equal(matches_of(fixture, "empty/*.csv"), "none");
    assert_message(fixture, "catalogue.xml:3:5", "the folder has no files");
    assert_string_equal(matches_of(fixture, "none/*.csv"), "none");
    assert_string_equal(matches_of(fixture, "tax/a.csv/*.csv"), "none");
    assert_int_equal(fixture->diag.errors, 4);
}

static void what_lies_outside_is_refused(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "tax/a.csv", "");
    assert_int_equal(symlink("/etc/passwd", arena_printf(fixture->arena, "%s/tax/b.csv", fixture->folder)), 0);
    assert_int_equal(symlink("/etc", arena_printf(fixture->arena, "%s/etc", fixture->folder)), 0);
    assert_string_equal(matches_of(fixture, "tax/*.csv"), "none");
    assert_message(fixture, "catalogue.xml:3:5", "\"tax/b.csv\" lies outside the pack's folders");
    assert_string_equal(matches_of(fixture, "etc/*"), "none");
    assert_string_equal(matches_of(fixture, "../*"), "none");
    assert_string_equal(matches_of(fixture, "/etc/*"), "none");
    assert_int_equal(fixture->diag.errors, 4);
}

static void too_many_are_refused(void **state) {
    struct fixture *fixture = *state;
    for (int i = 0; i <= 1000; i++)
        fixture_file(fixture, arena_printf(fixture->arena, "%d.csv", i), "");
    assert_string_equal(matches_of(fixture, "*.csv"), "none");
    assert_message(fixture, "catalogue.xml:3:5", "1001 files are called \"*.csv\"; at most 1000 are read");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(files_come_in_the_order_of_their_names),
        TEST(no_match_shows_what_is_there),
        TEST(what_lies_outside_is_refused),
        TEST(too_many_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
