#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../set/sample.h"
#include "block_parts.h"
#include "icon.h"
#include "key_foot.h"
#include "sign.h"

/* A page with a body of so many blocks, none of them set, and what it uses. */
struct setting {
    struct sample sample;
    struct page_spec spec;
    struct block body, blocks[2];
    struct stack stack;
    struct abbreviations abbreviations;
    struct region region;
    struct page_foot foot;
};

static void start(struct setting *setting) {
    *setting = (struct setting){.sample = sample_create(400)};
    struct stage *stage = &setting->sample.stage;
    setting->spec.body = &setting->body;
    stage->layout->pages = &setting->spec;
    stage->layout->page_count = 1;
    stage->layout->abbreviations = &setting->abbreviations;
    composer_start_page(stage->composer, &setting->spec);
}

static void put(struct setting *setting, size_t place, enum block_kind kind) {
    struct block *block = &setting->blocks[place];
    block->kind = kind;
    if (kind == BLOCK_STACK)
        block->part.stack = &setting->stack;
    if (place == 0)
        setting->body.first_child = block;
    else if (setting->blocks[0].kind == BLOCK_STACK)
        setting->blocks[0].first_child = block;
    else
        setting->blocks[0].next = block;
}

/* The key of a side on which all stands that was drawn; NULL: none. */
static const struct piece *foot_within(struct setting *setting, double width_pt, bool further) {
    struct composer *composer = setting->sample.stage.composer;
    struct halves shown = {0};
    setting->region = (struct region){.flow_count = 1, .flows = {setting->sample.stage.flow}};
    setting->foot = key_foot(composer, &setting->region, width_pt);
    for (const struct piece *piece = setting->sample.stage.flow.first; piece != NULL; piece = piece->next)
        halves_add_piece(&shown, composer, piece, 0, width_pt);
    const struct piece *piece = key_foot_piece(composer, &setting->foot, &shown, further);
    if (piece != NULL)
        assert_true(piece->height_pt <= setting->foot.room_pt[further]);
    return piece;
}

static const struct piece *foot_of(struct setting *setting) {
    return foot_within(setting, 400, false);
}

static struct pen pen_of(struct setting *setting) {
    struct composer *composer = setting->sample.stage.composer;
    struct flow *flow = &setting->sample.stage.flow;
    struct pen pen = pen_make(composer, flow_add(composer, flow, 20), STYLE_TABLE);
    return pen_for(pen, document_add_element(composer->document, composer->page->section, ROLE_PARAGRAPH));
}

static void finish(struct setting *setting) {
    arena_destroy(setting->sample.arena);
}

static void test_a_page_that_uses_nothing_has_no_foot(void **state) {
    struct setting setting;
    (void)state;
    start(&setting);
    put(&setting, 0, BLOCK_TEXT);
    assert_null(foot_of(&setting));
    finish(&setting);
}

static void test_what_a_page_uses_is_explained_once(void **state) {
    struct setting setting;
    (void)state;
    start(&setting);
    put(&setting, 0, BLOCK_SCORECARD);
    const struct pen pen = pen_of(&setting);
    icon_draw(&pen, ICON_BETTER, 5, 5, 1);
    icon_draw(&pen, ICON_BETTER, 25, 5, 1);
    pen_text(&pen, 40, 10, "[x]");
    pen_text(&pen, 60, 10, "new");
    usage_note_sign(&pen, "new");
    const struct piece *foot = foot_of(&setting);
    static const char *const words[] = {
        "better", "[x]", "not available", "new", "counted in another way", "Arrows say better or worse"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_non_null(stage_find(foot, words[i]));
    assert_null(stage_find(foot, "not as good"));
    finish(&setting);
}

static void test_a_shape_that_is_an_artifact_has_its_words_beside_it(void **state) {
    struct setting setting;
    (void)state;
    start(&setting);
    put(&setting, 0, BLOCK_TILES);
    const struct pen pen = pen_for(pen_of(&setting), NULL);
    icon_draw(&pen, ICON_BETTER, 5, 5, 1);
    pen_band(&pen, BAND_RED, (struct box){20, 0, 20, 10});
    assert_null(foot_of(&setting));
    finish(&setting);
}

static void test_letters_are_explained_where_no_rag_key_does(void **state) {
    (void)state;
    for (int keyed = 0; keyed < 2; keyed++) {
        struct setting setting;
        start(&setting);
        put(&setting, 0, BLOCK_TABLE);
        const struct pen pen = pen_of(&setting);
        pen_band(&pen, BAND_AMBER, (struct box){20, 0, 20, 10});
        if (keyed)
            usage_note_explained(&pen, USE_BAND, BAND_AMBER);
        assert_int_equal(foot_of(&setting) == NULL, keyed);
        finish(&setting);
    }
}

/* A letter on one side of a page, and its RAG key on another. */
static void test_a_rag_key_explains_the_side_on_which_it_stands(void **state) {
    struct setting setting;
    (void)state;
    start(&setting);
    put(&setting, 0, BLOCK_TABLE);
    struct composer *composer = setting.sample.stage.composer;
    const struct pen letter = pen_of(&setting), key = pen_of(&setting);
    pen_band(&letter, BAND_AMBER, (struct box){20, 0, 20, 10});
    pen_band(&key, BAND_AMBER, (struct box){20, 0, 20, 10});
    usage_note_explained(&key, USE_BAND, BAND_AMBER);
    setting.region = (struct region){.flow_count = 1, .flows = {setting.sample.stage.flow}};
    setting.foot = key_foot(composer, &setting.region, 400);
    assert_float_equal(setting.foot.room_pt[0], 0, 0.01);
    key_foot_run_over(composer, &setting.foot, &setting.region);
    assert_true(setting.foot.room_pt[0] > 0);
    struct halves first = {0}, second = {0};
    halves_add_piece(&first, composer, letter.piece, 0, 400);
    halves_add_piece(&second, composer, key.piece, 0, 400);
    assert_non_null(stage_find(key_foot_piece(composer, &setting.foot, &first, false), "Amber"));
    assert_null(key_foot_piece(composer, &setting.foot, &second, true));
    finish(&setting);
}

static void test_a_page_with_a_key_is_explained_on_its_further_sides(void **state) {
    (void)state;
    for (int repeated = 0; repeated < 2; repeated++) {
        struct setting setting;
        start(&setting);
        setting.stack.repeat = repeated;
        put(&setting, 0, BLOCK_STACK);
        put(&setting, 1, BLOCK_KEY);
        const struct pen pen = pen_of(&setting);
        icon_draw(&pen, ICON_WORSE, 5, 5, 1);
        struct element *last = setting.sample.stage.composer->page->section->last_child;
        assert_null(foot_of(&setting));
        assert_int_equal(foot_within(&setting, 400, true) == NULL, repeated);
        assert_ptr_equal(setting.sample.stage.composer->page->section->last_child, last); /* nothing to be read again */
        finish(&setting);
    }
}

static void test_items_that_are_longer_than_a_line_go_on_below(void **state) {
    struct setting setting;
    (void)state;
    start(&setting);
    put(&setting, 0, BLOCK_SCORECARD);
    const struct pen pen = pen_of(&setting);
    icon_draw(&pen, ICON_SPC_CONCERN_HIGH, 5, 5, 1);
    const struct piece *broad = foot_of(&setting), *narrow = foot_within(&setting, 120, false);
    assert_true(narrow->height_pt > broad->height_pt);
    for (size_t i = 0; i < narrow->frame_count; i++)
        if (narrow->frames[i]->kind == FRAME_TEXT)
            assert_true(narrow->frames[i]->x + narrow->frames[i]->width <= 120);
    finish(&setting);
}

static void add(struct setting *setting, const char *short_form, const char *meaning) {
    const struct abbreviation abbreviation = {.short_form = short_form, .meaning = meaning};
    assert_true(abbreviations_add(&setting->abbreviations, abbreviation));
}

static void test_abbreviations_are_explained_in_order_and_those_that_are_used(void **state) {
    struct setting setting;
    (void)state;
    start(&setting);
    put(&setting, 0, BLOCK_TEXT);
    add(&setting, "SN", "statistical neighbours");
    add(&setting, "PEP", "personal education plan");
    add(&setting, "LAC", "looked after children");
    add(&setting, "RAG", "");
    const struct pen pen = pen_of(&setting);
    pen_text(&pen, 0, 10, "RAG: the SNs of PEPs, and PEP again, in SNOW");
    const struct piece *foot = foot_of(&setting);
    const struct frame *first = stage_find(foot, "PEP"), *last = stage_find(foot, "SN");
    assert_non_null(first);
    assert_non_null(last);
    assert_true(first->x < last->x);
    assert_non_null(stage_find(foot, "statistical neighbours"));
    assert_null(stage_find(foot, "looked after"));
    assert_null(stage_find(foot, "RAG"));
    finish(&setting);
}

static void test_an_abbreviation_is_expanded_once_on_a_page(void **state) {
    struct setting setting;
    (void)state;
    start(&setting);
    put(&setting, 0, BLOCK_TEXT);
    add(&setting, "SN", "statistical neighbours");
    const struct pen pen = pen_of(&setting);
    const struct frame *words = pen_text(&pen, 0, 10, "the SN rate and SN");
    const struct element *expanded = pen.element->first_child;
    assert_string_equal(words->u.text.string, "the ");
    assert_int_equal(expanded->role, ROLE_ABBREVIATION);
    assert_string_equal(expanded->expansion, "statistical neighbours");
    assert_null(expanded->next);
    assert_int_equal(pen.piece->frame_count, 3);
    composer_start_page(setting.sample.stage.composer, &setting.spec);
    const struct pen other = pen_of(&setting);
    pen_text(&other, 0, 10, "SN");
    assert_non_null(other.element->first_child);
    finish(&setting);
}

static void test_a_half_of_a_folded_page_explains_its_own(void **state) {
    struct setting setting;
    (void)state;
    start(&setting);
    setting.sample.stage.layout->paper.fold_pt = 40;
    put(&setting, 0, BLOCK_SCORECARD);
    const struct pen pen = pen_of(&setting);
    pen_band(&pen, BAND_RED, (struct box){20, 0, 20, 10});
    pen_band(&pen, BAND_GREEN, (struct box){320, 0, 20, 10});
    const struct piece *foot = foot_of(&setting);
    assert_true(stage_find(foot, "Red")->x < 180);
    assert_true(stage_find(foot, "Green")->x >= 220);
    finish(&setting);
}

static void test_icons_that_say_the_same_stand_side_by_side(void **state) {
    struct setting setting;
    size_t told = 0;
    (void)state;
    start(&setting);
    put(&setting, 0, BLOCK_SCORECARD);
    const struct pen pen = pen_of(&setting);
    icon_draw(&pen, ICON_SAME, 5, 5, 1);
    icon_draw(&pen, ICON_ARROW_LEVEL, 25, 5, 1);
    const struct piece *foot = foot_of(&setting);
    for (size_t i = 0; i < foot->frame_count; i++)
        told += foot->frames[i]->kind == FRAME_TEXT && strcmp(foot->frames[i]->u.text.string, "no change") == 0;
    assert_int_equal(told, 1);
    finish(&setting);
}

static void test_what_was_said_on_an_earlier_side_is_not_read_again(void **state) {
    struct setting setting;
    (void)state;
    start(&setting);
    put(&setting, 0, BLOCK_SCORECARD);
    const struct pen pen = pen_of(&setting);
    pen_band(&pen, BAND_RED, (struct box){20, 0, 20, 10});
    const struct piece *first = foot_of(&setting);
    struct halves shown = {0};
    halves_add_piece(&shown, setting.sample.stage.composer, pen.piece, 0, 400);
    const struct piece *second = key_foot_piece(setting.sample.stage.composer, &setting.foot, &shown, true);
    assert_non_null(stage_find(first, "Red")->element);
    assert_null(stage_find(second, "Red")->element);
    finish(&setting);
}

static void test_letters_of_rings_are_told_where_they_are_used(void **state) {
    struct setting setting;
    (void)state;
    start(&setting);
    put(&setting, 0, BLOCK_SCORECARD);
    const struct pen pen = pen_of(&setting);
    icon_draw(&pen, ICON_SPC_COMMON, 5, 5, 1);
    icon_draw(&pen, ICON_SPC_NEITHER_LOW, 25, 5, 1);
    const struct piece *foot = foot_of(&setting);
    assert_non_null(stage_find(foot, "L: lower"));
    assert_null(stage_find(foot, "H: higher"));
    finish(&setting);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_page_that_uses_nothing_has_no_foot),
        cmocka_unit_test(test_what_a_page_uses_is_explained_once),
        cmocka_unit_test(test_a_shape_that_is_an_artifact_has_its_words_beside_it),
        cmocka_unit_test(test_letters_are_explained_where_no_rag_key_does),
        cmocka_unit_test(test_a_rag_key_explains_the_side_on_which_it_stands),
        cmocka_unit_test(test_a_page_with_a_key_is_explained_on_its_further_sides),
        cmocka_unit_test(test_items_that_are_longer_than_a_line_go_on_below),
        cmocka_unit_test(test_abbreviations_are_explained_in_order_and_those_that_are_used),
        cmocka_unit_test(test_an_abbreviation_is_expanded_once_on_a_page),
        cmocka_unit_test(test_a_half_of_a_folded_page_explains_its_own),
        cmocka_unit_test(test_icons_that_say_the_same_stand_side_by_side),
        cmocka_unit_test(test_letters_of_rings_are_told_where_they_are_used),
        cmocka_unit_test(test_what_was_said_on_an_earlier_side_is_not_read_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
