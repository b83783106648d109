#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "grid_fit.h"

enum { MOST = 8 };

static size_t part[MOST], culprit;

static void assert_parts(size_t count, const size_t *expected) {
    for (size_t i = 0; i < count; i++)
        assert_int_equal(part[i], expected[i]);
}

static void what_fits_is_one_part(void **state) {
    const struct fit_column columns[] = {{40, true, false}, {30, false, false}, {30, false, false}};
    assert_int_equal(grid_fit_parts(columns, 3, 100, part, &culprit), 1);
    assert_parts(3, (const size_t[]){0, 0, 0});
    (void)state;
}

static void repeated_columns_take_room_in_each_part(void **state) {
    const struct fit_column columns[] = {
        {40, true, false}, {30, false, false}, {30, false, false}, {30, false, false}, {30, false, false}};
    assert_int_equal(grid_fit_parts(columns, 5, 100, part, &culprit), 2);
    assert_parts(5, (const size_t[]){0, 0, 0, 1, 1});
    (void)state;
}

static void a_group_moves_as_a_whole(void **state) {
    const struct fit_column columns[] = {
        {40, true, false}, {30, false, false}, {20, false, false}, {20, false, true}, {20, false, true}};
    assert_int_equal(grid_fit_parts(columns, 5, 100, part, &culprit), 2);
    assert_parts(5, (const size_t[]){0, 0, 1, 1, 1});
    (void)state;
}

static void a_group_wider_than_a_part_is_parted(void **state) {
    const struct fit_column columns[] = {
        {40, true, false}, {25, false, false}, {25, false, true}, {25, false, true}, {25, false, true}};
    assert_int_equal(grid_fit_parts(columns, 5, 100, part, &culprit), 2);
    assert_parts(5, (const size_t[]){0, 0, 0, 1, 1});
    (void)state;
}

static void a_column_that_fits_nowhere_is_named(void **state) {
    const struct fit_column columns[] = {{40, true, false}, {30, false, false}, {61, false, false}};
    assert_int_equal(grid_fit_parts(columns, 3, 100, part, &culprit), FIT_FAILS);
    assert_int_equal(culprit, 2);
    (void)state;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_fits_is_one_part),
        cmocka_unit_test(repeated_columns_take_room_in_each_part),
        cmocka_unit_test(a_group_moves_as_a_whole),
        cmocka_unit_test(a_group_wider_than_a_part_is_parted),
        cmocka_unit_test(a_column_that_fits_nowhere_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
