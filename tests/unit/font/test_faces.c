#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "faces.h"

#define ROBOTO "/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-"
#define LIBERATION "/usr/share/fonts/truetype/liberation/LiberationSans-"

struct fixture {
    struct arena *arena;
    struct diag diag;
    struct font_list list;
    struct faces *faces;
};

static int set_up(void **state) {
    struct fixture *fixture = calloc(1, sizeof(*fixture));
    if (fixture == NULL)
        return 1;
    fixture->arena = arena_create();
    diag_init(&fixture->diag, fixture->arena);
    fixture->list.files[FACE_TEXT].path = ROBOTO "Regular.ttf";
    fixture->list.files[FACE_TEXT_BOLD].path = ROBOTO "Bold.ttf";
    fixture->list.files[FACE_FALLBACK].path = LIBERATION "Regular.ttf";
    fixture->list.files[FACE_FALLBACK_BOLD].path = LIBERATION "Bold.ttf";
    fixture->list.files[FACE_LAST].path = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";
    fixture->faces = faces_open(fixture->arena, &fixture->list, NULL, &fixture->diag);
    *state = fixture;
    return fixture->faces == NULL;
}

static int tear_down(void **state) {
    struct fixture *fixture = *state;
    faces_close(fixture->faces);
    arena_destroy(fixture->arena);
    free(fixture);
    return 0;
}

static void test_widths_are_whole_thousandths(void **state) {
    struct fixture *fixture = *state;
    assert_float_equal(faces_width(fixture->faces, FACE_FALLBACK, 'A'), (1366 * 1000 / 2048), 0);
    assert_float_equal(faces_width(fixture->faces, FACE_FALLBACK, ' '), (569 * 1000 / 2048), 0);
    for (uint32_t digit = '1'; digit <= '9'; digit++)
        assert_float_equal(faces_width(fixture->faces, FACE_TEXT, digit), faces_width(fixture->faces, FACE_TEXT, '0'),
                           0);
}

static void test_a_face_without_file_has_a_stand_in(void **state) {
    struct fixture *fixture = *state;
    assert_float_equal(faces_width(fixture->faces, FACE_TABLE, 'W'), faces_width(fixture->faces, FACE_TEXT, 'W'), 0);
    assert_float_equal(faces_width(fixture->faces, FACE_TABLE_BOLD, 'W'),
                       faces_width(fixture->faces, FACE_TEXT_BOLD, 'W'), 0);
    assert_true(faces_width(fixture->faces, FACE_TEXT_BOLD, 'l') != faces_width(fixture->faces, FACE_TEXT, 'l'));
}

static void test_a_character_is_looked_for_in_the_fallbacks(void **state) {
    struct fixture *fixture = *state;
    assert_int_equal(faces_choose(fixture->faces, FACE_TEXT, 'A'), FACE_TEXT);
    assert_int_equal(faces_choose(fixture->faces, FACE_TEXT, 0x25B2), FACE_FALLBACK);
    assert_int_equal(faces_choose(fixture->faces, FACE_TABLE_BOLD, 0x25B2), FACE_FALLBACK_BOLD);
    assert_int_equal(faces_choose(fixture->faces, FACE_TEXT_BOLD_ITALIC, 0x25B2), FACE_FALLBACK_BOLD);
    assert_int_equal(faces_choose(fixture->faces, FACE_TEXT_ITALIC, 0x25B2), FACE_FALLBACK);
    assert_int_equal(faces_choose(fixture->faces, FACE_TEXT, 0x2713), FACE_LAST);
    assert_int_equal(faces_choose(fixture->faces, FACE_TEXT, 0x4E00), FACE_COUNT);
    assert_int_equal(faces_choose(fixture->faces, FACE_TEXT, 0x1F600), FACE_COUNT);
    assert_false(faces_has(fixture->faces, FACE_TEXT, 0x10FFFF));
}

static void test_welsh_and_council_characters_are_there(void **state) {
    static const uint32_t wanted[] = {0xA3,   0x2013, 0x2019, 0x2265, 0x2264, 0x2191,
                                      0x2192, 0x25BC, 0x25CF, 0x175,  0x177};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++)
        assert_int_not_equal(faces_choose(fixture->faces, FACE_TEXT, wanted[i]), FACE_COUNT);
}

static void test_a_character_that_is_not_there_has_the_width_of_the_box(void **state) {
    struct fixture *fixture = *state;
    double box = faces_width(fixture->faces, FACE_FALLBACK, 0x4E00);
    assert_true(box > 0); /* how wide depends on the font's release */
    assert_float_equal(faces_width(fixture->faces, FACE_FALLBACK, 0x1F600), box, 0);
    assert_true(box != faces_width(fixture->faces, FACE_FALLBACK, 'M'));
    assert_false(faces_has(fixture->faces, FACE_FALLBACK, 0x1F600));
}

static void test_without_files_nothing_has_a_width(void **state) {
    struct fixture *fixture = *state;
    const struct font_list none = {0};
    struct faces *faces = faces_open(fixture->arena, &none, NULL, &fixture->diag);
    assert_false(faces_has(faces, FACE_TEXT, 'A'));
    assert_float_equal(faces_width(faces, FACE_TEXT, 'A'), 0, 0);
    assert_int_equal(faces_choose(faces, FACE_TEXT_BOLD_ITALIC, 'A'), FACE_COUNT);
    assert_int_equal(fixture->diag.count, 0);
    faces_close(faces);
    faces_close(NULL);
}

static void test_a_bad_file_is_reported_once(void **state) {
    struct fixture *fixture = *state;
    fixture->list.files[FACE_TABLE].path = "/dev/null";
    fixture->list.files[FACE_TABLE].pos = (struct source_pos){.file = "fonts.xml", .line = 7, .column = 3};
    assert_true(faces_has(fixture->faces, FACE_TABLE, 'A')); /* so that no character is reported besides */
    assert_true(faces_has(fixture->faces, FACE_TABLE, 'B'));
    assert_int_equal(fixture->diag.errors, 1);
    assert_int_equal(fixture->diag.messages[0].pos.line, 7);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_widths_are_whole_thousandths),
        TEST(test_a_face_without_file_has_a_stand_in),
        TEST(test_a_character_is_looked_for_in_the_fallbacks),
        TEST(test_welsh_and_council_characters_are_there),
        TEST(test_a_character_that_is_not_there_has_the_width_of_the_box),
        TEST(test_without_files_nothing_has_a_width),
        TEST(test_a_bad_file_is_reported_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
