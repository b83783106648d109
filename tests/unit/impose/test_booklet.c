#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "../set/stage.h"
#include "booklet.h"
#include "booklet_page.h"

/* Pages by hand, and where what stands on them comes to lie on the sheets. */

static const double WIDE_PT = 800, HIGH_PT = 400, HALF_PT = 420.9449, SHEET_PT = 595.2756;

struct fixture {
    struct arena *arena;
    struct diag diag;
    struct layout *layout;
    struct document *pages;
};

static int set_up(void **state) {
    struct arena *arena = arena_create();
    struct fixture *fixture = arena_new(arena, struct fixture);
    fixture->arena = arena;
    diag_init(&fixture->diag, arena);
    fixture->layout = arena_new(arena, struct layout);
    fixture->layout->theme = theme_default;
    fixture->layout->words = english(arena);
    fixture->layout->paper.inner_pt = fixture->layout->paper.outer_pt = 30;
    fixture->pages = document_create(arena);
    *state = fixture;
    return 0;
}

static int tear_down(void **state) {
    arena_destroy(((struct fixture *)*state)->arena);
    return 0;
}

static void add_page(struct fixture *fixture, const char *label, double width_pt, double height_pt) {
    document_add_page(fixture->pages, width_pt, height_pt)->label = label;
}

/* On the last page, with an element of its own. */
static struct frame *add_frame(struct fixture *fixture, enum frame_kind kind, double x, double y, double width) {
    struct document *pages = fixture->pages;
    struct element *element = document_add_element(pages, NULL, ROLE_PARAGRAPH);
    struct frame *frame = page_add_frame(pages, &pages->pages[pages->page_count - 1], kind, element);
    frame->x = x;
    frame->y = y;
    frame->width = width;
    return frame;
}

static void add_text(struct fixture *fixture, double x, double size_pt, const char *words) {
    struct frame *text = add_frame(fixture, FRAME_TEXT, x, 100, 20);
    text->u.text.size_pt = size_pt;
    text->u.text.string = words;
}

static struct document *impose(struct fixture *fixture) {
    static const struct face_widths widths = {.width = stage_letter_width, .choose = stage_face, .own = stage_own};
    return booklet_impose(fixture->arena, fixture->layout, fixture->pages, &widths, 0, &fixture->diag);
}

/* The first frame of a kind on a side; NULL where it has none. */
static const struct frame *find(const struct document *sheets, size_t side, enum frame_kind kind) {
    for (size_t i = 0; i < sheets->pages[side].frame_count; i++)
        if (sheets->pages[side].frames[i].kind == kind)
            return &sheets->pages[side].frames[i];
    return NULL;
}

static const struct frame *find_words(const struct document *sheets, size_t side, const char *words) {
    for (size_t i = 0; i < sheets->pages[side].frame_count; i++) {
        const struct frame *frame = &sheets->pages[side].frames[i];
        if (frame->kind == FRAME_TEXT && strcmp(frame->u.text.string, words) == 0)
            return frame;
    }
    return NULL;
}

static void assert_near(double got, double expected) {
    if (fabs(got - expected) > 0.01)
        fail_msg("%.4f is not near %.4f", got, expected);
}

static void assert_only_message(const struct fixture *fixture, enum diag_level level, const char *words) {
    assert_int_equal(fixture->diag.count, 1);
    assert_int_equal(fixture->diag.messages[0].level, level);
    if (strstr(fixture->diag.messages[0].text, words) == NULL)
        fail_msg("\"%s\" says nothing of \"%s\"", fixture->diag.messages[0].text, words);
}

static void every_kind_of_frame_is_made_smaller(void **state) {
    struct fixture *fixture = *state;
    static const struct frame_point points[] = {{100, 100}, {200, 100}, {200, 300}};
    add_page(fixture, "1", 2 * HALF_PT, 2 * SHEET_PT); /* twice its half: halved */
    struct frame *frame = add_frame(fixture, FRAME_RULE, 100, 60, 40);
    frame->u.rule.weight_pt = 2;
    frame->u.rule.dash_pt[0] = 6;
    frame->u.rule.dash_pt[1] = 3;
    frame = add_frame(fixture, FRAME_FILL, 100, 60, 40);
    frame->u.fill.has_edge = true;
    frame->u.fill.edge_pt = 3;
    frame = add_frame(fixture, FRAME_SHAPE, 100, 100, 100);
    frame->u.shape.points = points;
    frame->u.shape.count = 3;
    frame->u.shape.stroke_pt = 1;
    add_frame(fixture, FRAME_IMAGE, 10, 20, 60)->height = 50;
    const struct document *sheets = impose(fixture);
    assert_int_equal(sheets->page_count, 2);
    const struct frame *rule = find(sheets, 0, FRAME_RULE), *fill = find(sheets, 0, FRAME_FILL);
    assert_near(rule->x, HALF_PT + 50);
    assert_near(rule->y, 30);
    assert_near(rule->width, 20);
    assert_near(rule->u.rule.weight_pt, 1);
    assert_near(rule->u.rule.dash_pt[0], 3);
    assert_near(rule->u.rule.dash_pt[1], 1.5);
    assert_near(fill->u.fill.edge_pt, 1.5);
    const struct frame *shape = find(sheets, 0, FRAME_SHAPE), *image = find(sheets, 0, FRAME_IMAGE);
    assert_near(shape->u.shape.points[2].x, HALF_PT + 100);
    assert_near(shape->u.shape.points[2].y, 150);
    assert_near(shape->u.shape.stroke_pt, 0.5);
    assert_near(points[2].x, 200); /* the page's own stay */
    assert_near(image->x, HALF_PT + 5);
    assert_near(image->width, 30);
    assert_near(image->height, 25);
}

/* Four pages are one sheet: 4 and 1 on its front, 2 and 3 on its back. */
static void links_and_outline_lead_to_sheets(void **state) {
    struct fixture *fixture = *state;
    struct outline_entry outline[] = {{1, "Third", 2}, {1, "Last", 3}};
    for (int i = 1; i <= 4; i++)
        add_page(fixture, arena_printf(fixture->arena, "%d", i), HALF_PT, SHEET_PT);
    struct element *inside = document_add_element(fixture->pages, NULL, ROLE_LINK);
    struct element *outside = document_add_element(fixture->pages, NULL, ROLE_LINK);
    inside->link.page = outside->link.page = 2;
    outside->link.uri = "https://example.org";
    fixture->pages->outline = outline;
    fixture->pages->outline_count = 2;
    const struct document *sheets = impose(fixture);
    assert_int_equal(inside->link.page, 1);
    assert_int_equal(outside->link.page, 2); /* an address: nobody reads its page */
    assert_int_equal(sheets->outline[0].page, 1);
    assert_int_equal(sheets->outline[1].page, 0);
    assert_string_equal(sheets->pages[0].label, "4, 1");
    assert_string_equal(sheets->pages[1].label, "2, 3");
    assert_int_equal(fixture->diag.count, 0);
}

static void blank_sides_say_what_the_layout_says(void **state) {
    struct fixture *fixture = *state;
    struct page_spec specs[] = {{.id = "one"}, {.blank_text = "Nothing here."}, {.blank_text = "Nor here."}};
    fixture->layout->pages = specs;
    fixture->layout->page_count = 3;
    add_page(fixture, "1", HALF_PT, SHEET_PT);
    const struct document *sheets = impose(fixture);
    assert_int_equal(sheets->page_count, 2);
    assert_non_null(find_words(sheets, 0, "Nothing here."));
    assert_null(find_words(sheets, 1, "Nor here."));
    assert_int_equal(sheets->pages[1].frame_count, 2);
    assert_null(find_words(sheets, 1, "Nothing here.")->element);
}

/* Of several sizes the smallest is told, with the size that would do. */
static void the_smallest_text_is_told(void **state) {
    struct fixture *fixture = *state;
    add_page(fixture, "1", 2 * HALF_PT, 2 * SHEET_PT);
    add_text(fixture, 20, 14, "fourteen");
    add_text(fixture, 20, 10, "ten");
    add_text(fixture, 20, 11, "eleven");
    impose(fixture);
    assert_only_message(
        fixture, DIAG_ERROR,
        "text of 10.0 pt (\"ten\") would become 5.0 pt in the booklet, and under 6 pt it is hard to read; give "
        "the pack a booklet-theme that sets no text under 12.0 pt");
}

static void text_that_stays_readable_is_not_told(void **state) {
    struct fixture *fixture = *state;
    add_page(fixture, "1", 2 * HALF_PT, 2 * SHEET_PT);
    add_text(fixture, 20, 12, "twelve");
    add_page(fixture, "2", HALF_PT, SHEET_PT);
    add_text(fixture, 20, 5, "not made smaller");
    impose(fixture);
    assert_int_equal(fixture->diag.count, 0);
}

/* Only numbers belong to a hand; the halves of a wide page face each other wherever they lie. */
static void sides_without_a_plain_number_lie_anywhere(void **state) {
    struct fixture *fixture = *state;
    fixture->layout->duplex = true;
    add_page(fixture, "1", HALF_PT, SHEET_PT);
    add_page(fixture, "3a", HALF_PT, SHEET_PT);
    add_page(fixture, NULL, HALF_PT, SHEET_PT);
    add_page(fixture, "7", WIDE_PT, HIGH_PT);
    add_text(fixture, 20, 12, "left");
    impose(fixture);
    assert_int_equal(fixture->diag.count, 0);
    fixture->pages->pages[1].label = "3";
    impose(fixture);
    assert_only_message(fixture, DIAG_WARNING,
                        "page 3, with the margins of a right-hand page, comes to lie on the other side");
}

static void a_wide_page_with_one_half_filled_is_one_page(void **state) {
    struct fixture *fixture = *state;
    add_page(fixture, "1", WIDE_PT, HIGH_PT);
    add_text(fixture, 20, 12, "left");
    add_page(fixture, "2", WIDE_PT, HIGH_PT);
    add_text(fixture, 500, 12, "right");
    add_page(fixture, "3", WIDE_PT, HIGH_PT); /* with nothing: its left half */
    const struct document *sheets = impose(fixture);
    assert_int_equal(sheets->page_count, 2);
    assert_near(find_words(sheets, 0, "left")->x, HALF_PT + (HALF_PT - WIDE_PT / 2) / 2 + 20);
    assert_near(find_words(sheets, 1, "right")->x, (HALF_PT - WIDE_PT / 2) / 2 + 100);
    assert_string_equal(sheets->pages[0].label, "3, 1");
    assert_int_equal(fixture->diag.count, 0);
}

static void two_full_halves_face_each_other(void **state) {
    struct fixture *fixture = *state;
    add_page(fixture, "1", HALF_PT, SHEET_PT);
    add_page(fixture, "2", WIDE_PT, HIGH_PT);
    add_text(fixture, 20, 12, "left");
    add_text(fixture, 500, 12, "right");
    const struct document *sheets = impose(fixture);
    assert_int_equal(sheets->page_count, 2);
    assert_true(find_words(sheets, 1, "left")->x < HALF_PT && find_words(sheets, 1, "right")->x > HALF_PT);
    assert_string_equal(sheets->pages[1].label, "2");
    assert_int_equal(fixture->diag.count, 0);
}

static void no_page_gives_no_sheet(void **state) {
    struct fixture *fixture = *state;
    assert_int_equal(impose(fixture)->page_count, 0);
    assert_int_equal(fixture->diag.count, 0);
}

/* What a cut goes through is told by what it is, once a page; lines and fields may lie across. */
static void a_cut_tells_what_it_goes_through(void **state) {
    struct fixture *fixture = *state;
    static const struct frame_point points[] = {{420, 10}, {390, 20}, {405, 5}};
    add_page(fixture, "1", HALF_PT, SHEET_PT);
    add_page(fixture, NULL, WIDE_PT, HIGH_PT);
    add_frame(fixture, FRAME_RULE, 10, 50, 780);
    struct frame *shape = add_frame(fixture, FRAME_SHAPE, 0, 0, 0);
    shape->u.shape.points = points;
    shape->u.shape.count = 3;
    add_frame(fixture, FRAME_IMAGE, 390, 50, 20);
    impose(fixture);
    assert_only_message(fixture, DIAG_ERROR,
                        "page without a number is wider than high, and a booklet cuts it at its middle, through a "
                        "symbol; keep each block left or right of 400.0 pt");
    fixture->diag.count = 0;
    shape->kind = FRAME_FILL;
    impose(fixture);
    assert_only_message(fixture, DIAG_ERROR, "through a picture; keep");
}

/* Turned text is as wide as its size: what runs upwards beside the fold is not cut. */
static void turned_text_stands_beside_the_fold(void **state) {
    struct fixture *fixture = *state;
    add_page(fixture, "1", WIDE_PT, HIGH_PT);
    struct frame *text = add_frame(fixture, FRAME_TEXT, 399, 300, 90);
    text->u.text.size_pt = 12;
    text->u.text.string = "upwards";
    text->turn = TURN_UP;
    assert_non_null(find_words(impose(fixture), 0, "upwards"));
    assert_int_equal(fixture->diag.count, 0);
    text->x = 406;
    impose(fixture);
    assert_only_message(fixture, DIAG_ERROR, "through \"upwards\"");
}

/* A landscape page among upright ones has its head at the fold, on both sides of it: text runs up beside it on the
 * right and down on the left. */
static void a_page_on_its_side_has_its_head_at_the_fold(void **state) {
    struct fixture *fixture = *state;
    static const struct frame_point points[] = {{0, 0}, {10, 0}, {10, 20}};
    for (int p = 0; p < 2; p++) {
        add_page(fixture, "1", SHEET_PT, HALF_PT);
        fixture->pages->pages[p].turned = true;
        add_text(fixture, 50, 12, "words");
        add_frame(fixture, FRAME_RULE, 50, 100, 40);
        add_frame(fixture, FRAME_FILL, 50, 100, 40)->height = 30;
        struct frame *shape = add_frame(fixture, FRAME_SHAPE, 0, 0, 10);
        shape->u.shape.points = points;
        shape->u.shape.count = 3;
        add_frame(fixture, FRAME_IMAGE, 50, 100, 40)->height = 30;
    }
    add_page(fixture, "3", HALF_PT, SHEET_PT);
    const struct document *sheets = impose(fixture);
    assert_int_equal(fixture->diag.count, 0);
    assert_int_equal(sheets->page_count, 2);
    const struct frame *up = find_words(sheets, 0, "words"), *down = find_words(sheets, 1, "words");
    assert_int_equal(up->turn, TURN_UP);
    assert_near(up->x, HALF_PT + 100); /* from the fold, as far as from its head */
    assert_near(up->y, SHEET_PT - 50);
    assert_int_equal(down->turn, TURN_DOWN);
    assert_near(down->x, HALF_PT - 100);
    assert_near(down->y, 50);
    assert_near(down->width, 20);
    const struct frame *rule = find(sheets, 0, FRAME_RULE), *fill = find(sheets, 1, FRAME_FILL);
    assert_near(rule->height, -40);
    assert_near(rule->width, 0);
    assert_near(fill->x, HALF_PT - 130);
    assert_near(fill->y, 50);
    assert_near(fill->width, 30);
    assert_near(fill->height, 40);
    const struct frame *image = find(sheets, 1, FRAME_IMAGE), *shape = find(sheets, 0, FRAME_SHAPE);
    assert_int_equal(image->turn, TURN_DOWN);
    assert_near(image->width, 30);
    assert_near(shape->u.shape.points[2].x, HALF_PT + 20);
    assert_near(shape->u.shape.points[2].y, SHEET_PT - 10);
}

static const struct page wide_page = {.width_pt = 800, .height_pt = 400};
static const struct booklet_page left_half = {.source = &wide_page, .right_pt = 400, .margin_pt = 10};
static const struct booklet_page right_half = {.source = &wide_page, .left_pt = 400, .right_pt = 800, .margin_pt = 10};

/* Down from left to right or from right to left, a line keeps its slope in both halves. */
static void a_line_across_a_cut_keeps_its_slope(void **state) {
    (void)state;
    struct frame part, whole = {.kind = FRAME_RULE, .x = 200, .y = 0, .width = 400, .height = 100};
    assert_true(booklet_page_frame(&left_half, &whole, &part));
    assert_near(part.x, 200);
    assert_near(part.width, 190);
    assert_near(part.height, 47.5);
    assert_true(booklet_page_frame(&right_half, &whole, &part));
    assert_near(part.x, 410);
    assert_near(part.y, 52.5);
    assert_near(part.width, 190);
    whole = (struct frame){.kind = FRAME_RULE, .x = 600, .y = 0, .width = -400, .height = 100};
    assert_true(booklet_page_frame(&left_half, &whole, &part));
    assert_near(part.x, 390);
    assert_near(part.y, 52.5);
    assert_near(part.width, -190);
    assert_near(part.height, 47.5);
}

static void a_field_across_a_cut_is_shortened(void **state) {
    (void)state;
    struct frame part, whole = {.kind = FRAME_FILL, .x = 300, .y = 5, .width = 200, .height = 100};
    assert_true(booklet_page_frame(&left_half, &whole, &part));
    assert_near(part.x, 300);
    assert_near(part.width, 90);
    assert_near(part.y, 5);
    assert_near(part.height, 100);
    whole.x = 395; /* within the margin of the cut nothing is left of it */
    assert_false(booklet_page_frame(&left_half, &whole, &part));
    assert_true(booklet_page_frame(&right_half, &whole, &part));
    assert_near(part.width, 185);
}

/* Behind the middle stands what begins there, and at the paper's edges nothing is cut. */
static void what_is_not_cut_stands_on_one_side(void **state) {
    (void)state;
    struct frame part, whole = {.kind = FRAME_TEXT, .x = 390, .width = 10};
    assert_true(booklet_page_frame(&left_half, &whole, &part));
    assert_false(booklet_page_frame(&right_half, &whole, &part));
    whole.x = 400;
    assert_false(booklet_page_frame(&left_half, &whole, &part));
    assert_true(booklet_page_frame(&right_half, &whole, &part));
    whole.x = 790;
    whole.width = 30;
    assert_true(booklet_page_frame(&right_half, &whole, &part));
    whole.x = -60;
    assert_true(booklet_page_frame(&left_half, &whole, &part));
    assert_near(part.x, -60);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_kind_of_frame_is_made_smaller, set_up, tear_down),
        cmocka_unit_test_setup_teardown(links_and_outline_lead_to_sheets, set_up, tear_down),
        cmocka_unit_test_setup_teardown(blank_sides_say_what_the_layout_says, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_smallest_text_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(text_that_stays_readable_is_not_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sides_without_a_plain_number_lie_anywhere, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_wide_page_with_one_half_filled_is_one_page, set_up, tear_down),
        cmocka_unit_test_setup_teardown(two_full_halves_face_each_other, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_page_gives_no_sheet, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_cut_tells_what_it_goes_through, set_up, tear_down),
        cmocka_unit_test_setup_teardown(turned_text_stands_beside_the_fold, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_page_on_its_side_has_its_head_at_the_fold, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_line_across_a_cut_keeps_its_slope, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_field_across_a_cut_is_shortened, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_not_cut_stands_on_one_side, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
