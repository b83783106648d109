#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <math.h>

#include "label.h"

enum { MOST = 12 };

static uint32_t random_state = 11;

static double random_unit(void) {
    random_state = random_state * 1664525u + 1013904223u;
    return (double)(random_state >> 8) / (1 << 24);
}

static void close_labels_move_apart_evenly(void **state) {
    (void)state;
    double y[] = {50, 52, 100};
    label_spread(y, 3, 9, 0, 150);
    assert_true(fabs(y[0] - 46.5) < 1e-9 && fabs(y[1] - 55.5) < 1e-9 && fabs(y[2] - 100) < 1e-9);
}

static void labels_stay_within_their_heights(void **state) {
    (void)state;
    double y[] = {148, 149, 150};
    label_spread(y, 3, 9, 0, 150);
    assert_true(fabs(y[0] - 132) < 1e-9 && fabs(y[2] - 150) < 1e-9);
}

static void spread_labels_never_overlap(void **state) {
    (void)state;
    for (int round = 0; round < 20000; round++) {
        double y[MOST], low = random_unit() * 20, high = low + random_unit() * 150, before = low;
        size_t count = (size_t)(random_unit() * MOST);
        size_t room = label_capacity(9, low, high);
        count = count > room ? room : count;
        for (size_t i = 0; i < count; i++)
            before = y[i] = before + random_unit() * random_unit() * 40;
        label_spread(y, count, 9, low, high);
        for (size_t i = 0; i < count; i++) {
            assert_true(y[i] >= low - 1e-6 && y[i] <= high + 1e-6);
            assert_true(i == 0 || y[i] - y[i - 1] >= 9 - 1e-6);
        }
    }
}

static void labels_that_are_clear_stay(void **state) {
    (void)state;
    double y[] = {10, 30, 60};
    label_spread(y, 3, 9, 0, 100);
    assert_true(y[0] == 10 && fabs(y[1] - 30) < 1e-9 && fabs(y[2] - 60) < 1e-9);
}

static void a_field_tells_what_is_in_the_way(void **state) {
    (void)state;
    struct arena *arena = arena_create();
    struct label_field field = {.arena = arena, .bounds = {0, 0, 100, 100}};
    label_field_add_label(&field, (struct box){10, 10, 30, 18});
    label_field_add_line(&field, (struct segment){0, 50, 100, 60});
    label_field_add_line(&field, (struct segment){5, 5, 5, 5});
    label_field_add_column(&field, (struct box){80, 20, 90, 100});
    label_field_add_shape(&field, (struct box){40, 40, 44, 44});
    assert_false(label_field_is_free(&field, (struct box){29, 12, 40, 20}));
    assert_false(label_field_is_free(&field, (struct box){95, 12, 101, 20}));
    assert_true(label_field_is_free(&field, (struct box){33, 12, 40, 20}));
    assert_true(label_field_cost(&field, (struct box){40, 47, 50, 53.5}, NULL) > 0);
    assert_true(label_field_cost(&field, (struct box){40, 60, 50, 68}, NULL) == 0);
    assert_true(label_field_cost(&field, (struct box){0, 0, 8, 8}, NULL) > 0);
    assert_true(label_field_cost(&field, (struct box){70, 30, 81, 40}, NULL) > 0);
    assert_true(label_field_cost_inside(&field, (struct box){70, 30, 81, 40}) == 0);
    assert_true(label_field_cost(&field, (struct box){43, 43, 60, 48}, NULL) > 0);
    assert_true(label_field_cost(&field, (struct box){45, 40, 60, 46}, NULL) == 0);
    arena_destroy(arena);
}

static void a_label_stands_on_the_side_of_its_mark(void **state) {
    (void)state;
    struct arena *arena = arena_create();
    struct label_field field = {.arena = arena, .bounds = {0, 0, 100, 100}};
    label_field_add_level(&field, (struct segment){0, 50, 100, 50});
    const struct mark below = {40, 53}, on = {40, 50};
    const struct box above_it = {30, 40, 50, 47}, under_it = {30, 57, 50, 64};
    assert_true(label_field_cost(&field, above_it, &below) > 0);
    assert_true(label_field_cost(&field, under_it, &below) == 0);
    assert_true(label_field_cost(&field, above_it, NULL) == 0);
    assert_true(label_field_cost(&field, above_it, &on) == 0);
    const struct mark nearly = {40, 50.3};
    assert_true(label_field_cost(&field, above_it, &nearly) > 0);
    arena_destroy(arena);
}

/* Digits keep 2 points from the dashes of a target and from the line that columns stand on. */
static void a_label_lies_on_no_line(void **state) {
    (void)state;
    struct arena *arena = arena_create();
    struct label_field field = {.arena = arena, .bounds = {0, 0, 200, 100}};
    label_field_add_level(&field, (struct segment){0, 50, 90, 50});
    label_field_add_base(&field, (struct segment){100, 50, 190, 50});
    for (double left = 30; left < 200; left += 100) {
        assert_true(label_field_cost(&field, (struct box){left, 42, left + 20, 50}, NULL) > 0);
        assert_true(label_field_cost(&field, (struct box){left, 39, left + 20, 47.5}, NULL) == 0);
        assert_true(label_field_cost(&field, (struct box){left, 51.5, left + 20, 59}, NULL) > 0);
        assert_true(label_field_cost(&field, (struct box){left, 52.5, left + 20, 59}, NULL) == 0);
    }
    arena_destroy(arena);
}

static void a_label_is_read_as_the_nearest_marks(void **state) {
    (void)state;
    struct arena *arena = arena_create();
    struct label_field field = {.arena = arena, .bounds = {0, 0, 100, 100}};
    const struct mark own = {40, 50}, other = {51, 44};
    label_field_add_mark(&field, own);
    label_field_add_mark(&field, other);
    assert_true(label_field_cost(&field, (struct box){30, 40, 50, 47}, &own) > 0);
    assert_true(label_field_cost(&field, (struct box){24, 40, 40, 47}, &own) == 0);
    arena_destroy(arena);
}

static void no_figure_of_a_mark_stands_where_figures_are_shut_out(void **state) {
    (void)state;
    struct arena *arena = arena_create();
    struct label_field field = {.arena = arena, .bounds = {0, 0, 100, 100}};
    const struct mark mark = {50, 50};
    const struct box inside = {52, 40, 62, 47}, beside = {30, 40, 40, 47};
    label_field_close(&field, (struct box){45, 0, 70, 100});
    assert_true(label_field_cost(&field, inside, &mark) > 0);
    assert_true(label_field_cost(&field, beside, &mark) == 0);
    assert_true(label_field_cost(&field, inside, NULL) == 0);
    assert_true(label_field_is_free(&field, inside));
    arena_destroy(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(close_labels_move_apart_evenly),
        cmocka_unit_test(labels_stay_within_their_heights),
        cmocka_unit_test(spread_labels_never_overlap),
        cmocka_unit_test(labels_that_are_clear_stay),
        cmocka_unit_test(a_field_tells_what_is_in_the_way),
        cmocka_unit_test(a_label_stands_on_the_side_of_its_mark),
        cmocka_unit_test(a_label_lies_on_no_line),
        cmocka_unit_test(a_label_is_read_as_the_nearest_marks),
        cmocka_unit_test(no_figure_of_a_mark_stands_where_figures_are_shut_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
