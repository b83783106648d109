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
};

static void start(struct setting *setting) {
    *setting = (struct setting){.sample = sample_create(400)};
    struct stage *stage = &setting->sample.stage;
    setting->spec.body = &setting->body;
    stage->layout->pages = &setting->spec;
    stage->layout->page_count = 1;
    memcpy((void *)&stage->composer->used, &(struct usage *){usage_create(stage->arena, stage->layout)},
           sizeof(struct usage *));
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

static struct page_foot foot_of(struct setting *setting) {
    return key_foot(setting->sample.stage.composer, 400);
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
    assert_null(foot_of(&setting).piece);
    finish(&setting);
}

static void test_what_a_page_uses_is_explained_once(void **state) {
    struct setting setting;
    (void)state;
    start(&setting);
    put(&setting, 0, BLOCK_SCORECARD);
    const struct pen pen = pen_of(&setting);
    icon_draw(&pen, ICON_ARROW_BETTER, 5, 5, 1);
    icon_draw(&pen, ICON_ARROW_BETTER, 25, 5, 1);
    pen_text(&pen, 40, 10, "[x]");
    usage_add_sign(setting.sample.stage.composer, SIGN_NEW);
    const struct page_foot foot = foot_of(&setting);
    assert_false(foot.further);
    static const char *const words[] = {
        "better", "[x]", "not available", "new", "counted in another way", "Arrows say better or worse"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_non_null(stage_find(foot.piece, words[i]));
    assert_null(stage_find(foot.piece, "not as good"));
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
    assert_null(foot_of(&setting).piece);
    finish(&setting);
}

static void test_letters_are_explained_where_no_rag_key_does(void **state) {
    (void)state;
    for (int keyed = 0; keyed < 2; keyed++) {
        struct setting setting;
        start(&setting);
        put(&setting, 0, BLOCK_TABLE);
        if (keyed)
            put(&setting, 1, BLOCK_RAG_KEY);
        const struct pen pen = pen_of(&setting);
        pen_band(&pen, BAND_AMBER, (struct box){20, 0, 20, 10});
        assert_int_equal(foot_of(&setting).piece == NULL, keyed);
        finish(&setting);
    }
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
        const struct page_foot foot = foot_of(&setting);
        assert_int_equal(foot.piece == NULL, repeated);
        assert_int_equal(foot.further, !repeated);
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
    icon_draw(&pen, ICON_SPC_COMMON, 5, 5, 1);
    const struct page_foot broad = foot_of(&setting);
    const struct page_foot narrow = key_foot(setting.sample.stage.composer, 120);
    assert_true(narrow.piece->height_pt > broad.piece->height_pt);
    for (size_t i = 0; i < narrow.piece->frame_count; i++)
        if (narrow.piece->frames[i]->kind == FRAME_TEXT)
            assert_true(narrow.piece->frames[i]->x + narrow.piece->frames[i]->width <= 120);
    finish(&setting);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_page_that_uses_nothing_has_no_foot),
        cmocka_unit_test(test_what_a_page_uses_is_explained_once),
        cmocka_unit_test(test_a_shape_that_is_an_artifact_has_its_words_beside_it),
        cmocka_unit_test(test_letters_are_explained_where_no_rag_key_does),
        cmocka_unit_test(test_a_page_with_a_key_is_explained_on_its_further_sides),
        cmocka_unit_test(test_items_that_are_longer_than_a_line_go_on_below),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
