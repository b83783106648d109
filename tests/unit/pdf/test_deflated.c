#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "deflated.h"

static struct deflated pair(const char *packed) {
    return (struct deflated){packed, 2};
}

static void what_was_kept_is_found_by_all_of_its_bytes(void **state) {
    (void)state;
    char plain[] = "plain";
    deflated_keep(plain, 5, pair("pl"));
    plain[4] = 'y';
    assert_memory_equal(deflated_find("plain", 5).bytes, "pl", 2);
    assert_int_equal(deflated_find("plain", 5).length, 2);
    assert_null(deflated_find("plai", 4).bytes);
    assert_null(deflated_find("plaiy", 5).bytes);
}

static void others_take_its_place(void **state) {
    (void)state;
    deflated_keep("first", 5, pair("fi"));
    for (int i = 0; i < 1000; i++)
        deflated_keep(&i, sizeof i, pair("ot"));
    assert_null(deflated_find("first", 5).bytes);
    assert_non_null(deflated_find(&(int){999}, sizeof(int)).bytes);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_kept_is_found_by_all_of_its_bytes),
        cmocka_unit_test(others_take_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
