#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <libdeflate.h>

#include "deflated.h"

static void check(struct deflated packed, const void *plain, size_t length) {
    struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
    char *bytes = malloc(length + 1);
    size_t got;
    assert_int_equal(libdeflate_zlib_decompress(decompressor, packed.bytes, packed.length, bytes, length, &got),
                     LIBDEFLATE_SUCCESS);
    assert_int_equal(got, length);
    assert_memory_equal(bytes, plain, length);
    free(bytes);
    libdeflate_free_decompressor(decompressor);
}

static void any_bytes_come_back(void **state) {
    (void)state;
    enum { LENGTH = 300000 };
    unsigned char *noise = malloc(LENGTH);
    uint32_t seed = 1;
    for (size_t i = 0; i < LENGTH; i++)
        noise[i] = (unsigned char)((seed = seed * 1664525 + 1013904223) >> 24);
    check(deflated_make("", 0), "", 0);
    check(deflated_make(noise, LENGTH), noise, LENGTH);
    memset(noise, 'x', LENGTH);
    struct deflated packed = deflated_make(noise, LENGTH);
    assert_true(packed.length < 1000);
    check(packed, noise, LENGTH);
    free(noise);
}

static void what_was_kept_is_found_by_all_of_its_bytes(void **state) {
    (void)state;
    char plain[] = "plain";
    struct deflated first = deflated_shared(plain, 5);
    plain[4] = 'y';
    assert_ptr_equal(deflated_shared("plain", 5).bytes, first.bytes);
    check(deflated_shared(plain, 5), "plaiy", 5);
    check(deflated_shared("plai", 4), "plai", 4);
    check(deflated_shared("plain", 5), "plain", 5);
}

static void others_take_its_place(void **state) {
    (void)state;
    check(deflated_shared("first", 5), "first", 5);
    const void *latest = NULL;
    for (int i = 0; i < 1000; i++)
        latest = deflated_shared(&i, sizeof i).bytes;
    check(deflated_shared("first", 5), "first", 5);
    assert_ptr_equal(deflated_shared(&(int){999}, sizeof(int)).bytes, latest);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_bytes_come_back),
        cmocka_unit_test(what_was_kept_is_found_by_all_of_its_bytes),
        cmocka_unit_test(others_take_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
