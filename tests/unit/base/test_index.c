#include "../read_test.h"

#include "index.h"

static void things_are_found_however_many_there_are(void **state) {
    enum { THINGS = 1000 };
    struct fixture *fixture = *state;
    struct index index = {0};
    int things[THINGS], other = 0;
    assert_null(index_find(&index, "0"));
    for (int i = 0; i < THINGS; i++)
        index_add(fixture->arena, &index, arena_printf(fixture->arena, "%d", i), &things[i]);
    for (int i = 0; i < THINGS; i++) {
        index_add(fixture->arena, &index, arena_printf(fixture->arena, "%d", i), &other);
        assert_ptr_equal(index_find(&index, arena_printf(fixture->arena, "%d", i)), &things[i]);
    }
    assert_int_equal(index.count, THINGS);
    assert_null(index_find(&index, "1000"));
    assert_null(index_find(&index, ""));
}

int main(void) {
    const struct CMUnitTest tests[] = {TEST(things_are_found_however_many_there_are)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
