#include "../read_test.h"

#include "commentary.h"

static struct rich_text *read_text(struct fixture *fixture, const char *markdown) {
    return rich_read(fixture->arena, markdown, (struct source_pos){.file = "x.md", .line = 10}, &fixture->diag);
}

static void looks_become_runs(void **state) {
    struct fixture *fixture = *state;
    const struct rich_text *rich = read_text(fixture, "# Head\n\nA *b* **c**\nd  \ne & [f](https://x.org)\n");
    assert_quiet(fixture);
    assert_int_equal(rich->count, 2);
    assert_int_equal(rich->paragraphs[0].kind, RICH_HEADING);
    const struct rich_paragraph *paragraph = &rich->paragraphs[1];
    assert_int_equal(paragraph->pos.line, 12);
    assert_int_equal(paragraph->run_count, 7);
    assert_string_equal(paragraph->runs[0].string, "A ");
    assert_true(paragraph->runs[1].italic && !paragraph->runs[1].bold);
    assert_true(paragraph->runs[3].bold);
    assert_string_equal(paragraph->runs[4].string, " d");
    assert_true(paragraph->runs[4].line_break);
    assert_string_equal(paragraph->runs[5].string, "e & ");
    assert_string_equal(paragraph->runs[6].uri, "https://x.org");
}

static void items_have_labels_and_depth(void **state) {
    struct fixture *fixture = *state;
    const struct rich_text *rich = read_text(fixture, "3. a\n\n   more\n\n   - b\n4. c\n");
    static const struct {
        const char *label;
        int depth, list;
    } expected[] = {{"3.", 1, 1}, {NULL, 1, 1}, {"•", 2, 2}, {"4.", 1, 1}};
    assert_int_equal(rich->count, 4);
    for (size_t i = 0; i < 4; i++) {
        const struct rich_paragraph *paragraph = &rich->paragraphs[i];
        assert_int_equal(paragraph->kind, RICH_ITEM);
        assert_int_equal(paragraph->depth, expected[i].depth);
        assert_int_equal(paragraph->list, expected[i].list);
        if (expected[i].label == NULL)
            assert_null(paragraph->label);
        else
            assert_string_equal(paragraph->label, expected[i].label);
    }
}

static void what_has_no_words_is_no_paragraph(void **state) {
    struct fixture *fixture = *state;
    assert_int_equal(read_text(fixture, "<b></b>\n\n<div class='a\n\n![](f.png)\n")->count, 0);
    const struct rich_text *rich = read_text(fixture, "<br>\\\nb\n");
    assert_int_equal(rich->count, 1);
    assert_int_equal(rich->paragraphs[0].run_count, 1);
    assert_string_equal(rich->paragraphs[0].runs[0].string, "b");
    assert_false(rich->paragraphs[0].runs[0].line_break);
}

static void a_link_needs_an_address(void **state) {
    static const char *const empty[] = {"[a]()", "[a](<>)", "[a](https://)", "[a](mailto:)", "[a](ftp://x.org)"};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        fixture->diag.count = 0;
        const struct rich_text *rich = read_text(fixture, empty[i]);
        assert_message(fixture, "x.md:10:0:", "only http:, https: and mailto: addresses are allowed");
        assert_null(rich->paragraphs[0].runs[0].uri);
    }
    fixture->diag.count = 0;
    assert_string_equal(read_text(fixture, "<a@x.org>")->paragraphs[0].runs[0].uri, "mailto:a@x.org");
    assert_quiet(fixture);
}

static void links_elsewhere_are_refused(void **state) {
    struct fixture *fixture = *state;
    const struct rich_text *rich = read_text(fixture, "x\n[a](javascript:alert(1)) [b](file:///etc) [c](y.md)\n");
    assert_message(fixture, "x.md:11:0:", "javascript:alert(1)");
    assert_message(fixture, "x.md:11:0:", "file:///etc");
    assert_message(fixture, "x.md:11:0:", "y.md");
    assert_int_equal(rich->paragraphs[0].run_count, 1);
    assert_string_equal(rich->paragraphs[0].runs[0].string, "x a b c");
}

static void what_is_not_shown_is_told_and_its_words_kept(void **state) {
    struct fixture *fixture = *state;
    const struct rich_text *rich =
        read_text(fixture, "a <b>c</b>\n\n<div>\nd\n</div>\n\n    code\n\n![e](f.png)\n\n<!-- note -->\n");
    assert_message(fixture, "x.md:10:", "HTML");
    assert_message(fixture, "x.md:12:", "HTML");
    assert_message(fixture, "x.md:16:", "code block");
    assert_message(fixture, "x.md:18:", "picture");
    assert_int_equal(fixture->diag.errors, 0);
    assert_int_equal(rich->count, 4);
    assert_string_equal(rich->paragraphs[0].runs[0].string, "a c");
    assert_non_null(strstr(rich->paragraphs[1].runs[0].string, "d"));
    assert_string_equal(rich->paragraphs[3].runs[0].string, "e");
}

static void depth_without_end_is_told(void **state) {
    struct fixture *fixture = *state;
    char *markdown = arena_alloc(fixture->arena, 20000);
    for (int i = 0; i < 9000; i++)
        memcpy(markdown + i * 2, "- ", 2);
    strcpy(markdown + 18000, "x");
    read_text(fixture, markdown);
    assert_message(fixture, "x.md:10:", "deep");
    assert_int_equal(fixture->diag.errors, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(looks_become_runs),
        TEST(items_have_labels_and_depth),
        TEST(what_has_no_words_is_no_paragraph),
        TEST(a_link_needs_an_address),
        TEST(links_elsewhere_are_refused),
        TEST(what_is_not_shown_is_told_and_its_words_kept),
        TEST(depth_without_end_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
