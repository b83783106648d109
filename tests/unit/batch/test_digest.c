#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "digest.h"

/* From FIPS 180-4's examples. */
static void digests_are_sha256(void **state) {
    (void)state;
    assert_string_equal(digest_bytes("abc", 3).text,
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_string_equal(digest_bytes("", 0).text, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void a_file_is_read_to_its_end(void **state) {
    (void)state;
    enum { LENGTH = 200001 };
    static char bytes[LENGTH];
    char path[] = "digest-XXXXXX";
    memset(bytes, 'a', LENGTH);
    FILE *file = fdopen(mkstemp(path), "w");
    assert_int_equal(fwrite(bytes, 1, LENGTH, file), LENGTH);
    fclose(file);
    struct digest digest;
    assert_true(digest_file(&digest, path));
    assert_string_equal(digest.text, digest_bytes(bytes, LENGTH).text);
    remove(path);
    assert_false(digest_file(&digest, path));
    assert_int_equal(errno, ENOENT);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(digests_are_sha256),
                                       cmocka_unit_test(a_file_is_read_to_its_end)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
