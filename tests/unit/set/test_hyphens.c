#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "chunks.h"
#include "hyphens.h"
#include "prose.h"
#include "stage.h"

static struct stage stage_in(struct arena *arena, const char *language) {
    struct stage stage = stage_create(arena, 70);
    stage.layout->language = language;
    stage.layout->hyphens = true;
    return stage;
}

static void words_are_divided_by_the_patterns_of_the_language(void **state) {
    static const struct {
        const char *whole, *divided;
    } words[] = {
        {"accommodation", "accom\u00admod\u00ada\u00adtion"},
        {"(safeguarding),", "(safe\u00adguard\u00ading),"},
        {"the representations made", "the rep\u00adres\u00adent\u00ada\u00adtions made"},
        {"Wolverhampton", "Wolverhampton"},
        {"CAMHS", "CAMHS"},
        {"cp2019plan", "cp2019plan"},
        {"visits", "visits"},
        {"www.representations.org", "www.representations.org"},
        {"inter-departmental", "inter-departmental"},
        {"repres\u00adentations", "repres\u00adentations"},
        {"caf\u00E9accommodation", "caf\u00E9accommodation"},
    };
    struct arena *arena = arena_create();
    struct stage stage = stage_in(arena, "en-GB");
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_string_equal(hyphens_add(stage.composer, words[i].whole), words[i].divided);
    assert_int_equal(stage.diag->count, 0);
    arena_destroy(arena);
}

static void a_language_without_patterns_has_whole_words(void **state) {
    static const char *const languages[] = {"cy", "cy-GB", "en-US", "de"};
    struct arena *arena = arena_create();
    (void)state;
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        struct stage stage = stage_in(arena, languages[i]);
        assert_string_equal(hyphens_add(stage.composer, "accommodation"), "accommodation");
    }
    arena_destroy(arena);
}

static void only_narrow_columns_want_hyphens(void **state) {
    struct arena *arena = arena_create();
    struct stage stage = stage_in(arena, "en");
    (void)state;
    assert_true(hyphens_wanted(stage.composer, 179, 10));
    assert_false(hyphens_wanted(stage.composer, 180, 10));
    stage.layout->hyphens = false;
    assert_false(hyphens_wanted(stage.composer, 179, 10));
    arena_destroy(arena);
}

/* The words of a paragraph, line by line. */
static const char *lines_of(struct stage *stage, const char *words, enum rich_kind kind) {
    struct rich_run run = {.string = words};
    struct rich_paragraph paragraph = {.kind = kind, .level = 1, .runs = &run, .run_count = 1};
    const struct rich_text text = {.paragraphs = &paragraph, .count = 1};
    const struct prose_style style = {.size_pt = 10, .leading_pt = 12};
    const char *lines = "";
    prose_set(stage->composer, &stage->flow, stage->composer->page->section, &text, 0, &style);
    for (const struct piece *piece = stage->flow.first; piece != NULL; piece = piece->next)
        lines = arena_printf(stage->arena, "%s%s|", lines, piece->frames[0]->u.text.string);
    return lines;
}

static void a_line_that_is_filled_divides_no_word(void **state) {
    struct arena *arena = arena_create();
    struct stage stage = stage_in(arena, "en-GB");
    (void)state;
    assert_string_equal(lines_of(&stage, "the accommodation", RICH_PARAGRAPH), "the accommoda\u00ad|tion|");
    stage = stage_in(arena, "en-GB");
    assert_string_equal(lines_of(&stage, "the many xx accommodation", RICH_PARAGRAPH), "the many xx |accommodation|");
    stage = stage_in(arena, "en-GB");
    assert_string_equal(lines_of(&stage, "the accommodation", RICH_HEADING), "the |accommodation|");
    arena_destroy(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_divided_by_the_patterns_of_the_language),
        cmocka_unit_test(a_language_without_patterns_has_whole_words),
        cmocka_unit_test(only_narrow_columns_want_hyphens),
        cmocka_unit_test(a_line_that_is_filled_divides_no_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
