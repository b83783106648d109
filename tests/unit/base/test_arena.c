#include "../read_test.h"

#include <sys/wait.h>

/* The exit status of a run that asks for so much. */
static int status_of(void (*ask)(struct arena *arena)) {
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        if (freopen("/dev/null", "w", stderr) != NULL)
            ask(arena_create());
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void ask_for_all(struct arena *arena) {
    arena_alloc(arena, SIZE_MAX);
}

static void ask_for_nearly_all(struct arena *arena) {
    arena_alloc(arena, SIZE_MAX - 20);
}

static void ask_for_too_many(struct arena *arena) {
    arena_alloc_array(arena, SIZE_MAX / 4, 8);
}

static void ask_for_little(struct arena *arena) {
    arena_alloc_array(arena, 4, 8);
}

static void a_size_that_no_number_holds_ends_the_run(void **state) {
    (void)state;
    assert_int_equal(status_of(ask_for_all), 3);
    assert_int_equal(status_of(ask_for_nearly_all), 3);
    assert_int_equal(status_of(ask_for_too_many), 3);
    assert_int_equal(status_of(ask_for_little), 0);
}

static void nothing_is_something_too(void **state) {
    struct fixture *fixture = *state;
    char *none = memory_alloc(0), *first = arena_alloc(fixture->arena, 0), *second = arena_alloc(fixture->arena, 0);
    assert_non_null(none);
    none = memory_resize(none, 0);
    assert_non_null(none);
    free(none);
    assert_ptr_not_equal(first, second);
    assert_null(arena_strdup(fixture->arena, NULL));
    assert_string_equal(arena_strdup(fixture->arena, ""), "");
    arena_destroy(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_size_that_no_number_holds_ends_the_run),
        TEST(nothing_is_something_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
