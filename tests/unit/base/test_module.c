#include "../read_test.h"

#include <libgen.h>
#include <limits.h>

#include "module.h"

/* A file among the modules that the program finds: what is said of it, and then it is gone. */
static const char *said_of(struct fixture *fixture, const char *name, const char *text) {
    char program[PATH_MAX] = "";
    assert_true(readlink("/proc/self/exe", program, sizeof program - 1) > 0);
    char *folder = arena_printf(fixture->arena, "%s/modules", dirname(program)),
         *path = arena_printf(fixture->arena, "%s/%s.so", folder, name);
    mkdir(folder, 0777);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    const struct module_need need = {
        .name = name, .use = "Maps", .package = "libmap1", .size = sizeof(struct module_head)};
    assert_null(module_open(&need, (struct source_pos){.file = "pack.xml", .line = 7, .column = 3}, &fixture->diag));
    assert_int_equal(unlink(path), 0);
    assert_int_equal(fixture->diag.system, 1);
    return fixture->diag.messages[0].text;
}

static void a_module_that_is_no_library_is_told_with_its_package(void **state) {
    struct fixture *fixture = *state;
    const char *said = said_of(fixture, "damaged-map", "no library\n");
    assert_non_null(strstr(said, "Maps need a module that cannot be opened ("));
    assert_non_null(strstr(said, "modules/damaged-map.so"));
    assert_non_null(strstr(said, "); install the package libmap1"));
    assert_message(fixture, "pack.xml:7:3:", "Maps need");
}

static void an_empty_file_is_no_module(void **state) {
    assert_non_null(strstr(said_of(*state, "empty-map", ""), "cannot be opened ("));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_module_that_is_no_library_is_told_with_its_package),
        TEST(an_empty_file_is_no_module),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
