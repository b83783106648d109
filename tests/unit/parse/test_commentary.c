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

/* The boxes around a paragraph, the outermost first: `L` a list, its item's label, `>` a quotation. */
static const char *boxes_of(struct arena *arena, const struct rich_box *box) {
    if (box == NULL)
        return "";
    const char *own = box->kind == RICH_LIST ? "L" : box->kind == RICH_QUOTE ? ">" : box->label;
    return arena_printf(arena, "%s%s", boxes_of(arena, box->outer), own);
}

static void paragraphs_lie_in_boxes(void **state) {
    struct fixture *fixture = *state;
    const struct rich_text *rich =
        read_text(fixture, "3. a\n\n   more\n\n   - b\n4. c\n\n   > d\n\n> - e\n\n1) f\n\n- # g\n");
    static const char *const expected[] = {"L3.", "L3.", "L3.L•", "L4.", "L4.>", ">L•", "L1)", "L•"};
    assert_quiet(fixture);
    assert_int_equal(rich->count, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < rich->count; i++)
        assert_string_equal(boxes_of(fixture->arena, rich->paragraphs[i].box), expected[i]);
    assert_ptr_equal(rich->paragraphs[0].box, rich->paragraphs[1].box);
    assert_ptr_equal(rich->paragraphs[0].box->outer, rich->paragraphs[3].box->outer);
    assert_int_equal(rich->paragraphs[7].kind, RICH_HEADING);
}

static void tasks_are_items(void **state) {
    struct fixture *fixture = *state;
    const struct rich_text *rich = read_text(fixture, "- [ ] a\n- [x] b\n- c\n");
    static const enum rich_task expected[] = {RICH_TASK_OPEN, RICH_TASK_DONE, RICH_NO_TASK};
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(rich->paragraphs[i].box->task, expected[i]);
    assert_string_equal(rich->paragraphs[1].runs[0].string, "b");
}

static void rules_code_and_struck_words_stay(void **state) {
    struct fixture *fixture = *state;
    const struct rich_text *rich = read_text(fixture, "a ~~b~~ `c`\n\n---\n\n```\nd  e\n\nf\n```\n");
    assert_true(rich->paragraphs[0].runs[1].struck);
    assert_true(rich->paragraphs[0].runs[3].code);
    assert_int_equal(rich->paragraphs[1].kind, RICH_RULE);
    assert_int_equal(rich->paragraphs[2].kind, RICH_CODE);
    assert_string_equal(rich->paragraphs[2].runs[0].string, "d\u00A0\u00A0e");
    assert_true(rich->paragraphs[2].runs[0].line_break);
    assert_string_equal(rich->paragraphs[2].runs[1].string, "f");
}

static void a_pipe_table_has_cells(void **state) {
    struct fixture *fixture = *state;
    const struct rich_text *rich =
        read_text(fixture, "x\n\n| a | *b* | c |\n|:--|--:|:-:|\n| 1 | 2 |\n| | x\\|y | z |\n");
    static const enum rich_align aligns[] = {RICH_LEFT, RICH_RIGHT, RICH_CENTRE};
    assert_quiet(fixture);
    assert_int_equal(rich->count, 2);
    assert_int_equal(rich->paragraphs[1].kind, RICH_TABLE);
    const struct rich_table *table = rich->paragraphs[1].table;
    assert_int_equal(table->column_count, 3);
    assert_int_equal(table->row_count, 3);
    assert_memory_equal(table->aligns, aligns, sizeof aligns);
    assert_true(table->cells[1].runs[0].italic);
    assert_int_equal(table->cells[5].run_count, 0);
    assert_int_equal(table->cells[6].run_count, 0);
    assert_string_equal(table->cells[7].runs[0].string, "x|y");
    assert_int_equal(table->cells[8].pos.line, 15);
    assert_string_equal(rich_plain(fixture->arena, &rich->paragraphs[1]), "a, b, c; 1, 2, ; , x|y, z");
}

static void marks_lead_to_footnotes(void **state) {
    struct fixture *fixture = *state;
    const struct rich_text *rich = read_text(fixture, "a[^z] b[^y][^z]\n\n[^y]: *Why*\n\n[^z]: Last\n\n    more[^y]\n");
    assert_quiet(fixture);
    assert_int_equal(rich->count, 1);
    assert_int_equal(rich->note_count, 2);
    const struct rich_paragraph *paragraph = &rich->paragraphs[0];
    assert_int_equal(paragraph->run_count, 5);
    assert_string_equal(paragraph->runs[1].string, "");
    assert_ptr_equal(paragraph->runs[1].note, &rich->notes[0]);
    assert_ptr_equal(paragraph->runs[3].note, &rich->notes[1]);
    assert_ptr_equal(paragraph->runs[4].note, &rich->notes[0]);
    assert_int_equal(rich->notes[0].text.count, 2);
    assert_ptr_equal(rich->notes[0].text.paragraphs[1].runs[1].note, &rich->notes[1]);
    assert_true(rich->notes[1].text.paragraphs[0].runs[0].italic);
}

static void what_is_not_read_as_meant_is_told(void **state) {
    static const struct {
        const char *markdown, *told;
        int line;
    } slips[] = {
        {"a\n\nb[^no] c", "[^no] is printed as it stands, since it leads to no footnote", 12},
        {"a\n\n[^un]: never", "the footnote [^un] is left out", 12},
        {"a\n\n[Note]: provisional", "[Note]: provisional is left out", 12},
        {"| a | b |\n| 1 | 2 |", "it is no table's", 10},
        {"| a |\n|---|\n| 1 | 2 |", "the row has 2 cells and the head of its table 1", 12},
        {"**Note:**text", "** is printed as it stands", 10},
        {"a ~~ b", "~~ is printed as it stands", 10},
        {"[here](a b c)", "the brackets of a link are printed as they stand", 10},
        {"#Heading", "# is printed as it stands", 10},
        {"H~2~O", "~2~ is printed as it stands", 10},
        {"m^2^", "^2^ is printed as it stands", 10},
        {"a[^1]\n\n[^1]:", "the footnote has no words", 12},
        {"![](x.png)", "it has no description", 10},
        {"<!-- mine --> yours", "HTML is not read", 10},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        fixture->diag.count = 0;
        read_text(fixture, slips[i].markdown);
        assert_message(fixture, arena_printf(fixture->arena, "x.md:%d:", slips[i].line), slips[i].told);
        if (fixture->diag.count > 1)
            print_message("%s\n", slips[i].markdown);
        assert_int_equal(fixture->diag.count, 1);
    }
}

static void what_is_meant_so_is_not_told(void **state) {
    static const char *const sound[] = {
        "\\*\\* a",
        "snake_case_word, 2 * 3 ** 4 \\**",
        "\\#1 priority",
        "#1 priority",
        "a [b] c",
        "[b]\n\n[b]: https://x.org",
        "a\\[^1]",
        "\\| a | b |",
        "up ~5 to ~6",
        "- [link](https://x.org)",
        "| a |\n|---|\n| 1 \\| 2 |",
        "| a |\n|---|\n| 1 | ",
        "a | b\n--|--\n1 | 2",
        "see ftp://x.org/y",
        "a<br>b",
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof sound / sizeof *sound; i++) {
        fixture->diag.count = 0;
        read_text(fixture, sound[i]);
        if (fixture->diag.count > 0)
            print_message("%s\n", sound[i]);
        assert_quiet(fixture);
    }
}

static void what_has_no_words_is_no_paragraph(void **state) {
    struct fixture *fixture = *state;
    assert_int_equal(read_text(fixture, "<b></b>\n\n<div class='a\n\n![](f.png)\n")->count, 0);
    const struct rich_text *rich = read_text(fixture, "<i>\\\nb\n");
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
        TEST(paragraphs_lie_in_boxes),
        TEST(tasks_are_items),
        TEST(rules_code_and_struck_words_stay),
        TEST(a_pipe_table_has_cells),
        TEST(marks_lead_to_footnotes),
        TEST(what_is_not_read_as_meant_is_told),
        TEST(what_is_meant_so_is_not_told),
        TEST(what_has_no_words_is_no_paragraph),
        TEST(a_link_needs_an_address),
        TEST(links_elsewhere_are_refused),
        TEST(what_is_not_shown_is_told_and_its_words_kept),
        TEST(depth_without_end_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
