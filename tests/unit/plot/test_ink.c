#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ink.h"

static struct arena *arena;
static struct ink_list list;
static cairo_surface_t *surface;
static cairo_t *cr;

static int set_up(void **state) {
    (void)state;
    arena = arena_create();
    list = (struct ink_list){.arena = arena};
    surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 4, 4);
    cr = cairo_create(surface);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    arena_destroy(arena);
    return 0;
}

static bool is_painted(void) {
    cairo_surface_flush(surface);
    return *cairo_image_surface_get_data(surface) != 0;
}

static void cairo_paints_where_nothing_is_collected(void **state) {
    (void)state;
    cairo_rectangle(cr, 0, 0, 4, 4);
    ink_fill(cr);
    assert_true(is_painted());
}

static void what_is_filled_and_stroked_is_one_path(void **state) {
    (void)state;
    static const double dash[] = {2, 1};
    ink_collect(cr, &list);
    cairo_rectangle(cr, 0, 0, 4, 4);
    cairo_set_source_rgb(cr, 1, 0, 0);
    ink_fill_preserve(cr);
    cairo_set_source_rgb(cr, 0, 0, 1);
    cairo_set_line_width(cr, 0.5);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    cairo_set_dash(cr, dash, 2, 0);
    ink_stroke(cr);
    assert_false(cairo_has_current_point(cr));
    assert_false(is_painted());
    assert_int_equal(list.count, 1);
    const struct drawn_path *path = &list.paths[0];
    assert_true(path->filled && path->fill.red == 1 && path->stroked && path->stroke.blue == 1);
    assert_true(path->line.weight_pt == 0.5 && path->line.cap == 1 && path->line.join == 0);
    assert_true(path->line.dash_pt[0] == 2 && path->line.dash_pt[1] == 1 && path->line.dash_pt[2] == 0);
}

static void what_is_stroked_first_lies_under(void **state) {
    (void)state;
    ink_collect(cr, &list);
    cairo_rectangle(cr, 0, 0, 4, 4);
    ink_stroke_preserve(cr);
    ink_fill(cr);
    assert_int_equal(list.count, 2);
    assert_true(list.paths[0].stroked && !list.paths[0].filled && list.paths[1].filled && !list.paths[1].stroked);
}

static void assert_steps(const struct drawn_outline *outline, const char *kinds) {
    static const char letters[] = {
        [DRAWN_MOVE] = 'm', [DRAWN_LINE] = 'l', [DRAWN_CONTROL] = '.', [DRAWN_CURVE] = 'c', [DRAWN_CLOSE] = 'h'};
    char found[32] = "";
    assert_true(outline->count < sizeof(found));
    for (size_t i = 0; i < outline->count; i++)
        found[i] = letters[outline->steps[i].kind];
    assert_string_equal(found, kinds);
}

static void moves_that_lead_nowhere_are_left_out(void **state) {
    (void)state;
    ink_collect(cr, &list);
    cairo_rectangle(cr, 0, 0, 2, 2);
    cairo_rectangle(cr, 3, 3, 1, 1);
    cairo_move_to(cr, 9, 9);
    ink_fill(cr);
    cairo_move_to(cr, 0, 0);
    cairo_curve_to(cr, 1, 1, 2, 2, 3, 0);
    ink_stroke(cr);
    cairo_move_to(cr, 1, 1);
    ink_stroke(cr);
    assert_int_equal(list.count, 2);
    assert_steps(&list.paths[0].outline, "mlllhmlllh");
    assert_steps(&list.paths[1].outline, "m..c");
    assert_true(list.paths[0].outline.steps[5].x == 3 && list.paths[1].outline.steps[3].x == 3);
}

static void a_clip_holds_until_its_end(void **state) {
    (void)state;
    ink_collect(cr, &list);
    cairo_rectangle(cr, 0, 0, 2, 2);
    ink_begin_clip(cr);
    cairo_set_line_width(cr, 7);
    cairo_move_to(cr, 0, 0);
    cairo_line_to(cr, 4, 4);
    ink_stroke(cr);
    ink_end_clip(cr);
    cairo_move_to(cr, 0, 0);
    cairo_line_to(cr, 4, 4);
    ink_stroke(cr);
    assert_int_equal(list.count, 2);
    assert_steps(&list.paths[0].clip, "mlllh");
    assert_int_equal(list.paths[1].clip.count, 0);
    assert_true(list.paths[0].line.weight_pt == 7 && list.paths[1].line.weight_pt != 7);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(cairo_paints_where_nothing_is_collected),
        TEST(what_is_filled_and_stroked_is_one_path),
        TEST(what_is_stroked_first_lies_under),
        TEST(moves_that_lead_nowhere_are_left_out),
        TEST(a_clip_holds_until_its_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
