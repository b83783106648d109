#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <cairo.h>
#include <string.h>

#include "lettering.h"

#define FALLBACK "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
#define FONT "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf"

static const struct lettering_style style = {FACE_TEXT, 10};

struct fixture {
    struct arena *arena;
    struct diag diag;
    struct font_list fonts;
    struct lettering *lettering;
};

static int set_up(void **state) {
    static struct fixture fixture;
    fixture = (struct fixture){.arena = arena_create()};
    diag_init(&fixture.diag, fixture.arena);
    fixture.fonts.files[FACE_TEXT].path = FONT;
    fixture.lettering = lettering_create(&fixture.fonts, &fixture.diag);
    *state = &fixture;
    return 0;
}

static int tear_down(void **state) {
    struct fixture *fixture = *state;
    lettering_destroy(fixture->lettering);
    arena_destroy(fixture->arena);
    return 0;
}

static double width(struct fixture *fixture, const char *string) {
    return lettering_width(fixture->lettering, style, string);
}

static void ends_of_lines_and_tabs_are_as_wide_as_a_blank(void **state) {
    struct fixture *fixture = *state;
    assert_true(width(fixture, "a b") > width(fixture, "ab"));
    assert_float_equal(width(fixture, "a\tb"), width(fixture, "a b"), 1e-9);
    assert_float_equal(width(fixture, "a\nb"), width(fixture, "a b"), 1e-9);
    assert_float_equal(width(fixture, "a\rb"), width(fixture, "a b"), 1e-9);
}

static void characters_that_no_page_may_show_have_no_width(void **state) {
    struct fixture *fixture = *state;
    assert_float_equal(width(fixture, "a\u202Eb"), width(fixture, "ab"), 1e-9);
    assert_float_equal(width(fixture, "\x01"), 0, 1e-9);
}

static void a_soft_hyphen_does_not_show(void **state) {
    struct fixture *fixture = *state;
    assert_float_equal(width(fixture, "a\u00ADb"), width(fixture, "ab"), 1e-9);
}

static void what_is_shortened_fits_and_says_so(void **state) {
    struct fixture *fixture = *state;
    const char *all = "Visits in time";
    double room = width(fixture, "Visits in\u2026");
    assert_ptr_equal(lettering_shorten(fixture->lettering, fixture->arena, style, all, width(fixture, all)), all);
    assert_string_equal(lettering_shorten(fixture->lettering, fixture->arena, style, all, room + 0.01),
                        "Visits in\u2026");
    assert_string_equal(lettering_shorten(fixture->lettering, fixture->arena, style, all, 1), "");
}

static void words_go_on_lines(void **state) {
    struct fixture *fixture = *state;
    const char *list[2];
    const struct lettering_lines lines = {list, 2, width(fixture, "Visits in")};
    assert_int_equal(lettering_break(fixture->lettering, fixture->arena, style, "Visits in", &lines), 1);
    assert_int_equal(lettering_break(fixture->lettering, fixture->arena, style, "Visits in time", &lines), 2);
    assert_string_equal(list[0], "Visits in");
    assert_string_equal(list[1], "time");
    assert_int_equal(lettering_break(fixture->lettering, fixture->arena, style, "Visits in time, and not", &lines), 2);
    assert_string_equal(list[1], "time, and not");
}

/* Dark pixels of a row of letters from x on. */
static int ink_from(cairo_surface_t *surface, int x) {
    cairo_surface_flush(surface);
    const unsigned char *bytes = cairo_image_surface_get_data(surface);
    int stride = cairo_image_surface_get_stride(surface), ink = 0;
    for (int row = 0; row < cairo_image_surface_get_height(surface); row++)
        for (int column = x; column < cairo_image_surface_get_width(surface); column++)
            ink += bytes[row * stride + column] > 127;
    return ink;
}

static void every_letter_of_a_long_line_is_drawn(void **state) {
    struct fixture *fixture = *state;
    char line[301] = {0};
    memset(line, 'M', 300);
    int end = (int)width(fixture, line);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, end + 20, 20);
    cairo_t *cr = cairo_create(surface);
    lettering_set(fixture->lettering, cr, style, 0, 15, line);
    assert_true(ink_from(surface, end - 20) > 0);
    assert_int_equal(ink_from(surface, end + 4), 0);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
}

static void what_is_collected_is_not_drawn_but_kept(void **state) {
    struct fixture *fixture = *state;
    struct lettering_list list = {.arena = fixture->arena};
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 40, 20);
    cairo_t *cr = cairo_create(surface);
    cairo_set_source_rgb(cr, 1, 0, 0.5);
    lettering_collect(fixture->lettering, &list);
    lettering_show(fixture->lettering, cr, style, 3, 15, "M\u00ADM");
    lettering_show(fixture->lettering, cr, style, 3, 15, "");
    assert_int_equal(ink_from(surface, 0), 0);
    assert_int_equal(list.count, 1);
    assert_string_equal(list.words->string, "MM");
    assert_float_equal(list.words->x, 3, 1e-9);
    assert_float_equal(list.words->baseline, 15, 1e-9);
    assert_float_equal(list.words->colour.red, 1, 1e-9);
    assert_float_equal(list.words->colour.blue, 0.5, 1e-4);
    assert_int_equal(list.words->face, FACE_TEXT);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
}

static void words_of_two_faces_are_two_that_follow_each_other(void **state) {
    struct fixture *fixture = *state;
    struct font_list fonts = fixture->fonts;
    fonts.files[FACE_FALLBACK].path = FALLBACK;
    struct lettering *both = lettering_create(&fonts, &fixture->diag);
    struct lettering_list list = {.arena = fixture->arena};
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 40, 20);
    cairo_t *cr = cairo_create(surface);
    lettering_collect(both, &list);
    lettering_show(both, cr, style, 3, 15, "MM\u2714");
    assert_int_equal(list.count, 2);
    assert_string_equal(list.words[1].string, "\u2714");
    assert_int_equal(list.words[1].face, FACE_FALLBACK);
    assert_float_equal(list.words[1].x, 3 + lettering_width(both, style, "MM"), 1e-9);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    lettering_destroy(both);
}

static void without_a_font_nothing_is_drawn_and_nobody_hurt(void **state) {
    struct fixture *fixture = *state;
    static const struct font_list none;
    struct lettering *bare = lettering_create(&none, &fixture->diag);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 40, 20);
    cairo_t *cr = cairo_create(surface);
    lettering_set(bare, cr, style, 0, 15, "MM");
    assert_int_equal(ink_from(surface, 0), 0);
    assert_float_equal(lettering_width(bare, style, "MM"), 0, 1e-9);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    lettering_destroy(bare);
    lettering_destroy(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(ends_of_lines_and_tabs_are_as_wide_as_a_blank, set_up, tear_down),
        cmocka_unit_test_setup_teardown(characters_that_no_page_may_show_have_no_width, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_soft_hyphen_does_not_show, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_shortened_fits_and_says_so, set_up, tear_down),
        cmocka_unit_test_setup_teardown(words_go_on_lines, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_letter_of_a_long_line_is_drawn, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_collected_is_not_drawn_but_kept, set_up, tear_down),
        cmocka_unit_test_setup_teardown(words_of_two_faces_are_two_that_follow_each_other, set_up, tear_down),
        cmocka_unit_test_setup_teardown(without_a_font_nothing_is_drawn_and_nobody_hurt, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
