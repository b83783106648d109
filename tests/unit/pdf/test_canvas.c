#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "canvas.h"

/* Paper 100 points high, so that y = 10 is 90 in a PDF. */
static struct canvas canvas;
static const struct rgb black = {0, 0, 0}, yellow = {1, 1, 0}, red = {1, 0, 0};

static int set_up(void **state) {
    (void)state;
    canvas = (struct canvas){0};
    canvas_start(&canvas, 100);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    canvas_free(&canvas);
    return 0;
}

static void assert_operators(const char *wanted) {
    canvas_end(&canvas);
    assert_string_equal(text_string(&canvas.operators), wanted);
}

static struct frame rule(double y, double dash, double gap) {
    return (struct frame){
        .kind = FRAME_RULE, .x = 10, .y = y, .width = 20, .u.rule = {.weight_pt = 1, .dash_pt = {dash, gap}}};
}

static void test_a_dash_is_set_once_and_taken_back(void **state) {
    (void)state;
    const struct frame dashed = rule(10, 3, 2), again = rule(20, 3, 2), other = rule(30, 3, 4), solid = rule(40, 0, 0);
    canvas_rule(&canvas, &dashed, black);
    canvas_rule(&canvas, &again, black);
    canvas_rule(&canvas, &other, black);
    canvas_rule(&canvas, &solid, black);
    assert_operators("[3 2 ]0 d\n10 90 m 30 90 l\n10 80 m 30 80 l\nS\n[3 4 ]0 d\n10 70 m 30 70 l\nS\n"
                     "[]0 d\n10 60 m 30 60 l\nS\n");
}

static void test_turned_words_have_a_text_of_their_own(void **state) {
    (void)state;
    struct text string = {0};
    text_add(&string, "<0041>");
    struct frame frame = {.kind = FRAME_TEXT, .x = 10, .y = 20, .turn = TURN_UP, .u.text = {.size_pt = 8}};
    canvas_text(&canvas, &frame, black, "F1", &string);
    frame.turn = TURN_NONE;
    canvas_text(&canvas, &frame, black, "F1", &string);
    text_free(&string);
    assert_operators("BT\n/F1 8 Tf\n0 1 -1 0 10 80 Tm<0041>Tj\nET\nBT\n10 80 Td<0041>Tj\nET\n");
}

static void draw(const struct frame *frame, const struct drawing *drawing) {
    canvas_begin_drawing(&canvas, frame, drawing);
    canvas_form(&canvas, "X1");
    canvas_end_drawing(&canvas);
}

static void test_words_on_a_drawing_leave_the_look_of_those_around_it(void **state) {
    (void)state;
    struct text string = {0};
    text_add(&string, "<0041>");
    const struct drawing drawing = {.width_pt = 40, .height_pt = 20};
    const struct frame place = {.kind = FRAME_CHART, .x = 10, .y = 10, .width = 40, .height = 20};
    const struct frame words = {.kind = FRAME_TEXT, .x = 1, .y = 2, .u.text = {.size_pt = 8}};
    canvas_text(&canvas, &words, black, "F1", &string);
    canvas_begin_drawing(&canvas, &place, &drawing);
    canvas_form(&canvas, "X1");
    canvas_text(&canvas, &words, red, "F2", &string);
    canvas_end_drawing(&canvas);
    canvas_text(&canvas, &words, black, "F1", &string);
    text_free(&string);
    assert_operators("BT\n/F1 8 Tf\n1 98 Td<0041>Tj\nET\nq 1 0 0 1 10 70 cm\n/X1 Do\n1 0 0 rg\nBT\n/F2 8 Tf\n"
                     "1 18 Td<0041>Tj\nET\nQ\nBT\n1 98 Td<0041>Tj\nET\n");
}

static void test_paths_are_filled_stroked_and_clipped(void **state) {
    (void)state;
    static const struct drawn_step curve[] = {
        {DRAWN_MOVE, 0, 0}, {DRAWN_CONTROL, 1, 1}, {DRAWN_CONTROL, 2, 2}, {DRAWN_CURVE, 3, 3}, {.kind = DRAWN_CLOSE}};
    static const struct drawn_step line[] = {{DRAWN_MOVE, 0, 10}, {DRAWN_LINE, 40, 10}};
    const struct drawing drawing = {.width_pt = 40, .height_pt = 20};
    const struct frame place = {.kind = FRAME_CHART, .x = 10, .y = 10, .width = 40, .height = 20};
    const struct drawn_line dashed = {.weight_pt = 2, .dash_pt = {4, 1, 2, 1}, .cap = 1, .join = 1};
    const struct drawn_path both = {
        .outline = {curve, 5}, .filled = true, .fill = red, .stroked = true, .line = {.weight_pt = 1}};
    const struct drawn_path clipped = {
        .outline = {line, 2}, .clip = {curve, 5}, .stroked = true, .stroke = red, .line = dashed};
    const struct drawn_path plain = {.outline = {line, 2}, .stroked = true, .line = {.weight_pt = 1}};
    canvas_begin_drawing(&canvas, &place, &drawing);
    canvas_path(&canvas, &both);
    canvas_path(&canvas, &clipped);
    canvas_path(&canvas, &plain);
    canvas_end_drawing(&canvas);
    assert_operators("q 1 0 0 1 10 70 cm\n1 0 0 rg\n0 20 m\n1 19 2 18 3 17 c\nh\nB\n"
                     "q 0 20 m\n1 19 2 18 3 17 c\nh\nW n\n1 0 0 RG\n2 w\n[4 1 2 1 ]0 d\n1 J\n1 j\n"
                     "0 10 m\n40 10 l\nS\nQ\n0 10 m\n40 10 l\nS\nQ\n");
}

static void test_drawings_are_turned_in_their_frames(void **state) {
    (void)state;
    const struct drawing drawing = {.width_pt = 40, .height_pt = 20};
    struct frame frame = {.kind = FRAME_IMAGE, .x = 10, .y = 10, .width = 40, .height = 20};
    draw(&frame, &drawing);
    frame.turn = TURN_OVER;
    draw(&frame, &drawing);
    frame.width = 10;
    frame.height = 20;
    frame.turn = TURN_UP;
    draw(&frame, &drawing);
    frame.turn = TURN_DOWN;
    draw(&frame, &drawing);
    assert_operators("q 1 0 0 1 10 70 cm\n/X1 Do\nQ\nq -1 0 0 -1 50 90 cm\n/X1 Do\nQ\n"
                     "q 0 0.5 -0.5 0 20 70 cm\n/X1 Do\nQ\nq 0 -0.5 0.5 0 10 90 cm\n/X1 Do\nQ\n");
}

static void test_only_greys_are_written_as_such(void **state) {
    (void)state;
    struct frame fill = {.kind = FRAME_FILL, .x = 0, .y = 0, .width = 10, .height = 10};
    canvas_fill(&canvas, &fill, yellow, black);
    canvas_fill(&canvas, &fill, (struct rgb){0.5, 0.5, 0.5}, black);
    assert_operators("1 1 0 rg\n0 90 10 10 re\nf\n0.5 g\n0 90 10 10 re\nf\n");
}

static void test_an_edge_without_width_is_not_drawn(void **state) {
    (void)state;
    struct frame fill = {.kind = FRAME_FILL, .width = 10, .height = 10, .u.fill = {.has_edge = true, .edge_pt = 0}};
    canvas_fill(&canvas, &fill, black, red);
    fill.u.fill.edge_pt = 2;
    canvas_fill(&canvas, &fill, black, red);
    assert_operators("0 90 10 10 re\nf\n1 0 0 RG\n2 w\n0 90 10 10 re\nB\n");
}

static const struct frame_point corners[] = {{10, 10}, {20, 10}, {20, 20}};

static struct frame shape(bool filled, double stroke_pt, bool closed) {
    return (struct frame){
        .kind = FRAME_SHAPE,
        .u.shape = {.points = corners, .count = 3, .closed = closed, .filled = filled, .stroke_pt = stroke_pt}};
}

static void test_a_shape_is_filled_stroked_or_both(void **state) {
    (void)state;
    const struct frame filled = shape(true, 0, true), stroked = shape(false, 1, false), both = shape(true, 1, true);
    canvas_shape(&canvas, &filled, black);
    canvas_shape(&canvas, &stroked, black);
    canvas_shape(&canvas, &both, black);
    assert_operators("10 90 m 20 90 l 20 80 l h f\n10 90 m 20 90 l 20 80 l S\n10 90 m 20 90 l 20 80 l h B\n");
}

static void test_a_shape_without_points_or_ink_is_nothing(void **state) {
    (void)state;
    struct frame empty = shape(true, 0, true);
    const struct frame bare = shape(false, 0, true);
    empty.u.shape.count = 0;
    canvas_shape(&canvas, &empty, red);
    canvas_shape(&canvas, &bare, red);
    assert_operators("");
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_a_dash_is_set_once_and_taken_back),
        TEST(test_turned_words_have_a_text_of_their_own),
        TEST(test_words_on_a_drawing_leave_the_look_of_those_around_it),
        TEST(test_paths_are_filled_stroked_and_clipped),
        TEST(test_drawings_are_turned_in_their_frames),
        TEST(test_only_greys_are_written_as_such),
        TEST(test_an_edge_without_width_is_not_drawn),
        TEST(test_a_shape_is_filled_stroked_or_both),
        TEST(test_a_shape_without_points_or_ink_is_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
