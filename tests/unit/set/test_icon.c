#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../english.h"
#include "icon.h"

struct stage {
    struct composer *composer;
    struct piece piece;
    struct pen pen;
};

static struct stage *stage_create(struct arena *arena) {
    struct stage *stage = arena_new(arena, struct stage);
    struct layout *layout = arena_new(arena, struct layout);
    layout->catalogue = arena_new(arena, struct catalogue);
    const struct composer composer = {
        .arena = arena, .layout = layout, .words = english(arena), .document = document_create(arena)};
    stage->composer = memcpy(arena_alloc(arena, sizeof composer), &composer, sizeof composer);
    stage->pen = (struct pen){.composer = stage->composer, .piece = &stage->piece};
    stage->pen.element = document_add_element(stage->composer->document, NULL, ROLE_DATA_CELL);
    return stage;
}

static void test_every_icon_is_drawn_within_its_size(void **state) {
    struct arena *arena = arena_create();
    (void)state;
    for (int icon = 0; icon < ICON_COUNT; icon++) {
        struct stage *stage = stage_create(arena);
        icon_draw(&stage->pen, (enum icon)icon, 100, 200, 1);
        assert_true(stage->piece.frame_count > 0);
        for (size_t f = 0; f < stage->piece.frame_count; f++) {
            const struct frame *frame = stage->piece.frames[f];
            assert_int_equal(frame->kind, FRAME_SHAPE);
            for (size_t i = 0; i < frame->u.shape.count; i++) {
                assert_true(fabs(frame->u.shape.points[i].x - 100) <= ICON_SIZE_PT / 2.0);
                assert_true(fabs(frame->u.shape.points[i].y - 200) <= ICON_SIZE_PT / 2.0);
            }
        }
    }
    arena_destroy(arena);
}

static void test_an_icon_is_read_as_its_word(void **state) {
    struct arena *arena = arena_create();
    (void)state;
    struct stage *stage = stage_create(arena);
    icon_draw(&stage->pen, ICON_WORSE, 0, 0, 1);
    assert_string_equal(stage->pen.element->first_child->actual_text, "not as good");
    assert_ptr_equal(stage->piece.frames[0]->element, stage->pen.element->first_child);
    stage = stage_create(arena);
    stage->pen.element = NULL;
    icon_draw(&stage->pen, ICON_WORSE, 0, 0, 1);
    assert_null(stage->piece.frames[0]->element);
    arena_destroy(arena);
}

static void test_arrows_are_about_performance_where_there_is_a_better(void **state) {
    struct indicator indicator = {.polarity = POLARITY_LOWER};
    (void)state;
    assert_int_equal(icon_of_direction(&indicator, DIRECTION_UP), ICON_BETTER);
    assert_int_equal(icon_of_direction(&indicator, DIRECTION_LEVEL), ICON_SAME);
    assert_int_equal(icon_of_direction(&indicator, DIRECTION_DOWN), ICON_WORSE);
    assert_int_equal(icon_of_direction(&indicator, DIRECTION_NEW), ICON_NOT_COMPARABLE);
    indicator.polarity = POLARITY_NONE;
    assert_int_equal(icon_of_direction(&indicator, DIRECTION_DOWN), ICON_CHANGE_DOWN);
    indicator = (struct indicator){.polarity = POLARITY_HIGHER, .direction = {.of_number = true}};
    assert_int_equal(icon_of_direction(&indicator, DIRECTION_UP), ICON_CHANGE_UP);
}

static void test_each_status_against_the_target_has_its_icon(void **state) {
    (void)state;
    assert_int_equal(icon_of_target(TARGET_BETTER), ICON_TARGET_BETTER);
    assert_int_equal(icon_of_target(TARGET_ACHIEVING), ICON_TARGET_ACHIEVING);
    assert_int_equal(icon_of_target(TARGET_MISSING), ICON_TARGET_MISSING);
    assert_int_equal(icon_of_target(TARGET_NONE), ICON_TARGET_NONE);
}

static void test_what_keeps_small_changes_level_does_not_say_the_same(void **state) {
    struct arena *arena = arena_create();
    struct indicator plain = {.id = "visits"}, steady = {.id = "plans", .direction = {.usual = true}};
    struct catalogue catalogue = {0};
    struct layout layout = {.catalogue = &catalogue};
    const struct composer composer = {.arena = arena, .layout = &layout, .words = english(arena)};
    (void)state;
    catalogue_add_indicator(arena, &catalogue, &plain);
    assert_string_equal(icon_words(&composer, ICON_SAME), "the same");
    catalogue_add_indicator(arena, &catalogue, &steady);
    assert_string_equal(icon_words(&composer, ICON_SAME), "little changed");
    assert_string_equal(icon_words(&composer, ICON_BETTER), "better");
    arena_destroy(arena);
}

static void test_words_of_control_charts_have_their_icons(void **state) {
    struct arena *arena = arena_create();
    const struct words *words = english(arena);
    const struct composer composer = {.words = words};
    (void)state;
    for (int variation = 0; variation < SPC_VARIATION_COUNT; variation++)
        assert_string_equal(icon_words(&composer, icon_of_variation((enum spc_variation)variation)),
                            words_spc_variation(words, (enum spc_variation)variation));
    for (int assurance = 0; assurance < SPC_NO_ASSURANCE; assurance++)
        assert_string_equal(icon_words(&composer, icon_of_assurance((enum spc_assurance)assurance)),
                            words_spc_assurance(words, (enum spc_assurance)assurance));
    assert_int_equal(icon_of_assurance(SPC_NO_ASSURANCE), ICON_COUNT);
    assert_int_equal(icon_of_point(SPC_COMMON), ICON_COUNT);
    assert_int_equal(icon_of_point(SPC_NEITHER_LOW), ICON_POINT_NEITHER);
    arena_destroy(arena);
}

/* What a sign of variation is drawn of, without its colours. */
static bool drawn_alike(const struct piece *piece, const struct piece *other) {
    bool alike = piece->frame_count == other->frame_count;
    for (size_t f = 0; alike && f < piece->frame_count; f++) {
        const struct frame *one = piece->frames[f], *two = other->frames[f];
        alike = one->u.shape.count == two->u.shape.count;
        for (size_t i = 0; alike && i < one->u.shape.count; i++)
            alike = fabs(one->u.shape.points[i].x - two->u.shape.points[i].x) < 1 &&
                    fabs(one->u.shape.points[i].y - two->u.shape.points[i].y) < 1;
    }
    return alike;
}

static void test_signs_of_variation_differ_in_grey(void **state) {
    struct arena *arena = arena_create();
    (void)state;
    for (int a = 0; a < SPC_VARIATION_COUNT; a++)
        for (int b = 0; b < a; b++) {
            struct stage *one = stage_create(arena), *two = stage_create(arena);
            icon_draw(&one->pen, icon_of_variation((enum spc_variation)a), 0, 0, 1);
            icon_draw(&two->pen, icon_of_variation((enum spc_variation)b), 0, 0, 1);
            assert_false(drawn_alike(&one->piece, &two->piece));
        }
    arena_destroy(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_icon_is_drawn_within_its_size),
        cmocka_unit_test(test_an_icon_is_read_as_its_word),
        cmocka_unit_test(test_arrows_are_about_performance_where_there_is_a_better),
        cmocka_unit_test(test_each_status_against_the_target_has_its_icon),
        cmocka_unit_test(test_what_keeps_small_changes_level_does_not_say_the_same),
        cmocka_unit_test(test_words_of_control_charts_have_their_icons),
        cmocka_unit_test(test_signs_of_variation_differ_in_grey),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
