#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "letter_strip.h"
#include "sample.h"

static struct pen pen_of(struct sample *sample) {
    struct composer *composer = sample->stage.composer;
    struct pen pen = pen_make(composer, flow_add(composer, &sample->stage.flow, 30), STYLE_TABLE);
    return pen_for(pen, document_add_element(composer->document, NULL, ROLE_DATA_CELL));
}

/* Red in June 2018, amber in May, nothing in April, no key in March. */
static struct letter_strip four_months(struct sample *sample) {
    static struct band_rule rule = {.from = PERIOD_NONE, .to = PERIOD_NONE};
    sample->indicators[0]->band_rules = &rule;
    sample->indicators[0]->band_rule_count = 1;
    sample_put_word(sample, 0, FIELD_RAG, 0, BAND_RED);
    sample_put_word(sample, 0, FIELD_RAG, 1, BAND_AMBER);
    sample_put_status(sample, 0, FIELD_RAG, 3, STATUS_NOT_APPLICABLE);
    return (struct letter_strip){.indicator = sample->indicators[0], .field = FIELD_RAG, .extent = {.periods = 4}};
}

static const struct frame *fill_at(const struct pen *pen, double x, enum colour colour) {
    for (size_t i = 0; i < pen->piece->frame_count; i++) {
        const struct frame *frame = pen->piece->frames[i];
        if (frame->kind == FRAME_FILL && frame->x == x && frame->colour == colour)
            return frame;
    }
    return NULL;
}

static void test_a_strip_is_one_element_that_is_read_in_words(void **state) {
    struct sample sample = sample_create(300);
    const struct letter_strip strip = four_months(&sample);
    const struct pen pen = pen_of(&sample);
    (void)state;
    letter_strip_add(&pen, &strip, 0, 0, LETTER_STRIP_CELL_PT);
    const struct element *symbol = pen.element->first_child;
    assert_ptr_equal(symbol, pen.element->last_child);
    assert_null(symbol->first_child);
    assert_string_equal(symbol->alt, "March 2018 not applicable, April not available, May amber, June 2018 red");
    for (size_t i = 0; i < pen.piece->frame_count; i++)
        assert_true(pen.piece->frames[i]->kind != FRAME_TEXT || pen.piece->frames[i]->element == symbol);
    arena_destroy(sample.arena);
}

static void test_letters_stand_on_their_colour_and_absent_ones_are_told_apart(void **state) {
    struct sample sample = sample_create(300);
    const struct letter_strip strip = four_months(&sample);
    const struct pen pen = pen_of(&sample);
    (void)state;
    letter_strip_add(&pen, &strip, 10, 0, 16);
    assert_non_null(stage_find(pen.piece, "[z]"));
    assert_non_null(stage_find(pen.piece, "[x]"));
    assert_non_null(fill_at(&pen, 10 + 2 + 2 * 16, COLOUR_AMBER));
    assert_non_null(fill_at(&pen, 10 + 2 + 3 * 16, COLOUR_RED));
    arena_destroy(sample.arena);
}

static void test_what_misses_its_target_without_a_letter_stands_as_such(void **state) {
    struct sample sample = sample_create(300);
    const struct letter_strip strip = four_months(&sample);
    const struct pen pen = pen_of(&sample);
    (void)state;
    sample_figure(&sample, 0, FIELD_RAG, 3)->off_target = true;
    letter_strip_add(&pen, &strip, 10, 0, 16);
    assert_non_null(stage_find(pen.piece, "off"));
    assert_null(stage_find(pen.piece, "[z]"));
    assert_string_equal(pen.element->first_child->alt,
                        "March 2018 off target, April not available, May amber, June 2018 red");
    arena_destroy(sample.arena);
}

static void test_the_latest_alone_has_a_heavier_edge_within_the_width(void **state) {
    struct sample sample = sample_create(300);
    const struct letter_strip strip = four_months(&sample);
    const struct pen pen = pen_of(&sample);
    size_t edges = 0;
    (void)state;
    letter_strip_add(&pen, &strip, 0, 0, 16);
    for (size_t i = 0; i < pen.piece->frame_count; i++) {
        const struct frame *frame = pen.piece->frames[i];
        if (frame->kind != FRAME_FILL || !frame->u.fill.has_edge || frame->u.fill.edge != COLOUR_TEXT)
            continue;
        edges++;
        assert_float_equal(frame->x, 3 * 16, 0.001);
        assert_float_equal(frame->x + frame->width, letter_strip_width(sample.stage.composer, &strip, 16), 0.001);
        assert_float_equal(frame->height, LETTER_STRIP_HEIGHT_PT, 0.001);
    }
    assert_int_equal(edges, 1);
    arena_destroy(sample.arena);
}

static void test_periods_are_named_below_for_the_eye(void **state) {
    struct sample sample = sample_create(300);
    struct letter_strip strip = four_months(&sample);
    const struct pen pen = pen_of(&sample);
    (void)state;
    strip.named = true;
    letter_strip_add(&pen, &strip, 0, 0, 16);
    const struct frame *march = stage_find(pen.piece, "Mar");
    assert_non_null(march);
    assert_null(march->element);
    assert_true(march->y > LETTER_STRIP_HEIGHT_PT && march->y < LETTER_STRIP_NAMED_PT);
    arena_destroy(sample.arena);
}

static void test_a_letter_as_published_is_outlined_and_said_to_be_so(void **state) {
    struct sample sample = sample_create(300);
    const struct letter_strip strip = four_months(&sample);
    const struct pen pen = pen_of(&sample);
    size_t outlines = 0;
    (void)state;
    sample_put_word(&sample, 0, FIELD_RAG, 2, BAND_GREEN);
    sample_figure(&sample, 0, FIELD_RAG, 2)->published = true;
    letter_strip_add(&pen, &strip, 0, 0, 16);
    assert_string_equal(pen.element->first_child->alt,
                        "March 2018 not applicable, April green as published, May amber, June 2018 red");
    for (size_t i = 0; i < pen.piece->frame_count; i++) {
        const struct frame *frame = pen.piece->frames[i];
        outlines += frame->kind == FRAME_FILL && frame->colour == COLOUR_WHITE && frame->u.fill.edge == COLOUR_GREEN;
    }
    assert_int_equal(outlines, 1);
    arena_destroy(sample.arena);
}

static void test_an_indicator_without_bands_has_no_letters(void **state) {
    struct sample sample = sample_create(300);
    const struct letter_strip strip = {sample.indicators[1], FIELD_RAG, {.periods = 2}, false};
    (void)state;
    assert_string_equal(letter_strip_words(sample.stage.composer, &strip),
                        "May 2018 not applicable, June 2018 not applicable");
    arena_destroy(sample.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_strip_is_one_element_that_is_read_in_words),
        cmocka_unit_test(test_letters_stand_on_their_colour_and_absent_ones_are_told_apart),
        cmocka_unit_test(test_what_misses_its_target_without_a_letter_stands_as_such),
        cmocka_unit_test(test_the_latest_alone_has_a_heavier_edge_within_the_width),
        cmocka_unit_test(test_periods_are_named_below_for_the_eye),
        cmocka_unit_test(test_a_letter_as_published_is_outlined_and_said_to_be_so),
        cmocka_unit_test(test_an_indicator_without_bands_has_no_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
