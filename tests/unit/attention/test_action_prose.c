#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../set/stage.h"
#include "action_prose.h"

static struct rich_text told(struct arena *arena, enum action_lack lack) {
    static struct catalogue catalogue;
    static const struct indicator indicator = {.id = "a"};
    struct stage stage = stage_create_for(arena, 300, &catalogue, NULL, 0);
    struct rich_text text = {0};
    const struct action_prose prose = {.indicator = &indicator, .most = 1, .lack = lack};
    action_prose_add(stage.composer, &text, &prose);
    return text;
}

static void test_a_lack_is_a_warning_where_an_action_is_expected(void **state) {
    struct arena *arena = arena_create();
    (void)state;
    const struct rich_text warned = told(arena, LACK_WARNED), said = told(arena, LACK_SAID);
    assert_string_equal(warned.paragraphs[0].runs[0].string, "No action recorded");
    assert_true(warned.paragraphs[0].runs[0].warns);
    assert_string_equal(said.paragraphs[0].runs[0].string, "No action recorded");
    assert_false(said.paragraphs[0].runs[0].warns);
    assert_int_equal(told(arena, LACK_UNSAID).count, 0);
    arena_destroy(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_a_lack_is_a_warning_where_an_action_is_expected)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
