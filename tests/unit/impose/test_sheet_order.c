#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "sheet_order.h"

static void assert_side(size_t length, size_t side, size_t left, size_t right) {
    struct sheet_order_side got = sheet_order_side_at(length, side);
    assert_int_equal(got.left + 1, left);
    assert_int_equal(got.right + 1, right);
}

static void test_the_last_sheet_is_filled(void **state) {
    (void)state;
    const size_t lengths[][2] = {{0, 0}, {1, 4}, {3, 4}, {4, 4}, {5, 8}, {16, 16}, {17, 20}};
    for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++)
        assert_int_equal(sheet_order_length(lengths[i][0]), lengths[i][1]);
}

static void test_pages_stand_as_a_folded_sheet_has_them(void **state) {
    (void)state;
    assert_side(4, 0, 4, 1);
    assert_side(4, 1, 2, 3);
    assert_side(8, 0, 8, 1);
    assert_side(8, 1, 2, 7);
    assert_side(8, 2, 6, 3);
    assert_side(8, 3, 4, 5);
    assert_side(20, 8, 12, 9);
    assert_side(20, 9, 10, 11);
}

/* Folded and laid one in the other, the sheets turn over as pages 1, 2, 3: each back lies behind its front. */
static void test_the_back_of_a_page_is_its_neighbour(void **state) {
    (void)state;
    for (size_t length = 4; length <= 80; length += 4) {
        size_t seen[80] = {0};
        for (size_t sheet = 0; sheet < length / 4; sheet++) {
            struct sheet_order_side front = sheet_order_side_at(length, 2 * sheet),
                                    back = sheet_order_side_at(length, 2 * sheet + 1);
            assert_int_equal(back.left, front.right + 1);
            assert_int_equal(front.left, back.right + 1);
            assert_int_equal(front.right % 2, 0);
            seen[front.left]++, seen[front.right]++, seen[back.left]++, seen[back.right]++;
        }
        for (size_t page = 0; page < length; page++)
            assert_int_equal(seen[page], 1);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_last_sheet_is_filled),
        cmocka_unit_test(test_pages_stand_as_a_folded_sheet_has_them),
        cmocka_unit_test(test_the_back_of_a_page_is_its_neighbour),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
