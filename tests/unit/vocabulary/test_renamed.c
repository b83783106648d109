#include "../read_test.h"

#include "field.h"
#include "renamed.h"

static void whole_words_alone_are_renamed(void **state) {
    struct fixture *fixture = *state;
    const char *earlier, *now;
    assert_string_equal(renamed_words(fixture->arena, NULL, "value change_previous_month", &earlier, &now),
                        "value change_previous");
    assert_string_equal(earlier, "change_previous_month");
    assert_string_equal(now, "change_previous");
    assert_string_equal(renamed_words(fixture->arena, NULL, "direction_previous_month:up", &earlier, &now),
                        "direction_previous:up");
    assert_string_equal(renamed_words(fixture->arena, NULL, "change_previous_months", &earlier, &now),
                        "change_previous_months");
    assert_null(earlier);
    assert_null(now);
    assert_string_equal(renamed_words(fixture->arena, NULL, "a_change_previous_month", &earlier, &now),
                        "a_change_previous_month");
    assert_null(earlier);
}

static void every_earlier_name_in_a_text_is_renamed(void **state) {
    struct fixture *fixture = *state;
    const char *earlier, *now;
    assert_string_equal(
        renamed_words(fixture->arena, NULL, "direction_previous_month change_previous_month", &earlier, &now),
        "direction_previous change_previous");
}

static void what_they_are_called_now_is_known(void **state) {
    struct fixture *fixture = *state;
    static const char *const words[] = {"change_previous_month", "direction_previous_month"};
    for (size_t i = 0; i < 2; i++) {
        const char *earlier, *now;
        struct field_name name;
        assert_false(field_parse(words[i], &name));
        assert_true(field_parse(renamed_words(fixture->arena, NULL, words[i], &earlier, &now), &name));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(whole_words_alone_are_renamed, fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(every_earlier_name_in_a_text_is_renamed, fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(what_they_are_called_now_is_known, fixture_open, fixture_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
