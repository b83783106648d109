#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "bleed.h"
#include "print_marks.h"

enum { WIDTH = 200, HEIGHT = 300, BLEED = 9, SLUG = BLEED + PRINT_MARK_GAP_PT + PRINT_MARK_PT, CROP_MARKS = 8 };

static struct frame *add(struct document *document, enum frame_kind kind, double x, double y, double width,
                         double height) {
    struct frame *frame = page_add_frame(document, &document->pages[0], kind, NULL);
    frame->x = x;
    frame->y = y;
    frame->width = width;
    frame->height = height;
    return frame;
}

static void assert_box(const struct frame *frame, double x, double y, double width, double height) {
    assert_true(fabs(frame->x - x) + fabs(frame->y - y) + fabs(frame->width - width) + fabs(frame->height - height) <
                0.001);
}

static void test_fields_at_the_edge_go_on_and_others_stay(void **state) {
    (void)state;
    struct arena *arena = arena_create();
    struct document *document = document_create(arena);
    static const struct frame_point points[] = {{1, 2}, {3, 4}};
    document_add_page(document, WIDTH, HEIGHT)->label = "7";
    add(document, FRAME_FILL, 0, 0, WIDTH, 100);
    add(document, FRAME_FILL, 20, 200, WIDTH - 20, 100);
    add(document, FRAME_FILL, 20, 110, 30, 30);
    add(document, FRAME_IMAGE, 0, 0, 50, 50);
    struct frame *shape = add(document, FRAME_SHAPE, 1, 2, 2, 2);
    shape->u.shape.points = points;
    shape->u.shape.count = 2;
    const struct document *bled = bleed_impose(arena, document, BLEED);
    const struct page *page = &bled->pages[0];
    assert_string_equal(page->label, "7");
    assert_true(page->width_pt == WIDTH + 2 * SLUG && page->slug_x_pt == SLUG && page->bleed_pt == BLEED);
    assert_box(&page->frames[0], SLUG - BLEED, SLUG - BLEED, WIDTH + 2 * BLEED, 100 + BLEED);
    assert_box(&page->frames[1], SLUG + 20, SLUG + 200, WIDTH - 20 + BLEED, 100 + BLEED);
    assert_box(&page->frames[2], SLUG + 20, SLUG + 110, 30, 30);
    assert_box(&page->frames[3], SLUG, SLUG, 50, 50);
    assert_true(page->frames[4].u.shape.points[1].y == SLUG + 4 && points[1].y == 4);
    assert_int_equal(page->frame_count, 5 + CROP_MARKS);
    for (size_t i = 5; i < page->frame_count; i++) { /* outside of the bleed, on the paper */
        const struct frame *mark = &page->frames[i];
        bool aside = mark->width > 0 ? mark->x + mark->width <= SLUG - BLEED || mark->x >= SLUG + WIDTH + BLEED
                                     : mark->y + mark->height <= SLUG - BLEED || mark->y >= SLUG + HEIGHT + BLEED;
        assert_true(aside && mark->x >= 0 && mark->x + mark->width <= page->width_pt);
    }
    assert_box(&document->pages[0].frames[0], 0, 0, WIDTH, 100); /* the pages themselves stay */
    arena_destroy(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_fields_at_the_edge_go_on_and_others_stay)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
