#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "standings.h"

static void test_ranks_that_tell_apart_what_is_printed_alike(void **state) {
    struct standing marks[] = {
        {.printed = "95.1", .rank = 1}, {.printed = "95.1", .rank = 2}, {.printed = "94", .rank = 3}};
    struct standings standings = {.marks = marks, .count = 3};
    (void)state;
    assert_true(standings_told_apart(&standings));
    marks[1].rank = 1;
    assert_false(standings_told_apart(&standings));
    marks[1] = (struct standing){.printed = "95.0", .rank = 2};
    assert_false(standings_told_apart(&standings));
    standings.count = 0;
    assert_false(standings_told_apart(&standings));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_ranks_that_tell_apart_what_is_printed_alike)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
