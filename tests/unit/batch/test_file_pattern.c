#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "../arena_fixture.h"
#include "file_pattern.h"

static const char *const columns[] = {"logo"};
static struct organisations list = {.path = "list.csv", .columns = columns, .column_count = 1};

static struct organisation make(const char *code, const char *const *logo) {
    return (struct organisation){.code = code, .name = "North", .list = &list, .texts = logo};
}

static const char *filled(const char *pattern, const char *logo) {
    const struct organisation organisation = make("N1", &logo);
    return file_pattern_fill(arena, pattern, &organisation, "2018-07");
}

static void words_are_filled_in(void **state) {
    (void)state;
    assert_string_equal(filled("out/{code}-{period}.pdf", "x"), "out/N1-2018-07.pdf");
    assert_string_equal(filled("{name}/{nobody}{code}{", "x"), "North/{nobody}N1{");
    const struct organisation organisation = make("N1", columns);
    assert_string_equal(file_pattern_fill(arena, "{period}", &organisation, NULL), "{period}");
}

static void a_value_leads_nowhere_else(void **state) {
    (void)state;
    static const char *const values[][2] = {
        {"..", "--"},
        {".", "-"},
        {"../../etc", "--"
                      "-..-etc"},
        {"a/b\\c:d", "a-b-c-d"},
        {"a\nb", "a-b"},
        {" a. ", "-a--"},
        {"Ynys M\u00f4n", "Ynys M\u00f4n"},
        {"a\u202eb", "a-b"},
        {"*?\"<>|", "------"},
    };
    for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++)
        assert_string_equal(filled("{logo}", values[i][0]), values[i][1]);
}

static size_t errors_of(const char *pattern, const char *first, const char *second) {
    struct organisation items[] = {make("N1", &first), make("N2", &second)};
    struct diag diag;
    diag_init(&diag, arena);
    list.items = items;
    list.count = 2;
    file_pattern_check(pattern, &list, &diag);
    return diag.errors;
}

static void each_has_a_file_of_its_own(void **state) {
    (void)state;
    assert_int_equal(errors_of("{code}.pdf", "", ""), 0);
    assert_int_equal(errors_of("{logo}.pdf", "a", "b"), 0);
    assert_int_equal(errors_of("{logo}.pdf", "a/b", "a:b"), 1);
    assert_int_equal(errors_of("{name}-{period}.pdf", "a", "b"), 1);
    assert_int_equal(errors_of("{logo}.pdf", "", "b"), 1);
    assert_int_equal(errors_of("{nobody}.pdf", "a", "b"), 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(words_are_filled_in, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_value_leads_nowhere_else, set_up, tear_down),
        cmocka_unit_test_setup_teardown(each_has_a_file_of_its_own, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
