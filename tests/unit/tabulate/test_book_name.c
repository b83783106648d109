#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../arena_fixture.h"
#include "book.h"
#include "book_name.h"
#include "text.h"

static void a_plain_name_stays(void **state) {
    (void)state;
    struct book_names names = {.arena = arena};
    assert_string_equal(book_name_sheet(&names, "visits_in_time"), "visits_in_time");
    assert_string_equal(book_name_sheet(&names, "Diweddaraf – â"), "Diweddaraf – â");
}

static void no_two_are_alike_whatever_their_capitals(void **state) {
    (void)state;
    struct book_names names = {.arena = arena};
    assert_string_equal(book_name_sheet(&names, "Notes"), "Notes");
    assert_string_equal(book_name_sheet(&names, "notes"), "notes 2");
    assert_string_equal(book_name_sheet(&names, "NOTES"), "NOTES 3");
    assert_string_equal(book_name_table(&names, "table_notes"), "table_notes");
    assert_string_equal(book_name_table(&names, "table_Notes"), "table_Notes_2");
}

static void what_programs_refuse_is_taken_out(void **state) {
    (void)state;
    struct book_names names = {.arena = arena};
    assert_string_equal(book_name_sheet(&names, "a/b\\c[d]:*?e"), "a b c d    e");
    assert_string_equal(book_name_sheet(&names, "'quoted'"), "quoted");
    assert_string_equal(book_name_sheet(&names, "'"), "1");
    assert_string_equal(book_name_sheet(&names, "History"), "History 2");
    assert_string_equal(book_name_table(&names, "table_1.2 (new)"), "table_1_2__new_");
}

static size_t units_of(const char *name) {
    size_t count = 0;
    for (uint32_t codepoint; (codepoint = utf8_next(&name)) != 0;)
        count += codepoint > 0xFFFF ? 2 : 1;
    return count;
}

static void long_names_are_cut_and_still_differ(void **state) {
    (void)state;
    struct book_names names = {.arena = arena};
    const char *words = "children_in_care_with_three_or_more_placements";
    const char *first = book_name_sheet(&names, words), *second = book_name_sheet(&names, words);
    assert_int_equal(units_of(first), BOOK_NAME_MAX);
    assert_int_equal(units_of(second), BOOK_NAME_MAX);
    assert_string_equal(second + strlen(second) - 2, " 2");
    const char *wide = book_name_sheet(&names, "𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞");
    assert_int_equal(units_of(wide), BOOK_NAME_MAX - 1);
    assert_int_equal(utf8_first_bad(wide, strlen(wide)), -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_plain_name_stays, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_two_are_alike_whatever_their_capitals, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_programs_refuse_is_taken_out, set_up, tear_down),
        cmocka_unit_test_setup_teardown(long_names_are_cut_and_still_differ, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
