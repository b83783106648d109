#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "lines.h"
#include "stage.h"

static struct pen ten_point(struct stage *stage) {
    return (struct pen){.composer = stage->composer, .size_pt = 10}; /* letters of 5 points */
}

static void test_lines_end_at_blanks_and_behind_hyphens(void **state) {
    struct arena *arena = arena_create();
    struct stage stage = stage_create(arena, 100);
    const struct pen pen = ten_point(&stage);
    (void)state;
    const struct lines lines = lines_break(&pen, "one two-three four", 40);
    assert_int_equal(lines.count, 3);
    assert_string_equal(lines.items[0], "one two-");
    assert_string_equal(lines.items[1], "three");
    assert_string_equal(lines_read(stage.composer, &lines, 0), "one two-");
    assert_string_equal(lines_read(stage.composer, &lines, 1), "three ");
    assert_string_equal(lines_read(stage.composer, &lines, 2), "four");
    arena_destroy(arena);
}

static void test_a_soft_hyphen_is_a_hyphen_at_a_lines_end_and_nothing_elsewhere(void **state) {
    struct arena *arena = arena_create();
    struct stage stage = stage_create(arena, 100);
    const struct pen pen = ten_point(&stage);
    (void)state;
    assert_string_equal(lines_break(&pen, "safe\u00adguarding", 35).items[0], "safe\u00ad");
    assert_string_equal(lines_break(&pen, "safe\u00adguarding", 100).items[0], "safeguarding");
    arena_destroy(arena);
}

static void test_a_word_wider_than_a_line_is_cut(void **state) {
    struct arena *arena = arena_create();
    struct stage stage = stage_create(arena, 100);
    const struct pen pen = ten_point(&stage);
    (void)state;
    const struct lines lines = lines_break(&pen, "abcdefgh", 25);
    assert_int_equal(lines.count, 2);
    assert_string_equal(lines.items[0], "abcde");
    assert_string_equal(lines.items[1], "fgh");
    arena_destroy(arena);
}

static void test_the_place_of_a_page_number_is_not_cut(void **state) {
    struct arena *arena = arena_create();
    struct stage stage = stage_create(arena, 100);
    const struct pen pen = ten_point(&stage);
    (void)state;
    const struct lines lines = lines_break(&pen, "abcdef{pages}", 4);
    assert_string_equal(lines.items[lines.count - 1], "{pages}");
    arena_destroy(arena);
}

static void test_the_least_width_holds_the_widest_word(void **state) {
    struct arena *arena = arena_create();
    struct stage stage = stage_create(arena, 100);
    const struct pen pen = ten_point(&stage);
    (void)state;
    assert_float_equal(lines_least_width(&pen, "a abcdefgh", 5), 40, 0.001);
    assert_float_equal(lines_least_width(&pen, "abc abc", 1), 35, 0.001);
    assert_true(lines_least_width(&pen, "abc abc", 2) < 20);
    for (size_t count = 1; count < 5; count++) {
        const char *words = "Children who became the subject of a plan for a second time, %";
        double least = lines_least_width(&pen, words, count);
        assert_true(lines_break(&pen, words, least + 0.2).count <= count);
        assert_true(lines_break(&pen, words, least - 2).count > count);
    }
    arena_destroy(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines_end_at_blanks_and_behind_hyphens),
        cmocka_unit_test(test_a_soft_hyphen_is_a_hyphen_at_a_lines_end_and_nothing_elsewhere),
        cmocka_unit_test(test_a_word_wider_than_a_line_is_cut),
        cmocka_unit_test(test_the_place_of_a_page_number_is_not_cut),
        cmocka_unit_test(test_the_least_width_holds_the_widest_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
