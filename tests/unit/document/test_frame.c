#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "frame.h"

static struct frame_point corners[2];

/* A sound frame of a kind. */
static struct frame sound(enum frame_kind kind) {
    struct frame frame = {.kind = kind, .x = 10, .y = 20, .width = 30, .height = 40};
    if (kind == FRAME_TEXT)
        frame.u.text.size_pt = 9;
    if (kind == FRAME_SHAPE) {
        corners[0] = (struct frame_point){.x = 30, .y = 5};
        corners[1] = (struct frame_point){.x = 12, .y = 8};
        frame.u.shape.points = corners;
        frame.u.shape.count = 2;
    }
    return frame;
}

static void check_number(struct frame *frame, double *number, const char *what) {
    static const double wild[] = {NAN, INFINITY, -INFINITY, 14401, -14401};
    double before = *number;
    for (size_t i = 0; i < sizeof wild / sizeof *wild; i++) {
        *number = wild[i];
        if (frame_is_sound(frame))
            fail_msg("%s of %g is sound in a frame of kind %d", what, wild[i], (int)frame->kind);
    }
    *number = before;
    assert_true(frame_is_sound(frame));
}

static void every_number_of_a_frame_is_near(void **state) {
    (void)state;
    static const enum frame_kind kinds[] = {FRAME_TEXT,  FRAME_RULE,  FRAME_FILL, FRAME_SHAPE,
                                            FRAME_CHART, FRAME_IMAGE, FRAME_LINK};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct frame frame = sound(kinds[i]);
        assert_true(frame_is_sound(&frame));
        check_number(&frame, &frame.x, "x");
        check_number(&frame, &frame.y, "y");
        check_number(&frame, &frame.width, "width");
        check_number(&frame, &frame.height, "height");
    }
    struct frame frame = sound(FRAME_TEXT);
    check_number(&frame, &frame.u.text.size_pt, "size");
    frame.u.text.size_pt = 0;
    assert_false(frame_is_sound(&frame));
    frame = sound(FRAME_RULE);
    check_number(&frame, &frame.u.rule.weight_pt, "weight");
    check_number(&frame, &frame.u.rule.dash_pt[0], "dash");
    check_number(&frame, &frame.u.rule.dash_pt[1], "gap");
    frame = sound(FRAME_FILL);
    check_number(&frame, &frame.u.fill.edge_pt, "edge");
    frame = sound(FRAME_CHART);
    check_number(&frame, &frame.u.chart.drawing.width_pt, "drawing's width");
    check_number(&frame, &frame.u.chart.drawing.height_pt, "drawing's height");
    frame = sound(FRAME_IMAGE);
    check_number(&frame, &frame.u.image.drawing.width_pt, "drawing's width");
    check_number(&frame, &frame.u.image.drawing.height_pt, "drawing's height");
    frame = sound(FRAME_SHAPE);
    check_number(&frame, &frame.u.shape.stroke_pt, "stroke");
    check_number(&frame, &corners[1].x, "x of a corner");
    check_number(&frame, &corners[1].y, "y of a corner");
}

static void a_page_has_sides(void **state) {
    (void)state;
    struct page page = {.width_pt = 595, .height_pt = 842};
    assert_true(page_is_sound(&page));
    static const double wild[] = {NAN, 14401, 2, 0, -595};
    for (size_t i = 0; i < sizeof wild / sizeof *wild; i++) {
        page = (struct page){.width_pt = wild[i], .height_pt = 842};
        assert_false(page_is_sound(&page));
        page = (struct page){.width_pt = 595, .height_pt = wild[i]};
        assert_false(page_is_sound(&page));
    }
}

static void a_frame_encloses_its_shape(void **state) {
    (void)state;
    struct frame frame = sound(FRAME_SHAPE);
    frame_enclose(&frame);
    assert_true(frame.x == 12 && frame.y == 5 && frame.width == 18 && frame.height == 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_number_of_a_frame_is_near),
        cmocka_unit_test(a_page_has_sides),
        cmocka_unit_test(a_frame_encloses_its_shape),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
