#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "module.h"
#include "svg_module.h"

/* Opens a module that a picture in line 7 needs; what is said lives in the arena. */
static const void *open_module(struct arena *arena, const char *name, size_t size, const char **said) {
    const struct module_need need = {.name = name, .use = "SVG pictures", .package = "librsvg2-2", .size = size};
    struct diag diag;
    diag_init(&diag, arena);
    const void *module = module_open(&need, (struct source_pos){.file = "pack.xml", .line = 7, .column = 3}, &diag);
    assert_int_equal(diag.system, module == NULL);
    *said = module == NULL ? diag.messages[0].text : NULL;
    assert_true(module != NULL || diag.messages[0].pos.line == 7);
    return module;
}

static void test_a_module_beside_the_program_is_opened_once(void **state) {
    struct arena *arena = arena_create();
    const char *said;
    (void)state;
    const struct svg_module *module = open_module(arena, "svg", sizeof(struct svg_module), &said);
    assert_non_null(module);
    assert_string_equal(module->head.version, BOARDPACK_VERSION);
    assert_ptr_equal(open_module(arena, "svg", sizeof(struct svg_module), &said), module);
    arena_destroy(arena);
}

static void test_a_missing_module_is_named_with_its_folders(void **state) {
    struct arena *arena = arena_create();
    const char *said;
    (void)state;
    assert_null(open_module(arena, "none", sizeof(struct svg_module), &said));
    assert_non_null(strstr(said, "SVG pictures need the module none.so, which is neither /"));
    assert_non_null(strstr(said, "/modules/none.so nor /"));
    assert_non_null(strstr(said, "/boardpack/none.so; install the whole of boardpack"));
    arena_destroy(arena);
}

static void test_a_module_of_another_interface_is_refused(void **state) {
    struct arena *arena = arena_create();
    const char *said;
    (void)state;
    assert_null(open_module(arena, "svg", sizeof(struct svg_module) + 8, &said));
    assert_non_null(strstr(said, "which is of another boardpack than this " BOARDPACK_VERSION));
    arena_destroy(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_module_beside_the_program_is_opened_once),
        cmocka_unit_test(test_a_missing_module_is_named_with_its_folders),
        cmocka_unit_test(test_a_module_of_another_interface_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
