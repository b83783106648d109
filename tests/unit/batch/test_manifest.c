#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../arena_fixture.h"
#include "manifest.h"

static struct diag diag;

static void write_one(const char *path, const char *code, const char *sha256) {
    const struct manifest_row row = {.code = code,
                                     .name = "North, \"upper\"",
                                     .period = "2018-07",
                                     .result = manifest_published,
                                     .file = "out/N.pdf",
                                     .sha256 = sha256,
                                     .data_sha256 = "d",
                                     .fingerprint = "f",
                                     .message = ""};
    const struct manifest_row *const rows[] = {&row};
    diag_init(&diag, arena);
    assert_true(manifest_write(path, rows, 1, &diag));
}

static struct manifest read_back(const char *path) {
    struct manifest manifest = {0};
    diag_init(&diag, arena);
    manifest_read(arena, &manifest, path, &diag);
    return manifest;
}

static void a_shard_has_its_name(void **state) {
    (void)state;
    assert_string_equal(manifest_path(arena, "a.b/run.csv", (struct shard){0}), "a.b/run.csv");
    assert_string_equal(manifest_path(arena, "a.b/run.csv", (struct shard){2, 8}), "a.b/run-2-of-8.csv");
    assert_string_equal(manifest_path(arena, "a.b/run", (struct shard){2, 8}), "a.b/run-2-of-8");
}

static void what_is_not_there_has_nothing(void **state) {
    (void)state;
    assert_int_equal(read_back("nowhere/run.csv").rows.count, 0);
    assert_false(diag_failed(&diag));
}

static void shards_are_read_with_the_whole(void **state) {
    (void)state;
    char folder[] = "manifest-XXXXXX";
    assert_non_null(mkdtemp(folder));
    assert_int_equal(chdir(folder), 0);
    write_one("run.csv", "N", "1");
    write_one("run-1-of-2.csv", "N", "2");
    write_one("run-2-of-2.csv", "S", "3");
    write_one("run-x-of-2.csv", "W", "4");
    write_one("rerun-1-of-2.csv", "W", "4");
    struct manifest manifest = read_back("run.csv");
    assert_int_equal(manifest.rows.count, 2);
    const struct manifest_row *row = index_find(&manifest.rows, "N");
    assert_string_equal(row->sha256, "1");
    assert_string_equal(row->data_sha256, "d");
    assert_string_equal(row->name, "North, \"upper\"");
    assert_string_equal(row->other->sha256, "2");
    assert_null(row->other->other);
    assert_null(index_find(&manifest.rows, "W"));
    FILE *file = fopen("run-3-of-3.csv", "w");
    fputs("code,name\nN,North\n", file);
    fclose(file);
    read_back("run.csv");
    assert_true(diag_failed(&diag));
    assert_int_equal(chdir(".."), 0);
    assert_int_equal(system("rm -r manifest-??????"), 0);
}

/* As Excel writes it in some countries. */
static void one_that_was_saved_anew_is_read(void **state) {
    (void)state;
    FILE *file = fopen("manifest-saved.csv", "w");
    fputs("code;name;period;result;file;sha256;data_sha256;fingerprint;message\n"
          "N;Ynys M\xF4n, north;2018-07;published;out/N.pdf;1;d;f;\n",
          file);
    fclose(file);
    const struct manifest manifest = read_back("manifest-saved.csv");
    const struct manifest_row *row = index_find(&manifest.rows, "N");
    assert_non_null(row);
    assert_string_equal(row->name, "Ynys M\xC3\xB4n, north");
    assert_false(diag_failed(&diag));
    remove("manifest-saved.csv");
}

static void what_is_none_is_told_without_a_catalogue(void **state) {
    (void)state;
    FILE *file = fopen("manifest-none.csv", "w");
    fputs("\x93garbage\xFF\n\xFE\n", file);
    fclose(file);
    read_back("manifest-none.csv");
    assert_int_equal(diag.errors, 1);
    assert_non_null(strstr(diag.messages[0].text, "no column is named \"code\""));
    remove("manifest-none.csv");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_shard_has_its_name, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_not_there_has_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(shards_are_read_with_the_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(one_that_was_saved_anew_is_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_none_is_told_without_a_catalogue, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
