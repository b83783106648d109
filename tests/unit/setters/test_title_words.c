#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "title_words.h"

static struct arena *arena;

static void a_title_says_what_is_measured(void **state) {
    (void)state;
    assert_true(title_says(arena, "Number of S47 investigations started", "Number of S47 Investigations started"));
    assert_true(title_says(arena, "% completed within 45 working days",
                           "% of assessments completed in 45 working days of referral"));
    assert_true(title_says(arena, "Foster carers (households) are fewer than ever", "Foster carers (households)"));
    assert_false(title_says(arena, "Fewer than in any month of the year", "Number of open cases"));
    assert_false(title_says(arena, "%", "% of"));
}

static void a_title_names_its_unit(void **state) {
    (void)state;
    assert_true(title_names_unit(arena, "Number of contacts", "Number", false));
    assert_true(title_names_unit(arena, "Plans per 10,000 under 18", "per 10,000", false));
    assert_false(title_names_unit(arena, "Plans per 1,000", "per 10,000", false));
    assert_true(title_names_unit(arena, "% of contacts", "Percentage", true));
    assert_false(title_names_unit(arena, "Contacts in time", "Percentage", true));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_title_says_what_is_measured),
        cmocka_unit_test(a_title_names_its_unit),
    };
    arena = arena_create();
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_destroy(arena);
    return failed;
}
